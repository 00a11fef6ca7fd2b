/** The shipped years against another's count of every day, and against three notices written out by hand. */
import chineseDays from 'chinese-days'
import { describe, expect, it } from 'vitest'
import { addDays, isWorkingDay, workingDayFrom, workingDaysAfter } from '../../../kernel/calendar.ts'
import { calendarFrom, faultOf } from './checks.ts'
import { CalendarYear } from './contract.ts'
import { shippedYears } from './years.ts'

const calendar = calendarFrom(shippedYears)
const first = '2007-01-01'
const last = '2026-12-31'

it('every year from 2007 to 2026 is there once, and sound', () => {
  expect(shippedYears.map(({ year }) => year)).toEqual(Array.from({ length: 20 }, (_, n) => 2007 + n))
  for (const year of shippedYears) {
    expect(faultOf(year), String(year.year)).toBeUndefined()
    expect(CalendarYear.safeParse({ ...year, edited: false, shipped: true, version: 1 }).success).toBe(true)
    const { holidays, workdays } = year
    expect(holidays.map(({ from }) => from)).toEqual(holidays.map(({ from }) => from).toSorted())
    expect(workdays).toEqual(workdays.toSorted())
  }
})

it('chinese-days works the same days, all 7305 of them', () => {
  const differ: string[] = []
  let days = 0
  for (let day = first; day <= last; day = addDays(day, 1), days++)
    if (chineseDays.isWorkday(day) !== isWorkingDay(calendar, day)) differ.push(day)
  expect(differ).toEqual([])
  expect(days).toBe(7305)
})

/** As the notices say it: from, to, how many days; and what is worked, with its day of the week. */
interface Written {
  readonly off: readonly (readonly [name: string, from: string, to: string, days: number])[]
  readonly worked: readonly (readonly [day: string, weekday: 6 | 7])[]
}
const written: Readonly<Record<number, Written>> = {
  // 国办发明电〔2023〕7号. «与周末连休» is the weekend as it is.
  2024: {
    off: [
      ['元旦', '01-01', '01-01', 1],
      ['春节', '02-10', '02-17', 8],
      ['清明节', '04-04', '04-06', 3],
      ['劳动节', '05-01', '05-05', 5],
      ['端午节', '06-10', '06-10', 1],
      ['中秋节', '09-15', '09-17', 3],
      ['国庆节', '10-01', '10-07', 7],
    ],
    worked: [
      ['02-04', 7],
      ['02-18', 7],
      ['04-07', 7],
      ['04-28', 7],
      ['05-11', 6],
      ['09-14', 6],
      ['09-29', 7],
      ['10-12', 6],
    ],
  },
  // 国办发明电〔2024〕12号
  2025: {
    off: [
      ['元旦', '01-01', '01-01', 1],
      ['春节', '01-28', '02-04', 8],
      ['清明节', '04-04', '04-06', 3],
      ['劳动节', '05-01', '05-05', 5],
      ['端午节', '05-31', '06-02', 3],
      ['国庆节、中秋节', '10-01', '10-08', 8],
    ],
    worked: [
      ['01-26', 7],
      ['02-08', 6],
      ['04-27', 7],
      ['09-28', 7],
      ['10-11', 6],
    ],
  },
  // 国办发明电〔2025〕7号
  2026: {
    off: [
      ['元旦', '01-01', '01-03', 3],
      ['春节', '02-15', '02-23', 9],
      ['清明节', '04-04', '04-06', 3],
      ['劳动节', '05-01', '05-05', 5],
      ['端午节', '06-19', '06-21', 3],
      ['中秋节', '09-25', '09-27', 3],
      ['国庆节', '10-01', '10-07', 7],
    ],
    worked: [
      ['01-04', 7],
      ['02-14', 6],
      ['02-28', 6],
      ['05-09', 6],
      ['09-20', 7],
      ['10-10', 6],
    ],
  },
}

/** The day's number by Fliegel and Van Flandern, with no Date in it: 0 is a Monday. */
function julian(day: string): number {
  const [y = 0, m = 0, d = 0] = day.split('-').map(Number)
  const a = Math.trunc((m - 14) / 12)
  return (
    d -
    32075 +
    Math.trunc((1461 * (y + 4800 + a)) / 4) +
    Math.trunc((367 * (m - 2 - 12 * a)) / 12) -
    Math.trunc((3 * Math.trunc((y + 4900 + a) / 100)) / 4)
  )
}
const weekdayOf = (day: string) => (julian(day) % 7) + 1

