import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { wallClockOf } from '../../kernel/calendar.ts'
import { typedInstant } from './typed-time.ts'

/** 2026-11-27 09:00 in Shanghai. */
const now = '2026-11-27T01:00:00.000Z'
const read = (text: string, after?: string) => {
  const at = typedInstant(text, after ? { now, after } : { now })
  return at && wallClockOf(at)
}

describe('a time as people type it', () => {
  it.each([
    ['2026-04-01 8:30', '2026-04-01 08:30:00'],
    ['2026-04-01 08:30:15', '2026-04-01 08:30:15'],
    ['2026/4/1 8:30', '2026-04-01 08:30:00'],
    ['2026.4.1 0830', '2026-04-01 08:30:00'],
    ['2026年4月1日8时30分', '2026-04-01 08:30:00'],
    ['2026年4月1日 8点半', '2026-04-01 08:30:00'],
    ['4月1日8时', '2026-04-01 08:00:00'],
    ['20260401 0830', '2026-04-01 08:30:00'],
    ['202604010830', '2026-04-01 08:30:00'],
    ['20260401083015', '2026-04-01 08:30:15'],
    ['0401 0830', '2026-04-01 08:30:00'],
    ['04010830', '2026-04-01 08:30:00'],
    ['4-1 8:30', '2026-04-01 08:30:00'],
    ['4/1 830', '2026-04-01 08:30:00'],
    ['２０２６－０４－０１　８：３０', '2026-04-01 08:30:00'],
    ['2026-04-01T08:30', '2026-04-01 08:30:00'],
  ])('%s', (text, wall) => expect(read(text)).toBe(wall))

  it.each(['', '2026-02-30 08:30', '2026-04-01', '25:00', '8:75', '昨天', '13-40 0830', '20260401'])(
    '%j is none, or names no time',
    (text) => expect(read(text)).toBeUndefined(),
  )
})

describe('what is left out', () => {
  it('is this year, or the last one where the day lies ahead', () => {
    expect(read('1126 0830')).toBe('2026-11-26 08:30:00')
    expect(read('1231 2350')).toBe('2025-12-31 23:50:00')
  })
  it('is today, or yesterday where the time has not come yet', () => {
    expect(read('8:30')).toBe('2026-11-27 08:30:00')
    expect(read('2350')).toBe('2026-11-26 23:50:00')
  })
  it('is the day of the time before, or the next where the clock has passed midnight', () => {
    const alarm = '2026-04-01T15:50:00.000Z'
    expect(read('2356', alarm)).toBe('2026-04-01 23:56:00')
    expect(read('0:04', alarm)).toBe('2026-04-02 00:04:00')
  })
})

test('the wall clock that is shown can be typed again', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('1992-01-01'), max: new Date('2026-11-01'), noInvalidDate: true }), (date) => {
      const wall = wallClockOf(date.toISOString())
      expect(read(wall)).toBe(wall)
      expect(read(wall.replaceAll(/\D/g, ''))).toBe(wall)
    }),
  )
})
