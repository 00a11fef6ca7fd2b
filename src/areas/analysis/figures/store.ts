/** Counting: the same questions put to the incidents as they are, or as an issued analysis froze them. */
import { type RawBuilder, sql } from 'kysely'
import type { Period } from '../../../kernel/periods.ts'
import type { Reach } from '../../../kernel/reach.ts'
import type { Context } from '../../../platform/context.ts'
import { monthSpans, rangesOf } from './assemble.ts'
import { type RangeKey, rangeKeys } from './contract.ts'
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

/** `(values …) r (at, from_on, to_on)`, each span scanned on its own by the index on the day. */
const spanRows = (spans: readonly Span[]) =>
  sql`(values ${sql.join(spans.map(({ at, from, to }) => sql`(${at}::int, ${from}::date, ${to}::date)`))}) r (at, from_on, to_on)`
const inSpan = sql`i.received_on >= r.from_on and i.received_on <= r.to_on`

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

const ofAll = summed.filter((key) => indicators[key].of === 'alarms')
const ofFires = summed.filter((key) => indicators[key].of === 'fires')
/** `sum(…) as s0, count(…) as k0, …`: a sum over what is known, and how many records know it. */
const sumColumns = (keys: readonly Summed[]) =>
  sql.join(
    keys.map((key, at) => {
      const column = sql.ref(columnOf[key])
      return sql`sum(${column}) as ${sql.raw(`s${at}`)}, count(${column}) as ${sql.raw(`k${at}`)}`
    }),
  )
type Sums = Readonly<Record<string, number | null>>
const readSums = (row: Sums, keys: readonly Summed[]) => ({
  known: Object.fromEntries(keys.map((key, at) => [key, row[`k${at}`] ?? 0])),
  sums: Object.fromEntries(keys.map((key, at) => [key, row[`s${at}`] ?? null])),
})

async function alarms(world: World, counted: Counted, spans: readonly Span[]) {
  const { rows } = await sql<{ at: number; alarms: number } & Sums>`
    select r.at, t.* from ${spanRows(spans)}, lateral (
      select count(*) as alarms, ${sumColumns(ofAll)} from ${records(world, counted)} and ${inSpan}) t`.execute(
    world.tx,
  )
  return rows
}

interface FireSums {
  at: number
  fires: number
  minorFires: number
  n: number
  within: number
  percentiles: number[] | null
}

async function fires(world: World, counted: Counted, spans: readonly Span[]) {
  const { rows } = await sql<FireSums & Sums>`
    select r.at, t.* from ${spanRows(spans)}, lateral (
      select count(*) as fires, count(*) filter (where minor_fire) as minor_fires, ${sumColumns(ofFires)},
        count(*) filter (where seconds >= 0) as n,
        count(*) filter (where seconds >= 0 and seconds <= ${goalSeconds}) as within,
        percentile_cont(array[0.5, 0.9]) within group (order by seconds) filter (where seconds >= 0) as percentiles
      from (select i.*, extract(epoch from i.arrived_at - i.dispatched_at)::float8 as seconds
        from ${records(world, counted)} and i.is_fire and ${inSpan}) fire) t`.execute(world.tx)
  return rows
}

/** Alarms and fires of each range, with the sums over both. */
async function ranges(world: World, counted: Counted, spans: readonly Span[]): Promise<RangeTally[]> {
  const burnt = await fires(world, counted, spans)
  return perRange(await alarms(world, counted, spans), spans, (row, range) => {
    const fire = burnt.find(({ at }) => at === row.at)
    const [all, own] = [readSums(row, ofAll), readSums(fire ?? {}, ofFires)]
    const { fires: count = 0, minorFires = 0, n = 0, within = 0, percentiles } = fire ?? {}
    return {
      range,
      alarms: row.alarms,
      fires: count,
      minorFires,
      known: { ...all.known, ...own.known } as RangeTally['known'],
      sums: { ...all.sums, ...own.sums } as RangeTally['sums'],
      response: {
        n,
        unmeasured: count - n,
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
    from (
      select r.at, f.* from ${spanRows(spans)}, lateral (
        select ${columnsOf(grouped, 'i.')}, i.direct_loss_fen,
          coalesce(i.deaths, 0) + coalesce(i.serious_injuries, 0) + coalesce(i.minor_injuries, 0) as casualties
        from ${records(world, counted)} and i.is_fire and ${inSpan} offset 0) f) fire
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
      from ${records(world, counted)} and i.is_fire and i.received_on >= ${from}::date and i.received_on <= ${to}::date
      group by i.received_on) days
    group by 1, 2`.execute(world.tx)
  return rows
}

/** The day of the first record, of the present ones: whether there is anything to compare with. */
async function firstDay(world: World, reach: Reach): Promise<string | null> {
  const { rows } = await sql<{ receivedOn: string }>`
    select i.received_on from ${records(world, { frozen: null, reach })} order by i.received_on limit 1`.execute(
    world.tx,
  )
  return rows[0]?.receivedOn ?? null
}

const nobody = ({ district, stations, communities }: Reach) =>
  !district && stations.length === 0 && communities.length === 0

/** Everything that the figures of a period are made of. */
export async function tallies(world: World, counted: Counted, period: Period): Promise<Tallies> {
  if (nobody(counted.reach)) return { ranges: [], groups: [], months: [], firstDay: null }
  const spans = spansOf(period)
  return {
    ranges: await ranges(world, counted, spans),
    groups: await groups(world, counted, spans),
    months: await months(world, counted, period),
    firstDay: await firstDay(world, counted.reach),
  }
}
