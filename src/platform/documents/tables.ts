/** Tables of the Word file: thin lines, the head on every page, no row in two pieces. */
import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { missingMark, type Table as TableBlock } from '../../kernel/document.ts'
import { size, textWidth } from './page.ts'
import { type Deviation, lined, plain, styled } from './paragraphs.ts'
import { type Piece, printable, widthOf } from './text.ts'

/** What is missing stands out in a cell too. */
const cellPieces = (text: string): Piece[] =>
  printable(text)
    .split(missingMark)
    .flatMap((piece, at) => [...(at === 0 ? [] : [{ text: missingMark, missing: true }]), { text: piece }])
    .filter((piece) => piece.text !== '')

const margin = 60
const thin = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const borders = { top: thin, bottom: thin, left: thin, right: thin, insideHorizontal: thin, insideVertical: thin }
const alignments = { left: AlignmentType.LEFT, right: AlignmentType.RIGHT, center: AlignmentType.CENTER }

/** Columns by their shares; the last one takes what rounding leaves. */
function columnWidths({ columns }: TableBlock): number[] {
  const all = columns.reduce((sum, { width }) => sum + width, 0)
  const widths = columns.map(({ width }) => Math.round((width / all) * textWidth))
  const rest = textWidth - widths.reduce((sum, width) => sum + width, 0)
  return widths.map((width, at) => (at === widths.length - 1 ? width + rest : width))
}

/** 损失（万元） in two lines where one is too narrow, parted before its unit. */
function headLines(header: string, width: number): string[] {
  const unit = header.lastIndexOf('（')
  const fits = widthOf(header) * size.five * 20 <= width - 2 * margin
  return fits || unit <= 0 ? [header] : [header.slice(0, unit), header.slice(unit)]
}

const cell = (width: number, child: Paragraph) =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    children: [child],
  })
const row = (children: TableCell[], tableHeader = false) =>
  new TableRow({ children, tableHeader, cantSplit: true, height: { value: 380, rule: HeightRule.ATLEAST } })

/** Tables of so many rows stay on one page; of longer ones a page has at least so many, or none. */
const shortTable = 12
const leastRows = 4

/** A table between its caption and its notes; `keep` holds its end to what follows. */
export function tableOf(block: TableBlock, keep: Deviation = {}): (Paragraph | Table)[] {
  const widths = columnWidths(block)
  const rows = block.rows.length
  const head = block.columns.map(({ header }, at) => {
    const width = widths[at] ?? 0
    return cell(width, lined('TableHead', headLines(header, width), { keepNext: true }))
  })
  const body = block.rows.map((texts, at) => {
    const last = at === rows - 1
    const keepNext = last
      ? keep.keepNext || block.notes !== undefined
      : rows <= shortTable || at < leastRows - 1 || at >= rows - leastRows
    const style = block.summed && last ? 'TableSum' : 'TableText'
    const cells = block.columns.map(({ align }, column) =>
      cell(
        widths[column] ?? 0,
        styled(style, cellPieces(texts[column] ?? ''), {
          alignment: alignments[align],
          ...(keepNext ? { keepNext } : {}),
        }),
      ),
    )
    return row(cells)
  })
  return [
    plain('TableCaption', block.caption),
    new Table({
      width: { size: textWidth, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      borders,
      margins: { left: margin, right: margin },
      rows: [row(head, true), ...body],
    }),
    ...(block.notes ?? []).map((note) => plain('TableNote', note, keep)),
    // Word joins two tables that stand together, and the text after a table wants air.
    plain('TableEnd', '', keep),
  ]
}
