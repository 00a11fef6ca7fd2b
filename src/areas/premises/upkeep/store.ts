/** What the business register leaves to do, in the database; always inside the actor's reach. */
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { fold } from '../../../kernel/fold.ts'
import { maskedName } from '../../../kernel/masking.ts'
import type { Context } from '../../../platform/context.ts'
import { reachOf } from '../store.ts'
import { plainUscc } from '../uscc.ts'
import { type Difference, differencesOf, type Side } from './comparing/compare.ts'
import type { UpkeepFilter, UpkeepKind, UpkeepQuery, UpkeepTask } from './contract.ts'

/** What the business register said, as it is kept with a task. */
export interface Says extends Side {
  readonly status: UpkeepTask['says']['status']
  readonly openedOn: string | null
  readonly endedOn: string | null
  readonly scope: string | null
  readonly missingSince: string | null
}

interface Row extends Omit<UpkeepTask, 'says' | 'differences'> {
  says: Says
  ours: Side | null
}

/** Of something new, the ground on which it probably lies; what lies nobody knows where is the district's. */
function groundReach({ actor }: Context): RawBuilder<boolean> {
  const { district, stations, communities } = actor.reach
  if (district) return sql`true`
  if (stations.length > 0) return sql`task.station = any(${[...stations]}::uuid[])`
  return sql`task.community = any(${[...communities]}::uuid[])`
}

const record = sql.raw(
  `jsonb_build_object('id', premises.id, 'premisesNo', premises.premises_no, 'name', premises.name,
    'state', premises.state, 'version', premises.version)`,
)
/** A record without a code and with the name of something new. */
const alike = (context: Context) => sql`(
  select ${record} from premises.premises premises
  where task.kind = 'new' and task.state = 'open' and premises.district = task.district
    and premises.name_key = task.says ->> 'nameKey' and premises.uscc is null
    and premises.state in ('open', 'paused') and ${reachOf(context)}
  order by premises.id limit 1)`

const columns = (context: Context) => sql`
  task.id, task.kind, task.uscc, task.state, task.settled_how, task.note, task.settled_by, task.settled_at, task.as_of,
  task.says, task.located_by, task.version, task.community,
  coalesce(premises.station, task.station) as station,
  case when premises.id is not null then ${record} end as record,
  ${alike(context)} as alike,
  case when task.kind = 'changed' then jsonb_build_object('name', premises.name, 'nameKey', premises.name_key,
    'address', premises.address, 'addressKey', premises.address_key, 'legalPerson', premises.legal_person) end as ours`

const found = (context: Context) => sql`
  premises.upkeep_task task
  left join premises.premises premises on premises.district = task.district and premises.id = task.premises
  where task.district = ${context.district}
    and case when task.premises is null then ${groundReach(context)} else ${reachOf(context)} end`

const maskedDifference = ({ field, ours, theirs }: Difference): Difference =>
  field === 'legalPerson'
    ? { field, ours: maskedName(ours), theirs: maskedName(theirs) ?? '' }
    : { field, ours, theirs }

/** A task as it may be shown: people masked, what was only needed for comparing left out. */
function shown({ says, ours, ...row }: Row): UpkeepTask {
  const { nameKey: _name, addressKey: _address, legalPerson, ...said } = says
  const differences = row.state === 'open' && ours ? differencesOf(ours, says).map(maskedDifference) : []
  return { ...row, says: { ...said, legalPerson: maskedName(legalPerson) }, differences }
}

const escaped = (text: string) => text.replace(/[\\%_]/g, '\\$&')

