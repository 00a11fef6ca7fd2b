/** Incidents in the database, always inside the actor's reach. */
import { type Expression, type ExpressionBuilder, type Selectable, type SqlBool, sql } from 'kysely'
import { endOf, startOf } from '../../kernel/calendar.ts'
import { type Cursor, cursorText, parseCursor } from '../../kernel/cursor.ts'
import type { Context } from '../../platform/context.ts'
import type { Tables } from '../../platform/tables.ts'
import type { Incident, IncidentFilter, IncidentQuery, Totals } from './contract.ts'
import { measureKeys } from './contract.ts'
import type { Stored } from './record.ts'

/** Where incidents are read from: the table, or what another area keeps of it, with the same columns. */
export type Source = Expression<unknown>
const present: Source = sql`incidents.incident`

type Row = Selectable<Tables['incidents.incident']>
type Builder = ExpressionBuilder<{ incident: Row }, 'incident'>

const columns = [
  'id',
  'incidentNo',
  'kind',
  'state',
  'receivedAt',
  'dispatchedAt',
  'arrivedAt',
  'controlledAt',
  'endedAt',
  'receivedOn',
  'station',
  'community',
  'street',
  'address',
  'lng',
  'lat',
  'urban',
  'place',
  'cause',
  'subCause',
  'vehicles',
  'personnel',
  'rescued',
  'evacuated',
  'savedFen',
  'directLossFen',
  'economicLossFen',
  'burnedAreaM2',
  'households',
  'people',
  'deaths',
  'seriousInjuries',
  'minorInjuries',
  'productionAccident',
  'source',
  'premisesNo',
  'writtenOffReason',
  'isFire',
  'minorFire',
  'statClass',
  'accidentClass',
  'corrected',
  'version',
  'enteredAt',
] as const

/** The incidents of the district that the actor may see. */
const within = ({ tx, district, actor }: Context, source = present) => {
  const own = tx.selectFrom(sql<Row>`${source}`.as('incident')).where('district', '=', district)
  if (actor.reach.district) return own
  const { stations, communities } = actor.reach
  return own.where((e) =>
    e.or([
      e('station', '=', sql<string>`any(${stations}::uuid[])`),
      e('community', '=', sql<string>`any(${communities}::uuid[])`),
    ]),
  )
}

/** One of several values; 'none' stands for unknown. */
function oneOf(
  e: Builder,
  column: 'place' | 'cause' | 'subCause' | 'statClass' | 'station' | 'community' | 'street' | 'urban',
  values: readonly string[] | undefined,
): Expression<SqlBool>[] {
  if (!values || values.length === 0) return []
  const [first, ...more] = values.filter((value) => value !== 'none')
  const unknown = values.includes('none') ? [e(column, 'is', null)] : []
  if (first === undefined) return unknown
  // One value as an equation: only then does the index of a station keep the order of the list.
  const any = more.length === 0 ? e(column, '=', first) : e(column, 'in', [first, ...more])
  return [e.or([any, ...unknown])]
}

const responseTime = sql<number>`extract(epoch from arrived_at - dispatched_at)`

function conditions(e: Builder, f: IncidentFilter): Expression<SqlBool>[] {
  const all: Expression<SqlBool>[] = [
    ...oneOf(e, 'place', f.place),
    ...oneOf(e, 'cause', f.cause),
    ...oneOf(e, 'subCause', f.subCause),
    ...oneOf(e, 'statClass', f.statClass),
    ...oneOf(e, 'station', f.station),
    ...oneOf(e, 'community', f.community),
    ...oneOf(e, 'street', f.street),
    ...oneOf(e, 'urban', f.urban),
  ]
  if (f.from) all.push(e('receivedAt', '>=', startOf(f.from)))
  if (f.to) all.push(e('receivedAt', '<', endOf(f.to)))
  if (f.counted === 'fires') all.push(e('isFire', '=', true))
  if (f.kind?.length) all.push(e('kind', 'in', f.kind))
  if (f.state) all.push(e('state', '=', f.state))
  if (f.source) all.push(e('source', '=', f.source))
  if (f.hour?.length) all.push(e('receivedHour', 'in', f.hour))
  if (f.weekday?.length) all.push(e('receivedWeekday', 'in', f.weekday))
  if (f.minorFire !== undefined) all.push(e('minorFire', '=', f.minorFire))
  if (f.corrected !== undefined) all.push(e('corrected', '=', f.corrected))
  if (f.measure) all.push(e(f.measure, '<>', 0))
  if (f.missing) all.push(e(f.missing, 'is', null))
  if (f.response === 'unmeasured') all.push(e(responseTime, 'is', null))
  if (f.response === 'measured') all.push(e(responseTime, 'is not', null))
  if (f.response === 'within5') all.push(e(responseTime, '<=', 300))
  if (f.response === 'over5') all.push(e(responseTime, '>', 300))
  if (f.located) all.push(e('lng', f.located === 'none' ? 'is' : 'is not', null))
  if (f.premisesNo) all.push(e('premisesNo', '=', f.premisesNo))
  if (f.q) {
    const part = `%${f.q.replace(/[\\%_]/g, '\\$&')}%`
    all.push(e.or([e('incidentNo', 'like', part), e('address', 'like', part)]))
  }
  return all
}

const filtered = (context: Context, filter: IncidentFilter, source?: Source) =>
  within(context, source).where((e) => e.and(conditions(e, filter)))

