/** Days as 'YYYY-MM-DD' in Asia/Shanghai, and counting those that are worked: which they are is the district's data. */

/** Shanghai has kept UTC+8 without summer time since then; earlier instants are not recorded here. */
export const earliest = '1991-09-15T00:00:00.000Z'
const shanghaiOffset = 8 * 3_600_000

const utc = (day: string) => new Date(`${day}T00:00:00Z`)
const text = (at: Date) => at.toISOString().slice(0, 10)

/** The Shanghai day in which a UTC instant falls. */
export const dayOf = (instant: string): string => text(new Date(Date.parse(instant) + shanghaiOffset))

/** The Shanghai wall clock of a UTC instant: 'YYYY-MM-DD HH:mm:ss'. */
export const wallClockOf = (instant: string): string =>
  new Date(Date.parse(instant) + shanghaiOffset).toISOString().slice(0, 19).replace('T', ' ')

/** The UTC instant at which a Shanghai day begins. */
export const startOf = (day: string): string => new Date(utc(day).getTime() - shanghaiOffset).toISOString()

export function addDays(day: string, n: number): string {
  const at = utc(day)
  at.setUTCDate(at.getUTCDate() + n)
  return text(at)
}

/** The UTC instant at which a Shanghai day is over: the first that it no longer holds. */
export const endOf = (day: string): string => startOf(addDays(day, 1))

/** Whole days from `from` to `to`; negative where `to` is before it. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((utc(to).getTime() - utc(from).getTime()) / 86_400_000)

/** The later of two days; one that is not known comes before any. */
export const later = (one: string | null, other: string | null): string | null =>
  (one ?? '') > (other ?? '') ? one : other

/** Which days are worked, by the State Council's yearly notices. A year that is not in `years` has no notice yet. */
export interface Calendar {
  /** Days off by notice, on weekdays or at a weekend. */
  readonly holidays: ReadonlySet<string>
  /** Days at a weekend that are worked by notice (调休). */
  readonly workdays: ReadonlySet<string>
  readonly years: ReadonlySet<number>
}

export const yearOf = (day: string): number => Number(day.slice(0, 4))

export const isWeekend = (day: string): boolean => utc(day).getUTCDay() % 6 === 0

/** A year without a notice has its weekends off and nothing else. */
export const isWorkingDay = (calendar: Calendar, day: string): boolean =>
  calendar.workdays.has(day) || !(calendar.holidays.has(day) || isWeekend(day))

/** The day itself where it is worked, else the next that is: where a term ends on a day off. */
export function workingDayFrom(calendar: Calendar, day: string): string {
  let at = day
  while (!isWorkingDay(calendar, at)) at = addDays(at, 1)
  return at
}

/** The n-th working day after `day`; the day itself is not counted. Throws where n is no whole number from 0 on. */
export function workingDaysAfter(calendar: Calendar, day: string, n: number): string {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`${n} working days cannot be counted`)
  let at = day
  for (let counted = 0; counted < n; counted++) at = workingDayFrom(calendar, addDays(at, 1))
  return at
}

/** Whether every day of the span lies in a year with an official notice; else a deadline over it is provisional. */
export function isOfficial(calendar: Calendar, from: string, to: string): boolean {
  for (let year = yearOf(from); year <= yearOf(to); year++) if (!calendar.years.has(year)) return false
  return true
}
