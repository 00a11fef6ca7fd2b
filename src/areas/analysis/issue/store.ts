/** Freezing what an analysis counted, and reading it back. */
import { type RawBuilder, sql } from 'kysely'
import type { Period } from '../../../kernel/periods.ts'
import type { Reach } from '../../../kernel/reach.ts'
import type { Context } from '../../../platform/context.ts'
import { camel } from '../../../platform/db/names.ts'
import type { RecordShift } from '../contract.ts'
import { monthSpans, rangesOf } from '../figures/assemble.ts'
import { rangeKeys } from '../figures/contract.ts'
import { during } from '../figures/store.ts'

type World = Pick<Context, 'tx' | 'district'>

/** The records behind a period's figures: the alarms of its three ranges, and the fires of two years' months. */
function behind(period: Period, of: 'i' | 'f'): RawBuilder<unknown> {
  const ranges = rangesOf(period)
  const months = monthSpans(period)
  const any = sql.join(
    rangeKeys.map((range) => sql`(${during(of, ranges[range])})`),
    sql` or `,
  )
  return sql`(${any} or (${sql.ref(`${of}.is_fire`)} and ${during(of, months)}))`
}

/** Copies the records behind the figures, in one statement and so as of one moment. */
export async function freeze({ tx, district }: World, analysis: string, period: Period): Promise<void> {
  await sql`
    insert into analysis.frozen_incident
    select ${analysis}::uuid, i.* from incidents.incident i
    where i.district = ${district} and ${behind(period, 'i')}`.execute(tx)
}

/** The records of an issued analysis, in the columns of the incidents. */
export const frozenRecords = (analysis: string): RawBuilder<unknown> =>
  sql`(select * from analysis.frozen_incident where analysis = ${analysis})`

/** The columns that figures are made of: what moves others changes no figure. */
const counted = [
  'kind',
  'state',
  'received_at',
  'dispatched_at',
  'arrived_at',
  'station',
  'community',
  'street',
  'urban',
  'place',
  'cause',
  'sub_cause',
  'vehicles',
  'personnel',
  'rescued',
  'evacuated',
  'saved_fen',
  'direct_loss_fen',
  'burned_area_m2',
  'households',
  'people',
  'deaths',
  'serious_injuries',
  'minor_injuries',
  'minor_fire',
  'stat_class',
]
const columnsOf = (alias: string) => sql.join(counted.map((column) => sql.ref(`${alias}.${column}`)))
const jsonOf = (alias: string) =>
  sql`jsonb_build_object(${sql.join(counted.map((column) => sql`${sql.lit(camel(column))}, ${sql.ref(`${alias}.${column}`)}`))})`

/** Frozen and present records side by side, where they differ. */
const shifts = ({ district }: World, analysis: string, period: Period) => sql`
  select coalesce(i.id, f.id) as id, coalesce(i.incident_no, f.incident_no) as incident_no,
    coalesce(i.received_on, f.received_on) as received_on, coalesce(i.station, f.station) as station,
    coalesce(i.community, f.community) as community,
    case when f.id is null then 'added' when i.id is null then 'removed' else 'changed' end as kind,
    case when f.id is not null and i.id is not null then ${jsonOf('f')} end as issued,
    case when f.id is not null and i.id is not null then ${jsonOf('i')} end as now
  from (select * from analysis.frozen_incident f where f.district = ${district} and f.analysis = ${analysis}) f
  full join (select * from incidents.incident i where i.district = ${district} and ${behind(period, 'i')}) i on i.id = f.id
  where f.id is null or i.id is null or (${columnsOf('f')}) is distinct from (${columnsOf('i')})`

interface Shift {
  kind: RecordShift['kind']
  id: string
  incidentNo: string
  receivedOn: string
  issued: Record<string, unknown> | null
  now: Record<string, unknown> | null
}

/** How many records differ, and the newest of them within reach. */
export async function shiftsOf(world: World, analysis: string, period: Period, reach: Reach) {
  const all = shifts(world, analysis, period)
  const { rows: counts } = await sql<{ kind: RecordShift['kind']; count: number }>`
    select kind, count(*) as count from (${all}) shift group by kind`.execute(world.tx)
  const own = reach.district
    ? sql`true`
    : sql`(station = any(${reach.stations}::uuid[]) or community = any(${reach.communities}::uuid[]))`
  const { rows: records } = await sql<Shift>`
    select kind, id, incident_no, received_on, issued, now from (${all}) shift
    where ${own} order by received_on desc, id desc limit 500`.execute(world.tx)
  const count = (kind: RecordShift['kind']) => counts.find((one) => one.kind === kind)?.count ?? 0
  return { counts: { added: count('added'), removed: count('removed'), changed: count('changed') }, records }
}
