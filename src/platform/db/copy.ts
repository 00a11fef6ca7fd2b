/** Bulk loading by COPY, with backpressure: a million rows take no more memory than a few. */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { PoolClient } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

export type Row = readonly unknown[]
export type Rows = AsyncIterable<Row> | Iterable<Row>

const chunkSize = 64 * 1024
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }
const awkward = /[\\\n\r\t]/
const everyAwkward = /[\\\n\r\t]/g

const escaped = (text: string) =>
  awkward.test(text) ? text.replace(everyAwkward, (char) => escapes[char] ?? char) : text

/** One value in COPY's text format. */
function cell(value: unknown): string {
  if (value === null || value === undefined) return '\\N'
  if (typeof value === 'string') return escaped(value)
  if (typeof value === 'number' || typeof value === 'bigint') return String(value)
  if (typeof value === 'boolean') return value ? 't' : 'f'
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Uint8Array) return `\\\\x${Buffer.from(value).toString('hex')}`
  return escaped(JSON.stringify(value))
}

function line(row: Row): string {
  let text = ''
  for (let i = 0; i < row.length; i++) text += i === 0 ? cell(row[i]) : `\t${cell(row[i])}`
  return `${text}\n`
}

async function* chunks(rows: Rows, counted: { rows: number }): AsyncGenerator<string> {
  let chunk = ''
  for await (const row of rows) {
    counted.rows++
    chunk += line(row)
    if (chunk.length > chunkSize) {
      yield chunk
      chunk = ''
    }
  }
  if (chunk !== '') yield chunk
}

/**
 * Copies rows into a table by `COPY … FROM STDIN` and returns how many. Objects and arrays go in as JSON, null and
 * undefined as NULL. `table` and `columns` are names of ours, never of a user's. While it runs the connection answers
 * nothing else; where `rows` throws, nothing is copied and that error comes out.
 */
export async function copyRows(
  client: PoolClient,
  table: string,
  columns: readonly string[],
  rows: Rows,
): Promise<number> {
  const counted = { rows: 0 }
  const target = client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`))
  await pipeline(Readable.from(chunks(rows, counted), { objectMode: false, highWaterMark: chunkSize }), target)
  return counted.rows
}
