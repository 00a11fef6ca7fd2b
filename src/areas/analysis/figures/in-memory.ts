/** The same count made in memory, record by record: what the store's SQL is held against, and what tests of the text are fed with. */

import type { Period } from '../../../kernel/periods.ts'
import type { Incident } from '../../incidents/contract.ts'
import { monthSpans, rangesOf } from './assemble.ts'
import { type GraverFire, graverClasses, type RangeKey, type Response, rangeKeys } from './contract.ts'
import { type IndicatorKey, indicatorKeys, indicators } from './indicators.ts'
import { goalSeconds, percentile } from './response.ts'
import type { Grouping, GroupTally, MonthTally, RangeTally, Summed, Tallies } from './tally.ts'

/** What counting needs of a record; `hour` and `weekday` (1 is Monday) are Shanghai's, `seconds` the time to arrival. */
export interface Counted
  extends Pick<
    Incident,
    | 'station'
    | 'community'
    | 'street'
    | 'urban'
    | 'place'
    | 'cause'
    | 'subCause'
    | 'statClass'
    | 'minorFire'
    | 'isFire'
    | 'receivedOn'
    | 'vehicles'
    | 'personnel'
    | 'rescued'
    | 'evacuated'
    | 'savedFen'
    | 'directLossFen'
    | 'burnedAreaM2'
    | 'households'
    | 'people'
    | 'deaths'
    | 'seriousInjuries'
    | 'minorInjuries'
  > {
  readonly hour: number
  readonly weekday: number
  readonly seconds: number | null
}

const keysBy: Readonly<Record<Grouping, (record: Counted) => [string | null, string | null]>> = {
  placeCause: ({ place, cause }) => [place, cause],
  causeSub: ({ cause, subCause }) => [cause, subCause],
  severity: ({ statClass }) => [statClass, null],
  station: ({ station }) => [station, null],
  streetCommunity: ({ street, community }) => [street, community],
  weekdayHour: ({ weekday, hour }) => [String(weekday), String(hour)],
  urban: ({ urban }) => [urban, null],
}

const known = (values: readonly (number | null)[]): number[] => values.filter((value) => value !== null)
const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)
const hurt = ({ deaths, seriousInjuries, minorInjuries }: Counted) => known([deaths, seriousInjuries, minorInjuries])
const isSummed = (key: IndicatorKey): key is Summed => key !== 'alarms' && key !== 'fires'

function rangeTally(range: RangeKey, alarms: readonly Counted[]): RangeTally {
  const fires = alarms.filter(({ isFire }) => isFire)
  const values = (key: Summed): number[] => {
    const { of, measure } = indicators[key]
    return known((of === 'fires' ? fires : alarms).map((record) => (measure ? record[measure] : 1)))
  }
  const each = <V>(of: (key: Summed) => V) =>
    Object.fromEntries(indicatorKeys.filter(isSummed).map((key) => [key, of(key)])) as Record<Summed, V>
  return {
    range,
    alarms: alarms.length,
    fires: fires.length,
    minorFires: fires.filter(({ minorFire }) => minorFire).length,
    known: each((key) => values(key).length),
    sums: each((key) => (values(key).length === 0 ? null : total(values(key)))),
    response: responseOf(fires),
  }
}

function groupTallies(range: RangeKey, fires: readonly Counted[]): GroupTally[] {
  const groups = new Map<string, GroupTally>()
  for (const fire of fires)
    for (const [grouping, keys] of Object.entries(keysBy)) {
      const [a, b] = keys(fire)
      const at = JSON.stringify([grouping, a, b])
      const group = groups.get(at) ?? { range, grouping: grouping as Grouping, a, b, ...empty }
      groups.set(at, {
        ...group,
        fires: group.fires + 1,
        lossFen: group.lossFen + (fire.directLossFen ?? 0),
        lossKnown: group.lossKnown + (fire.directLossFen === null ? 0 : 1),
        casualties: group.casualties + total(hurt(fire)),
      })
    }
  return [...groups.values()]
}
const empty = { fires: 0, lossFen: 0, lossKnown: 0, casualties: 0 }

function responseOf(fires: readonly Counted[]): Response {
  const seconds = known(fires.map((fire) => fire.seconds)).sort((a, b) => a - b)
  return {
    n: seconds.length,
    unmeasured: fires.length - seconds.length,
    medianSeconds: percentile(seconds, 0.5),
    p90Seconds: percentile(seconds, 0.9),
    within: seconds.filter((one) => one <= goalSeconds).length,
  }
}

function monthTallies(fires: readonly Counted[], period: Period): MonthTally[] {
  const { from, to, yearToDate, lastYearToDate } = monthSpans(period)
  const months = new Map<string, Counted[]>()
  for (const fire of fires) {
    if (fire.receivedOn < from || fire.receivedOn > to) continue
    const inYear = fire.receivedOn >= yearToDate.from || fire.receivedOn <= lastYearToDate.to
    const at = `${fire.receivedOn.slice(0, 7)} ${inYear}`
    months.set(at, [...(months.get(at) ?? []), fire])
  }
  return [...months].map(([at, own]) => {
    const losses = known(own.map(({ directLossFen }) => directLossFen))
    return {
      month: at.slice(0, 7),
      inYearToDate: at.endsWith('true'),
      fires: own.length,
      lossFen: total(losses),
      lossKnown: losses.length,
      casualties: total(own.flatMap(hurt)),
      casualtiesKnown: own.filter((fire) => hurt(fire).length > 0).length,
    }
  })
}

function graverFires(fires: readonly Counted[]): GraverFire[] {
  const graver = fires.flatMap((fire) => {
    const statClass = graverClasses.find((one) => one === fire.statClass)
    return statClass ? [{ ...fire, statClass }] : []
  })
  return graver
    .map(({ receivedOn, hour, statClass, community, place, cause, subCause, directLossFen, ...harm }) => ({
      on: receivedOn,
      hour,
      statClass,
      community,
      place,
      cause,
      subCause,
      deaths: harm.deaths,
      seriousInjuries: harm.seriousInjuries,
      minorInjuries: harm.minorInjuries,
      lossFen: directLossFen,
    }))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.hour - b.hour))
    .slice(0, 20)
}

/** Counts records for a period and its bases. */
export function tallied(records: readonly Counted[], period: Period): Tallies {
  const ranges = rangesOf(period)
  const within = (range: RangeKey) =>
    records.filter(({ receivedOn }) => ranges[range].from <= receivedOn && receivedOn <= ranges[range].to)
  const fires = (range: RangeKey) => within(range).filter(({ isFire }) => isFire)
  const days = records.map(({ receivedOn }) => receivedOn).sort()
  return {
    ranges: rangeKeys.map((range) => rangeTally(range, within(range))),
    groups: rangeKeys.flatMap((range) => groupTallies(range, fires(range))),
    months: monthTallies(
      records.filter(({ isFire }) => isFire),
      period,
    ),
    graver: graverFires(fires('period')),
    firstDay: days[0] ?? null,
  }
}
