/** Writes CSV that spreadsheets open as it is meant: UTF-8 with a mark, and no cell that runs as a formula. */
import { Readable } from 'node:stream'
import { type ExportColumn, type ExportRows, exportText } from './columns.ts'

/** Signs with which a spreadsheet begins a formula, full-width ones among them. */
const dangerous = /^[=+\-@\t\r＝＋－＠]/
const plainNumber = /^[+-]?\d+(\.\d+)?$/

/** Puts an apostrophe before a text that a spreadsheet would run; numbers stay numbers. */
export const escapeFormula = (cell: string): string =>
  dangerous.test(cell) && !plainNumber.test(cell) ? `'${cell}` : cell

const quoted = (cell: string): string => (/[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** One line of CSV with its line break. The cells are written as they are. */
export function csvLine(cells: readonly string[]): string {
  // An empty line would be no record.
  if (cells.length === 1 && cells[0] === '') return '""\r\n'
  return `${cells.map(quoted).join(',')}\r\n`
}

export const byteOrderMark = '\ufeff'
const batchCharacters = 64 * 1024

/** A table as a stream of CSV. Cells are made safe for spreadsheets unless `raw`. */
export function writeCsv(
  columns: readonly ExportColumn[],
  rows: ExportRows,
  { raw = false }: { readonly raw?: boolean } = {},
): Readable {
  const line = (cells: readonly string[]) => csvLine(raw ? cells : cells.map(escapeFormula))
  async function* bytes() {
    let batch = byteOrderMark + line(columns.map(({ header }) => header))
    for await (const row of rows) {
      batch += line(columns.map(({ kind }, i) => exportText(row[i], kind)))
      if (batch.length < batchCharacters) continue
      yield Buffer.from(batch)
      batch = ''
    }
    if (batch !== '') yield Buffer.from(batch)
  }
  return Readable.from(bytes(), { objectMode: false })
}
