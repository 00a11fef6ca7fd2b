/** An official document as a Word file by GB/T 9704-2012, which a clerk opens, edits and prints. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  DocumentGridType,
  Footer,
  Header,
  type ISectionOptions,
  PageNumber,
  PageOrientation,
  Paragraph,
  type Table,
  TextRun,
} from 'docx'
import { type Block, type Chart, numbered, type OfficialDocument } from '../../kernel/document.ts'
import { sizeOf } from './chart-options.ts'
import { chartPng, chartSvg } from './charts.ts'
import { packed } from './package.ts'
import { em, linePitch, page, twips } from './page.ts'
import { font, lined, pictureOf, plain, styled } from './paragraphs.ts'
import { tableOf } from './tables.ts'
import { closingIndents, dayInWords, linesOf, titleLines } from './text.ts'

type Child = Paragraph | Table
const blank = (keepNext = false) => plain('Blank', '', keepNext ? { keepNext } : {})
const draftMark = '（草稿）'

/** 版头: secrecy and urgency at the left, the issuer in red, its number, and the red line. */
function head({ secrecy, urgency, issuer, number }: OfficialDocument): Child[] {
  const marks = [secrecy, urgency].flatMap((mark) => (mark ? [plain('Mark', mark)] : []))
  if (!issuer && !number) return marks
  const line = { style: BorderStyle.SINGLE, size: 12, color: 'FF0000', space: 8 }
  return [
    ...marks,
    ...(issuer ? [plain('Issuer', issuer), blank()] : []),
    plain('Number', number ?? '', { border: { bottom: line } }),
    blank(),
  ]
}

function title({ title: words, status, addressee }: OfficialDocument): Child[] {
  return [
    // One paragraph, so that it is one title in the outline; its lines end where sense does.
    lined('Title', titleLines(words)),
    ...(status === 'draft' ? [plain('Subtitle', draftMark)] : []),
    blank(),
    ...(addressee ? [plain('Addressee', `${addressee.replace(/[：:]$/, '')}：`)] : []),
  ]
}

/** The blocks as they are printed. What stands last stays with the signature, so that no page holds that alone. */
function body(blocks: readonly Block[], pictures: ReadonlyMap<Block, Buffer>, beforeSignature: boolean): Child[] {
  return blocks.flatMap((block, at): Child[] => {
    const keep = beforeSignature && at === blocks.length - 1 ? { keepNext: true } : {}
    if (block.kind === 'heading') return [plain(`Heading${block.level}`, block.text)]
    if (block.kind === 'paragraph') return linesOf(block.runs).map((line) => styled('Body', line, keep))
    if (block.kind === 'note') return [plain('Remark', block.text, keep)]
    if (block.kind === 'table') return tableOf(block, keep)
    return pictureOf(block, pictures.get(block) ?? Buffer.alloc(0), at + 1, keep)
  })
}

/** 附件说明: a line below the text, two characters in; names stand below one another. */
function attachments({ attachments: names = [], closing: signed }: OfficialDocument): Child[] {
  if (names.length === 0) return []
  const figure = names.length > 1 ? em - 80 : 0
  const left = 5 * em + figure
  return [
    blank(),
    ...names.map((name, at) => {
      const label = `${at === 0 ? '附件：' : ''}${names.length > 1 ? `${at + 1}.` : ''}`
      const keep = signed ? { keepNext: true } : {}
      return plain('Attachment', `${label}${name}`, {
        indent: { left, hanging: at === 0 ? left - 2 * em : figure },
        ...keep,
      })
    }),
  ]
}

/** 署名 and 成文日期 below it, two lines after the text. */
function closing({ closing: signed }: OfficialDocument): Child[] {
  if (!signed) return []
  const { issuer, date } = closingIndents(signed.body, signed.day)
  const right = (characters: number) => ({ indent: { right: Math.round(characters * em) } })
  return [
    blank(true),
    blank(true),
    plain('Signature', signed.body, { ...right(issuer), keepNext: true }),
    plain('Signature', dayInWords(signed.day), right(date)),
  ]
}

/** — 1 —, one character from the edge: at the right of odd pages, at the left of even ones. */
const pageNumber = (side: 'left' | 'right') =>
  new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: { [side]: 280 },
        children: [new TextRun({ font, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  })

function section({ status }: OfficialDocument): Omit<ISectionOptions, 'children'> {
  const draft = { default: draftHeader(), even: draftHeader(), first: new Header({ children: [plain('Header', '')] }) }
  return {
    properties: {
      page: {
        size: { width: twips(page.width), height: twips(page.height), orientation: PageOrientation.PORTRAIT },
        // The dash stands 7 mm below the text: half a line above the footer's end.
        margin: {
          top: twips(page.top),
          bottom: twips(page.bottom),
          left: twips(page.left),
          right: twips(page.right),
          header: twips(25),
          footer: twips(page.bottom - 10),
        },
      },
      grid: { type: DocumentGridType.LINES, linePitch },
      titlePage: status === 'draft',
    },
    ...(status === 'draft' ? { headers: draft } : {}),
    footers: { default: pageNumber('right'), even: pageNumber('left'), first: pageNumber('right') },
  }
}
/** Pages of a draft that go about alone say so; the first one says it below its title. */
const draftHeader = () => new Header({ children: [plain('Header', draftMark)] })

const picture = async ({ spec }: Chart): Promise<Buffer> => chartPng(chartSvg(spec, sizeOf(spec)))

/** The Word file of a document; the same document gives the same bytes. */
export async function toDocx(document: OfficialDocument): Promise<Buffer> {
  const blocks = numbered(document.blocks)
  const pictures = new Map<Block, Buffer>()
  // One after the other: resvg maps its font file for each letter, and threads that do so at once wait for one another.
  for (const block of blocks) if (block.kind === 'chart') pictures.set(block, await picture(block))
  const signed = document.closing !== undefined
  const file = new Document({
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        ...section(document),
        children: [
          ...head(document),
          ...title(document),
          ...body(blocks, pictures, signed && !document.attachments?.length),
          ...attachments(document),
          ...closing(document),
        ],
      },
    ],
  })
  return packed(file, document)
}