function conditions({ state, station, q }: UpkeepFilter): RawBuilder<SqlBool> {
  const parts = [sql<SqlBool>`task.state = ${state}`]
  if (station && station.length > 0) {
    const ids = station.filter((one) => one !== 'none')
    const at = sql`coalesce(premises.station, task.station)`
    const unknown = station.includes('none') ? sql`${at} is null` : sql`false`
    parts.push(sql<SqlBool>`(${at} = any(${ids}::uuid[]) or ${unknown})`)
  }
  const key = fold(q ?? '')
  if (q && key !== '')
    parts.push(sql<SqlBool>`(task.uscc like ${`${escaped(plainUscc(q))}%`}
      or task.says ->> 'nameKey' like ${`%${escaped(key)}%`} or task.says ->> 'addressKey' like ${`%${escaped(key)}%`}
      or premises.name_key like ${`%${escaped(key)}%`} or premises.premises_no = ${q})`)
  return sql.join(parts, sql` and `)
}

export async function list(
  context: Context,
  { kind, after, limit, ...filter }: UpkeepQuery,
): Promise<{ items: UpkeepTask[]; next: string | null }> {
  const { rows } = await sql<Row>`
    select ${columns(context)} from ${found(context)}
      and task.kind = ${kind} and ${conditions(filter)}
      and ${after === undefined ? sql`true` : sql`task.id < ${after}::uuid`}
    order by task.id desc limit ${limit + 1}`.execute(context.tx)
  const items = rows.slice(0, limit).map(shown)
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}

/** How many of each kind. */
export async function counts(context: Context, filter: UpkeepFilter): Promise<{ [K in UpkeepKind]: number }> {
  const { rows } = await sql<{ kind: UpkeepKind; n: number }>`
    select task.kind, count(*)::int as n from ${found(context)} and ${conditions(filter)} group by 1`.execute(
    context.tx,
  )
  const of = (kind: UpkeepKind) => rows.find((row) => row.kind === kind)?.n ?? 0
  return { new: of('new'), changed: of('changed'), gone: of('gone') }
}

export async function lock(context: Context, id: string): Promise<UpkeepTask | undefined> {
  const { rows } = await sql<Row>`
    select ${columns(context)} from ${found(context)} and task.id = ${id}::uuid for update of task`.execute(context.tx)
  return rows[0] && shown(rows[0])
}

/** What the business register said of a task that was locked: people as they are. */
export async function saysOf({ tx, district }: Context, id: string): Promise<Says> {
  const { says } = await tx
    .selectFrom('premises.upkeepTask')
    .select('says')
    .where('district', '=', district)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return says as Says
}

export async function save({ tx, district, actor }: Context, task: UpkeepTask): Promise<UpkeepTask> {
  const settledBy = task.state === 'open' ? null : actor.name
  const { state, settledHow, note, settledAt } = task
  const version = task.version + 1
  await tx
    .updateTable('premises.upkeepTask')
    .set({ state, settledHow, note, settledAt, settledBy, premises: task.record?.id ?? null, version })
    .where('district', '=', district)
    .where('id', '=', task.id)
    .execute()
  return { ...task, settledBy, version, alike: null, differences: state === 'open' ? task.differences : [] }
}

/** Whether the same is to do already, by newer data. */
export async function isOpen({ tx, district }: Context, { kind, uscc, record: of }: UpkeepTask): Promise<boolean> {
  const open = await tx
    .selectFrom('premises.upkeepTask')
    .select('id')
    .where('district', '=', district)
    .where('kind', '=', kind)
    .where('uscc', '=', uscc)
    .where('state', '=', 'open')
    .where('premises', 'is not distinct from', of?.id ?? null)
    .executeTakeFirst()
  return open !== undefined
}

/** A record that has the code, in whoever's reach it lies; what was merged away has none of its own. */
export async function recordOfCode(
  context: Context,
  uscc: string,
): Promise<{ premisesNo: string; seen: boolean } | undefined> {
  return context.tx
    .selectFrom('premises.premises as premises')
    .select(['premises.premisesNo', sql<boolean>`coalesce(${reachOf(context)}, false)`.as('seen')])
    .where('premises.district', '=', context.district)
    .where('premises.uscc', '=', uscc)
    .where('premises.state', '<>', 'merged')
    .orderBy('seen', 'desc')
    .limit(1)
    .executeTakeFirst()
}
