/** A whole exported list as one file on disk, for answers that are sent as a file. */
import { randomUUID } from 'node:crypto'
import { createWriteStream, openAsBlob } from 'node:fs'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { ExportColumn, ExportRows } from './columns.ts'
import { writeCsv } from './csv.ts'
import { writeXlsx } from './xlsx.ts'

const folder = join(tmpdir(), `shouwang-exports-${process.pid}`)
/** Milliseconds in which an export must have been sent; then its file goes. */
const keptFor = 3_600_000

const mediaTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

interface ExportedFile {
  /** Read from the disk as it is sent, so that memory does not grow with the list. */
  readonly file: File
  readonly rows: number
}

/** Removes the files of exports that nobody can be reading any more. */
async function sweep(): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    const found = await stat(path).catch(() => undefined)
    if (found && Date.now() - found.mtimeMs > keptFor) await rm(path, { force: true })
  }
}

/** Writes the list to a file of its own. */
export async function exportFile(
  name: string,
  format: 'csv' | 'xlsx',
  columns: readonly ExportColumn[],
  rows: ExportRows,
): Promise<ExportedFile> {
  let count = 0
  async function* counted() {
    for await (const row of rows) {
      count++
      yield row
    }
  }
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await sweep()
  const path = join(folder, `${randomUUID()}.${format}`)
  const stream = format === 'csv' ? writeCsv(columns, counted()) : writeXlsx(columns, counted())
  try {
    await pipeline(stream, createWriteStream(path, { mode: 0o600 }))
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
  const type = mediaTypes[format]
  return { file: new File([await openAsBlob(path, { type })], name, { type }), rows: count }
}
