/** Reads the rows of one sheet of a workbook as text, a chunk at a time. */
import type { Archive } from './archive.ts'
import type { SourceRow } from './csv.ts'
import { dayNumberText, numberText } from './excel-values.ts'
import { FileFault, listed } from './faults.ts'
import { limits } from './limits.ts'
import { localName, parsePart, type Sheet, unescapeText, type Workbook } from './workbook.ts'

/** 'AB12' → 27; undefined where the cell does not say. */
function columnOf(reference: string | undefined): number | undefined {
  if (reference === undefined) return undefined
  let column = 0
  for (let i = 0; i < reference.length; i++) {
    const letter = reference.charCodeAt(i) - 64
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  return column === 0 ? undefined : column - 1
}

interface Cell {
  type: string
  style: number
  value: string | undefined
  formula: string | undefined
}

/** The text of a cell. A formula that holds no computed value stays a formula, for a row's reader to refuse. */
function textOf({ type, style, value, formula }: Cell, { texts, dateFormats, from1904 }: Workbook): string {
  if (formula !== undefined && (value === undefined || value === '') && type !== 'str') return `=${formula}`
  if (value === undefined) return ''
  switch (type) {
    case 's':
      return texts[Number(value)] ?? ''
    case 'inlineStr':
    case 'str':
      return unescapeText(value)
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE'
    case 'e':
    case 'd':
      return value
    default: {
      const format = dateFormats[style]
      return (format && dayNumberText(Number(value), format, from1904)) ?? numberText(value)
    }
  }
}

/** The rows of the sheet with at least one cell that is not empty, in batches. Lines are the sheet's row numbers. */
export async function* sheetRows(archive: Archive, workbook: Workbook, sheet: Sheet): AsyncGenerator<SourceRow[]> {
  let rows: SourceRow[] = []
  let line = 0
  let cells: string[] = []
  let column = -1
  let filled = false
  let cell: Cell | undefined
  let into: 'value' | 'formula' | undefined
  let phonetic = false

  const reading = parsePart(archive, sheet.part, (parser) => {
    parser.on('opentag', ({ name, attributes }) => {
      switch (localName(name)) {
        case 'row':
          line = attributes.r === undefined ? line + 1 : Number(attributes.r)
          cells = []
          column = -1
          filled = false
          break
        case 'c':
          column = columnOf(attributes.r) ?? column + 1
          if (column >= limits.columns) throw new RangeError('too many columns')
          cell = { type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), value: undefined, formula: undefined }
          break
        case 'f':
          into = 'formula'
          if (cell) cell.formula = ''
          break
        case 'v':
          into = 'value'
          break
        case 't':
          into = phonetic ? undefined : 'value'
          break
        case 'rPh':
          phonetic = true
      }
    })
    parser.on('text', (text) => {
      if (!cell || !into) return
      const whole = (cell[into] ?? '') + text
      if (whole.length > limits.cellCharacters) throw new RangeError('a cell is too long')
      cell[into] = whole
    })
    parser.on('closetag', ({ name }) => {
      switch (localName(name)) {
        case 'f':
        case 'v':
        case 't':
          into = undefined
          break
        case 'rPh':
          phonetic = false
          break
        case 'c': {
          const text = cell ? textOf(cell, workbook) : ''
          cell = undefined
          if (text === '') break
          while (cells.length < column) cells.push('')
          cells[column] = text
          filled ||= text.trim() !== ''
          break
        }
        case 'row':
          if (filled) rows.push({ line, cells })
      }
    })
  })
  for await (const _ of reading) {
    if (rows.length === 0) continue
    yield rows
    rows = []
  }
}

/** The sheet of that name, else the first that is not hidden. */
export function chooseSheet({ sheets }: Workbook, name?: string): Sheet {
  const found =
    name === undefined
      ? (sheets.find(({ hidden }) => !hidden) ?? sheets[0])
      : sheets.find((sheet) => sheet.name === name)
  if (found) return found
  if (name === undefined) throw new FileFault('empty')
  throw new FileFault('sheet-missing', { sheet: name, sheets: listed(sheets.map((sheet) => sheet.name)) })
}
