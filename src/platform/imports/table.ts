/** Opens a file of records, whatever its format, as one kind of table that is read as a stream. */
import { open } from 'node:fs/promises'
import { openArchive } from './archive.ts'
import { csvSplitter, detectDelimiter, looksDelimited, type SourceRow } from './csv.ts'
import { decode, detectEncoding } from './encoding.ts'
import { FileFault, faultOf, fileWord, listed, Refusal } from './faults.ts'
import { jsonHeaders, jsonRows } from './jsonl.ts'
import { limits, sizeWords } from './limits.ts'
import { reportWords } from './messages.ts'
import { chooseSheet, sheetRows } from './sheet.ts'
import { isArchive, isJsonLines } from './sniff.ts'
import { readWorkbook } from './workbook.ts'

export interface TableOptions {
  /** A label such as 'gbk' or 'big5', where finding out is not enough. */
  readonly encoding?: string | undefined
  readonly delimiter?: string | undefined
  /** The name of a sheet; else the first that is not hidden. */
  readonly sheet?: string | undefined
  /** The line of the header; else the first line, or the first with several cells below a title. */
  readonly headerRow?: number | undefined
  readonly mostBytes?: number | undefined
  readonly mostRows?: number | undefined
  readonly mostUnpackedBytes?: number | undefined
}

export interface Table {
  readonly format: 'csv' | 'xlsx' | 'jsonl'
  readonly encoding: string | null
  readonly delimiter: string | null
  readonly sheet: string | null
  /** All sheets of a workbook. */
  readonly sheets: readonly string[]
  readonly headers: readonly string[]
  readonly bytes: number
  /** Reads the file from its first row each time it is walked. Rows without any content are left out. */
  readonly rows: AsyncIterable<SourceRow>
  /** How much of the file the latest walk has read, 0 to 1. */
  progress(): number
}

/** Batches of raw records, the header and any title among them. */
type Walk = () => AsyncGenerator<SourceRow[]>
interface Source extends Pick<Table, 'format' | 'encoding' | 'delimiter' | 'sheet' | 'sheets'> {
  readonly walk: Walk
  /** Where the format states its header apart from its records. */
  readonly headers?: readonly string[]
}

const sampleCharacters = 64 * 1024
const plain = { encoding: null, delimiter: null, sheet: null, sheets: [] }
const isBlank = (cell: string) => cell === '' || cell.trim() === ''
const hasContent = ({ cells, fault }: SourceRow) => fault !== undefined || cells.some((cell) => !isBlank(cell))

/** Errors of the file system become a fault in words too. */
const inWords = (error: unknown): unknown =>
  error instanceof Error && 'syscall' in error
    ? new FileFault('unreadable', { where: error.message }, { cause: error })
    : error

async function onFile<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw inWords(error)
  }
}

async function readHead(path: string, mostBytes: number): Promise<{ head: Buffer; bytes: number }> {
  const file = await open(path)
  try {
    const stats = await file.stat()
    if (stats.isDirectory()) throw new FileFault('not-a-table', { what: fileWord('folder') })
    if (stats.size === 0) throw new FileFault('empty')
    if (stats.size > mostBytes)
      throw new FileFault('too-large', { size: sizeWords(stats.size), limit: sizeWords(mostBytes) })
    const head = Buffer.alloc(4096)
    const { bytesRead } = await file.read(head, 0, head.length, 0)
    return { head: head.subarray(0, bytesRead), bytes: stats.size }
  } finally {
    await file.close()
  }
}

async function openText(
  path: string,
  head: Buffer,
  options: TableOptions,
  consumed: (bytes: number) => void,
): Promise<Source> {
  const encoding = await detectEncoding(path, head, options.encoding)
  const texts = () => decode(path, encoding, consumed)
  let sample = ''
  for await (const text of texts()) {
    sample += text
    if (sample.length >= sampleCharacters) break
  }
  sample = sample.slice(0, sampleCharacters)
  if (sample.trim() === '') throw new FileFault('empty')
  if (options.delimiter === undefined && isJsonLines(sample)) {
    const headers = await jsonHeaders(texts())
    return { ...plain, format: 'jsonl', encoding, headers, walk: () => jsonRows(texts(), headers) }
  }
  if (options.delimiter !== undefined && options.delimiter.length !== 1)
    throw new FileFault('delimiter-named', { delimiter: options.delimiter })
  // Excel's own hint of the delimiter, which it writes above the header.
  const hinted = /^sep=(.)\r?\n/i.exec(sample)?.[1]
  const delimiter = options.delimiter ?? hinted ?? detectDelimiter(sample)
  async function* walk() {
    const splitter = csvSplitter(delimiter)
    for await (const text of texts()) yield splitter.push(text)
    yield splitter.end()
  }
  return { ...plain, format: 'csv', encoding, delimiter, walk }
}

async function openWorkbook(path: string, options: TableOptions, consumed: (bytes: number) => void): Promise<Source> {
  const mostUnpacked = options.mostUnpackedBytes ?? limits.unpackedBytes
  const archive = await openArchive(path, mostUnpacked)
  try {
    const workbook = await readWorkbook(archive)
    const sheet = chooseSheet(workbook, options.sheet)
    async function* walk() {
      const again = await openArchive(path, mostUnpacked, consumed)
      try {
        yield* sheetRows(again, workbook, sheet)
      } finally {
        await again.close()
      }
    }
    return { ...plain, format: 'xlsx', sheet: sheet.name, sheets: workbook.sheets.map(({ name }) => name), walk }
  } finally {
    await archive.close()
  }
}

