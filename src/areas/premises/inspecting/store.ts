/** What inspecting asks of the register and tells it: places held for a visit, and places by the day on which one is due. */
import { sql } from 'kysely'
import { cursorText, parseCursor } from '../../../kernel/cursor.ts'
import type { Context } from '../../../platform/context.ts'
import type { Form } from '../record-contract.ts'
import { within } from '../store.ts'

/** Of a place, what a visit asks: where it is, whose it is, and whether it still stands. */
const visitedColumns = [
  'id',
  'premisesNo',
  'name',
  'address',
  'form',
  'kind',
  'tags',
  'state',
  'mergedInto',
  'station',
  'community',
  'supervisor',
  'officer',
  'list',
  'lastInspectedOn',
  'dueOn',
] as const

/** The place in the actor's reach, held until the transaction is over. */
export async function hold(context: Context, id: string) {
  return within(context).select(visitedColumns).where('premises.id', '=', id).forNoKeyUpdate().executeTakeFirst()
}

/** The place in the actor's reach, only looked at. */
export async function find(context: Context, id: string) {
  return within(context).select(visitedColumns).where('premises.id', '=', id).executeTakeFirst()
}

/** The place wherever it is, held for what is done to a record that the actor may change. */
export async function holdAnywhere({ tx, district }: Context, id: string): Promise<void> {
  await tx
    .selectFrom('premises.premises')
    .select('id')
    .where('district', '=', district)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .execute()
}

/** Writes what visits and hazards say of a place; an older visit that comes late leaves the newest day as it is. */
export async function note(
  { tx, district }: Context,
  id: string,
  { inspectedOn = null, more }: { inspectedOn?: string | null; more: number },
): Promise<void> {
  if (inspectedOn === null && more === 0) return
  await sql`
    update premises.premises set
      last_inspected_on = greatest(last_inspected_on, ${inspectedOn}::date),
      open_hazards = greatest(open_hazards + ${more}, 0), version = version + 1
    where district = ${district} and id = ${id}`.execute(tx)
}

/** A place whose inspection is due, as work lists show it. */
const dueColumns = [
  'premises.id',
  'premises.premisesNo',
  'premises.name',
  'premises.address',
  'premises.form',
  'premises.kind',
  'premises.tags',
  'premises.list',
  'premises.supervisor',
  'premises.officer',
  'premises.station',
  'premises.community',
  'premises.lng',
  'premises.lat',
  'premises.lastInspectedOn',
  'premises.dueOn',
  'premises.openHazards',
] as const

interface DueFilter {
  readonly officer?: string | undefined
  readonly supervisor?: string | undefined
  readonly community?: string | undefined
  /** Days: due on or after the first, on or before the last. */
  readonly from?: string | undefined
  readonly until?: string | undefined
}

const dueWithin = (context: Context, { officer, supervisor, community, from, until }: DueFilter) => {
  let rows = within(context).where('premises.dueOn', 'is not', null)
  if (officer) rows = rows.where('premises.officer', '=', officer)
  if (supervisor) rows = rows.where('premises.supervisor', '=', supervisor)
  if (community) rows = rows.where('premises.community', '=', community)
  if (from) rows = rows.where('premises.dueOn', '>=', from)
  if (until) rows = rows.where('premises.dueOn', '<=', until)
  return rows
}

/** A page of places by the day on which their inspection is due, the longest overdue first. */
export async function listDue(
  context: Context,
  { after, limit, ...filter }: DueFilter & { after?: string | undefined; limit: number },
) {
  const cursor = after === undefined ? undefined : parseCursor(after)
  let rows = dueWithin(context, filter).select(dueColumns)
  if (cursor)
    rows = rows.where(
      sql<boolean>`(premises.due_on, premises.id) > (${dayInCursor(cursor[0])}::date, ${cursor[1]}::uuid)`,
    )
  const found = await rows
    .orderBy('premises.dueOn')
    .orderBy('premises.id')
    .limit(limit + 1)
    .execute()
  const items = found.slice(0, limit).map((row) => ({ ...row, form: row.form as Form, dueOn: row.dueOn ?? '' }))
  const last = items.at(-1)
  return { items, next: last && found.length > limit ? cursorText([last.dueOn, last.id]) : null }
}

const dayInCursor = (text: string | number): string =>
  /^\d{4}-\d\d-\d\d$/.test(String(text)) ? String(text) : '0001-01-01'

/** By supervising body and officer: how many places there are to inspect, how many are overdue and due by a day. */
export const dueLoads = (context: Context, { today, soon }: { today: string; soon: string }) =>
  within(context)
    .where('premises.dueOn', 'is not', null)
    .select(['premises.supervisor', 'premises.officer'])
    .select([
      sql<number>`count(*)`.as('places'),
      sql<number>`count(*) filter (where premises.due_on < ${today})`.as('overdue'),
      sql<number>`count(*) filter (where premises.due_on >= ${today} and premises.due_on <= ${soon})`.as('soon'),
    ])
    .groupBy(['premises.supervisor', 'premises.officer'])
    .execute()

/** Writes how many hazards of many places stand; the others stay as they are. */
export async function noteMany(
  { tx, district }: Context,
  places: readonly { id: string; openHazards: number }[],
): Promise<void> {
  await sql`
    update premises.premises set open_hazards = said.n
    from jsonb_to_recordset(${JSON.stringify(places.map(({ id, openHazards }) => ({ id, n: openHazards })))}::jsonb)
      as said(id uuid, n integer)
    where district = ${district} and premises.id = said.id and open_hazards <> said.n`.execute(tx)
}

/** Every place of the actor's reach, in batches by id. */
export async function* every(context: Context, batch: number) {
  for (let after: string | undefined; ; ) {
    let rows = within(context)
      .where('premises.state', '<>', 'merged')
      .select([...dueColumns, 'premises.dueMonths'])
    if (after !== undefined) rows = rows.where('premises.id', '>', after)
    const places = await rows.orderBy('premises.id').limit(batch).execute()
    if (places.length > 0) yield places
    if (places.length < batch) return
    after = places.at(-1)?.id
  }
}

/** Where places are now, and whose; of one that was merged, the record that it became. */
export async function whereNow({ tx, district }: Pick<Context, 'tx' | 'district'>, ids: readonly string[]) {
  const { rows } = await sql<{
    asked: string
    id: string
    supervisor: string
    officer: string | null
    station: string | null
    community: string | null
  }>`
    with recursive now as (
      select p.id as asked, p.id, p.merged_into, p.supervisor, p.officer, p.station, p.community
      from premises.premises p where p.district = ${district} and p.id = any(${[...ids]}::uuid[])
      union all
      select now.asked, p.id, p.merged_into, p.supervisor, p.officer, p.station, p.community
      from now join premises.premises p on p.district = ${district} and p.id = now.merged_into)
    select asked, id, supervisor, officer, station, community from now where merged_into is null`.execute(tx)
  return new Map(rows.map(({ asked, ...place }) => [asked, place]))
}
