/** Visits in the database: written once, read within the actor's reach. */
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { cursorText, parseCursor } from '../../../kernel/cursor.ts'
import { type Context, NotFound } from '../../../platform/context.ts'
import { inColumns } from '../../../platform/db/names.ts'
import type { VisitFilter, VisitQuery, VisitRow } from './contract.ts'
import type { Visit } from './record-contract.ts'

/** The visits that the actor may see: to places of the ground they answer for, and those that their own body made. */
function reachOf({ actor }: Context): RawBuilder<SqlBool> {
  const { district, stations, communities } = actor.reach
  if (district) return sql`true`
  return sql`(visit.station = any(${[...stations]}::uuid[]) or visit.community = any(${[...communities]}::uuid[])
    or visit.body = ${actor.body}::uuid)`
}

const within = (context: Context) =>
  context.tx
    .selectFrom('inspections.visit as visit')
    .where('visit.district', '=', context.district)
    .where(reachOf(context))

const rowColumns = [
  'visit.id',
  'visit.premises',
  'visit.premisesNo',
  'visit.premisesName',
  'visit.address',
  'visit.kind',
  'visit.body',
  'visit.station',
  'visit.community',
  'visit.inspectors',
  'visit.inspectorNames',
  'visit.startedAt',
  'visit.endedAt',
  'visit.visitedOn',
  'visit.reason',
  'visit.submittedAt',
  'visit.submittedBy',
  'visit.marks',
  'visit.corrects',
  'visit.answered',
  'visit.hazards',
  'visit.rechecked',
] as const

const correctedBy = sql<string | null>`(
  select later.id from inspections.visit later where later.district = visit.district and later.corrects = visit.id)`

/** Which picture stands where in a visit. */
const filesOf = ({ photos, answers, findings, rechecks, signature }: Visit): string[] => [
  ...new Set([
    ...photos,
    ...answers.flatMap((one) => one.photos),
    ...findings.flatMap((one) => [...one.photos, ...one.photosAfter]),
    ...rechecks.flatMap((one) => one.photos),
    ...(signature.file === null ? [] : [signature.file]),
  ]),
]

const asRow = (visit: Visit, digest: string) => {
  const { correctedBy: _, ...kept } = visit
  return { ...kept, files: filesOf(visit), answered: visit.answers.length, rechecked: visit.rechecks.length, digest }
}

/** Writes visits, however many, in one statement; returns the ids of those that were not there yet. */
export async function insert(
  { tx, district, actor }: Context,
  visits: readonly { visit: Visit; digest: string }[],
): Promise<string[]> {
  const account = actor.account || null
  const rows = visits.map(({ visit, digest }) => inColumns({ district, account, ...asRow(visit, digest) }))
  const written = await sql<{ id: string }>`
    insert into inspections.visit
    select * from jsonb_populate_recordset(null::inspections.visit, ${JSON.stringify(rows)}::jsonb)
    on conflict (district, id) do nothing returning id`.execute(tx)
  return written.rows.map(({ id }) => id)
}

type Row = Visit & {
  district: string
  files: string[]
  answered: number
  rechecked: number
  account: string
  digest: string
}

function shown(row: unknown): Visit {
  const { district: _d, files: _f, answered: _a, rechecked: _r, account: _c, digest: _g, ...visit } = row as Row
  return visit
}

export async function find(context: Context, id: string): Promise<Visit | undefined> {
  const row = await within(context)
    .selectAll()
    .select(correctedBy.as('correctedBy'))
    .where('visit.id', '=', id)
    .executeTakeFirst()
  return row && shown(row)
}

/** Throws NotFound where there is none in the actor's reach. */
export async function get(context: Context, id: string): Promise<Visit> {
  const visit = await find(context, id)
  if (!visit) throw new NotFound('visit')
  return visit
}

/**
 * What else is known of visits to a place: how many of some kinds since a day, and whether one of that hour is much like
 * it. Those that were corrected are left out, and the one that is being corrected.
 */
