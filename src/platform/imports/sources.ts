/** Takes the text of one of our columns out of a foreign row: cells joined, values translated, units converted. */
import type { Column, Profile } from '../../kernel/layout.ts'
import { Refusal } from './faults.ts'
import type { Binding } from './mapping.ts'
import { add, type Decimal, decimalText, multiply, parseDecimal, round } from './numbers.ts'

/** '' is the empty cell. */
export type Take = (cells: readonly string[]) => string | Refusal

/** Translates a foreign value; what the table does not name stays as it is. */
function translator(values: Readonly<Record<string, string>>): (text: string) => string {
  const exact = new Map<string, string>()
  const prefixes: (readonly [prefix: string, ours: string])[] = []
  for (const [foreign, ours] of Object.entries(values)) {
    const key = foreign.trim().toLowerCase()
    if (key.endsWith('*')) prefixes.push([key.slice(0, -1), ours.trim()])
    else exact.set(key, ours.trim())
  }
  prefixes.sort(([a], [b]) => b.length - a.length)
  return (text) => {
    const key = text.toLowerCase()
    const ours = exact.get(key)
    if (ours !== undefined) return ours
    // '*' stands for other values; an empty cell is none.
    return key === '' ? '' : (prefixes.find(([prefix]) => key.startsWith(prefix))?.[1] ?? text)
  }
}

/** A mark that a spreadsheet or our own writer put before a text that looks like a formula. */
const marked = /^'[=+\-@＝＋－＠]/

function cellReader(blanks: readonly string[]): (cells: readonly string[], index: number) => string {
  const empty = new Set(blanks.map((word) => word.trim().toLowerCase()))
  return (cells, index) => {
    const text = (cells[index] ?? '').trim()
    if (text.charCodeAt(0) === 0x27 && marked.test(text)) return text.slice(1)
    return empty.size > 0 && empty.has(text.toLowerCase()) ? '' : text
  }
}

export const isNumeric = ({ kind }: Column): boolean =>
  kind === 'integer' || kind === 'decimal' || kind === 'money' || kind === 'number'

/** Decimals that a converted amount is rounded to: whole numbers are not, because 2.5 persons are a mistake. */
const placesOf = (column: Column) =>
  column.kind === 'money' ? 2 : column.kind === 'decimal' ? (column.scale ?? 2) : column.kind === 'number' ? 10 : 40

/** Adds the cells of several columns and converts their unit, exactly until the last step. */
function sumOf(column: Column, parts: readonly string[], factor: Decimal | undefined): string | Refusal {
  const filled = parts.filter((part) => part !== '')
  if (filled.length === 0) return ''
  if (filled.length < parts.length) return new Refusal('part-missing')
  let sum: Decimal = { units: 0n, scale: 0 }
  for (const part of filled) {
    const decimal = parseDecimal(part)
    if (decimal instanceof Refusal) return decimal
    sum = add(sum, decimal)
  }
  return decimalText(factor ? round(multiply(sum, factor), placesOf(column)) : sum)
}

/** What takes a column's text out of the cells of a row. */
export function takerOf({ column, mapping, indexes }: Binding, { blanks }: Pick<Profile, 'blanks'>): Take {
  const { constant, values, pick } = mapping
  if (constant !== undefined) return () => constant.trim()
  const cell = cellReader(blanks)
  const translate = values ? translator(values) : (text: string) => text
  const [index = 0] = indexes
  const first = (cells: readonly string[]) => indexes.map((i) => cell(cells, i)).find((text) => text !== '') ?? ''
  if (isNumeric(column)) {
    const factor = mapping.multiply === undefined ? undefined : parseDecimal(mapping.multiply)
    if (factor instanceof Refusal) throw new RangeError(mapping.multiply)
    if (pick && !factor) return (cells) => translate(first(cells))
    if (pick) return (cells) => sumOf(column, [translate(first(cells))], factor)
    if (indexes.length === 1 && !factor) return (cells) => translate(cell(cells, index))
    return (cells) => {
      const parts = indexes.map((i) => translate(cell(cells, i)))
      return sumOf(column, parts, factor)
    }
  }
  if (indexes.length === 1) return (cells) => translate(cell(cells, index))
  if (pick) return (cells) => translate(first(cells))
  return (cells) => {
    const filled = indexes.map((i) => cell(cells, i)).filter((text) => text !== '')
    return translate(filled.join(' '))
  }
}
