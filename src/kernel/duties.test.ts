import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Calendar, endOf, startOf, workingDaysAfter } from './calendar.ts'
import { type Duty, dutiesOf, nextDuty, untilDay, withinHours } from './duties.ts'

const calendar: Calendar = {
  holidays: new Set(['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07']),
  workdays: new Set(['2026-10-10']),
  years: new Set([2026]),
}
interface Asked {
  readonly on: string
  readonly done: string | null
}
const threeDays: Duty<Asked> = {
  duty: 'answer',
  law: 'house',
  due: ({ on }, days) => untilDay(on, workingDaysAfter(days, on, 3)),
  done: ({ done }) => done,
}
const at = (instant: string) => ({ instant })
const only = (asked: Asked, instant: string) => dutiesOf([threeDays], asked, calendar, at(instant))[0]

describe('a duty until a day', () => {
  it('counts working days from the day after, days off left out', () => {
    expect(only({ on: '2026-09-29', done: null }, '2026-09-30T00:00:00Z')).toMatchObject({ dueOn: '2026-10-09' })
  })
  it('is in time until the day is over, by the clock in Shanghai', () => {
    expect(only({ on: '2026-09-29', done: null }, '2026-10-09T15:59:59.000Z')?.late).toBe(false)
    expect(only({ on: '2026-09-29', done: null }, '2026-10-09T16:00:00.000Z')?.late).toBe(true)
  })
  it('was done in time where it was done on its last day, as a day or as an instant', () => {
    const later = '2026-12-01T00:00:00.000Z'
    expect(only({ on: '2026-09-29', done: '2026-10-09' }, later)?.late).toBe(false)
    expect(only({ on: '2026-09-29', done: '2026-10-09T15:00:00Z' }, later)?.late).toBe(false)
    expect(only({ on: '2026-09-29', done: '2026-10-10' }, later)?.late).toBe(true)
  })
  it('is provisional where it reaches into a year without a notice', () => {
    expect(only({ on: '2026-12-30', done: null }, '2026-12-30T00:00:00Z')?.provisional).toBe(true)
    expect(only({ on: '2026-12-21', done: null }, '2026-12-21T00:00:00Z')?.provisional).toBe(false)
  })
})

describe('a duty within hours', () => {
  it('runs on the clock through days off', () => {
    expect(withinHours('2026-10-01T14:30:00.000Z', 24)).toEqual({
      since: '2026-10-01',
      by: '2026-10-02T14:30:00.000Z',
    })
  })
})

it('a deadline until a day ends with that day, and its last day is that day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 7000 }), fc.integer({ min: 0, max: 40 }), (from, more) => {
      const since = addDays('2008-01-01', from)
      const last = addDays(since, more)
      const duty: Duty<object> = { duty: 'd', law: 'house', due: () => untilDay(since, last), done: () => null }
      const [state] = dutiesOf([duty], {}, calendar, at(startOf(last)))
      expect(state).toMatchObject({ dueOn: last, by: endOf(last), late: false })
    }),
  )
})

it('next is the open duty that runs out first', () => {
  const of = (duty: string, by: string, doneAt: string | null) => ({
    ...{ duty, law: 'house', since: '2026-01-01', by, dueOn: by.slice(0, 10), provisional: false, doneAt, late: false },
  })
  const [a, b, c] = [
    of('a', '2026-01-03T00:00:00Z', '2026-01-02T00:00:00Z'),
    of('b', '2026-01-09T00:00:00Z', null),
    of('c', '2026-01-05T00:00:00Z', null),
  ]
  expect(nextDuty([a, b, c])).toBe(c)
  expect(nextDuty([a])).toBeUndefined()
})
