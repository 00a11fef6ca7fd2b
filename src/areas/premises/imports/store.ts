/** Merging imported records: known ones found, relations resolved, changes worked out, then one insert and one update. */
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { inColumns, snake } from '../../../platform/db/names.ts'
import type { ChangeRow, MergeCounts } from '../../../platform/imports/importer.ts'
import { entryForEach } from '../../../platform/ledger/store.ts'
import { type Relation, relationKeys } from '../checks.ts'
import type { PremisesRow } from '../import-layout.ts'
import { mergeLock, serialDigits } from '../numbers/store.ts'
import { type Contacts, contactKeys, type Premises } from '../record-contract.ts'
import { reachOf, shown, shownColumns } from '../store.ts'
import { recordFields, saidKeyOf, saidOf, stagedFields } from './staging.ts'

export const stagedColumns: readonly string[] = stagedFields.map(snake)
const recordColumns = recordFields.map(snake)
const columns = sql.raw(recordColumns.join(', '))
const columnsOf = (table: string) => sql.raw(recordColumns.map((column) => `${table}.${column}`).join(', '))

/** Whether the district has any record that a row could be. */
export async function hasRecords({ tx, district }: Context): Promise<boolean> {
  const found = await tx
    .selectFrom('premises.premises')
    .select('id')
    .where('district', '=', district)
    .limit(1)
    .execute()
  return found.length > 0
}

/** The columns in which rows say their building, estate, company and committee. */
const saids = relationKeys.flatMap((relation) => [saidOf(relation), saidKeyOf(relation)].map(snake))

/** The staging table lives as long as the transaction. */
export async function makeStaging({ tx }: Context): Promise<void> {
  await sql`
    create temporary table staged on commit drop as
    select 0::integer as line, import_digest, ${columns}, ${sql.raw(saids.map((said) => `null::text as ${said}`).join(', '))},
      null::jsonb as record, null::jsonb as said, id, null::uuid as known, null::integer as known_version,
      false as merged, false as told,
      null::jsonb as was, null::jsonb as fields, null::text as problem
    from premises.premises limit 0`.execute(tx)
  await sql`alter table staged alter id set default platform.uuid_v7()`.execute(tx)
}

/** One import at a time merges into a district. */
export async function takeTurn({ tx, district }: Context): Promise<void> {
  await sql`select pg_advisory_xact_lock(${mergeLock(district)})`.execute(tx)
  // Without them the planner takes every join of the table with itself for one of a row with a row.
  const joined = ['premises_no', 'name_key', 'address_key', 'form', 'known', ...relationKeys.map(snake), ...saids]
  await sql`analyze staged (${sql.raw(joined.join(', '))})`.execute(tx)
}

/**
 * Finds the records that rows are: by their number, without one by name and address among those that the actor reaches. A
 * record that was merged goes by the one that was kept, to which a row says nothing that it had said before the merge.
 */
export async function findKnown(context: Context): Promise<void> {
  const { tx, district, actor } = context
  await sql`
    update staged s set known = coalesce(p.merged_into, p.id), merged = p.state = 'merged',
      told = p.state = 'merged' and p.import_digest is not distinct from s.import_digest
    from premises.premises p where p.district = ${district} and p.premises_no = s.premises_no`.execute(tx)
  await sql`
    update staged s set known = case when like_it.n = 1 then like_it.id end,
      problem = case when like_it.n > 1 then 'ambiguous-record' end
    from (
      select s.line, count(*) as n, min(premises.id::text)::uuid as id
      from staged s join premises.premises premises on premises.district = ${district}
        and premises.name_key = s.name_key and premises.address_key = s.address_key
        and premises.state <> 'merged' and ${reachOf(context)}
      where s.premises_no is null group by s.line) like_it
    where like_it.line = s.line`.execute(tx)
  // Known are mostly few rows, or all: unasked the planner walks through the whole file for each record.
  await sql`create unique index on staged (line)`.execute(tx)
  await sql`create index on staged (line) where known is not null`.execute(tx)
  await sql`analyze staged (line, known)`.execute(tx)
  await lockKnown(context)
  await sql`
    update staged s set problem = 'number-of-another' where s.known is not null and not exists (
      select from premises.premises premises
      where premises.district = ${district} and premises.id = s.known and ${reachOf(context)})`.execute(tx)
  await sql`
    update staged s set problem = 'known-twice'
    from (
      select line, row_number() over (partition by known order by merged is true, line) as nth
      from staged where known is not null and told is not true) twice
    where twice.line = s.line and twice.nth > 1`.execute(tx)
  if (!actor.reach.district)
    await sql`
      update staged set problem = 'supervisor-not-own supervisor'
      where known is null and supervisor <> ${actor.body}::uuid`.execute(tx)
}

