/** Bulk loading by COPY, with backpressure: a million rows take no more memory than a few. */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { PoolClient } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

const chunkSize = 64 * 1024
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }
const needsEscape = /[\\\n\r\t]/

function cell(value: unknown): string {
  if (value === null || value === undefined) return '\\N'
  if (typeof value === 'number') return String(value)
  if (typeof value === 'boolean') return value ? 't' : 'f'
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return needsEscape.test(text) ? text.replace(/[\\\n\r\t]/g, (char) => escapes[char] ?? char) : text
}

async function* chunks(rows: Rows, counted: { n: number }): AsyncGenerator<string> {
  let chunk = ''
  for await (const row of rows) {
    counted.n++
    for (let i = 0; i < row.length; i++) chunk += i === 0 ? cell(row[i]) : `\t${cell(row[i])}`
    chunk += '\n'
    if (chunk.length > chunkSize) {
      yield chunk
      chunk = ''
    }
  }
  if (chunk !== '') yield chunk
}

export type Rows = AsyncIterable<readonly unknown[]> | Iterable<readonly unknown[]>

/**
 * Copies rows into a table by `COPY … FROM STDIN` and returns how many. Objects go in as JSON, null and undefined as
 * NULL. `table` and `columns` are names of ours, never of a user's.
 */
export async function copyRows(
  client: PoolClient,
  table: string,
  columns: readonly string[],
  rows: Rows,
): Promise<number> {
  const counted = { n: 0 }
  const target = client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`))
  await pipeline(Readable.from(chunks(rows, counted), { objectMode: false, highWaterMark: chunkSize }), target)
  return counted.n
}
