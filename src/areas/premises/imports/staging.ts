/** The columns of a staged row, and how a row is written to them: a rule. */
import { fold } from '../../../kernel/fold.ts'
import { type Relation, relationKeys } from '../checks.ts'
import type { PremisesRow } from '../import-layout.ts'
import { type Stored, shownFields } from '../record.ts'
import type { Contacts } from '../record-contract.ts'
import { shownOf } from './said.ts'

/** What is written of a record, in the order of COPY. */
export const recordFields = [
  ...shownFields,
  'nameKey',
  'namePinyin',
  'nameInitials',
  'nameSound',
  'addressKey',
  'addressSound',
] as const satisfies readonly (keyof Stored | keyof Contacts)[]

/** Arrays of codes, which COPY wants in braces; codes have neither commas nor blanks. */
const texts = new Set<string>(['tags', 'criteria', 'keptCriteria'])

/** What a row says of a relation: a number or a name, as it stands and as names are compared. */
export const saidOf = (relation: Relation) => `${relation}Said` as const
export const saidKeyOf = (relation: Relation) => `${relation}SaidKey` as const

/** What the store needs beside the record: where the row stood, and what it said in words. */
export const stagedFields = [
  'line',
  'importDigest',
  ...recordFields,
  ...relationKeys.map(saidOf),
  ...relationKeys.map(saidKeyOf),
  'record',
  'said',
] as const

/** The values of a staged row in the order of its fields. `said` is kept where the register may know the record. */
export function stagedRow(
  line: number,
  row: PremisesRow,
  digest: string,
  record: Stored,
  contacts: Contacts,
  keepSaid: boolean,
): unknown[] {
  const all = { ...record, ...contacts }
  const values: unknown[] = [line, digest]
  for (const field of recordFields) {
    const value = all[field]
    values.push(texts.has(field) && Array.isArray(value) ? `{${value.join()}}` : value)
  }
  for (const relation of relationKeys) values.push(row[relation])
  for (const relation of relationKeys) values.push(row[relation] && fold(row[relation] ?? ''))
  values.push(JSON.stringify(shownOf(record, contacts)), keepSaid ? JSON.stringify(row) : null)
  return values
}
