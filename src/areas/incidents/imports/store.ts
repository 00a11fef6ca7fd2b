/** Merging imported incidents: a staging table, a comparison with what is there, then one insert and one update. */
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { camel } from '../../../platform/db/names.ts'
import type { MergeCounts } from '../../../platform/imports/importer.ts'
import { entryForEach } from '../../../platform/ledger/store.ts'
import { mergeLock } from '../store.ts'
import type { StagedRow } from './staging.ts'

/** The columns of a staged row, in the order of COPY. */
export const stagedColumns = [
  'line',
  'incident_no',
  'kind',
  'state',
  'received_at',
  'dispatched_at',
  'arrived_at',
  'controlled_at',
  'ended_at',
  'station',
  'community',
  'street',
  'address',
  'lng',
  'lat',
  'urban',
  'place',
  'cause',
  'sub_cause',
  'vehicles',
  'personnel',
  'rescued',
  'evacuated',
  'saved_fen',
  'direct_loss_fen',
  'economic_loss_fen',
  'burned_area_m2',
  'households',
  'people',
  'deaths',
  'serious_injuries',
  'minor_injuries',
  'production_accident',
  'source',
  'written_off_reason',
  'premises_no',
  'minor_fire',
  'stat_class',
  'accident_class',
  'import_digest',
  'record',
] as const satisfies readonly (keyof StagedRow)[]

const factColumns = stagedColumns.filter((column) => column !== 'line' && column !== 'record')
const facts = sql.raw(factColumns.join(', '))
const factsOf = (table: string) => sql.raw(factColumns.map((column) => `${table}.${column}`).join(', '))

/** An incident as the ledger holds it: the field names of the contract, and nothing where nothing is known. */
const asJson = (table: string) =>
  sql.raw(
    `jsonb_strip_nulls(jsonb_build_object(${['id', 'version', ...factColumns]
      .filter((column) => column !== 'import_digest')
      .map((column) => `'${camel(column)}', ${table}.${column}`)
      .join(', ')}))`,
  )

/** The staging table lives as long as the transaction. */
export async function makeStaging({ tx }: Context): Promise<void> {
  await sql`
    create temporary table staged on commit drop as
    select 0::integer as line, ${facts}, null::jsonb as record, id from incidents.incident limit 0`.execute(tx)
  await sql`alter table staged alter id set default platform.uuid_v7()`.execute(tx)
}

/** A row of the file that cannot be merged. */
export interface Clash {
  line: number
  incidentNo: string
}

/**
 * One import at a time merges into a district; a second one waits here and then sees what the first brought. What it is
 * going to change is locked before anything is compared: whoever corrects one of these records came before, or waits.
 */
export async function lockMerge({ tx, district }: Context): Promise<void> {
  await sql`select pg_advisory_xact_lock(${mergeLock(district)})`.execute(tx)
  await sql`analyze staged (incident_no)`.execute(tx)
  await sql`
    with held as materialized (
      select i.id from incidents.incident i join staged s on s.incident_no = i.incident_no
      where i.district = ${district} and i.import_digest is distinct from s.import_digest
      for update of i)
    select count(*) from held`.execute(tx)
}

/** Rows that say something new of a record which a person has corrected meanwhile: neither side is overwritten. */
export async function conflicts({ tx, district }: Context, limit: number): Promise<Clash[]> {
  const { rows } = await sql<Clash>`
    select s.line, s.incident_no
    from staged s join incidents.incident i on i.district = ${district} and i.incident_no = s.incident_no
    where i.corrected and i.import_digest is distinct from s.import_digest
    order by s.line limit ${limit}`.execute(tx)
  return rows
}

export async function dropConflicts({ tx, district }: Context): Promise<number> {
  const dropped = await sql`
    delete from staged s using incidents.incident i
    where i.district = ${district} and i.incident_no = s.incident_no
      and i.corrected and i.import_digest is distinct from s.import_digest`.execute(tx)
  return Number(dropped.numAffectedRows ?? 0)
}

/** What a merge would do, without doing it. */
export async function compare({ tx, district }: Context): Promise<MergeCounts> {
  const { rows } = await sql<MergeCounts>`
    select count(*) filter (where i.id is null)::int as rows_new,
      count(*) filter (where i.id is not null and i.import_digest is distinct from s.import_digest)::int as rows_changed,
      count(*) filter (where i.import_digest = s.import_digest)::int as rows_same
    from staged s left join incidents.incident i on i.district = ${district} and i.incident_no = s.incident_no`.execute(
    tx,
  )
  return rows[0] ?? { rowsNew: 0, rowsChanged: 0, rowsSame: 0 }
}

/** Writes the staged rows and their ledger entries. Rows whose digest is known change nothing. */
export async function merge(context: Context, note: string, { rowsNew, rowsChanged }: MergeCounts): Promise<void> {
  if (rowsNew > 0) await addNew(context, note)
  if (rowsChanged > 0) await changeKnown(context, note)
}

const imported = { act: 'incident.import', kind: 'incident', after: sql`s.record` } as const

async function addNew(context: Context, note: string): Promise<void> {
  const { tx, district, at } = context
  const isNew = sql`not exists (
    select from incidents.incident i where i.district = ${district} and i.incident_no = s.incident_no)`
  const entry = { ...imported, subject: sql`s.id`, note }
  await sql`${entryForEach(context, entry, sql`staged s where ${isNew}`)}`.execute(tx)
  await sql`
    insert into incidents.incident (district, id, entered_at, ${facts})
    select ${district}, s.id, ${at.instant}, ${factsOf('s')} from staged s where ${isNew}`.execute(tx)
}

async function changeKnown(context: Context, note: string): Promise<void> {
  const { tx, district } = context
  const entry = { ...imported, subject: sql`w.id`, before: asJson('w'), note }
  const changed = sql`changed i join was w on w.id = i.id join staged s on s.incident_no = w.incident_no`
  await sql`
    with was as (
      select i.* from incidents.incident i join staged s on s.incident_no = i.incident_no
      where i.district = ${district} and i.import_digest is distinct from s.import_digest
      for update of i),
    changed as (
      update incidents.incident i
      set (${facts}, version) = (select ${factsOf('s')}, i.version + 1)
      from staged s, was w
      where i.district = ${district} and i.id = w.id and s.incident_no = w.incident_no
      returning i.id)
    ${entryForEach(context, entry, changed)}`.execute(tx)
}
