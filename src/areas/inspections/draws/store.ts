/** Draws in the database: seen by whoever reaches the whole district, else by the body whose draw it is. */
import { type Selectable, type SqlBool, sql } from 'kysely'
import { cursorText, parseCursor } from '../../../kernel/cursor.ts'
import type { Context } from '../../../platform/context.ts'
import type { Tables } from '../../../platform/tables.ts'
import type { Draw, DrawQuery } from './contract.ts'

type Row = Selectable<Tables['inspections.draw']>
const columns = [
  'id',
  'title',
  'state',
  'body',
  'filter',
  'capMonths',
  'take',
  'strata',
  'perObject',
  'source',
  'inspectors',
  'recusals',
  'population',
  'excluded',
  'toDraw',
  'preparedBy',
  'preparedAt',
  'digest',
  'publishedBy',
  'publishedAt',
  'seed',
  'evidence',
  'drawnBy',
  'drawnAt',
  'voidReason',
  'voidedBy',
  'voidedAt',
  'version',
] as const satisfies readonly (keyof Row)[]

const shown = (row: Pick<Row, (typeof columns)[number]>) => row as unknown as Draw

const seen = ({ tx, district, actor }: Context) =>
  tx
    .selectFrom('inspections.draw')
    .where('district', '=', district)
    .where(actor.reach.district ? sql<SqlBool>`true` : sql<SqlBool>`body = any(${[...actor.reach.stations]}::uuid[])`)

/** The newest first; ids are time-ordered. */
export async function list(context: Context, { after, limit, state }: DrawQuery) {
  const cursor = after === undefined ? undefined : parseCursor(after)
  let found = seen(context).select(columns)
  if (state?.length) found = found.where('state', 'in', state)
  if (cursor) found = found.where('id', '<', cursor[1])
  const rows = await found
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const items = rows.slice(0, limit).map(shown)
  const last = items.at(-1)
  return { items, next: last && rows.length > limit ? cursorText([last.preparedAt, last.id]) : null }
}

export async function find(context: Context, id: string): Promise<Draw | undefined> {
  const row = await seen(context).select(columns).where('id', '=', id).executeTakeFirst()
  return row && shown(row)
}

export async function lock(context: Context, id: string): Promise<Draw | undefined> {
  const row = await seen(context).select(columns).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && shown(row)
}

export type NewDraw = Pick<
  Draw,
  'title' | 'filter' | 'capMonths' | 'take' | 'strata' | 'perObject' | 'source' | 'inspectors'
>

/** A draw without a population yet. */
export async function insert(context: Context, draw: NewDraw): Promise<Draw> {
  const { tx, district, actor, at } = context
  const row = await tx
    .insertInto('inspections.draw')
    .values({
      district,
      title: draw.title,
      state: 'prepared',
      body: actor.body,
      filter: JSON.stringify(draw.filter),
      capMonths: draw.capMonths,
      take: JSON.stringify(draw.take),
      strata: draw.strata && JSON.stringify(draw.strata),
      perObject: draw.perObject,
      source: JSON.stringify(draw.source),
      inspectors: JSON.stringify(draw.inspectors),
      population: 0,
      excluded: 0,
      toDraw: 0,
      preparedBy: actor.name,
      preparedAt: at.instant,
    })
    .returning(columns)
    .executeTakeFirstOrThrow()
  return shown(row)
}

/** Writes what acts may change, as the next version. */
export async function save({ tx, district }: Context, draw: Draw): Promise<Draw> {
  const { id, state, recusals, population, excluded, toDraw, digest, publishedBy, publishedAt } = draw
  const { seed, evidence, drawnBy, drawnAt, voidReason, voidedBy, voidedAt, version } = draw
  const row = await tx
    .updateTable('inspections.draw')
    .set({ state, recusals: JSON.stringify(recusals), population, excluded, toDraw, digest, publishedBy, publishedAt })
    .set({ seed, evidence, drawnBy, drawnAt, voidReason, voidedBy, voidedAt, version: version + 1 })
    .where('district', '=', district)
    .where('id', '=', id)
    .returning(columns)
    .executeTakeFirstOrThrow()
  return shown(row)
}

type Part = 'register' | 'outcome'

/** Keeps a text as it was published; it is written once. */
export async function keepText({ tx, district }: Context, draw: string, part: Part, text: string): Promise<void> {
  await tx.insertInto('inspections.drawText').values({ district, draw, part, text }).execute()
}

export async function textOf({ tx, district }: Context, draw: string, part: Part): Promise<string | undefined> {
  const row = await tx
    .selectFrom('inspections.drawText')
    .select('text')
    .where('district', '=', district)
    .where('draw', '=', draw)
    .where('part', '=', part)
    .executeTakeFirst()
  return row?.text
}