/** What a list is sorted by; unknown losses come last from above. The id makes every order total. */
const sorts = {
  receivedAt: { by: sql<string>`received_at`, cast: 'timestamptz', of: (row: Incident) => row.receivedAt },
  directLossFen: {
    by: sql<number>`coalesce(direct_loss_fen, -1)`,
    cast: 'bigint',
    of: (row: Incident) => row.directLossFen ?? -1,
  },
  incidentNo: { by: sql<string>`incident_no`, cast: 'text', of: (row: Incident) => row.incidentNo },
} as const

interface Order {
  readonly sort: IncidentQuery['sort']
  readonly cursor?: Cursor | undefined
  readonly source?: Source | undefined
}

function ordered(context: Context, filter: IncidentFilter, { sort, cursor, source }: Order) {
  const down = sort.startsWith('-')
  const { by, cast } = sorts[sort.replace('-', '') as keyof typeof sorts]
  let rows = filtered(context, filter, source).select(columns)
  if (cursor) {
    const [value, id] = cursor
    const edge = sql`(${value}::${sql.raw(cast)}, ${id}::uuid)`
    rows = rows.where(down ? sql<SqlBool>`(${by}, id) < ${edge}` : sql<SqlBool>`(${by}, id) > ${edge}`)
  }
  const direction = down ? 'desc' : 'asc'
  return rows.orderBy(by, direction).orderBy('id', direction)
}

const fromRow = (row: object): Incident => row as Incident

export async function list(context: Context, query: IncidentQuery, source?: Source) {
  const { after, limit, sort, ...filter } = query
  const rows = await ordered(context, filter, { sort, cursor: after ? parseCursor(after) : undefined, source })
    .limit(limit + 1)
    .execute()
  const items = rows.slice(0, limit).map(fromRow)
  const last = items.at(-1)
  const { of } = sorts[sort.replace('-', '') as keyof typeof sorts]
  return { items, next: rows.length > limit && last ? cursorText([of(last), last.id]) : null }
}

/** Everything that a filter finds, row by row: for files, however many there are. */
export async function* stream(
  context: Context,
  filter: IncidentFilter,
  sort: IncidentQuery['sort'],
): AsyncGenerator<Incident> {
  for await (const row of ordered(context, filter, { sort }).stream(1000)) yield fromRow(row)
}

export async function totals(context: Context, filter: IncidentFilter): Promise<Totals> {
  const row = await filtered(context, filter)
    .select((e) => [
      e.fn.countAll<number>().as('count'),
      e.fn.countAll<number>().filterWhere('isFire', '=', true).as('fires'),
      ...measureKeys.map((key) => e.fn.sum<number | null>(key).as(key)),
    ])
    .executeTakeFirstOrThrow()
  const { count, fires, ...sums } = row
  return { count, fires, sums }
}

const mapLimit = 20_000

export async function points(context: Context, filter: IncidentFilter) {
  const rows = await filtered(context, filter)
    .select(['id', 'lng', 'lat', 'kind', 'isFire', 'receivedAt', 'place', 'statClass'])
    .where('lng', 'is not', null)
    .orderBy('receivedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(mapLimit + 1)
    .execute()
  const { without } = await filtered(context, filter)
    .where('lng', 'is', null)
    .select((e) => e.fn.countAll<number>().as('without'))
    .executeTakeFirstOrThrow()
  const found = rows
    .slice(0, mapLimit)
    .flatMap(({ lng, lat, kind, statClass, ...row }) =>
      lng === null || lat === null
        ? []
        : [{ ...row, lng, lat, kind: kind as Incident['kind'], statClass: statClass as Incident['statClass'] }],
    )
  return { points: found, without, cut: rows.length > mapLimit }
}

export async function find(context: Context, id: string): Promise<Incident | undefined> {
  const row = await within(context).select(columns).where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

export async function lock(context: Context, id: string): Promise<Incident | undefined> {
  const row = await within(context).select(columns).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && fromRow(row)
}

/** What an import holds while it merges into the district, and shares with nobody. */
export const mergeLock = (district: string) => sql`hashtext('incidents.import'), hashtext(${district})`

/**
 * Whether a number is taken in the district, in whoever's reach the record lies. An import that merges is waited for, and
 * the next one waits until this transaction has ended: the answer holds for as long.
 */
export async function isTaken({ tx, district }: Context, incidentNo: string): Promise<boolean> {
  await sql`select pg_advisory_xact_lock_shared(${mergeLock(district)})`.execute(tx)
  const found = await tx
    .selectFrom('incidents.incident')
    .select('id')
    .where('district', '=', district)
    .where('incidentNo', '=', incidentNo)
    .executeTakeFirst()
  return found !== undefined
}

export async function insert({ tx, district, at }: Context, record: Stored): Promise<Incident> {
  const row = await tx
    .insertInto('incidents.incident')
    .values({ district, ...record, enteredAt: at.instant })
    .returning(columns)
    .executeTakeFirstOrThrow()
  return fromRow(row)
}

export async function save({ tx, district }: Context, id: string, version: number, record: Stored): Promise<Incident> {
  const row = await tx
    .updateTable('incidents.incident')
    .set({ ...record, version: version + 1 })
    .where('district', '=', district)
    .where('id', '=', id)
    .returning(columns)
    .executeTakeFirstOrThrow()
  return fromRow(row)
}