/** The first records that hold anything. */
async function firstRows(walk: Walk, most: number): Promise<SourceRow[]> {
  const found: SourceRow[] = []
  for await (const batch of walk()) {
    found.push(...batch.filter(hasContent))
    if (found.length >= most) break
  }
  return found.slice(0, most)
}

/** Of the first records the header: the one on the named line, else the first that is no title above a table. */
function headerOf(first: readonly SourceRow[], line?: number): { header: SourceRow; followed: boolean } {
  const wide = first.slice(0, -1).findIndex(({ cells }) => cells.filter((cell) => !isBlank(cell)).length > 1)
  const at = line === undefined ? Math.max(0, wide) : first.findIndex((row) => row.line >= line)
  const header = first[at]
  if (!header) throw new FileFault('empty')
  if (header.fault) throw new FileFault('damaged', { where: header.fault })
  return { header, followed: at + 1 < first.length }
}

const tidy = (header: string) => header.replace(/\s+/g, ' ').trim()

/** The names of the columns, without those behind the last that has one. */
function namesOf(cells: readonly string[]): string[] {
  const names = cells.map(tidy)
  while (names.at(-1) === '') names.pop()
  if (names.length > limits.headers)
    throw new FileFault('too-many-columns', { found: names.length, limit: limits.headers })
  const named = names.map((name, i) => name || `第${i + 1}列`)
  const twice = named.filter((name, i) => named.indexOf(name) !== i)
  if (twice.length) throw new FileFault('duplicate-headers', { headers: listed([...new Set(twice)]) })
  return named
}

/** How many leading columns are those of our own report of bad rows, mended and sent again. */
function reportColumns(names: readonly string[]): number {
  const ours = [reportWords.zh, reportWords.en].map((words) => [words.line, words.column, words.value, words.reason])
  return ours.some((columns) => columns.every((column, i) => column === tidy(names[i] ?? ''))) ? 4 : 0
}

/** Cuts and pads a record to the header; one that is too short or too long in a delimited file is a fault. */
function fit(row: SourceRow, width: number, skip: number, strict: boolean): SourceRow {
  const { line, cells, fault } = row
  if (fault) return { line, cells: cells.slice(skip), fault }
  if (cells.length === width && skip === 0) return row
  const expected = width + skip
  const beyond = cells.slice(expected).some((cell) => !isBlank(cell))
  if (beyond || (strict && cells.length < expected)) {
    const refusal = new Refusal('column-count', { found: cells.length, expected })
    return { line, cells: cells.slice(skip), fault: faultOf(line, '', cells.join(','), refusal) }
  }
  const fitted = cells.slice(skip, expected)
  while (fitted.length < width) fitted.push('')
  return { line, cells: fitted }
}

/**
 * Opens a file of records. Reads as much of it as is needed to know its format, encoding, header and that it has rows;
 * the rows themselves are read when walked. Throws a FileFault, here or in the walk, and nothing else.
 */
export async function openTable(path: string, options: TableOptions = {}): Promise<Table> {
  const mostRows = options.mostRows ?? limits.rows
  const { head, bytes } = await onFile(() => readHead(path, options.mostBytes ?? limits.bytes))
  let read = 0
  const consumed = (n: number) => {
    read += n
  }
  const source = await onFile(() =>
    isArchive(head) ? openWorkbook(path, options, consumed) : openText(path, head, options, consumed),
  )
  const shape = await onFile(() => shapeOf(source, options))

  async function* walkRows(): AsyncGenerator<SourceRow> {
    read = 0
    let count = 0
    const { names, skip, headerLine } = shape
    try {
      for await (const batch of source.walk())
        for (const row of batch) {
          if (row.line <= headerLine) continue
          const fitted = fit(row, names.length, skip, source.format === 'csv')
          if (!hasContent(fitted)) continue
          if (++count > mostRows) throw new FileFault('too-many-rows', { limit: mostRows })
          yield fitted
        }
    } catch (error) {
      throw inWords(error)
    }
  }
  const { format, encoding, delimiter, sheet, sheets } = source
  return {
    format,
    encoding,
    delimiter,
    sheet,
    sheets,
    headers: shape.names,
    bytes,
    rows: { [Symbol.asyncIterator]: walkRows },
    progress: () => Math.min(1, read / bytes),
  }
}

async function shapeOf(source: Source, { headerRow, delimiter }: TableOptions) {
  if (source.headers) {
    const names = namesOf(source.headers)
    if (names.length === 0) throw new FileFault('empty')
    return { names, skip: 0, headerLine: 0 }
  }
  const { header, followed } = headerOf(await firstRows(source.walk, 12 + (headerRow ?? 0)), headerRow)
  const skip = reportColumns(header.cells)
  const names = namesOf(header.cells.slice(skip))
  const [only = ''] = names
  if (source.format === 'csv' && names.length === 1 && looksDelimited(only))
    throw new FileFault('delimiter', { header: only.slice(0, 80), delimiter })
  if (!followed) throw new FileFault('header-only')
  return { names, skip, headerLine: header.line }
}
