/** From what the database counted to the figures of the analysis: names, comparisons, breakdowns, the proposed verdict. */
import {
  cumulative,
  daysIn,
  type Period,
  periodLabel,
  previousPeriod,
  samePeriodLastYear,
} from '../../../kernel/periods.ts'
import type { Settings } from '../settings.ts'
import { propose } from '../verdict/verdict.ts'
import { breakdownsOf, everyRange, firesIn, type Names } from './breakdowns.ts'
import { compare, comparedAs, type Compared as Kind } from './comparison.ts'
import {
  type Compared,
  type Figures,
  graverClasses,
  type IndicatorFigure,
  type Part,
  type RangeKey,
} from './contract.ts'
import { footnotesOf } from './footnotes.ts'
import { type Figure, figureOf, type IndicatorKey, indicatorKeys, indicators as indicatorRules } from './indicators.ts'
import type { RangeTally, Tallies } from './tally.ts'
import { cumulativeOf, trendOf } from './trend.ts'

/** The period and its two bases. */
export const rangesOf = (period: Period): Record<RangeKey, Period> => ({
  period,
  previous: previousPeriod(period),
  lastYear: samePeriodLastYear(period),
})

interface Occasion {
  readonly period: Period
  readonly scope: Figures['scope']
  /** The day of counting. */
  readonly today: string
}

/** Long enough for a district to have had an alarm: a base as long as this without one was not recorded. */
const longEnough = 28

/** Whether there are records of a range at all: none before the first day of the ledger, none in a month without alarms. */
function isKnown(span: Period, tally: RangeTally | undefined, firstDay: string | null): boolean {
  if (firstDay === null || span.to < firstDay) return false
  return (tally?.alarms ?? 0) > 0 || daysIn(span) < longEnough
}

const nothing: Figure = { value: null, missing: 0 }
const casualtyKeys = ['deaths', 'serious_injuries', 'minor_injuries'] as const

function figureIn(tally: RangeTally | undefined, known: boolean, key: IndicatorKey): Figure {
  if (!known) return nothing
  if (!tally) return { value: 0, missing: 0 }
  if (key === 'alarms' || key === 'fires') return { value: tally[key], missing: 0 }
  return figureOf(tally[indicatorRules[key].of], tally.known[key], tally.sums[key])
}

/** Deaths and injuries together; unknown only where none of the three is known. */
function casualtiesIn(figures: readonly Figure[]): Figure {
  const known = figures.map(({ value }) => value).filter((value) => value !== null)
  return {
    value: known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0),
    missing: Math.max(...figures.map(({ missing }) => missing)),
  }
}

/** All figures of an occasion. */
export function assemble(occasion: Occasion, tallies: Tallies, names: Names, settings: Settings): Figures {
  const { period, today } = occasion
  const ranges = rangesOf(period)
  const tally = everyRange((range) => tallies.ranges.find((one) => one.range === range))
  const known = everyRange((range) => isKnown(ranges[range], tally[range], tallies.firstDay))
  const figure = (range: RangeKey, key: IndicatorKey) => figureIn(tally[range], known[range], key)

  const comparedOf = (kind: Kind, at: Record<RangeKey, Figure>): Compared => ({
    ...at.period,
    previous: at.previous.value,
    lastYear: at.lastYear.value,
    qoq: compare(kind, at.period.value, at.previous.value, settings.lexicon),
    yoy: compare(kind, at.period.value, at.lastYear.value, settings.lexicon),
  })
  const indicators = indicatorKeys.map(
    (key): IndicatorFigure => ({
      key,
      ...settings.indicators[key],
      ...comparedOf(
        comparedAs(key),
        everyRange((range) => figure(range, key)),
      ),
    }),
  )
  const breakdowns = breakdownsOf(tallies.groups, names, known)
  const casualtyFigures = everyRange((range) => casualtiesIn(casualtyKeys.map((key) => figure(range, key))))
  const severe = (...classes: string[]) =>
    comparedOf(
      { key: 'fires', bearing: 'bad', amount: 'count' },
      everyRange((range) => severityIn(breakdowns.severity, classes, range, known[range])),
    )
  const by = (key: IndicatorKey): Compared => {
    const found = indicators.find((one) => one.key === key)
    if (!found) throw new Error(`no indicator ${key}`)
    const { value, missing, previous, lastYear, qoq, yoy } = found
    return { value, missing, previous, lastYear, qoq, yoy }
  }
  const casualties = comparedOf({ key: 'casualties', bearing: 'bad', amount: 'count' }, casualtyFigures)
  const spans = everyRange((range) => spanOf(ranges[range]))
  const noted = {
    spans,
    countedOn: today,
    finished: period.to < today,
    firstDay: tallies.firstDay,
    known,
    indicators,
  }
  return {
    spans,
    scope: occasion.scope,
    countedOn: today,
    finished: noted.finished,
    indicators,
    breakdowns,
    causesOfPlaces: pairs(tallies, 'placeCause').map(([place, cause, fires]) => ({ place, cause, fires })),
    heat: pairs(tallies, 'weekdayHour').map(([weekday, hour, fires]) => ({
      weekday: Number(weekday),
      hour: Number(hour),
      fires,
    })),
    graverFires: [...tallies.graver],
    minorFires: tally.period?.minorFires ?? 0,
    response: everyRange((range) => tally[range]?.response ?? unmeasured),
    trend: trendOf(period, tallies.months, tallies.firstDay, today),
    cumulative: cumulativeOf(period, tallies.months, tallies.firstDay, comparedOf),
    proposal: propose(
      {
        fires: by('fires'),
        loss_fen: by('loss_fen'),
        deaths: by('deaths'),
        casualties,
        largerFires: severe(...graverClasses),
        majorFires: severe('major', 'extreme'),
      },
      settings.rules,
    ),
    footnotes: footnotesOf(noted, settings),
  }
}

const spanOf = (period: Period) => ({
  key: period.key,
  from: period.from,
  to: period.to,
  label: { zh: periodLabel(period, 'zh'), en: periodLabel(period, 'en') },
})

function severityIn(severity: readonly Part[], classes: readonly string[], range: RangeKey, known: boolean): Figure {
  if (!known) return nothing
  const of = severity.filter(({ code }) => classes.includes(code))
  return { value: of.reduce((sum, part) => sum + (firesIn(part, range) ?? 0), 0), missing: 0 }
}

/** The period's tallies of a grouping by two codes, in an order that is the same every time. */
function pairs({ groups }: Tallies, grouping: string): [string, string, number][] {
  return groups
    .filter((group) => group.grouping === grouping && group.range === 'period')
    .map(({ a, b, fires }): [string, string, number] => [a ?? 'none', b ?? 'none', fires])
    .sort((x, y) => y[2] - x[2] || (`${x[0]} ${x[1]}` < `${y[0]} ${y[1]}` ? -1 : 1))
}

const unmeasured = { n: 0, unmeasured: 0, medianSeconds: null, p90Seconds: null, within: 0 }

/** The days of which fires are counted by month: last year whole, this year to the end of the period. */
export function monthSpans(period: Period) {
  const thisYear = cumulative(period)
  const year = Number(thisYear.from.slice(0, 4))
  return {
    from: `${String(year - 1).padStart(4, '0')}-01-01`,
    to: thisYear.to,
    yearToDate: thisYear,
    lastYearToDate: samePeriodLastYear(thisYear),
  }
}
