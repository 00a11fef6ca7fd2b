/** Writes the demonstration's register as the file that its import reads. */
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { PremisesDemoRow } from './row.ts'

const linesAtOnce = 500

function* chunks(rows: Iterable<PremisesDemoRow>): Generator<string> {
  let lines: string[] = []
  for (const row of rows) {
    lines.push(JSON.stringify(row))
    if (lines.length < linesAtOnce) continue
    yield `${lines.join('\n')}\n`
    lines = []
  }
  if (lines.length > 0) yield `${lines.join('\n')}\n`
}

/** JSON Lines, a record a line; a million of them need no more memory than a few hundred. */
export const premisesFile = (path: string, rows: Iterable<PremisesDemoRow>): Promise<void> =>
  pipeline(Readable.from(chunks(rows)), createWriteStream(path))
