/** Reading the first rows by a mapping under way: whatever is wrong is told, and nothing keeps a row from being shown. */
import type { Layout, Profile } from '../../../kernel/layout.ts'
import type { Words } from '../../../kernel/words.ts'
import { incidentLayout } from '../import-layout.ts'
import type { Preview } from './contract.ts'

type Shown = Preview['rows'][number]
type Row = Readonly<Record<string, unknown>>

/** What a reader of rows says of a cell, by the header of its column. */
interface Told extends Words {
  readonly column: string
}

/**
 * The layout with nothing required, so that each bad cell counts as unknown and the rest is read. What must hold between
 * columns is asked only where the kind and the time of the alarm are known: without them every fire would look wrong.
 */
export const patientLayout: Layout = {
  ...incidentLayout,
  naturalKey: '',
  columns: incidentLayout.columns.map((column) => ({ ...column, required: false })),
  checks: incidentLayout.checks?.map((check) => ({
    ...check,
    broken: (row: Row) => (row.kind === null || row.receivedAt === null ? undefined : check.broken(row as never)),
  })) as never,
}

const headersOf = ({ from }: Profile['columns'][string]): string[] => (from === undefined ? [] : [from].flat())

/** The mapping without what this file lacks; a bad cell counts as unknown, and no column of the file is too many. */
export const patientProfile = (profile: Profile, headers: readonly string[]): Profile => ({
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
export function shownRow(row: Row, told: readonly Told[], profile: Profile): Shown {
  const values: Shown['values'] = {}
  const faults: Shown['faults'] = []
  for (const column of incidentLayout.columns) {
    const { key, field } = column
    const mapping = profile.columns[key]
    if (!mapping) continue
    const value = row[field]
    values[key] = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
    if (values[key] !== null) continue
    const header = headersOf(mapping).join(' + ') || column.zh
    const own = told.filter((one) => one.column === header)
    const required = 'required' in column
    const blank = mapping.invalid === 'blank' && !required
    for (const { zh, en } of own) faults.push({ key, zh, en, blank })
    if (required && own.length === 0) faults.push({ key, ...wanting, blank })
  }
  return { values, faults }
}
