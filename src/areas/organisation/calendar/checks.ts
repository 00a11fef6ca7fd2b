/** What a year of the calendar must hold, and the calendar that its years make. */
import { addDays, type Calendar, isWeekend, yearOf } from '../../../kernel/calendar.ts'
import type { CalendarYear, Holiday } from './contract.ts'

type Days = Pick<CalendarYear, 'year' | 'holidays' | 'workdays'>

export const calendarGrounds = [
  'day-of-another-year',
  'holiday-ends-before-it-begins',
  'holidays-overlap',
  'workday-on-a-weekday',
  'workday-in-a-holiday',
  'workday-twice',
  'source-wanted',
] as const
export interface CalendarFault {
  readonly ground: (typeof calendarGrounds)[number]
  readonly detail: Readonly<Record<string, unknown>>
}

export function daysOff({ from, to }: Holiday): string[] {
  const days: string[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}

/** The first thing that is wrong with a year; undefined where it is sound. */
export function faultOf({ year, holidays, workdays }: Days): CalendarFault | undefined {
  const foreign = [...holidays.flatMap(({ from, to }) => [from, to]), ...workdays].find((day) => yearOf(day) !== year)
  if (foreign) return { ground: 'day-of-another-year', detail: { day: foreign, year } }
  const turned = holidays.find(({ from, to }) => to < from)
  if (turned) return { ground: 'holiday-ends-before-it-begins', detail: { ...turned } }
  const off = new Map<string, string>()
  for (const holiday of holidays)
    for (const day of daysOff(holiday)) {
      const other = off.get(day)
      if (other) return { ground: 'holidays-overlap', detail: { day, name: holiday.name, other } }
      off.set(day, holiday.name)
    }
  for (const [i, day] of workdays.entries()) {
    if (!isWeekend(day)) return { ground: 'workday-on-a-weekday', detail: { day } }
    if (off.has(day)) return { ground: 'workday-in-a-holiday', detail: { day, name: off.get(day) } }
    if (workdays.indexOf(day) !== i) return { ground: 'workday-twice', detail: { day } }
  }
  return undefined
}

export const calendarFrom = (years: readonly Days[]): Calendar => ({
  holidays: new Set(years.flatMap(({ holidays }) => holidays.flatMap(daysOff))),
  workdays: new Set(years.flatMap(({ workdays }) => workdays)),
  years: new Set(years.map(({ year }) => year)),
})
