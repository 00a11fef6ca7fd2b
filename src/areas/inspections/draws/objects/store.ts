/** The population of a draw in the database. Whoever asks has found the draw within their reach before. */
import { type RawBuilder, type Selectable, type SqlBool, sql } from 'kysely'
import { cursorText, parseCursor } from '../../../../kernel/cursor.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Tables } from '../../../../platform/tables.ts'
import type { DrawObject, ObjectQuery } from '../contract.ts'
import type { DrawnObject, StrataKey } from '../package.ts'

type Row = Selectable<Tables['inspections.drawObject']>
const columns = [
  'premises',
  'premisesNo',
  'name',
  'address',
  'form',
  'kind',
  'list',
  'station',
  'state',
  'lastInspectedOn',
  'excluded',
  'words',
  'rank',
  'ticket',
  'inspectors',
] as const satisfies readonly (keyof Row)[]

const shown = (row: Pick<Row, (typeof columns)[number]>) => row as unknown as DrawObject

export type NewObject = Omit<DrawObject, 'words' | 'rank' | 'ticket' | 'inspectors'>

const atOnce = 5000

/** Puts the population in. */
export async function insert({ tx, district }: Context, draw: string, objects: readonly NewObject[]): Promise<void> {
  for (let from = 0; from < objects.length; from += atOnce) {
    const some = JSON.stringify(objects.slice(from, from + atOnce))
    await sql`
      insert into inspections.draw_object (district, draw, premises, premises_no, name, address, form, kind, list, station,
        state, last_inspected_on, excluded)
      select ${district}, ${draw}::uuid, r.premises, r."premisesNo", r.name, r.address, r.form, r.kind, r.list, r.station,
        r.state, r."lastInspectedOn", r.excluded
      from jsonb_to_recordset(${some}::jsonb) as r(premises uuid, "premisesNo" text, name text, address text, form text,
        kind text, list text, station uuid, state text, "lastInspectedOn" date, excluded text)`.execute(tx)
  }
}

const of = ({ tx, district }: Context, draw: string) =>
  tx.selectFrom('inspections.drawObject').where('district', '=', district).where('draw', '=', draw)

/** The whole population by number, or these objects of it. */
export async function all(context: Context, draw: string, premises?: readonly string[]): Promise<DrawObject[]> {
  let found = of(context, draw).select(columns)
  if (premises) found = found.where('premises', 'in', [...premises])
  return (await found.orderBy('premisesNo').execute()).map(shown)
}

/** What was drawn, in order. */
export async function drawn(context: Context, draw: string): Promise<DrawObject[]> {
  return (await of(context, draw).select(columns).where('rank', 'is not', null).orderBy('rank').execute()).map(shown)
}

/** How many eligible ones each stratum has. */
export async function sizes(
  context: Context,
  draw: string,
  by: StrataKey | undefined,
): Promise<{ population: number; eligible: Map<string | null, number> }> {
  const value: RawBuilder<string | null> = by ? sql`coalesce(${sql.ref(by)}::text, 'none')` : sql`null::text`
  const rows = await of(context, draw)
    .select([
      value.as('value'),
      sql<number>`count(*)`.as('population'),
      sql<number>`count(*) filter (where excluded is null)`.as('eligible'),
    ])
    .groupBy(sql`1`)
    .execute()
  return {
    population: rows.reduce((sum, row) => sum + row.population, 0),
    eligible: new Map(rows.map(({ value: stratum, eligible }) => [stratum, eligible])),
  }
}

/** Writes what was decided of an object. */
export async function decide(
  { tx, district }: Context,
  draw: string,
  { premises, excluded, words }: Pick<DrawObject, 'premises' | 'excluded' | 'words'>,
): Promise<void> {
  await tx
    .updateTable('inspections.drawObject')
    .set({ excluded, words })
    .where('district', '=', district)
    .where('draw', '=', draw)
    .where('premises', '=', premises)
    .execute()
}

/** Writes who was drawn, in order, and for whom. */
export async function markDrawn(
  { tx, district }: Context,
  draw: string,
  objects: readonly DrawnObject[],
): Promise<void> {
  const rows = objects.map(({ no, ticket, inspectors }, i) => ({ no, ticket, inspectors, rank: i + 1 }))
  await sql`
    update inspections.draw_object o set rank = r.rank, ticket = r.ticket, inspectors = r.inspectors
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(no text, ticket text, inspectors uuid[], rank integer)
    where o.district = ${district} and o.draw = ${draw}::uuid and o.premises_no = r.no`.execute(tx)
}

const sets: Readonly<Record<ObjectQuery['which'], RawBuilder<SqlBool>>> = {
  drawn: sql`rank is not null`,
  eligible: sql`excluded is null`,
  excluded: sql`excluded is not null`,
}

/** Drawn ones in their order, others by number. */
export async function list(context: Context, { id, which, q, after, limit }: ObjectQuery) {
  const cursor = after === undefined ? undefined : parseCursor(after)
  const by = which === 'drawn' ? sql`rank` : sql`premises_no`
  let found = of(context, id).select(columns).where(sets[which])
  if (q) {
    const pattern = `%${q.replace(/[\\%_]/g, '\\$&')}%`
    found = found.where(
      sql<SqlBool>`(name ilike ${pattern} or address ilike ${pattern} or premises_no ilike ${pattern})`,
    )
  }
  if (cursor) {
    const edge = which === 'drawn' ? sql`${Number(cursor[0])}::integer` : sql`${String(cursor[0])}::text`
    found = found.where(sql<SqlBool>`${by} > ${edge}`)
  }
  const rows = await found
    .orderBy(by)
    .limit(limit + 1)
    .execute()
  const items = rows.slice(0, limit).map(shown)
  const last = items.at(-1)
  const edge = last && (which === 'drawn' ? (last.rank ?? 0) : last.premisesNo)
  return { items, next: last && rows.length > limit ? cursorText([edge ?? '', last.premises]) : null }
}
