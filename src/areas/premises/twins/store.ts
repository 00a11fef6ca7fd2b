/** Pairs of records in the database: a pair is there for whoever may see both of its records. */
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { cursorText, parseCursor } from '../../../kernel/cursor.ts'
import { metresBetween } from '../../../kernel/geo.ts'
import type { Context } from '../../../platform/context.ts'
import { reachOf, within } from '../store.ts'
import type { Twin, TwinQuery, TwinRecord } from './contract.ts'

interface Row {
  id: string
  one: string
  other: string
  grounds: Twin['grounds']
  score: number
  state: Twin['state']
  foundAt: string
  judgedBy: string | null
  judgedAt: string | null
}

type Placed = TwinRecord & { readonly lng: number | null; readonly lat: number | null }

/** Records of the actor's reach as pairs and merges show them, by id. */
export async function recordsOf(context: Context, ids: readonly string[]): Promise<Map<string, Placed>> {
  if (ids.length === 0) return new Map()
  const rows = await within(context)
    .select(['id', 'premisesNo', 'form', 'kind', 'state', 'name', 'address', 'uscc', 'community', 'station'])
    .select(['supervisor', 'enteredAt', 'lng', 'lat'])
    .where('premises.id', 'in', [...ids])
    .$narrowType<{ form: TwinRecord['form']; state: TwinRecord['state'] }>()
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** How far apart two records are, where both are on the map. */
const metresOf = (one: Placed, other: Placed): number | null =>
  one.lng === null || one.lat === null || other.lng === null || other.lat === null
    ? null
    : Math.round(metresBetween([one.lng, one.lat], [other.lng, other.lat]))

export const recordOf = ({ lng: _lng, lat: _lat, ...record }: Placed): TwinRecord => record

async function asTwins(context: Context, rows: readonly Row[]): Promise<Twin[]> {
  const records = await recordsOf(context, [...new Set(rows.flatMap(({ one, other }) => [one, other]))])
  return rows.flatMap((row) => {
    const [one, other] = [records.get(row.one), records.get(row.other)]
    if (!one || !other) return []
    return [{ ...row, metres: metresOf(one, other), one: recordOf(one), other: recordOf(other) }]
  })
}

type Condition = RawBuilder<SqlBool>

const columns = sql`twin.id, twin.one, twin.other, twin.grounds, twin.score, twin.state, twin.found_at,
  twin.judged_by, twin.judged_at`
const inReach = (context: Context, side: 'one' | 'other', more: Condition = sql`true`): Condition => sql`
  exists (select from premises.premises premises
    where premises.district = ${context.district} and premises.id = ${sql.ref(`twin.${side}`)} and ${more}
      and ${reachOf(context)})`
const stands: Condition = sql`premises.state <> 'merged'`

/** Open pairs by score, of which neither record has been merged away. */
export async function list(context: Context, { after, limit, ground, station }: TwinQuery) {
  const cursor = after === undefined ? undefined : parseCursor(after)
  const at = (side: 'one' | 'other') => inReach(context, side, sql`premises.station = any(${station ?? []}::uuid[])`)
  const conditions: Condition[] = [
    sql`twin.district = ${context.district} and twin.state = 'open'`,
    inReach(context, 'one', stands),
    inReach(context, 'other', stands),
    ...(ground?.length ? [sql<SqlBool>`twin.grounds && ${ground}::text[]`] : []),
    ...(station?.length ? [sql<SqlBool>`(${at('one')} or ${at('other')})`] : []),
    ...(cursor ? [sql<SqlBool>`(twin.score, twin.id) < (${cursor[0]}::real, ${cursor[1]}::uuid)`] : []),
  ]
  const { rows } = await sql<Row>`
    select ${columns} from premises.twin twin where ${sql.join(conditions, sql` and `)}
    order by twin.score desc, twin.id desc limit ${limit + 1}`.execute(context.tx)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const next = last && rows.length > limit ? cursorText([last.score, last.id]) : null
  return { items: await asTwins(context, page), next }
}

export async function find(context: Context, id: string): Promise<Twin | undefined> {
  const { rows } = await sql<Row>`
    select ${columns} from premises.twin twin where twin.district = ${context.district} and twin.id = ${id}::uuid
    `.execute(context.tx)
  return (await asTwins(context, rows))[0]
}

/** Open pairs of one record, the surest first. */
export async function ofRecord(context: Context, id: string): Promise<Twin[]> {
  const { rows } = await sql<Row>`
    select ${columns} from premises.twin twin
    where twin.district = ${context.district} and twin.state = 'open' and (twin.one = ${id}::uuid or twin.other = ${id}::uuid)
      and ${inReach(context, 'one', stands)} and ${inReach(context, 'other', stands)}
    order by twin.score desc, twin.id desc limit 50`.execute(context.tx)
  return asTwins(context, rows)
}

/** What a person said of an open pair; false where somebody said something meanwhile. */
export async function judgeDifferent({ tx, district, actor, at }: Context, id: string): Promise<boolean> {
  const judged = await tx
    .updateTable('premises.twin')
    .set({ state: 'different', judgedBy: actor.name, judgedAt: at.instant })
    .where('district', '=', district)
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return judged.numUpdatedRows === 1n
}

/** The pair of two records after their merge, or after it was taken back. */
export async function settlePair(
  { tx, district, actor, at }: Context,
  records: readonly [string, string],
  state: 'merged' | 'open',
): Promise<void> {
  const [one = '', other = ''] = [...records].sort()
  const judged =
    state === 'merged' ? { judgedBy: actor.name, judgedAt: at.instant } : { judgedBy: null, judgedAt: null }
  await tx
    .updateTable('premises.twin')
    .set({ state, ...judged })
    .where('district', '=', district)
    .where('one', '=', one)
    .where('other', '=', other)
    .execute()
}
