/** Reads JSON Lines: one flat object a line. */
import type { SourceRow } from './csv.ts'
import { FileFault, faultOf, fileWord, Refusal } from './faults.ts'
import { limits } from './limits.ts'

interface Line {
  readonly number: number
  readonly text: string
  /** Whether the file ends without a line break behind it. */
  readonly unfinished: boolean
}

const mostCharacters = 1_000_000

/** The lines that are not blank. */
async function* linesOf(texts: AsyncIterable<string>): AsyncGenerator<Line[]> {
  let waiting = ''
  let number = 0
  for await (const text of texts) {
    const pieces = (waiting + text).split('\n')
    waiting = pieces.pop() as string
    if (waiting.length > mostCharacters) throw new FileFault('not-a-table', { what: fileWord('long-line') })
    const first = number + 1
    number += pieces.length
    yield pieces
      .map((piece, i) => ({ number: first + i, text: piece, unfinished: false }))
      .filter((line) => line.text.trim() !== '')
  }
  if (waiting.trim() !== '') yield [{ number: number + 1, text: waiting, unfinished: true }]
}

/** Keeps the digits of numbers that JavaScript would round, such as long numbers of incidents. */
const exactly = (_key: string, value: unknown, ...[context]: readonly { readonly source?: string }[]): unknown =>
  typeof value === 'number' && context?.source !== undefined ? context.source : value

function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = /\d{16}/.test(text) ? JSON.parse(text, exactly) : JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined
  } catch {
    return undefined
  }
}

/** All keys of the file in order of appearance: the header. Throws where the file is cut off or no JSON Lines. */
export async function jsonHeaders(texts: AsyncIterable<string>): Promise<string[]> {
  const keys = new Set<string>()
  let known = 0
  for await (const lines of linesOf(texts))
    for (const { number, text, unfinished } of lines) {
      const record = parse(text)
      if (record) {
        known++
        for (const key in record) keys.add(key)
        if (keys.size > limits.columns) throw new FileFault('not-a-table', { what: fileWord('json-array') })
      } else if (unfinished) throw new FileFault('truncated', { where: fileWord('cut-json', { line: number }) })
      else if (known === 0) throw new FileFault('not-a-table', { what: fileWord('json-array') })
    }
  return [...keys]
}

function textOf(value: unknown): string | undefined {
  if (value === null || value === undefined) return ''
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined
}

/** The rows of the file under that header. */
export async function* jsonRows(texts: AsyncIterable<string>, headers: readonly string[]): AsyncGenerator<SourceRow[]> {
  for await (const lines of linesOf(texts))
    yield lines.map(({ number, text }): SourceRow => {
      const record = parse(text)
      if (!record) return { line: number, cells: [], fault: faultOf(number, '', text, new Refusal('json')) }
      const cells = headers.map((header) => textOf(record[header]))
      const nested = cells.indexOf(undefined)
      if (nested === -1) return { line: number, cells: cells.map((cell) => cell ?? '') }
      const header = headers[nested] as string
      const fault = faultOf(number, header, JSON.stringify(record[header]), new Refusal('nested'))
      return { line: number, cells: cells.map((cell) => cell ?? ''), fault }
    })
}
