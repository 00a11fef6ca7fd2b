/** The register in the database, always inside the actor's reach. */
import { type RawBuilder, type Selectable, sql } from 'kysely'
import { type Context, type Db, NotFound } from '../../platform/context.ts'
import type { Tables } from '../../platform/tables.ts'
import { maskedContacts } from './people.ts'
import { type Stored, shownFields } from './record.ts'
import { type Contacts, contactKeys, type Form, type Premises } from './record-contract.ts'

type Row = Selectable<Tables['premises.premises']>

/** All that is shown of a record, its people masked when it is read. */
export const shownColumns = [
  'id',
  'mergedInto',
  ...shownFields,
  'dueOn',
  'version',
  'enteredAt',
] as const satisfies readonly (keyof Row)[]

/** The records that the actor may see, as a condition on the table or on its tally. */
export function reachOf({ actor }: Pick<Context, 'actor'>): RawBuilder<boolean> {
  const { district, stations, communities } = actor.reach
  if (district) return sql`true`
  const [first, ...more] = stations
  // One station as an equation: only then does its index keep the order of the list.
  if (first !== undefined && more.length === 0) return sql`premises.station = ${first}::uuid`
  if (communities.length === 0) return sql`premises.station = any(${[...stations]}::uuid[])`
  return sql`(premises.community = any(${[...communities]}::uuid[]) or premises.supervisor = ${actor.body}::uuid)`
}

/** The records of the district inside the actor's reach. */
export const within = (context: Context) =>
  context.tx
    .selectFrom('premises.premises as premises')
    .where('premises.district', '=', context.district)
    .where(reachOf(context))

type Read = Pick<Row, (typeof shownColumns)[number]>

/** A record as it may be shown: names and phones of people masked. */
export function shown({
  legalPerson,
  responsibleName,
  responsiblePhone,
  managerName,
  managerPhone,
  ...row
}: Read): Premises {
  const people = { legalPerson, responsibleName, responsiblePhone, managerName, managerPhone }
  return { ...row, contacts: maskedContacts(people) } as unknown as Premises
}

export async function find(context: Context, id: string): Promise<Premises | undefined> {
  const row = await within(context).select(shownColumns).where('premises.id', '=', id).executeTakeFirst()
  return row && shown(row)
}

/** Throws NotFound where there is no such record in the actor's reach. */
export async function get(context: Context, id: string): Promise<Premises> {
  const premises = await find(context, id)
  if (!premises) throw new NotFound('premises')
  return premises
}

export async function lock(context: Context, id: string): Promise<Premises | undefined> {
  const row = await within(context).select(shownColumns).where('premises.id', '=', id).forUpdate().executeTakeFirst()
  return row && shown(row)
}

/** The record as the database has it, for acts that another body's person does on it, as accepting a transfer is. */
export async function lockAnywhere({ tx, district }: Context, id: string): Promise<Premises | undefined> {
  const row = await tx
    .selectFrom('premises.premises')
    .select(shownColumns)
    .where('district', '=', district)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row && shown(row)
}

/** Names and phones as they are: for who may see them and says why. */
export async function contactsOf(context: Context, id: string): Promise<Contacts | undefined> {
  return within(context).select(contactKeys).where('premises.id', '=', id).executeTakeFirst()
}

/** jsonb wants text, arrays of text do not. */
const asRow = ({ facilities, papers, photos, ...row }: Stored) => ({
  ...row,
  facilities: JSON.stringify(facilities),
  papers: JSON.stringify(papers),
  photos: JSON.stringify(photos),
})

export async function insert(context: Context, record: Stored, contacts: Contacts): Promise<Premises> {
  const { tx, district, at } = context
  const row = await tx
    .insertInto('premises.premises')
    .values({ district, ...asRow(record), ...contacts, enteredAt: at.instant })
    .returning(shownColumns)
    .executeTakeFirstOrThrow()
  return shown(row)
}

