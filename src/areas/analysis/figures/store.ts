/** Counting: the same questions put to the incidents as they are, or as an issued analysis froze them. */
import { type RawBuilder, sql } from 'kysely'
import { endOf, startOf } from '../../../kernel/calendar.ts'
import type { Period } from '../../../kernel/periods.ts'
import type { Reach } from '../../../kernel/reach.ts'
import type { Context } from '../../../platform/context.ts'
import { monthSpans, rangesOf } from './assemble.ts'
import { type GraverFire, graverClasses, type RangeKey, rangeKeys } from './contract.ts'
import { indicatorKeys, indicators } from './indicators.ts'
import { goalSeconds } from './response.ts'
import type { Grouping, GroupTally, MonthTally, RangeTally, Summed, Tallies } from './tally.ts'

type World = Pick<Context, 'tx' | 'district'>

/** What is counted: the present records, or those that an analysis froze; and whose. */
export interface Counted {
  readonly frozen: string | null
  readonly reach: Reach
}
export const wholeDistrict: Reach = { district: true, stations: [], communities: [] }

/** `incidents i where …`: the records that are counted. */
function records({ district }: World, { frozen, reach }: Counted): RawBuilder<unknown> {
  const own = reach.district
    ? sql``
    : sql` and (i.station = any(${reach.stations}::uuid[]) or i.community = any(${reach.communities}::uuid[]))`
  return frozen === null
    ? sql`incidents.incident i where i.district = ${district}${own}`
    : sql`analysis.frozen_incident i where i.district = ${district} and i.analysis = ${frozen}${own}`
}

/** From the first day to the last, asked for as instants: so the index on the time of the alarm serves. */
export const during = (
  of: 'i' | 'f',
  { from, to }: { readonly from: string; readonly to: string },
): RawBuilder<unknown> =>
  sql`${sql.ref(`${of}.received_at`)} >= ${startOf(from)} and ${sql.ref(`${of}.received_at`)} < ${endOf(to)}`

interface Span {
  readonly at: number
  readonly ranges: readonly RangeKey[]
  readonly from: string
  readonly to: string
}

/** The spans to scan; of a year, the period before and last year are one. */
function spansOf(period: Period): Span[] {
  const ranges = rangesOf(period)
  const spans = new Map<string, { ranges: RangeKey[]; from: string; to: string }>()
  for (const range of rangeKeys) {
    const { from, to } = ranges[range]
    const span = spans.get(`${from}${to}`) ?? { ranges: [], from, to }
    span.ranges.push(range)
    spans.set(`${from}${to}`, span)
  }
  return [...spans.values()].map((span, at) => ({ at, ...span }))
}

/** The spans' rows one below the other, so that the database may scan them side by side. */
const eachSpan = (
  spans: readonly Span[],
  select: (at: RawBuilder<unknown>, within: RawBuilder<unknown>) => RawBuilder<unknown>,
) =>
  sql.join(
    spans.map(({ at, from, to }) => select(sql`${sql.lit(at)} as at`, during('i', { from, to }))),
    sql` union all `,
  )

/** One row for each range that a span stands for. */
const perRange = <T extends { at: number }, R>(
  rows: readonly T[],
  spans: readonly Span[],
  of: (row: T, range: RangeKey) => R,
): R[] => rows.flatMap((row) => (spans[row.at]?.ranges ?? []).map((range) => of(row, range)))

const summed = indicatorKeys.filter((key): key is Summed => key !== 'alarms' && key !== 'fires')
const columnOf: Readonly<Record<Summed, string>> = {
  vehicles: 'vehicles',
  personnel: 'personnel',
  rescued: 'rescued',
  evacuated: 'evacuated',
  saved_fen: 'saved_fen',
  loss_fen: 'direct_loss_fen',
  area_m2: 'burned_area_m2',
  households: 'households',
  people: 'people',
  deaths: 'deaths',
  serious_injuries: 'serious_injuries',
  minor_injuries: 'minor_injuries',
}
const onlyFires = sql` filter (where i.is_fire)`
/** `sum(…) as s0, count(…) as k0, …`: a sum over what is known, and how many records know it. */
const sumColumns = sql.join(
  summed.map((key, at) => {
    const column = sql.ref(`i.${columnOf[key]}`)
    const which = indicators[key].of === 'fires' ? onlyFires : sql``
    return sql`sum(${column})${which} as ${sql.raw(`s${at}`)}, count(${column})${which} as ${sql.raw(`k${at}`)}`
  }),
)
interface Counts {
  at: number
  alarms: number
  fires: number
  minorFires: number
}
type Sums = Readonly<Record<string, number | null>>

