import { describe, expect, it } from 'vitest'
import { messages } from '../messages.ts'
import { calendarFrom, calendarGrounds, faultOf } from './checks.ts'

const holiday = (from: string, to = from, name = '国庆节') => ({ from, to, name })
const sound = {
  year: 2027,
  holidays: [holiday('2027-10-01', '2027-10-07'), holiday('2027-01-01', '2027-01-03', '元旦')],
  workdays: ['2027-10-09'],
}

it('a sound year has no fault', () => expect(faultOf(sound)).toBeUndefined())
it('a year without any day is sound: it is the weekends', () =>
  expect(faultOf({ year: 2027, holidays: [], workdays: [] })).toBeUndefined())

describe('what a year cannot hold', () => {
  it.each([
    ['day-of-another-year', { holidays: [holiday('2026-12-31', '2027-01-02')] }, { day: '2026-12-31' }],
    ['day-of-another-year', { holidays: [holiday('2027-12-31', '2028-01-02')] }, { day: '2028-01-02' }],
    ['day-of-another-year', { workdays: ['2026-12-26'] }, { day: '2026-12-26' }],
    ['holiday-ends-before-it-begins', { holidays: [holiday('2027-10-07', '2027-10-01')] }, { name: '国庆节' }],
    [
      'holidays-overlap',
      { holidays: [holiday('2027-10-01', '2027-10-07'), holiday('2027-10-07', '2027-10-08', '中秋节')] },
      { day: '2027-10-07', name: '中秋节', other: '国庆节' },
    ],
    ['workday-on-a-weekday', { workdays: ['2027-10-11'] }, { day: '2027-10-11' }],
    ['workday-in-a-holiday', { workdays: ['2027-10-02'] }, { day: '2027-10-02', name: '国庆节' }],
    ['workday-twice', { workdays: ['2027-10-09', '2027-10-09'] }, { day: '2027-10-09' }],
  ])('%s: %o', (ground, change, detail) => expect(faultOf({ ...sound, ...change })).toMatchObject({ ground, detail }))
})

it('each ground has its words', () => {
  for (const ground of calendarGrounds) {
    expect(messages.zh.grounds[ground]).toBeTruthy()
    expect(messages.en.grounds[ground]).toBeTruthy()
  }
})

it('years make one calendar', () => {
  const { holidays, workdays, years } = calendarFrom([sound, { year: 2028, holidays: [], workdays: [] }])
  expect(holidays.size).toBe(10)
  expect([...workdays]).toEqual(['2027-10-09'])
  expect([...years]).toEqual([2027, 2028])
})
