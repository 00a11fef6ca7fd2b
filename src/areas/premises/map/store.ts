/** The points of the register, gathered in the database: as text, since a hundred thousand objects would halt the server. */
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { PremisesFilter } from '../finding/contract.ts'
import { matching } from '../finding/store.ts'
import { type Colouring, otherTone, tonesOf } from './colours.ts'
import { type Placed, type PlaceQuery, type PointsQuery, pointsAtMost } from './contract.ts'

/** A metre, which is nearer than most places are known: what is nearer to each other is one point. */
const finest = 1e-5
/** Cells along the longer side of what is shown, where there are too many points. */
const cellsAlong = 150
const shownAtPlace = 30

type Condition = RawBuilder<SqlBool>
type Box = Pick<PointsQuery, 'west' | 'south' | 'east' | 'north'>

const columnOf: Readonly<Record<Colouring, RawBuilder<unknown>>> = {
  list: sql`premises.list`,
  form: sql`premises.form`,
  state: sql`premises.state`,
  hazardous: sql`(premises.open_hazards > 0)::text`,
}

function toneBy(colour: Colouring): RawBuilder<string> {
  const cases = Object.entries(tonesOf[colour]).map(([value, tone]) => sql`when ${value} then ${tone}`)
  return sql`case ${columnOf[colour]} ${sql.join(cases, sql` `)} else ${otherTone} end`
}

function inBounds({ west, south, east, north }: Box): Condition {
  if (west === undefined || south === undefined || east === undefined || north === undefined)
    return sql`premises.lng is not null`
  return sql`(premises.lng between ${west}::float8 and ${east}::float8
    and premises.lat between ${south}::float8 and ${north}::float8)`
}

const found = (context: Context, filter: PremisesFilter, bounds: Box): Condition =>
  sql`${matching(context, filter)} and ${inBounds(bounds)}`

/** How many records there are, and the longer side of the ground on which they lie, in degrees. */
async function extentOf({ tx }: Context, condition: Condition): Promise<{ n: number; extent: number }> {
  const { rows } = await sql<{ n: number; extent: number | null }>`
    select count(*)::int as n,
      greatest(max(premises.lng) - min(premises.lng), max(premises.lat) - min(premises.lat)) as extent
    from premises.premises premises where ${condition}`.execute(tx)
  return { n: rows[0]?.n ?? 0, extent: rows[0]?.extent ?? 0 }
}

/**
 * What a filter finds, as the text of a GeoJSON file. Records of one tone within a cell are one feature, in the middle of
 * them, with their number; cells are the smaller the fewer records there are, at last a metre.
 */
export async function pointsText(context: Context, query: PointsQuery, atMost = pointsAtMost): Promise<string> {
  const { colour, west, south, east, north, ...filter } = query
  const condition = found(context, filter, { west, south, east, north })
  const { n, extent } = await extentOf(context, condition)
  const size = n > atMost ? Math.max(extent / cellsAlong, finest) : finest
  const { rows } = await sql<{ text: string }>`
    select concat('{"type":"FeatureCollection","features":[', string_agg(concat(
      '{"type":"Feature","properties":{"tone":"', tone, '"', ',"n":' || nullif(n, 1), '},"geometry":{"type":"Point","coordinates":[',
      x / 1e5::float8, ',', y / 1e5::float8, ']}}'), ','), ']}') as text
    from (
      select round(avg(premises.lng) * 1e5) as x, round(avg(premises.lat) * 1e5) as y, ${toneBy(colour)} as tone, count(*) as n
      from premises.premises premises where ${condition}
      group by round(premises.lng / ${size}::float8), round(premises.lat / ${size}::float8), 3) cell`.execute(
    context.tx,
  )
  return rows[0]?.text ?? ''
}

/** The records within bounds, from their middle outwards. */
export async function placedAt(context: Context, query: PlaceQuery): Promise<{ total: number; items: Placed[] }> {
  const { west, south, east, north, ...filter } = query
  const away = sql`(premises.lng - ${(west + east) / 2}::float8) ^ 2 + (premises.lat - ${(south + north) / 2}::float8) ^ 2`
  const { rows } = await sql<Placed & { total: number }>`
    select premises.id, premises.premises_no, premises.form, premises.kind, premises.state, premises.name,
      premises.address, premises.station, premises.list, premises.supervisor, premises.open_hazards, premises.lng,
      premises.lat, count(*) over ()::int as total
    from premises.premises premises where ${found(context, filter, query)}
    order by ${away}, premises.id limit ${shownAtPlace}`.execute(context.tx)
  return { total: rows[0]?.total ?? 0, items: rows.map(({ total: _, ...row }) => row) }
}
