/** The styles of the Word file: a clerk who changes a style changes every paragraph of its kind. */
import { em, type FaceName, faces, latin, linePitch, size, tightening } from './page.ts'

interface Style {
  readonly id: string
  /** What Word shows; Word's own names make its outline, captions and headers work. */
  readonly name: string
  readonly face: FaceName
  readonly points: number
  readonly align?: 'left' | 'right' | 'center' | 'both'
  /** Heading level from 0, for the outline. */
  readonly outline?: number
  /** Characters by which the first line stands in. */
  readonly indent?: number
  /** Points of a line; `auto` lets a picture be as high as it is. */
  readonly line?: number | 'auto'
  /** Points before and after. */
  readonly before?: number
  readonly after?: number
  readonly keepNext?: boolean
  readonly colour?: string
  /** Figures in this face too, not in the Latin one. */
  readonly latinToo?: boolean
  readonly next?: string
}

const heading = (level: number, face: FaceName): Style => ({
  id: `Heading${level}`,
  name: `heading ${level}`,
  face,
  points: size.three,
  outline: level - 1,
  indent: 2,
  keepNext: true,
  next: 'Body',
})

/** The ids by which paragraphs name their style. */
const styles: readonly Style[] = [
  { id: 'Body', name: 'Body Text', face: 'body', points: size.three, align: 'both', indent: 2 },
  {
    id: 'Title',
    name: 'Title',
    face: 'title',
    points: size.two,
    align: 'center',
    line: 36,
    latinToo: true,
    next: 'Body',
  },
  { id: 'Subtitle', name: 'Subtitle', face: 'regular', points: size.three, align: 'center', next: 'Body' },
  heading(1, 'black'),
  heading(2, 'regular'),
  heading(3, 'body'),
  heading(4, 'body'),
  { id: 'Blank', name: '空行', face: 'body', points: size.three },
  { id: 'Addressee', name: '主送机关', face: 'body', points: size.three, align: 'both' },
  { id: 'Mark', name: '密级和紧急程度', face: 'black', points: size.three },
  {
    id: 'Issuer',
    name: '发文机关标志',
    face: 'title',
    points: 36,
    align: 'center',
    line: 50,
    colour: 'FF0000',
    latinToo: true,
  },
  { id: 'Number', name: '发文字号', face: 'body', points: size.three, align: 'center' },
  { id: 'Attachment', name: '附件说明', face: 'body', points: size.three, align: 'both' },
  { id: 'Signature', name: 'Signature', face: 'body', points: size.three, align: 'right' },
  {
    id: 'TableCaption',
    name: '表题',
    face: 'black',
    points: size.smallFour,
    align: 'center',
    line: 20,
    before: 8,
    after: 4,
    keepNext: true,
  },
  { id: 'TableHead', name: '表头', face: 'black', points: size.five, align: 'center', line: 16 },
  { id: 'TableText', name: '表文', face: 'song', points: size.five, line: 16 },
  { id: 'TableSum', name: '表合计', face: 'black', points: size.five, line: 16 },
  { id: 'TableEnd', name: '表后', face: 'song', points: size.five, line: 8 },
  { id: 'TableNote', name: '表注', face: 'song', points: size.five, align: 'both', line: 16, before: 3 },
  {
    id: 'Picture',
    name: '图',
    face: 'body',
    points: size.three,
    align: 'center',
    line: 'auto',
    before: 8,
    keepNext: true,
  },
  {
    id: 'PictureCaption',
    name: '图题',
    face: 'black',
    points: size.smallFour,
    align: 'center',
    line: 20,
    before: 2,
    after: 8,
  },
  { id: 'Remark', name: '附注', face: 'body', points: size.smallFour, align: 'both', line: 20, indent: 2 },
  { id: 'FormCopy', name: '文书联别', face: 'regular', points: size.smallFour, align: 'right', line: 18 },
  { id: 'FormIssuer', name: '文书机关', face: 'title', points: 18, align: 'center', line: 26, latinToo: true },
  { id: 'FormTitle', name: '文书名称', face: 'title', points: size.two, align: 'center', line: 32, latinToo: true },
  { id: 'FormNumber', name: '文书编号', face: 'body', points: size.smallFour, align: 'right', line: 22, after: 4 },
  { id: 'FormAddressee', name: '文书抬头', face: 'body', points: size.smallFour, align: 'both', line: 20 },
  { id: 'FormText', name: '文书正文', face: 'body', points: size.smallFour, align: 'both', line: 20, indent: 2 },
  { id: 'FormSmall', name: '文书说明', face: 'body', points: size.five, align: 'both', line: 16 },
  { id: 'FormClosing', name: '文书落款', face: 'body', points: size.smallFour, align: 'right', line: 22 },
  { id: 'Signing', name: '签名处', face: 'body', points: size.smallFour, line: 20 },
  { id: 'BoxLabel', name: '栏目', face: 'song', points: size.five, line: 16 },
  { id: 'BoxText', name: '栏目内容', face: 'body', points: size.five, line: 16 },
  { id: 'BoxEnd', name: '栏后', face: 'song', points: 4, line: 4 },
  { id: 'Cut', name: '回执', face: 'black', points: size.smallFour, align: 'center', line: 24, before: 12 },
  { id: 'FormFooter', name: '文书页脚', face: 'song', points: 9, align: 'center', line: 14 },
  { id: 'Header', name: 'header', face: 'regular', points: size.five, align: 'right', line: 16 },
  { id: 'Footer', name: 'footer', face: 'song', points: size.four, line: 18, latinToo: true },
]