const mayChange = sql`s.told is not true and s.import_digest is distinct from premises.import_digest`

/** Whoever corrects one of them waits. All in the order of ids, as everybody locks who locks several. */
async function lockKnown(context: Context): Promise<void> {
  await sql`
    select count(*) from (
      select from premises.premises premises join staged s on s.known = premises.id
      where premises.district = ${context.district} and ${mayChange} and ${reachOf(context)}
      order by premises.id for update of premises) locked`.execute(context.tx)
}

/** How many new rows have no number yet. */
export async function countNumberless({ tx }: Context): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from staged where premises_no is null and known is null`.execute(tx)
  return rows[0]?.n ?? 0
}

/** Gives numbers from `first` on to new rows without one, in the order of the file; one that the file has stays out. */
export async function giveNumbers({ tx, district }: Context, first: number): Promise<void> {
  await sql`
    update staged s set premises_no = given.no
    from (
      select line, ${district} || lpad(nth::text, greatest(${serialDigits}, length(nth::text)), '0') as no
      from (
        select line, ${first}::bigint + row_number() over (order by line) - 1 as nth
        from staged where premises_no is null and known is null) counted) given
    where given.line = s.line and not exists (select from staged other where other.premises_no = given.no)`.execute(tx)
}

/** A row whose record is known, and the record. */
export interface KnownRow {
  readonly line: number
  readonly row: PremisesRow
  readonly parts: Readonly<Record<Relation, string | null>>
  readonly premises: Premises
  readonly contacts: Contacts
}

/** The next rows, behind a line, that may change a known record. */
export async function knownAfter({ tx, district }: Context, line: number, limit: number): Promise<KnownRow[]> {
  const record = sql.raw(shownColumns.map((column) => `premises.${snake(column)}`).join(', '))
  const { rows } = await sql<
    { line: number; said: PremisesRow; parts: KnownRow['parts'] } & Parameters<typeof shown>[0]
  >`
    select s.line, s.said, jsonb_build_object('building', s.building, 'estate', s.estate, 'company', s.company,
      'committee', s.committee) as parts, ${record}
    from staged s join premises.premises premises on premises.district = ${district} and premises.id = s.known
    where s.known is not null and s.line > ${line} and s.problem is null and ${mayChange}
    order by s.line limit ${limit}`.execute(tx)
  return rows.map(({ line: at, said, parts, ...row }) => {
    const contacts = Object.fromEntries(contactKeys.map((field) => [field, row[field]])) as Contacts
    return { line: at, row: said, parts, premises: shown(row), contacts }
  })
}

/** A staged row as it will be written over its record, with what that changes; or why it cannot. */
export type Worked =
  | { readonly line: number; readonly problem: string }
  | {
      readonly line: number
      readonly version: number
      readonly record: Readonly<Record<string, unknown>>
      readonly after: object
      readonly was: object
      readonly fields: readonly object[]
    }

export async function putWorked({ tx }: Context, worked: readonly Worked[]): Promise<void> {
  const problems = worked.filter((one) => 'problem' in one)
  const rows = worked.flatMap((one) =>
    'problem' in one
      ? []
      : {
          ...inColumns(one.record),
          line: one.line,
          known_version: one.version,
          record: one.after,
          was: one.was,
          fields: one.fields.length > 0 ? one.fields : null,
        },
  )
  // Of a row with a problem everything stays as it was said: a person reads it.
  for (const [set, from] of [
    [[...recordColumns, 'known_version', 'record', 'was', 'fields'], rows],
    [['problem'], problems],
  ] as const) {
    const put = sql.raw(set.join(', '))
    await sql`
      update staged s set (${put}) = (select ${put} from jsonb_populate_record(null::staged, r.value))
      from jsonb_array_elements(${JSON.stringify(from)}::jsonb) r
      where s.line = (r.value ->> 'line')::integer`.execute(tx)
  }
}

/** `problem` is the rule, and the field that breaks it where that is not the row as a whole. */
export interface Problem {
  line: number
  problem: string
  value: string
}

/** Rows that cannot be merged, the first of them; and takes all of them out. */
export async function takeProblems({ tx }: Context, most: number): Promise<{ first: Problem[]; rows: number }> {
  const { rows } = await sql<Problem>`
    select line, problem, coalesce(premises_no, name) as value from staged where problem is not null
    order by line limit ${most}`.execute(tx)
  const dropped = await sql`delete from staged where problem is not null`.execute(tx)
  return { first: rows, rows: Number(dropped.numAffectedRows ?? 0) }
}

/** The rows that would change a record, for a person to approve. */
export const changes = (): RawBuilder<ChangeRow> =>
  sql`select line, known as record, coalesce(premises_no, '') as no, name, fields from staged where fields is not null`

/** What a merge would do, without doing it. */
export async function compare({ tx }: Context): Promise<MergeCounts> {
  const { rows } = await sql<MergeCounts>`
    select count(*) filter (where known is null)::int as rows_new,
      count(*) filter (where fields is not null)::int as rows_changed,
      count(*) filter (where known is not null and fields is null)::int as rows_same
    from staged`.execute(tx)
  return rows[0] ?? { rowsNew: 0, rowsChanged: 0, rowsSame: 0 }
}

/** Writes the staged rows and their entries in the ledger. */
export async function merge(context: Context, note: string, { rowsNew, rowsChanged }: MergeCounts): Promise<void> {
  const { tx, district, at } = context
  const entry = { act: 'premises.import', kind: 'premises', note }
  if (rowsNew > 0) {
    const added = {
      ...entry,
      subject: sql`s.id`,
      after: sql`s.record || jsonb_build_object('id', s.id, 'premisesNo', s.premises_no)`,
    }
    await sql`${entryForEach(context, added, sql`staged s where s.known is null`)}`.execute(tx)
    await sql`
      insert into premises.premises (district, id, entered_at, import_digest, ${columns})
      select ${district}, s.id, ${at.instant}, s.import_digest, ${columnsOf('s')} from staged s where s.known is null
      order by s.line`.execute(tx)
  }
  if (rowsChanged > 0) {
    const changed = { ...entry, subject: sql`s.known`, before: sql`s.was`, after: sql`s.record` }
    await sql`${entryForEach(context, changed, sql`staged s where s.fields is not null`)}`.execute(tx)
    await sql`
      update premises.premises p set (${columns}, import_digest, version) =
        (select ${columnsOf('s')}, s.import_digest, p.version + 1)
      from staged s where p.district = ${district} and p.id = s.known and s.fields is not null`.execute(tx)
  }
}

/** So many are told at a time: a file may change a million. */
const together = 5000

/** The records that the file changed. */
export async function* changedIds({ tx }: Context): AsyncGenerator<string[]> {
  await sql`create index on staged (known) where fields is not null`.execute(tx)
  for (let last: string | null = null; ; ) {
    const found: { rows: { id: string }[] } = await sql<{ id: string }>`
      select known as id from staged where fields is not null and (${last}::uuid is null or known > ${last}::uuid)
      order by known limit ${together}`.execute(tx)
    const ids = found.rows.map(({ id }) => id)
    last = ids.at(-1) ?? null
    if (last === null) return
    yield ids
  }
}
