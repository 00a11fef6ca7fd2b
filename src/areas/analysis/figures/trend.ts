/** Months of this year and last, and what has come together since 1 January. */
import { cumulative, monthsOf, type Period, samePeriodLastYear } from '../../../kernel/periods.ts'
import type { Compared as Kind } from './comparison.ts'
import type { Compared, Figures, MonthFigure, RangeKey } from './contract.ts'
import { type Figure, figureOf } from './indicators.ts'
import type { MonthTally } from './tally.ts'

const yearOf = (day: string) => Number(day.slice(0, 4))

interface Sum {
  fires: number
  lossFen: Figure
  casualties: Figure
}

function sumOf(months: readonly MonthTally[]): Sum {
  const total = (of: (month: MonthTally) => number) => months.reduce((sum, month) => sum + of(month), 0)
  const fires = total((month) => month.fires)
  return {
    fires,
    lossFen: figureOf(
      fires,
      total((month) => month.lossKnown),
      total((month) => month.lossFen),
    ),
    casualties: figureOf(
      fires,
      total((month) => month.casualtiesKnown),
      total((month) => month.casualties),
    ),
  }
}

/** Twelve months of last year and those of this one up to the period's end; unknown before the first record and ahead. */
export function trendOf(
  period: Period,
  months: readonly MonthTally[],
  firstDay: string | null,
  today: string,
): MonthFigure[] {
  const year = yearOf(period.to)
  const shown = [...monthsOf(year - 1), ...monthsOf(year)].filter(({ from }) => from <= period.to)
  return shown.map(({ key, from, to }) => {
    if (firstDay === null || to < firstDay || from > today)
      return { month: key, fires: null, lossFen: null, casualties: null }
    const { fires, lossFen, casualties } = sumOf(months.filter(({ month }) => month === key))
    return { month: key, fires, lossFen: lossFen.value, casualties: casualties.value }
  })
}

const unknown: Figure = { value: null, missing: 0 }

/** 累计, unknown where the records begin after January; null where the period itself begins on 1 January, so that the two are one. */
export function cumulativeOf(
  period: Period,
  months: readonly MonthTally[],
  firstDay: string | null,
  comparedOf: (kind: Kind, at: Record<RangeKey, Figure>) => Compared,
): Figures['cumulative'] {
  const now = cumulative(period)
  if (now.from === period.from || yearOf(period.from) !== yearOf(period.to)) return null
  const before = samePeriodLastYear(now)
  const inYear = (span: Period) =>
    firstDay === null || firstDay > `${span.from.slice(0, 4)}-01-31`
      ? null
      : sumOf(months.filter(({ month, inYearToDate }) => inYearToDate && yearOf(month) === yearOf(span.from)))
  const [current, lastYear] = [inYear(now), inYear(before)]
  const compared = (kind: Kind, of: (sum: Sum) => Figure) =>
    comparedOf(kind, {
      period: current ? of(current) : unknown,
      previous: unknown,
      lastYear: lastYear ? of(lastYear) : unknown,
    })
  return {
    from: now.from,
    to: now.to,
    lastYear: { from: before.from, to: before.to },
    fires: compared({ key: 'fires', bearing: 'bad', amount: 'count' }, ({ fires }) => ({ value: fires, missing: 0 })),
    lossFen: compared({ key: 'loss_fen', bearing: 'bad', amount: 'fen' }, ({ lossFen }) => lossFen),
    casualties: compared({ key: 'casualties', bearing: 'bad', amount: 'count' }, ({ casualties }) => casualties),
  }
}