const fonts = ({ face, latinToo }: Style): string => {
  const { name } = faces[face]
  const other = latinToo ? name : latin
  // The hint sends quotation marks, dashes and dots to the Chinese font, in which they are as wide as a character.
  return `<w:rFonts w:hint="eastAsia" w:ascii="${other}" w:hAnsi="${other}" w:eastAsia="${name}" w:cs="${latin}"/>`
}

function paragraphXml(style: Style): string {
  const { line = linePitch / 20, before = 0, after = 0, align, outline, keepNext, indent } = style
  const height = line === 'auto' ? 'w:line="240" w:lineRule="auto"' : `w:line="${line * 20}" w:lineRule="exact"`
  return [
    '<w:pPr>',
    keepNext ? '<w:keepNext/>' : '',
    // Else LibreOffice makes every line a whole number of grid lines high.
    style.line === undefined ? '' : '<w:snapToGrid w:val="0"/>',
    `<w:spacing w:before="${before * 20}" w:after="${after * 20}" ${height}/>`,
    indent ? `<w:ind w:firstLineChars="${indent * 100}" w:firstLine="${indentOf(style)}"/>` : '',
    align ? `<w:jc w:val="${align}"/>` : '',
    outline === undefined ? '' : `<w:outlineLvl w:val="${outline}"/>`,
    '</w:pPr>',
  ].join('')
}
const indentOf = ({ indent = 0, points }: Style) => indent * (points === size.three ? em : points * 20)

function runXml(style: Style): string {
  const { points, colour } = style
  const tight = `<w:spacing w:val="${points === size.three ? tightening : 0}"/>`
  const halves = Math.round(points * 2)
  return `<w:rPr>${fonts(style)}${colour ? `<w:color w:val="${colour}"/>` : ''}${tight}<w:sz w:val="${halves}"/><w:szCs w:val="${halves}"/></w:rPr>`
}

const styleXml = (style: Style): string =>
  `<w:style w:type="paragraph"${/^\w/.test(style.name) ? '' : ' w:customStyle="1"'} w:styleId="${style.id}"><w:name w:val="${style.name}"/><w:basedOn w:val="Normal"/>` +
  `<w:next w:val="${style.next ?? style.id}"/><w:qFormat/>${paragraphXml(style)}${runXml(style)}</w:style>`

const normal: Style = { id: 'Normal', name: 'Normal', face: 'body', points: size.three, align: 'both' }

/** word/styles.xml */
export const stylesXml = [
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
  '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
  `<w:docDefaults><w:rPrDefault><w:rPr>${fonts(normal)}<w:kern w:val="2"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>`,
  // No gap between Chinese and figures, so that 28 characters stand in a line; LibreOffice leaves one all the same.
  '<w:pPrDefault><w:pPr><w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/></w:pPr></w:pPrDefault></w:docDefaults>',
  `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>${paragraphXml(normal)}${runXml(normal)}</w:style>`,
  '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>',
  '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
  ...styles.map(styleXml),
  '</w:styles>',
].join('')

/** word/fontTable.xml: where a font is not installed, Word takes the one of the other name. */
export const fontTableXml = [
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
  '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
  ...Object.values(faces).map(
    ({ name, alternative }) =>
      `<w:font w:name="${name}"><w:altName w:val="${alternative}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="default"/></w:font>`,
  ),
  `<w:font w:name="${latin}"><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>`,
  '</w:fonts>',
].join('')
