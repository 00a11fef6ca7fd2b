/** Hazards in the database, always inside the actor's reach. */
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { endOf, startOf } from '../../kernel/calendar.ts'
import { cursorText, parseCursor } from '../../kernel/cursor.ts'
import { type Context, NotFound } from '../../platform/context.ts'
import { inColumns } from '../../platform/db/names.ts'
import type { HazardFilter, HazardQuery } from './contract.ts'
import type { Hazard, HazardState } from './record-contract.ts'

/** The hazards that the actor may see: of the ground they answer for, and those that their own body found. */
function reachOf({ actor }: Context): RawBuilder<SqlBool> {
  const { district, stations, communities } = actor.reach
  if (district) return sql`true`
  return sql`(hazard.station = any(${[...stations]}::uuid[]) or hazard.community = any(${[...communities]}::uuid[])
    or hazard.body = ${actor.body}::uuid)`
}

const within = (context: Context) =>
  context.tx
    .selectFrom('hazards.hazard as hazard')
    .where('hazard.district', '=', context.district)
    .where(reachOf(context))

type Row = Omit<Hazard, 'next'> & {
  district: string
  nextDuty: string | null
  nextLaw: string | null
  nextBy: string | null
  nextOn: string | null
  nextProvisional: boolean | null
}

function shown(row: unknown): Hazard {
  const { district: _, nextDuty, nextLaw, nextBy, nextOn, nextProvisional, ...hazard } = row as Row
  const next =
    nextDuty === null
      ? null
      : {
          duty: nextDuty,
          law: nextLaw ?? '',
          by: nextBy ?? '',
          dueOn: nextOn ?? '',
          provisional: nextProvisional ?? false,
        }
  return { ...hazard, next }
}

const asRow = ({ next, ...hazard }: Hazard) => ({
  ...hazard,
  nextDuty: next?.duty ?? null,
  nextLaw: next?.law ?? null,
  nextBy: next?.by ?? null,
  nextOn: next?.dueOn ?? null,
  nextProvisional: next?.provisional ?? null,
})

export async function find(context: Context, id: string): Promise<Hazard | undefined> {
  const row = await within(context).selectAll().where('hazard.id', '=', id).executeTakeFirst()
  return row && shown(row)
}

/** Throws NotFound where there is none in the actor's reach. */
export async function get(context: Context, id: string): Promise<Hazard> {
  const hazard = await find(context, id)
  if (!hazard) throw new NotFound('hazard')
  return hazard
}

export async function lock(context: Context, id: string): Promise<Hazard | undefined> {
  const row = await within(context).selectAll().where('hazard.id', '=', id).forUpdate().executeTakeFirst()
  return row && shown(row)
}

/** These hazards in the order of their ids, locked so that two people do not wait for each other. */
export async function lockMany(context: Context, ids: readonly string[]): Promise<Hazard[]> {
  if (ids.length === 0) return []
  const rows = await within(context)
    .selectAll()
    .where('hazard.id', 'in', [...ids])
    .orderBy('hazard.id')
    .forUpdate()
    .execute()
  return rows.map(shown)
}

/** Writes new hazards, however many, in one statement. */
export async function insert({ tx, district }: Context, hazards: readonly Hazard[]): Promise<void> {
  if (hazards.length === 0) return
  const rows = hazards.map((hazard) => inColumns({ district, ...asRow(hazard) }))
  await sql`
    insert into hazards.hazard
    select * from jsonb_populate_recordset(null::hazards.hazard, ${JSON.stringify(rows)}::jsonb)`.execute(tx)
}

/** Writes the hazard as its next version. */
export async function save({ tx, district }: Context, hazard: Hazard): Promise<Hazard> {
  const after = { ...hazard, version: hazard.version + 1 }
  await tx
    .updateTable('hazards.hazard')
    .set(asRow(after))
    .where('district', '=', district)
    .where('id', '=', hazard.id)
    .execute()
  return after
}

