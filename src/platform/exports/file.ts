/** A whole exported list as one file on disk, for answers that are sent as a file. */
import { createWriteStream, openAsBlob } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Busy } from '../context.ts'
import { temporaryFolder } from '../temporary.ts'
import type { ExportColumn, ExportRows } from './columns.ts'
import { writeCsv } from './csv.ts'
import { writeXlsx } from './xlsx.ts'

const mediaTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

interface ExportedFile {
  /** Read from the disk as it is sent, so that memory does not grow with the list. */
  readonly file: File
  readonly rows: number
}

/** Lists that are written at once: each holds a connection for as long as it takes. */
const mostAtOnce = 4
let underWay = 0

/**
 * Writes the list to a file of its own. It goes with the sweep of temporary folders, an hour after it was written. Throws
 * Busy where too many are being written already.
 */
export async function exportFile(
  name: string,
  format: 'csv' | 'xlsx',
  columns: readonly ExportColumn[],
  rows: ExportRows,
): Promise<ExportedFile> {
  if (underWay >= mostAtOnce) throw new Busy()
  underWay++
  try {
    return await written(name, format, columns, rows)
  } finally {
    underWay--
  }
}

async function written(
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
  const folder = await temporaryFolder('export')
  const path = join(folder, `list.${format}`)
  const stream = format === 'csv' ? writeCsv(columns, counted()) : writeXlsx(columns, counted())
  try {
    await pipeline(stream, createWriteStream(path, { mode: 0o600 }))
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
  const type = mediaTypes[format]
  return { file: new File([await openAsBlob(path, { type })], name, { type }), rows: count }
}