/** Writes the record as the next version; its people as well where they are given. */
export async function save(
  { tx, district }: Context,
  id: string,
  version: number,
  record: Stored,
  contacts?: Contacts,
): Promise<Premises> {
  const row = await tx
    .updateTable('premises.premises')
    .set({ ...asRow(record), ...contacts, version: version + 1 })
    .where('district', '=', district)
    .where('id', '=', id)
    .returning(shownColumns)
    .executeTakeFirstOrThrow()
  return shown(row)
}

/**
 * The forms of some records, for checking what points to them. Those out of reach or merged into others are not there, but
 * for `known` ones, to which it is recorded already that something points.
 */
export async function formsOf(
  { tx, district, actor }: Context,
  ids: readonly string[],
  known: readonly string[],
): Promise<Map<string, Form>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('premises.premises as premises')
    .select(['premises.id', 'premises.form'])
    .where('premises.district', '=', district)
    .where('premises.id', 'in', [...ids])
    .where(
      sql<boolean>`(premises.state <> 'merged' and ${reachOf({ actor })} or premises.id = any(${[...known]}::uuid[]))`,
    )
    .execute()
  return new Map(rows.map(({ id, form }) => [id, form as Form]))
}

/** Names of records by id, for whoever shows what they point to. */
export async function namesOf(
  context: Context,
  ids: readonly string[],
): Promise<{ id: string; premisesNo: string; name: string; form: Form }[]> {
  if (ids.length === 0) return []
  const rows = await within(context)
    .select(['premises.id', 'premises.premisesNo', 'premises.name', 'premises.form'])
    .where('premises.id', 'in', [...ids])
    .execute()
  return rows.map((row) => ({ ...row, form: row.form as Form }))
}

/** The numbers of what records may be part of, within the actor's reach: a file calls a building by its number. */
export async function wholesOf(context: Context): Promise<Map<string, string>> {
  const rows = await within(context)
    .select(['premises.id', 'premises.premisesNo'])
    .where('premises.form', '<>', 'unit')
    .execute()
  return new Map(rows.map(({ id, premisesNo }) => [id, premisesNo]))
}

/** Whether some record of the actor's reach shows this file. */
export async function showsFile(context: Context, file: string): Promise<boolean> {
  const needle = JSON.stringify([{ file }])
  // By their indexes, as these are written; the planner would rather hope to meet one soon.
  const { rows } = await sql`
    with showing as materialized (
      select id from premises.premises
      where district = ${context.district} and photos <> '[]' and photos @> ${needle}::jsonb
      union all
      select id from premises.premises
      where district = ${context.district} and papers @? '$[*] ? (@.file != null)' and papers @> ${needle}::jsonb)
    select from premises.premises premises join showing on showing.id = premises.id
    where premises.district = ${context.district} and ${reachOf(context)} limit 1`.execute(context.tx)
  return rows.length > 0
}

export interface Load {
  officer: string | null
  station: string | null
  n: number
}

/** How many live records each officer answers for, by station. */
export async function loads(context: Context): Promise<Load[]> {
  const { rows } = await sql<Load>`
    select premises.officer, premises.station, sum(premises.n)::int as n from premises.tally premises
    where premises.district = ${context.district} and ${reachOf(context)} and premises.state in ('open', 'paused')
    group by 1, 2 having sum(premises.n) > 0`.execute(context.tx)
  return rows
}

const tallied = sql.raw(
  'district, form, state, kind, tags, street, community, station, supervisor, list, officer, located, proposed, hazardous, inspected',
)

/** Sums up the differences that writers left in the tally; counts are the same before, during and after. */
export async function addUp(db: Db): Promise<void> {
  await sql`
    with gone as (delete from premises.tally returning *)
    insert into premises.tally (${tallied}, n)
    select ${tallied}, sum(n) from gone group by ${tallied} having sum(n) <> 0`.execute(db)
}

/** Where a place lies, wherever that is: for records of areas that have seen to the reach. */
export async function whereabouts({ tx, district }: Context, id: string) {
  return tx
    .selectFrom('premises.premises')
    .select(['id', 'premisesNo', 'name', 'address', 'form', 'station', 'community'])
    .where('district', '=', district)
    .where('id', '=', id)
    .executeTakeFirst()
}
