/** The quarter in which today lies, as far as it has come. */
import { dayOf } from '../../kernel/calendar.ts'
import { daysFrom, type Period, periodOf, samePeriodLastYear } from '../../kernel/periods.ts'

export interface Quarter {
  readonly quarter: Period
  readonly soFar: Period
  readonly lastYear: Period
}

/** From the first day of the quarter to today, and the same days of last year. */
export function presentQuarter(now: Date = new Date()): Quarter {
  const today = dayOf(now.toISOString())
  const quarter = periodOf('quarter', today)
  const soFar = daysFrom(quarter.from, today)
  return { quarter, soFar, lastYear: samePeriodLastYear(soFar) }
}
