/** Code tables: data with effective dates, shipped with the program and editable by the district. */
import type { z } from 'zod'
import { RuleViolation } from './lifecycle.ts'

export interface CodeEntry {
  readonly code: string
  readonly zh: string
  readonly en: string
  /** The entry above it, in a table of two levels. */
  readonly parent?: string
  /** First day on which it holds. */
  readonly from?: string
  /** First day on which it holds no more. */
  readonly until?: string
  readonly props?: Readonly<Record<string, unknown>>
}

/** The order of the entries is the order in which people see them. */
export interface CodeTable {
  readonly key: string
  readonly zh: string
  readonly en: string
  readonly entries: readonly CodeEntry[]
}

/** Whether an entry holds on a day. */
export const inForce = ({ from, until }: CodeEntry, day: string): boolean =>
  (from === undefined || from <= day) && (until === undefined || day < until)

export const entriesOn = (table: CodeTable, day: string): readonly CodeEntry[] =>
  table.entries.filter((entry) => inForce(entry, day))

/** The entry of a code that holds on the day, else the newest of that code: an old record keeps its name. */
export function findCode(table: CodeTable, code: string, day: string): CodeEntry | undefined {
  const ofCode = table.entries.filter((entry) => entry.code === code)
  return ofCode.find((entry) => inForce(entry, day)) ?? ofCode.at(-1)
}

/** An entry's properties as its table wants them. Throws RuleViolation 'code-entry-unsound', which names the field. */
export function propsOf<T>(shape: z.ZodType<T>, table: string, { code, props }: Pick<CodeEntry, 'code' | 'props'>): T {
  const { data, success, error } = shape.safeParse(props)
  if (success) return data
  throw new RuleViolation('code-entry-unsound', { table, code, field: error.issues[0]?.path.join('.') ?? '' })
}