describe.each([2024, 2025, 2026])('the notice of %i', (year) => {
  const { off = [], worked = [] } = written[year] ?? {}
  const spans = off.map(([name, from, to, days]) => ({ name, from: `${year}-${from}`, to: `${year}-${to}`, days }))
  const makeUp = worked.map(([day, weekday]) => ({ day: `${year}-${day}`, weekday }))

  it('is written out as it adds up', () => {
    for (const { name, from, to, days } of spans) expect(julian(to) - julian(from) + 1, name).toBe(days)
    for (const { day, weekday } of makeUp) expect(weekdayOf(day), day).toBe(weekday)
  })
  it('is what is shipped', () => {
    const shipped = shippedYears.find((one) => one.year === year)
    expect(shipped?.holidays.map(({ name }) => name)).toEqual(spans.map(({ name }) => name))
    expect(shipped?.workdays).toEqual(makeUp.map(({ day }) => day))
    expect(shipped?.source).toMatch(new RegExp(`^国办发明电〔${year - 1}〕\\d+号$`))
  })
  it('works each day of the year that it works', () => {
    const expected = (day: string) =>
      makeUp.some((one) => one.day === day) ||
      (weekdayOf(day) <= 5 && !spans.some(({ from, to }) => julian(from) <= julian(day) && julian(day) <= julian(to)))
    for (let month = 1; month <= 12; month++)
      for (let date = 1; date <= 31; date++) {
        const day = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
        // A 30th of February counts on into March by itself: its number is that of another day.
        const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`
        if (julian(day) < julian(next)) expect(isWorkingDay(calendar, day), day).toBe(expected(day))
      }
  })
})

describe('terms over the festivals of three years', () => {
  it.each([
    // Spring Festival 2024: the Sunday before and the Sunday after are worked, New Year's Eve too.
    ['2024-02-02', 1, '2024-02-04'],
    ['2024-02-02', 6, '2024-02-09'],
    ['2024-02-09', 1, '2024-02-18'],
    ['2024-02-09', 3, '2024-02-20'],
    ['2024-04-03', 1, '2024-04-07'],
    ['2024-04-30', 3, '2024-05-08'],
    ['2024-05-10', 1, '2024-05-11'],
    ['2024-06-07', 1, '2024-06-11'],
    ['2024-09-13', 1, '2024-09-14'],
    ['2024-09-30', 5, '2024-10-12'],
    // Spring Festival 2025 begins on New Year's Eve.
    ['2025-01-24', 2, '2025-01-27'],
    ['2025-01-27', 3, '2025-02-07'],
    ['2025-01-27', 4, '2025-02-08'],
    // National Day and Mid-Autumn 2025, eight days.
    ['2025-09-26', 1, '2025-09-28'],
    ['2025-09-29', 5, '2025-10-13'],
    ['2025-09-30', 3, '2025-10-11'],
    ['2025-12-31', 1, '2026-01-04'],
    // Spring Festival 2026, nine days, a Saturday worked before and one after.
    ['2026-02-13', 1, '2026-02-14'],
    ['2026-02-14', 1, '2026-02-24'],
    ['2026-02-24', 5, '2026-03-02'],
    ['2026-09-18', 1, '2026-09-20'],
    ['2026-09-30', 3, '2026-10-10'],
  ])('%s and %i working days: %s', (day, n, end) => expect(workingDaysAfter(calendar, day, n)).toBe(end))

  it.each([
    ['2024-10-01', '2024-10-08'],
    ['2024-02-04', '2024-02-04'],
    ['2025-10-01', '2025-10-09'],
    ['2026-02-15', '2026-02-24'],
    ['2026-01-03', '2026-01-04'],
  ])('a term that ends on %s ends on %s', (day, end) => expect(workingDayFrom(calendar, day)).toBe(end))

  // The days of the year, less 104 at weekends, less 11 festival days by law, 13 since 2025: what is moved evens out.
  it.each([
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('%i has %i working days', (year, count) => {
    let n = 0
    for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) if (isWorkingDay(calendar, day)) n++
    expect(n).toBe(count)
  })
})
