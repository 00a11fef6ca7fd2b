/** The business register in the database: rows of a file are staged, compared and taken in. */
import { sql } from 'kysely'
import type { Context } from '../../../../platform/context.ts'
import type { MergeCounts } from '../../../../platform/imports/importer.ts'
import type { StagedBusiness } from './staging.ts'

/** The columns of a staged row, in the order of COPY. */
export const stagedColumns = [
  'line',
  'uscc',
  'name',
  'address',
  'legal_person',
  'status',
  'opened_on',
  'ended_on',
  'scope',
  'name_key',
  'address_key',
  'as_of',
  'complete',
] as const satisfies readonly (keyof StagedBusiness)[]

const saidColumns = [
  'name',
  'address',
  'legal_person',
  'status',
  'opened_on',
  'ended_on',
  'scope',
  'name_key',
  'address_key',
] as const satisfies readonly (keyof StagedBusiness)[]
const said = sql.raw(saidColumns.join(', '))
const saidOf = (table: string) => sql.raw(saidColumns.map((column) => `${table}.${column}`).join(', '))
/** What a file says of a business, apart from when it said so. */
const changed = sql`((${saidOf('b')}) is distinct from (${saidOf('s')}) or b.missing_since is not null)`
/** An older file tells nothing of a business that a newer one has told of. */
const newest = sql`s.as_of >= b.as_of`

/** The staging table lives as long as the transaction. */
export async function makeStaging({ tx }: Context): Promise<void> {
  await sql`
    create temporary table staged on commit drop as
    select 0::integer as line, uscc, ${said}, as_of, false as complete from premises.business limit 0`.execute(tx)
}

const upkeepLock = (district: string) => sql`hashtext('premises.upkeep'), hashtext(${district})`

/** One file at a time is taken in and compared, while nobody acts on what the comparison before found. */
export async function lockMerge({ tx, district }: Context): Promise<void> {
  await sql`select pg_advisory_xact_lock(${upkeepLock(district)})`.execute(tx)
  await sql`analyze staged (uscc)`.execute(tx)
}

/** Whoever acts on a task waits for a comparison under way, and the next one waits for them. */
export async function holdComparison({ tx, district }: Context): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${upkeepLock(district)})`.execute(tx)
}

/** A row of the file that cannot be taken in. */
export interface Clash {
  line: number
  value: string
}

/** Takes out rows that name a code once more, written otherwise. */
export async function dropRepeated({ tx }: Context): Promise<Clash[]> {
  const { rows } = await sql<Clash>`
    delete from staged s using staged first
    where first.uscc = s.uscc and first.line < s.line returning s.line, s.uscc as value`.execute(tx)
  return rows
}

/** What taking the file in would do, without doing it. */
export async function compare({ tx, district }: Context): Promise<MergeCounts> {
  const { rows } = await sql<MergeCounts>`
    select count(*) filter (where b.uscc is null)::int as rows_new,
      count(*) filter (where ${newest} and ${changed})::int as rows_changed,
      count(*) filter (where b.uscc is not null and not (${newest} and ${changed}))::int as rows_same
    from staged s left join premises.business b on b.district = ${district} and b.uscc = s.uscc`.execute(tx)
  return rows[0] ?? { rowsNew: 0, rowsChanged: 0, rowsSame: 0 }
}

export interface BusinessFile {
  id: string
  name: string
  asOf: string
  complete: boolean
  businesses: number
  broughtBy: string
  broughtAt: string
}

/**
 * Takes the staged rows in and remembers the file; undefined where no row was good. In a complete file every row says
 * that it is one, and what it does not name has been missing since its day.
 */
export async function merge(context: Context, name: string): Promise<BusinessFile | undefined> {
  const { tx, district, at, actor } = context
  await sql`
    insert into premises.business as b (district, uscc, ${said}, as_of)
    select ${district}, s.uscc, ${saidOf('s')}, s.as_of from staged s
    on conflict (district, uscc) do update
    set (${said}, as_of, missing_since) = row(${saidOf('excluded')}, excluded.as_of, null)
    where excluded.as_of >= b.as_of`.execute(tx)
  const { rows } = await sql<BusinessFile>`
    insert into premises.business_file (district, name, as_of, complete, businesses, brought_by, brought_at)
    select ${district}, ${name}, max(as_of), bool_and(complete), count(*), ${actor.name}, ${at.instant}::timestamptz
    from staged having count(*) > 0
    returning id, name, as_of, complete, businesses, brought_by, brought_at`.execute(tx)
  const [file] = rows
  if (file?.complete)
    await sql`
      update premises.business b set missing_since = ${file.asOf}::date
      where b.district = ${district} and b.missing_since is null and b.as_of < ${file.asOf}::date
        and not exists (select from staged s where s.uscc = b.uscc)`.execute(tx)
  return file
}

/** The files that were brought in, newest first. */
export async function files({ tx, district }: Context): Promise<BusinessFile[]> {
  return tx
    .selectFrom('premises.businessFile')
    .select(['id', 'name', 'asOf', 'complete', 'businesses', 'broughtBy', 'broughtAt'])
    .where('district', '=', district)
    .orderBy('id', 'desc')
    .limit(24)
    .execute()
}
