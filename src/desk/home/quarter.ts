/** The quarter in which today lies, as far as it has come. */
import { daysFrom, type Period, periodOf, samePeriodLastYear } from '../../kernel/periods.ts'
import { today } from '../today.ts'

export interface Quarter {
  readonly quarter: Period
  readonly soFar: Period
  readonly lastYear: Period
}

/** From the first day of the quarter to today, and the same days of last year. */
export function presentQuarter(day: string = today()): Quarter {
  const quarter = periodOf('quarter', day)
  const soFar = daysFrom(quarter.from, day)
  return { quarter, soFar, lastYear: samePeriodLastYear(soFar) }
}
