/** The report of bad rows: a CSV that says what is wrong and holds the rows, to be mended and imported again. */
import { type FileHandle, open } from 'node:fs/promises'
import { fill, type Lang } from '../../kernel/words.ts'
import { byteOrderMark, csvLine, escapeFormula } from '../exports/csv.ts'
import type { SourceRow } from './csv.ts'
import type { Fault } from './faults.ts'
import { reportWords } from './messages.ts'

export interface FaultReport {
  /** Takes a row with what is wrong with it. Resolves when there is room for more. */
  add(row: SourceRow, faults: readonly Fault[]): Promise<void>
  /** Closes the file and gives its path; undefined where no row was bad and there is no file. */
  close(): Promise<string | undefined>
}

interface ReportOptions {
  readonly lang?: Lang
  /** Rows listed at most; the others are counted in a closing line. */
  readonly most?: number
}

const batchCharacters = 64 * 1024
const separators = { zh: '；', en: '; ' } as const

/**
 * Makes ready a report, whose file is made with the first bad row. One line a bad row: its line, columns, values and
 * reasons, then its own cells. Cells that look like formulas are made harmless; reading the report back takes these
 * marks, the first columns and the closing line off again.
 */
export async function openFaultReport(
  path: string,
  headers: readonly string[],
  { lang = 'zh', most = 100_000 }: ReportOptions = {},
): Promise<FaultReport> {
  const words = reportWords[lang]
  let file: FileHandle | undefined
  const line = (cells: readonly string[]) => csvLine(cells.map(escapeFormula))
  const joined = (parts: readonly string[]) => [...new Set(parts)].filter((part) => part !== '').join(separators[lang])
  let waiting = byteOrderMark + line([words.line, words.column, words.value, words.reason, ...headers])
  let bad = 0

  async function flush() {
    const text = waiting
    waiting = ''
    file ??= await open(path, 'w')
    await file.writeFile(text)
  }
  return {
    async add(row, faults) {
      bad++
      if (bad > most) return
      const columns = joined(faults.map(({ column }) => column))
      const values = joined(faults.map(({ value }) => value))
      const reasons = joined(
        faults.map((fault) => (fault.column === '' ? fault[lang] : `${fault.column}：${fault[lang]}`)),
      )
      // A row that was read with too few or too many cells keeps them: that is what must be mended.
      waiting += line([String(row.line), columns, values, reasons, ...row.cells])
      if (waiting.length >= batchCharacters) await flush()
    },
    async close() {
      if (bad === 0) return undefined
      if (bad > most) waiting += line(['', '', '', fill(words.more, { count: bad - most }), ...headers.map(() => '')])
      try {
        await flush()
      } finally {
        await file?.close()
      }
      return path
    },
  }
}
