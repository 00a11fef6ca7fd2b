/** Forms as a Word file: one section a copy, on the page of GB/T 9704-2012. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeightRule,
  type IParagraphOptions,
  type ISectionOptions,
  PageNumber,
  Paragraph,
  SectionType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  UnderlineType,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { Sheet, SheetBlock, SheetCell, SheetFile, Span, Spans } from '../../kernel/sheet.ts'
import { packed } from './package.ts'
import { page, textWidth, twips } from './page.ts'
import { font } from './paragraphs.ts'
import { dayInWords, printable, widthOf } from './text.ts'

type Child = Paragraph | Table
type Deviation = Omit<IParagraphOptions, 'style' | 'children' | 'text'>

const runOf = ({ text, mark }: Span): TextRun =>
  new TextRun({
    text: printable(text),
    font,
    ...(mark === 'struck' ? { strike: true } : {}),
    ...(mark === 'filled' ? { underline: { type: UnderlineType.SINGLE } } : {}),
  })
/** In a box nothing is underlined: the box itself says that it was filled. */
const boxed = ({ text, mark }: Span): Span => (mark === 'filled' ? { text } : { text, ...(mark ? { mark } : {}) })

const paragraph = (style: string, spans: Spans, deviation: Deviation = {}): Paragraph =>
  new Paragraph({ style, children: spans.map(runOf), ...deviation })
const words = (style: string, text: string, deviation: Deviation = {}) => paragraph(style, [{ text }], deviation)

const thin = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const borders = { top: thin, bottom: thin, left: thin, right: thin, insideHorizontal: thin, insideVertical: thin }
const cellMargin = 70
const cellLine = 360

function widthsOf(shares: readonly number[]): number[] {
  const all = shares.reduce((sum, share) => sum + share, 0)
  const widths = shares.map((share) => Math.round((share / all) * textWidth))
  const rest = textWidth - widths.reduce((sum, width) => sum + width, 0)
  return widths.map((width, at) => (at === widths.length - 1 ? width + rest : width))
}

/** The columns at which the cells of each row begin: a cell that goes down takes its place in the rows below. */
function begins(rows: readonly (readonly SheetCell[])[]): number[][] {
  const below: number[] = []
  return rows.map((row) => {
    let column = 0
    const taken = below.splice(0, below.length)
    const starts = row.map(({ cols = 1 }) => {
      while ((taken[column] ?? 0) > 0) column++
      const start = column
      column += cols
      return start
    })
    taken.forEach((left, at) => {
      below[at] = Math.max(0, left - 1)
    })
    row.forEach(({ cols = 1, rows: down = 1 }, at) => {
      for (let c = 0; c < cols; c++) below[(starts[at] ?? 0) + c] = down - 1
    })
    return starts
  })
}

const cellOf = (cell: SheetCell, width: number, keep: Deviation): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    columnSpan: cell.cols ?? 1,
    rowSpan: cell.rows ?? 1,
    verticalAlign: VerticalAlignTable.CENTER,
    children: cell.lines.map((line) =>
      paragraph(cell.label ? 'BoxLabel' : 'BoxText', line.map(boxed), {
        ...keep,
        ...(cell.label || cell.centred ? { alignment: AlignmentType.CENTER } : {}),
      }),
    ),
  })

function gridOf({ widths: shares, rows, head = 0, together = false }: Extract<SheetBlock, { kind: 'grid' }>): Child[] {
  const widths = widthsOf(shares)
  const starts = begins(rows)
  return [
    new Table({
      width: { size: textWidth, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      borders,
      margins: { left: cellMargin, right: cellMargin },
      rows: rows.map((cells, at) => {
        const high = Math.max(...cells.map((cell) => cell.high ?? 1))
        return new TableRow({
          tableHeader: at < head,
          cantSplit: true,
          height: { value: high * cellLine, rule: HeightRule.ATLEAST },
          children: cells.map((cell, column) => {
            const start = starts[at]?.[column] ?? 0
            const width = widths.slice(start, start + (cell.cols ?? 1)).reduce((sum, one) => sum + one, 0)
            return cellOf(cell, width, together && at < rows.length - 1 ? { keepNext: true } : {})
          }),
        })
      }),
    }),
    words('BoxEnd', ''),
  ]
}

/** Two places in a line, each with a line to write on. */
function signingOf({ places }: Extract<SheetBlock, { kind: 'signing' }>, keep: Deviation): Child[] {
  const rows = Array.from({ length: Math.ceil(places.length / 2) }, (_, at) => places.slice(2 * at, 2 * at + 2))
  const open = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none }
  const half = Math.round(textWidth / 2)
  const cell = (place: { label: string; filled?: string } | undefined, width: number) =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      borders: { top: none, bottom: none, left: none, right: none },
      verticalAlign: VerticalAlignTable.BOTTOM,
      children: [paragraph('Signing', place ? placeSpans(place) : [], keep)],
    })
  return [
    new Table({
      width: { size: textWidth, type: WidthType.DXA },
      columnWidths: [half, textWidth - half],
      layout: TableLayoutType.FIXED,
      borders: open,
      margins: { left: 0, right: cellMargin },
      rows: rows.map(
        ([left, right]) =>
          new TableRow({
            cantSplit: true,
            height: { value: 480, rule: HeightRule.ATLEAST },
            children: [cell(left, half), cell(right, textWidth - half)],
          }),
      ),
    }),
    words('BoxEnd', '', keep),
  ]
}
const placeSpans = ({ label, filled: name }: { label: string; filled?: string }): Span[] => [
  { text: `${label}：` },
  { text: name ? `　${name}　` : '　　　　　　　　', mark: 'filled' },
]

