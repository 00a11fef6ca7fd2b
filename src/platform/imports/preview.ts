/** Reading the first rows by a mapping under way: whatever is wrong is told, and nothing keeps a row from being shown. */
import { type Preview, Value } from '../../kernel/import-contract.ts'
import type { Column, Layout, Profile, RowCheck, RowOf } from '../../kernel/layout.ts'
import type { Words } from '../../kernel/words.ts'
import { compileRows } from './compile.ts'
import { FileFault } from './faults.ts'
import type { Lookups } from './lookups.ts'

type Shown = Preview['rows'][number]
type Row = Readonly<Record<string, unknown>>

/** What a reader of rows says of a cell, by the header of its column. */
interface Told extends Words {
  readonly column: string
}

interface PreviewParts<Columns extends readonly Column[]> {
  readonly layout: Layout<Columns>
  /** Fields without which no check between columns is asked. */
  readonly checksNeed: readonly (keyof RowOf<Columns>)[]
  readonly lookups: Lookups
  /** The server's instant. */
  readonly now: string
}

/** The rows as the mapping reads them. It may be unfinished: every fault is told, none keeps a row from being shown. */
export function previewOf<Columns extends readonly Column[]>(
  { layout, checksNeed, lookups, now }: PreviewParts<Columns>,
  { headers, rows, profile }: { headers: readonly string[]; rows: readonly string[][]; profile: Profile },
): Preview {
  try {
    const patient = patientLayout(layout, checksNeed)
    const reader = compileRows(patient, headers, { profile: patientProfile(profile, headers), lookups, now })
    const shown = rows.map((cells, at) => {
      const read = reader.read({ line: at + 1, cells })
      return 'faults' in read
        ? shownRow(layout.columns, {}, read.faults, profile)
        : shownRow(layout.columns, read.row, read.blanked, profile)
    })
    return { rows: shown, problem: null }
  } catch (error) {
    if (error instanceof FileFault) return { rows: [], problem: error.words }
    throw error
  }
}

/**
 * The layout with nothing required, so that each bad cell counts as unknown and the rest is read. What must hold between
 * columns is asked only where what it rests on is known: without the kind of an alarm every fire would look wrong.
 */
function patientLayout<Columns extends readonly Column[]>(
  layout: Layout<Columns>,
  checksNeed: readonly (keyof RowOf<Columns>)[],
): Layout<Columns> {
  const checks: readonly RowCheck<RowOf<Columns>>[] = layout.checks ?? []
  return {
    ...layout,
    naturalKey: '',
    columns: layout.columns.map((column) => ({ ...column, required: false })) as never,
    checks: checks.map((check) => ({
      ...check,
      broken: (row, line) => (checksNeed.some((field) => row[field] === null) ? undefined : check.broken(row, line)),
    })),
  }
}

const headersOf = ({ from }: Profile['columns'][string]): string[] => (from === undefined ? [] : [from].flat())

/** The mapping without what this file lacks; a bad cell counts as unknown, and no column of the file is too many. */
const patientProfile = (profile: Profile, headers: readonly string[]): Profile => ({
  ...profile,
  ignore: '*',
  columns: Object.fromEntries(
    Object.entries(profile.columns)
      .filter(([, mapping]) => headersOf(mapping).every((header) => headers.includes(header)))
      .map(([key, mapping]) => [key, { ...mapping, invalid: 'blank' as const }]),
  ),
})

const wanting: Words = { zh: '必须填写。', en: 'Must be filled in.' }

/** A row as it was read, and what was wrong with it, by the keys of our columns. */
function shownRow(columns: readonly Column[], row: Row, told: readonly Told[], profile: Profile): Shown {
  const values: Shown['values'] = {}
  const faults: Shown['faults'] = []
  for (const column of columns) {
    const { key, field, required = false } = column
    const mapping = profile.columns[key]
    if (!mapping) continue
    values[key] = Value.parse(row[field] ?? null)
    if (values[key] !== null) continue
    const header = headersOf(mapping).join(' + ') || column.zh
    const own = told.filter((one) => one.column === header)
    const blank = mapping.invalid === 'blank' && !required
    for (const { zh, en } of own) faults.push({ key, zh, en, blank })
    if (required && own.length === 0) faults.push({ key, ...wanting, blank })
  }
  return { values, faults }
}