/** Alarms and fires of each span, with the sums over both: one scan. */
async function counts(world: World, counted: Counted, spans: readonly Span[]) {
  const { rows } = await sql<Counts & Sums>`${eachSpan(
    spans,
    (at, within) => sql`
      select ${at}, count(*) as alarms, count(*)${onlyFires} as fires,
        count(*) filter (where i.is_fire and i.minor_fire) as minor_fires, ${sumColumns}
      from ${records(world, counted)} and ${within}`,
  )}`.execute(world.tx)
  return rows
}

interface ResponseTally {
  at: number
  n: number
  within: number
  percentiles: number[] | null
}

/** How soon the fires of each span were reached, where both times are known. */
async function responses(world: World, counted: Counted, spans: readonly Span[]) {
  const { rows } = await sql<ResponseTally>`${eachSpan(
    spans,
    (at, within) => sql`
      select ${at}, count(seconds) as n, count(*) filter (where seconds <= ${goalSeconds}) as within,
        percentile_cont(array[0.5, 0.9]) within group (order by seconds) as percentiles
      from (select extract(epoch from i.arrived_at - i.dispatched_at)::float8 as seconds
        from ${records(world, counted)} and i.is_fire and ${within}) fire
      where seconds >= 0`,
  )}`.execute(world.tx)
  return rows
}

/** Alarms and fires of each range, with the sums over both. */
async function ranges(world: World, counted: Counted, spans: readonly Span[]): Promise<RangeTally[]> {
  const reached = await responses(world, counted, spans)
  return perRange(await counts(world, counted, spans), spans, (row, range) => {
    const { n = 0, within = 0, percentiles } = reached.find(({ at }) => at === row.at) ?? {}
    return {
      range,
      alarms: row.alarms,
      fires: row.fires,
      minorFires: row.minorFires,
      known: Object.fromEntries(summed.map((key, at) => [key, row[`k${at}`] ?? 0])) as RangeTally['known'],
      sums: Object.fromEntries(summed.map((key, at) => [key, row[`s${at}`] ?? null])) as RangeTally['sums'],
      response: {
        n,
        unmeasured: row.fires - n,
        medianSeconds: percentiles?.[0] ?? null,
        p90Seconds: percentiles?.[1] ?? null,
        within,
      },
    }
  })
}

/** Each way of grouping: its columns, and where its codes stand. Grouped once over the fires, by grouping sets. */
const ways: readonly { grouping: Grouping; a: string; b: string | null }[] = [
  { grouping: 'placeCause', a: 'place', b: 'cause' },
  { grouping: 'causeSub', a: 'cause', b: 'sub_cause' },
  { grouping: 'severity', a: 'stat_class', b: null },
  { grouping: 'station', a: 'station', b: null },
  { grouping: 'streetCommunity', a: 'street', b: 'community' },
  { grouping: 'weekdayHour', a: 'received_weekday', b: 'received_hour' },
  { grouping: 'urban', a: 'urban', b: null },
]
const grouped = [...new Set(ways.flatMap(({ a, b }) => (b === null ? [a] : [a, b])))]
const columnsOf = (columns: readonly string[], of = '') => sql.join(columns.map((column) => sql.ref(`${of}${column}`)))
const textOf = (column: string | null) => (column === null ? sql`null` : sql`${sql.ref(column)}::text`)
/** grouping() sets a bit for each column that a row is not grouped by. */
const maskOf = ({ a, b }: (typeof ways)[number]) =>
  grouped.reduce((mask, column) => mask * 2 + (column === a || column === b ? 0 : 1), 0)
const mask = sql`grouping(${columnsOf(grouped)})`
const pick = (of: (way: (typeof ways)[number]) => RawBuilder<unknown>) =>
  sql`case ${mask} ${sql.join(
    ways.map((way) => sql`when ${sql.lit(maskOf(way))} then ${of(way)}`),
    sql` `,
  )} end`

