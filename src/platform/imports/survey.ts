/** Looks through a file for the step in which a person maps its columns and values. */
import type { Table } from './table.ts'

interface ColumnSurvey {
  readonly header: string
  readonly empty: number
  /** The most frequent values with their counts. */
  readonly values: readonly { readonly value: string; readonly count: number }[]
  /** Whether there are more different values than were counted. */
  readonly open: boolean
}
interface Survey {
  readonly rows: number
  /** Rows that could not be read as such. */
  readonly broken: number
  /** The line of the first of them. */
  readonly brokenLine: number | null
  readonly columns: readonly ColumnSurvey[]
}

const mostValues = 400
const longest = 200

/** Counts the values of each column. Memory is bounded: a column of many values, such as numbers, is left open. */
export async function surveyTable(table: Pick<Table, 'headers' | 'rows'>, mostRows = Infinity): Promise<Survey> {
  const columns = table.headers.map((header) => ({ header, empty: 0, open: false, counts: new Map<string, number>() }))
  let rows = 0
  let broken = 0
  let brokenLine: number | null = null
  for await (const { cells, fault, line } of table.rows) {
    if (rows >= mostRows) break
    rows++
    if (fault) {
      broken++
      brokenLine ??= line
      continue
    }
    columns.forEach((column, i) => {
      const value = (cells[i] ?? '').trim().slice(0, longest)
      if (value === '') column.empty++
      else {
        const count = column.counts.get(value)
        if (count !== undefined) column.counts.set(value, count + 1)
        else if (column.counts.size < mostValues) column.counts.set(value, 1)
        else column.open = true
      }
    })
  }
  return {
    rows,
    broken,
    brokenLine,
    columns: columns.map(({ header, empty, open, counts }) => ({
      header,
      empty,
      open,
      values: [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count),
    })),
  }
}
