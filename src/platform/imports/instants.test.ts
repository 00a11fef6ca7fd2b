/** Times as people write them: accepted when they exist, refused in words when they do not. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wallClockOf } from '../../kernel/calendar.ts'
import { Refusal } from './faults.ts'
import { formatReader, instantReader, zoneClock } from './instants.ts'

const shanghai = instantReader({ zone: 'Asia/Shanghai', formats: [] })
const ruleOf = (read: ReturnType<typeof instantReader>, text: string) => {
  const value = read(text)
  return value instanceof Refusal ? value.rule : value
}

describe('the usual forms', () => {
  it.each([
    ['2026-04-01 08:30', '2026-04-01T00:30:00.000Z'],
    ['2026-04-01 08:30:15', '2026-04-01T00:30:15.000Z'],
    ['2026-04-01 07:59:59', '2026-03-31T23:59:59.000Z'],
    ['2026-04-01T08:30', '2026-04-01T00:30:00.000Z'],
    ['2026/4/1 8:30', '2026-04-01T00:30:00.000Z'],
    ['2026.4.1 8:30:05', '2026-04-01T00:30:05.000Z'],
    ['2026年4月1日 8时30分', '2026-04-01T00:30:00.000Z'],
    ['2026年4月1日 8时30分15秒', '2026-04-01T00:30:15.000Z'],
    ['2026-04-01T08:30:15.25Z', '2026-04-01T08:30:15.250Z'],
    ['2026-04-01T08:30:15+08:00', '2026-04-01T00:30:15.000Z'],
    ['2026-04-01T08:30:15-0430', '2026-04-01T13:00:15.000Z'],
    ['2024-02-29 23:59', '2024-02-29T15:59:00.000Z'],
  ])('%s', (text, instant) => {
    expect(shanghai(text)).toBe(instant)
  })

  it.each([
    ['2026/2/30 8:30', 'no-such-day'],
    ['2026-02-29 08:30', 'no-such-day'],
    ['2026-02-30 08:30', 'no-such-day'],
    ['2026-13-01 08:30', 'no-such-day'],
    ['2026-04-01 24:00', 'no-such-time'],
    ['2026-04-01 08:60', 'no-such-time'],
    ['2026-04-01 08:30:60', 'no-such-time'],
    ['2026-02-30T08:30:15Z', 'no-such-day'],
    ['2026-04-01T24:00:15.000Z', 'no-such-time'],
    ['2026-04-01T08:30:15.0x0Z', 'not-a-time'],
    ['2026-04-01', 'time-missing'],
    ['04/01/2026 08:30', 'not-a-time'],
    ['2026-04-01 08:30 +99:00', 'not-a-time'],
    ['46113.35', 'not-a-time'],
    ['yesterday', 'not-a-time'],
    ['0095-04-01 08:30', 'too-early'],
    ['1987-06-01 08:30', 'too-early'],
  ])('%s is refused: %s', (text, rule) => {
    expect(ruleOf(shanghai, text)).toBe(rule)
  })

  it('refuses what has not happened yet', () => {
    const read = instantReader({ zone: 'Asia/Shanghai', formats: [], now: '2026-04-01T00:30:00Z' })
    expect(ruleOf(read, '2026-04-01 08:30')).toBe('2026-04-01T00:30:00.000Z')
    expect(ruleOf(read, '2026-04-01 08:31')).toBe('in-future')
    expect(ruleOf(read, '2026/4/1 8:31')).toBe('in-future')
    expect(ruleOf(read, '2026-04-01T00:30:00.001Z')).toBe('in-future')
  })

  it('reads quickly and slowly alike', () => {
    const times = fc.date({ min: new Date('1992-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(times, (date) => {
        const instant = `${date.toISOString().slice(0, 19)}.000Z`
        const clock = wallClockOf(instant)
        expect(shanghai(clock)).toBe(instant)
        expect(shanghai(clock.replaceAll('-', '/'))).toBe(instant)
        expect(shanghai(date.toISOString())).toBe(date.toISOString())
        expect(shanghai(instant.replace('.000', ''))).toBe(instant)
      }),
    )
  })
})

describe('forms of other places', () => {
  it.each([
    ['MM/DD/YYYY HH:mm:ss', '04/01/2026 08:30:15', '2026-04-01T00:30:15.000Z'],
    ['DD/MM/YYYY HH:mm:ss', '01/04/2026 08:30:15', '2026-04-01T00:30:15.000Z'],
    ['D.M.YYYY H:mm[:ss]', '1.4.2026 8:30', '2026-04-01T00:30:00.000Z'],
    ['D.M.YYYY H:mm[:ss]', '1.4.2026 8:30:15', '2026-04-01T00:30:15.000Z'],
    ['MM/DD/YYYY hh:mm A', '04/01/2026 12:30 AM', '2026-03-31T16:30:00.000Z'],
    ['MM/DD/YYYY hh:mm A', '04/01/2026 12:30 PM', '2026-04-01T04:30:00.000Z'],
    ['YYYYMMDDHHmmss', '20260401083015', '2026-04-01T00:30:15.000Z'],
    ['excel', '46113.354166666664', '2026-04-01T00:30:00.000Z'],
  ])('%s reads %s', (format, text, instant) => {
    expect(instantReader({ zone: 'Asia/Shanghai', formats: [format] })(text)).toBe(instant)
  })

  it('refuse a month that the order of the format makes thirteen', () => {
    const read = instantReader({ zone: 'Asia/Shanghai', formats: ['MM/DD/YYYY HH:mm'] })
    expect(ruleOf(read, '13/01/2026 08:30')).toBe('no-such-day')
    expect(ruleOf(read, '04/01/2026 13:30 PM')).toBe('not-a-time')
  })

  it.each(['YYYY-MM-DD', 'HH:mm', 'YYYY-MM-DD hh:mm', 'YYYY-MM-DD HH:mm YYYY', 'YYYY-MM-DD HH:mm[', ''])(
    '%j is no format',
    (format) => {
      expect(formatReader(format)).toBeUndefined()
    },
  )

  it('has room for a few parts that may lack, not for so many that reading takes for ever', () => {
    const text = (n: number) => `2026 04 01 8${' '.repeat(n)}`
    expect(formatReader(`YYYY MM DD H${'[ ]'.repeat(6)}`)?.(text(6))).toMatchObject({ year: 2026, hour: 8 })
    expect(formatReader(`YYYY MM DD H${'[ ]'.repeat(60)}`)).toBeUndefined()
  })

  it('know summer time: a skipped hour is refused, of a repeated one the first is meant', () => {
    const read = instantReader({ zone: 'America/Toronto', formats: [] })
    expect(read('2026-01-15 12:00')).toBe('2026-01-15T17:00:00.000Z')
    expect(read('2026-07-15 12:00')).toBe('2026-07-15T16:00:00.000Z')
    expect(ruleOf(read, '2026-03-08 02:30')).toBe('time-skipped')
    expect(read('2026-03-08 03:00')).toBe('2026-03-08T07:00:00.000Z')
    expect(read('2026-11-01 01:30')).toBe('2026-11-01T05:30:00.000Z')
    expect(read('2026-11-01 02:00')).toBe('2026-11-01T07:00:00.000Z')
  })

  it('convert back to the wall clock from which they came', () => {
    const zones = fc.constantFrom('America/Toronto', 'Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Kolkata', 'UTC')
    const clocks = new Map<string, ReturnType<typeof zoneClock>>()
    fc.assert(
      fc.property(zones, fc.integer({ min: 700_000_000, max: 3_000_000_000 }), (zone, seconds) => {
        const clock = clocks.get(zone) ?? zoneClock(zone)
        clocks.set(zone, clock)
        const shown = new Date(seconds * 1000).toLocaleString('sv-SE', { timeZone: zone })
        const instant = clock(Date.parse(`${shown.replace(' ', 'T')}Z`))
        expect(instant).toBeDefined()
        expect(new Date(instant as number).toLocaleString('sv-SE', { timeZone: zone })).toBe(shown)
        expect(instant).toBeLessThanOrEqual(seconds * 1000)
      }),
    )
  })
})