async function groups(world: World, counted: Counted, spans: readonly Span[]): Promise<GroupTally[]> {
  const sets = sql.join(ways.map(({ a, b }) => sql`(at, ${columnsOf(b === null ? [a] : [a, b])})`))
  const { rows } = await sql<Omit<GroupTally, 'range'> & { at: number }>`
    select at, ${pick(({ grouping }) => sql.lit(grouping))} as grouping,
      ${pick(({ a }) => textOf(a))} as a, ${pick(({ b }) => textOf(b))} as b, count(*) as fires,
      coalesce(sum(direct_loss_fen), 0) as loss_fen, count(direct_loss_fen) as loss_known, sum(casualties) as casualties
    from (${eachSpan(
      spans,
      (at, within) => sql`
        select ${at}, ${columnsOf(grouped, 'i.')}, i.direct_loss_fen,
          coalesce(i.deaths, 0) + coalesce(i.serious_injuries, 0) + coalesce(i.minor_injuries, 0) as casualties
        from ${records(world, counted)} and i.is_fire and ${within}`,
    )}) fire
    group by grouping sets (${sets})`.execute(world.tx)
  return perRange(rows, spans, ({ grouping, a, b, fires: count, lossFen, lossKnown, casualties }, range) => ({
    range,
    grouping,
    a,
    b,
    fires: count,
    lossFen,
    lossKnown,
    casualties,
  }))
}

async function months(world: World, counted: Counted, period: Period): Promise<MonthTally[]> {
  const { from, to, yearToDate, lastYearToDate } = monthSpans(period)
  const { rows } = await sql<MonthTally>`
    select to_char(day, 'YYYY-MM') as month,
      day >= ${yearToDate.from}::date or day <= ${lastYearToDate.to}::date as in_year_to_date, sum(fires) as fires,
      coalesce(sum(loss_fen), 0) as loss_fen, sum(loss_known) as loss_known,
      coalesce(sum(casualties), 0) as casualties, sum(casualties_known) as casualties_known
    from (
      select i.received_on as day, count(*) as fires, sum(i.direct_loss_fen) as loss_fen,
        count(i.direct_loss_fen) as loss_known, count(coalesce(i.deaths, i.serious_injuries, i.minor_injuries)) as casualties_known,
        sum(coalesce(i.deaths, 0) + coalesce(i.serious_injuries, 0) + coalesce(i.minor_injuries, 0)) as casualties
      from ${records(world, counted)} and i.is_fire and ${during('i', { from, to })}
      group by i.received_on) days
    group by 1, 2`.execute(world.tx)
  return rows
}

/** Most periods have none: then there is nothing to ask. */
async function graver(
  world: World,
  counted: Counted,
  period: Period,
  all: readonly GroupTally[],
): Promise<GraverFire[]> {
  const classes: readonly (string | null)[] = graverClasses
  if (!all.some(({ range, grouping, a }) => range === 'period' && grouping === 'severity' && classes.includes(a)))
    return []
  const { rows } = await sql<GraverFire>`
    select i.received_on as on, i.received_hour as hour, i.stat_class, i.community, i.place, i.cause, i.sub_cause,
      i.deaths, i.serious_injuries, i.minor_injuries, i.direct_loss_fen as loss_fen
    from ${records(world, counted)} and i.is_fire and i.stat_class = any(${classes})
      and i.received_on >= ${period.from}::date and i.received_on <= ${period.to}::date
    order by i.received_at, i.id limit 20`.execute(world.tx)
  return rows
}

/** The day of the first record, of the present ones: whether there is anything to compare with. */
async function firstDay(world: World, reach: Reach): Promise<string | null> {
  const { rows } = await sql<{ receivedOn: string }>`
    select i.received_on from ${records(world, { frozen: null, reach })} order by i.received_at limit 1`.execute(
    world.tx,
  )
  return rows[0]?.receivedOn ?? null
}

const nobody = ({ district, stations, communities }: Reach) =>
  !district && stations.length === 0 && communities.length === 0

/** Everything that the figures of a period are made of. */
export async function tallies(world: World, counted: Counted, period: Period): Promise<Tallies> {
  if (nobody(counted.reach)) return { ranges: [], groups: [], months: [], graver: [], firstDay: null }
  const spans = spansOf(period)
  const grouped = await groups(world, counted, spans)
  return {
    ranges: await ranges(world, counted, spans),
    groups: grouped,
    months: await months(world, counted, period),
    graver: await graver(world, counted, period, grouped),
    firstDay: await firstDay(world, counted.reach),
  }
}
