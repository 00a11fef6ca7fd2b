/** Days as 'YYYY-MM-DD' in Asia/Shanghai. Which of them are working days is the district's data. */

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
  readonly holidays: ReadonlySet<string>
  readonly workdays: ReadonlySet<string>
  readonly years: ReadonlySet<number>
}

export function isWorkingDay({ holidays, workdays }: Calendar, day: string): boolean {
  const weekend = [0, 6].includes(utc(day).getUTCDay())
  return workdays.has(day) || (!weekend && !holidays.has(day))
}

/** The day itself where it is worked, else the next that is: where a term ends on a day off. */
export function workingDayFrom(calendar: Calendar, day: string): string {
  let d = day
  while (!isWorkingDay(calendar, d)) d = addDays(d, 1)
  return d
}

/** The n-th working day after `day`; the day itself is not counted. */
export function workingDaysAfter(calendar: Calendar, day: string, n: number): string {
  let d = day
  for (let left = n; left > 0; left--) d = workingDayFrom(calendar, addDays(d, 1))
  return d
}

/** Whether every day of the span lies in a year with an official notice; else a deadline over it is provisional. */
export function isOfficial({ years }: Calendar, from: string, to: string): boolean {
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++) if (!years.has(year)) return false
  return true
}
