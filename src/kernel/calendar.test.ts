import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  type Calendar,
  daysBetween,
  isOfficial,
  isWeekend,
  isWorkingDay,
  workingDayFrom,
  workingDaysAfter,
} from './calendar.ts'

const calendar: Calendar = {
  holidays: new Set(['2026-10-01', '2026-10-02', '2026-10-03']),
  workdays: new Set(['2026-10-10']),
  years: new Set([2025, 2026]),
}

describe('which days are worked', () => {
  it.each([
    ['2026-09-30', true, 'a Wednesday'],
    ['2026-10-01', false, 'a Thursday off by notice'],
    ['2026-10-03', false, 'a Saturday off by notice'],
    ['2026-10-10', true, 'a Saturday worked by notice'],
    ['2026-10-11', false, 'a Sunday'],
    ['2028-02-29', true, 'a leap day, of a year without a notice'],
    ['2028-01-01', false, 'a Saturday of a year without a notice'],
  ])('%s: %s, %s', (day, worked) => expect(isWorkingDay(calendar, day)).toBe(worked))
})

describe('a term in working days', () => {
  it('begins the day after', () => expect(workingDaysAfter(calendar, '2026-09-28', 1)).toBe('2026-09-29'))
  it('passes over days off', () => expect(workingDaysAfter(calendar, '2026-09-30', 1)).toBe('2026-10-05'))
  it('counts a make-up workday', () => expect(workingDaysAfter(calendar, '2026-10-09', 1)).toBe('2026-10-10'))
  it('may begin on a day off', () => expect(workingDaysAfter(calendar, '2026-10-02', 1)).toBe('2026-10-05'))
  it('of no days ends where it begins', () => expect(workingDaysAfter(calendar, '2026-10-02', 0)).toBe('2026-10-02'))
  it.each([-1, 0.5, Number.NaN])('of %d days is none', (n) =>
    expect(() => workingDaysAfter(calendar, '2026-10-02', n)).toThrow(RangeError),
  )
  it('that ends on a day off ends on the next that is worked', () => {
    expect(workingDayFrom(calendar, '2026-10-01')).toBe('2026-10-05')
    expect(workingDayFrom(calendar, '2026-10-10')).toBe('2026-10-10')
  })
})

describe('official', () => {
  it.each([
    ['2026-01-01', '2026-12-31', true],
    ['2025-12-31', '2026-01-01', true],
    ['2026-12-31', '2027-01-01', false],
    ['2024-12-31', '2026-12-31', false],
    ['2024-01-01', '2024-01-02', false],
  ])('from %s to %s: %s', (from, to, official) => expect(isOfficial(calendar, from, to)).toBe(official))
})

const someDay = fc.integer({ min: 0, max: 7000 }).map((n) => addDays('2010-01-01', n))
/** Any notices: what is off and what is worked is drawn over two years, whatever the State Council would think. */
const someCalendar = fc
  .record({
    off: fc.uniqueArray(fc.integer({ min: 0, max: 730 }), { maxLength: 80 }),
    worked: fc.uniqueArray(fc.integer({ min: 0, max: 730 }), { maxLength: 80 }),
  })
  .map(({ off, worked }): Calendar => {
    const workdays = worked.map((n) => addDays('2020-01-01', n)).filter(isWeekend)
    const holidays = off.map((n) => addDays('2020-01-01', n)).filter((day) => !workdays.includes(day))
    return { holidays: new Set(holidays), workdays: new Set(workdays), years: new Set([2020, 2021]) }
  })
const near = fc.integer({ min: -20, max: 740 }).map((n) => addDays('2020-01-01', n))
const few = fc.integer({ min: 0, max: 40 })

/** Counts the plain way: from the day after `from` to `to`. */
function workedBetween(of: Calendar, from: string, to: string): number {
  let n = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(of, day)) n++
  return n
}

describe('whatever the notices say', () => {
  it('n working days lie between a day and the n-th after it, which is worked', () =>
    fc.assert(
      fc.property(someCalendar, near, few, (of, day, n) => {
        const end = workingDaysAfter(of, day, n)
        expect(workedBetween(of, day, end)).toBe(n)
        if (n > 0) expect(isWorkingDay(of, end)).toBe(true)
      }),
    ))
  it('a later beginning or a longer term never ends earlier', () =>
    fc.assert(
      fc.property(someCalendar, near, near, few, few, (of, one, other, n, more) => {
        const [first, last] = one < other ? [one, other] : [other, one]
        expect(workingDaysAfter(of, first, n) <= workingDaysAfter(of, last, n)).toBe(true)
        expect(workingDayFrom(of, first) <= workingDayFrom(of, last)).toBe(true)
        if (more > 0) expect(workingDaysAfter(of, one, n) < workingDaysAfter(of, one, n + more)).toBe(true)
      }),
    ))
  it('terms add up', () =>
    fc.assert(
      fc.property(someCalendar, near, few, few, (of, day, n, m) => {
        expect(workingDaysAfter(of, workingDaysAfter(of, day, n), m)).toBe(workingDaysAfter(of, day, n + m))
      }),
    ))
  it('the working day from a day is the first that is worked, and its own', () =>
    fc.assert(
      fc.property(someCalendar, near, (of, day) => {
        const from = workingDayFrom(of, day)
        expect(isWorkingDay(of, from)).toBe(true)
        expect(workedBetween(of, addDays(day, -1), from)).toBe(1)
        expect(workingDayFrom(of, from)).toBe(from)
        expect(workingDaysAfter(of, addDays(day, -1), 1)).toBe(from)
      }),
    ))
  it('without any, five of seven days are worked', () =>
    fc.assert(
      fc.property(someDay, few, (day, weeks) => {
        const none: Calendar = { holidays: new Set(), workdays: new Set(), years: new Set() }
        const from = workingDayFrom(none, day)
        expect(daysBetween(from, workingDaysAfter(none, from, 5 * weeks))).toBe(7 * weeks)
        expect(isOfficial(none, day, day)).toBe(false)
      }),
    ))
})