export async function besides(
  { tx, district }: Context,
  asked: {
    premises: string
    but: readonly string[]
    kinds: readonly string[]
    since: string
    around: readonly [string, string]
    inspectors: readonly string[]
  },
): Promise<{ before: number; alike: boolean }> {
  const { premises, but, kinds, since, around, inspectors } = asked
  const { rows } = await sql<{ before: number; alike: boolean }>`
    select count(*) filter (where kind = any(${[...kinds]}) and visited_on >= ${since}) as before, coalesce(
      bool_or(started_at between ${around[0]} and ${around[1]} and inspectors && ${[...inspectors]}::uuid[]), false) as alike
    from inspections.visit visit
    where district = ${district} and premises = ${premises} and started_at >= ${since}::date - 1
      and id <> all(${[...but]}::uuid[]) and not exists (
        select 1 from inspections.visit later where later.district = visit.district and later.corrects = visit.id)`.execute(
    tx,
  )
  return rows[0] ?? { before: 0, alike: false }
}

/** The digest of what was submitted with this id, by this account or another. */
export const submitted = ({ tx, district }: Context, id: string) =>
  tx
    .selectFrom('inspections.visit')
    .select(['digest', 'account', 'startedAt'])
    .where('district', '=', district)
    .where('id', '=', id)
    .executeTakeFirst()

/** Whether some visit of the actor's reach shows this picture. */
export async function showsFile(context: Context, file: string): Promise<boolean> {
  const row = await within(context)
    .select('visit.id')
    .where(sql<SqlBool>`visit.files @> array[${file}]::uuid[] and visit.files <> '{}'`)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

const like = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`

function filtered(context: Context, f: VisitFilter) {
  let rows = within(context)
  const lists = [
    ['premises', f.premises],
    ['kind', f.kind],
    ['body', f.body],
    ['station', f.station],
    ['community', f.community],
    ['reason', f.reason],
  ] as const
  for (const [column, values] of lists)
    if (values?.length) rows = rows.where(sql<SqlBool>`${sql.ref(`visit.${column}`)}::text = any(${values})`)
  if (f.inspector?.length) rows = rows.where(sql<SqlBool>`visit.inspectors && ${f.inspector}::uuid[]`)
  if (f.mark?.length) rows = rows.where(sql<SqlBool>`visit.marks && ${f.mark}::text[]`)
  if (f.found !== undefined) rows = rows.where('visit.hazards', f.found ? '>' : '=', 0)
  if (f.from) rows = rows.where('visit.visitedOn', '>=', f.from)
  if (f.until) rows = rows.where('visit.visitedOn', '<=', f.until)
  if (f.q) {
    const part = like(f.q)
    rows = rows.where(
      sql<SqlBool>`(visit.premises_name like ${part} or visit.address like ${part} or visit.premises_no like ${part})`,
    )
  }
  return rows
}

export async function list(context: Context, { after, limit, sort, ...filter }: VisitQuery) {
  const cursor = after === undefined ? undefined : parseCursor(after)
  const key = sort === '-hazards' ? sql<string>`visit.hazards` : sql<string>`visit.started_at`
  const down = sort !== 'startedAt'
  const type = sql.raw(sort === '-hazards' ? 'integer' : 'timestamptz')
  let rows = filtered(context, filter)
    .select(rowColumns)
    .select(correctedBy.as('correctedBy'))
    .select(sql<string>`(${key})::text`.as('key'))
  if (cursor)
    rows = rows.where(
      sql<SqlBool>`(${key}, visit.id) ${sql.raw(down ? '<' : '>')} (${String(cursor[0])}::${type}, ${cursor[1]}::uuid)`,
    )
  const found = await rows
    .orderBy(key, down ? 'desc' : 'asc')
    .orderBy('visit.id', down ? 'desc' : 'asc')
    .limit(limit + 1)
    .execute()
  const page = found.slice(0, limit)
  const last = page.at(-1)
  return {
    items: page.map(({ key: _, ...row }) => row as VisitRow),
    next: last && found.length > limit ? cursorText([last.key, last.id]) : null,
  }
}

export async function counts(context: Context, filter: VisitFilter) {
  return filtered(context, filter)
    .select([
      sql<number>`count(*)`.as('visits'),
      sql<number>`count(distinct visit.premises)`.as('premises'),
      sql<number>`coalesce(sum(visit.hazards), 0)`.as('hazards'),
    ])
    .executeTakeFirstOrThrow()
}

/** All that a filter finds, in batches, newest first. */
export async function* each(context: Context, filter: VisitFilter): AsyncGenerator<VisitRow> {
  for (let after: string | undefined; ; ) {
    const { items, next } = await list(context, { ...filter, after, limit: 1000, sort: '-startedAt' })
    yield* items
    if (next === null) return
    after = next
  }
}
