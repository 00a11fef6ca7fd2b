/** A year of the calendar day by day, as it is drawn and clicked. */
import { addDays, isWeekend } from '../../../../../kernel/calendar.ts'
import { daysOff } from '../../../calendar/checks.ts'
import type { CalendarYear, Holiday } from '../../../calendar/contract.ts'

export interface Days {
  /** The festival of each day off. */
  readonly off: ReadonlyMap<string, string>
  readonly worked: ReadonlySet<string>
}
export type DayKind = 'holiday' | 'workday' | 'weekend' | 'plain'

/** What a click makes of a day; without a festival it only takes days off back. */
export interface Brush {
  readonly kind: 'holiday' | 'workday'
  readonly festival: string
}

export const daysOf = ({ holidays, workdays }: Pick<CalendarYear, 'holidays' | 'workdays'>): Days => ({
  off: new Map(holidays.flatMap((holiday) => daysOff(holiday).map((day) => [day, holiday.name] as const))),
  worked: new Set(workdays),
})

export const kindOf = ({ off, worked }: Days, day: string): DayKind =>
  worked.has(day) ? 'workday' : off.has(day) ? 'holiday' : isWeekend(day) ? 'weekend' : 'plain'

export const isWorked = (days: Days, day: string): boolean => ['workday', 'plain'].includes(kindOf(days, day))

/** Whether the brush can do anything to the day. */
export const mayBrush = ({ off }: Days, day: string, { kind, festival }: Brush): boolean =>
  kind === 'workday' ? isWeekend(day) : festival !== '' || off.has(day)

/** The days after a click; the second click on a day takes back what the first did. */
export function brushed(days: Days, day: string, brush: Brush): Days {
  if (!mayBrush(days, day, brush)) return days
  const off = new Map(days.off)
  const worked = new Set(days.worked)
  const was = off.get(day)
  off.delete(day)
  if (brush.kind === 'workday') {
    if (!worked.delete(day)) worked.add(day)
  } else if (brush.festival !== '' && was !== brush.festival) {
    off.set(day, brush.festival)
    worked.delete(day)
  }
  return { off, worked }
}

/** As the contract has it: days of one festival that follow each other are one holiday. */
export function spansOf({ off, worked }: Days): Pick<CalendarYear, 'holidays' | 'workdays'> {
  const holidays: Holiday[] = []
  for (const day of [...off.keys()].sort()) {
    const name = off.get(day) ?? ''
    const last = holidays.at(-1)
    if (last?.name === name && addDays(last.to, 1) === day) last.to = day
    else holidays.push({ from: day, to: day, name })
  }
  return { holidays, workdays: [...worked].sort() }
}

/** The days of a month by weeks from Monday; undefined where a week reaches out of it. */
export function weeksOf(year: number, month: number): (string | undefined)[][] {
  const first = `${year}-${String(month).padStart(2, '0')}-01`
  const weeks: (string | undefined)[][] = []
  for (let day = addDays(first, -weekdayOf(first)); day < first || day.slice(0, 7) === first.slice(0, 7); )
    weeks.push(
      Array.from({ length: 7 }, () => {
        const now = day
        day = addDays(day, 1)
        return now.slice(0, 7) === first.slice(0, 7) ? now : undefined
      }),
    )
  return weeks
}

/** 0 is Monday. */
export const weekdayOf = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