const size = 240
const openDay = '　　　年　　月　　日'

/** The body above the day, each centred to the other: the seal goes over both. */
function closingOf({ body, day }: Extract<SheetBlock, { kind: 'closing' }>): Child[] {
  const date = day ? dayInWords(day) : openDay
  const longer = widthOf(body) - widthOf(date)
  const right = (characters: number) => ({ indent: { right: Math.round(Math.max(2, characters) * size) } })
  return [
    words('FormClosing', body, { ...right(2 - Math.min(0, longer) / 2), keepNext: true, spacing: { before: 80 } }),
    words('FormClosing', date, { ...right(2 + Math.max(0, longer) / 2), spacing: { after: 120 } }),
  ]
}

const styleOf = { addressee: 'FormAddressee', flush: 'FormAddressee', small: 'FormSmall', usual: 'FormText' } as const

function blockOf(block: SheetBlock, at: number, blocks: readonly SheetBlock[]): Child[] {
  // What stands before the signatures stays with them, so that no page holds those alone.
  const follows = blocks[at + 1]?.kind
  const keep = follows === 'closing' || follows === 'signing' ? { keepNext: true } : {}
  if (block.kind === 'words') return [paragraph(styleOf[block.as ?? 'usual'], block.spans, keep)]
  if (block.kind === 'grid') return gridOf(block)
  if (block.kind === 'signing') return signingOf(block, keep)
  if (block.kind === 'cut')
    return [
      words('Cut', block.text, {
        border: { top: { style: BorderStyle.DASHED, size: 6, color: '000000', space: 6 } },
      }),
    ]
  return closingOf(block)
}

function headOf({ issuer, title, number, copy, stamp }: Sheet): Child[] {
  const marks = [stamp ? `（${stamp}）` : '', copy ? `（${copy}）` : ''].filter(Boolean).join('')
  return [
    ...(marks ? [words('FormCopy', marks)] : []),
    words('FormIssuer', issuer),
    words('FormTitle', title),
    words('FormNumber', number ?? '（编号于签发时取得）'),
  ]
}

const section = (sheet: Sheet, first: boolean): ISectionOptions => ({
  properties: {
    type: first ? SectionType.CONTINUOUS : SectionType.NEXT_PAGE,
    page: {
      size: { width: twips(page.width), height: twips(page.height) },
      margin: {
        top: twips(page.top),
        bottom: twips(page.bottom),
        left: twips(page.left),
        right: twips(page.right),
        header: twips(25),
        footer: twips(page.bottom - 10),
      },
      pageNumbers: { start: 1 },
    },
  },
  footers: {
    default: new Footer({
      children: [
        new Paragraph({
          style: 'FormFooter',
          children: [
            new TextRun({ font, text: printable(`${sheet.number ?? sheet.title}　第`) }),
            new TextRun({ font, children: [PageNumber.CURRENT] }),
            new TextRun({ font, text: '页' }),
          ],
        }),
      ],
    }),
  },
  children: [...headOf(sheet), ...sheet.blocks.flatMap(blockOf)],
})

/** The Word file of all copies; the same sheets give the same bytes. */
export async function sheetsToDocx(file: SheetFile): Promise<Buffer> {
  const document = new Document({ sections: file.sheets.map((sheet, at) => section(sheet, at === 0)) })
  return packed(document, { title: file.name, ...(file.day ? { closing: { day: file.day } } : {}) })
}
