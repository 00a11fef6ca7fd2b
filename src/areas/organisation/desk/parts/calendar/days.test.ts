import { describe, expect, it } from 'vitest'
import { faultOf } from '../../../calendar/checks.ts'
import { shippedYears } from '../../../calendar/years.ts'
import { brushed, daysOf, isWorked, kindOf, mayBrush, spansOf, weekdayOf, weeksOf } from './days.ts'

const none = daysOf({ holidays: [], workdays: [] })
const nationalDay = { kind: 'holiday', festival: '国庆节' } as const
const makeUp = { kind: 'workday', festival: '国庆节' } as const

it.each(shippedYears)('$year is the same day by day', ({ holidays, workdays }) =>
  expect(spansOf(daysOf({ holidays, workdays }))).toEqual({ holidays, workdays }),
)

describe('a click', () => {
  const week = ['01', '02', '03', '05'].map((date) => `2026-10-${date}`)
  it('after a click makes spans of one festival, whichever came first', () => {
    const days = week.toReversed().reduce((so, day) => brushed(so, day, nationalDay), none)
    expect(spansOf(days).holidays).toEqual([
      { from: '2026-10-01', to: '2026-10-03', name: '国庆节' },
      { from: '2026-10-05', to: '2026-10-05', name: '国庆节' },
    ])
  })
  it('takes back what the one before did', () => {
    for (const brush of [nationalDay, makeUp])
      expect(spansOf(brushed(brushed(none, '2026-10-10', brush), '2026-10-10', brush))).toEqual(spansOf(none))
  })
  it('gives a day another festival, and without one takes it back', () => {
    const days = brushed(none, '2026-10-06', nationalDay)
    expect(brushed(days, '2026-10-06', { kind: 'holiday', festival: '中秋节' }).off.get('2026-10-06')).toBe('中秋节')
    expect(brushed(days, '2026-10-06', { kind: 'holiday', festival: '' }).off.size).toBe(0)
    expect(mayBrush(days, '2026-10-07', { kind: 'holiday', festival: '' })).toBe(false)
  })
  it('never makes a day both, nor a weekday a make-up workday', () => {
    const both = brushed(brushed(none, '2026-10-10', nationalDay), '2026-10-10', makeUp)
    expect(kindOf(both, '2026-10-10')).toBe('workday')
    expect(kindOf(brushed(both, '2026-10-10', nationalDay), '2026-10-10')).toBe('holiday')
    expect(brushed(none, '2026-10-09', makeUp)).toBe(none)
    expect(faultOf({ year: 2026, ...spansOf(both) })).toBeUndefined()
  })
})

it('a day off is not worked, a make-up workday is', () => {
  const days = daysOf({
    holidays: [{ from: '2026-10-01', to: '2026-10-01', name: '国庆节' }],
    workdays: ['2026-10-10'],
  })
  expect(['2026-10-01', '2026-10-10', '2026-10-11', '2026-10-12'].map((day) => isWorked(days, day))).toEqual([
    false,
    true,
    false,
    true,
  ])
})

describe('the weeks of a month', () => {
  it.each([
    [2026, 2, 5, '2026-02-01', 28],
    [2024, 2, 5, '2024-02-01', 29],
    [2027, 2, 4, '2027-02-01', 28],
    [2026, 8, 6, '2026-08-01', 31],
  ])('%i-%i has %i', (year, month, weeks, first, days) => {
    const all = weeksOf(year, month)
    expect(all).toHaveLength(weeks)
    expect(all.every((week) => week.length === 7)).toBe(true)
    const own = all.flat().filter((day) => day !== undefined)
    expect([own[0], own.length]).toEqual([first, days])
    for (const week of all)
      week.forEach((day, at) => {
        if (day) expect(weekdayOf(day)).toBe(at)
      })
  })
})