const escaped = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`

function filtered(context: Context, f: HazardFilter) {
  let rows = within(context)
  const lists = [
    ['state', f.state],
    ['premises', f.premises],
    ['visit', f.visit],
    ['body', f.body],
    ['officer', f.officer],
    ['station', f.station],
    ['community', f.community],
    ['conduct', f.conduct],
    ['order', f.order],
  ] as const
  for (const [column, values] of lists)
    if (values?.length) rows = rows.where(sql<SqlBool>`${sql.ref(`hazard.${column}`)}::text = any(${values})`)
  if (f.q) {
    const like = escaped(f.q)
    rows = rows.where(
      sql<SqlBool>`(hazard.premises_name like ${like} or hazard.address like ${like} or hazard.words like ${like})`,
    )
  }
  if (f.serious !== undefined) rows = rows.where('hazard.serious', '=', f.serious)
  if (f.major !== undefined) rows = rows.where('hazard.majorOn', f.major ? 'is not' : 'is', null)
  const now = context.at.instant
  if (f.late !== undefined)
    rows = rows.where(
      f.late
        ? sql<SqlBool>`hazard.next_by <= ${now}`
        : sql<SqlBool>`(hazard.next_by is null or hazard.next_by > ${now})`,
    )
  if (f.dueUntil) rows = rows.where('hazard.nextBy', '<=', endOf(f.dueUntil))
  if (f.foundFrom) rows = rows.where('hazard.foundAt', '>=', startOf(f.foundFrom))
  if (f.foundUntil) rows = rows.where('hazard.foundAt', '<', endOf(f.foundUntil))
  return rows
}

/** A page of hazards. What owes nothing any more comes last where the list is by what is due. */
export async function list(context: Context, { after, limit, sort, ...filter }: HazardQuery) {
  const cursor = after === undefined ? undefined : parseCursor(after)
  const key = sort === 'due' ? sql<string>`coalesce(hazard.next_by, 'infinity')` : sql<string>`hazard.found_at`
  const down = sort === '-foundAt'
  let rows = filtered(context, filter).selectAll().select(sql<string>`(${key})::text`.as('key'))
  if (cursor)
    rows = rows.where(
      sql<SqlBool>`(${key}, hazard.id) ${sql.raw(down ? '<' : '>')} (${String(cursor[0])}::timestamptz, ${cursor[1]}::uuid)`,
    )
  const found = await rows
    .orderBy(key, down ? 'desc' : 'asc')
    .orderBy('hazard.id', down ? 'desc' : 'asc')
    .limit(limit + 1)
    .execute()
  const page = found.slice(0, limit)
  const last = page.at(-1)
  return {
    items: page.map(({ key: _, ...row }) => shown(row)),
    next: last && found.length > limit ? cursorText([last.key, last.id]) : null,
  }
}

export async function counts(context: Context, filter: HazardFilter) {
  const rows = await filtered(context, filter)
    .select('hazard.state')
    .select([
      sql<number>`count(*)`.as('n'),
      sql<number>`count(*) filter (where next_by <= ${context.at.instant})`.as('late'),
      sql<number>`count(*) filter (where serious)`.as('serious'),
    ])
    .groupBy('hazard.state')
    .execute()
  const sum = (key: 'n' | 'late' | 'serious') => rows.reduce((all, row) => all + row[key], 0)
  return {
    all: sum('n'),
    late: sum('late'),
    serious: sum('serious'),
    states: rows.map(({ state, n }) => ({ state: state as HazardState, n })),
  }
}

/** The hazards whose clocks reach into a year that has been announced since, or that were worked out by another calendar. */
export async function standing({ tx, district }: Pick<Context, 'tx' | 'district'>, after: string, limit: number) {
  const rows = await tx
    .selectFrom('hazards.hazard')
    .selectAll()
    .where('district', '=', district)
    .where('state', 'in', ['found', 'ordered', 'uncorrected'])
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .execute()
  return rows.map(shown)
}

/** Writes what follows from hazards by another calendar; nothing was done to them, so they stay the version that they are. */
export async function resettle({ tx, district }: Pick<Context, 'tx' | 'district'>, hazard: Hazard): Promise<void> {
  await tx
    .updateTable('hazards.hazard')
    .set(asRow(hazard))
    .where('district', '=', district)
    .where('id', '=', hazard.id)
    .execute()
}

/** The hazards that a visit found, and those that it was the last to see again. */
export async function ofVisit(context: Context, visit: string): Promise<{ found: Hazard[]; rechecked: Hazard[] }> {
  const rows = await within(context)
    .selectAll()
    .where((e) => e.or([e('hazard.visit', '=', visit), e('hazard.recheckVisit', '=', visit)]))
    .orderBy('hazard.id')
    .execute()
  const hazards = rows.map(shown)
  return {
    found: hazards.filter((hazard) => hazard.visit === visit),
    rechecked: hazards.filter((hazard) => hazard.recheckVisit === visit),
  }
}

export async function showsFile(context: Context, file: string): Promise<boolean> {
  const row = await within(context)
    .select('hazard.id')
    .where(
      sql<SqlBool>`((hazard.photos <> '{}' and hazard.photos @> array[${file}]::uuid[])
        or (hazard.photos_after <> '{}' and hazard.photos_after @> array[${file}]::uuid[]))`,
    )
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
