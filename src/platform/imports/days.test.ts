import { describe, expect, it } from 'vitest'
import { dayReader } from './days.ts'
import { Refusal } from './faults.ts'

const read = dayReader([])

describe('days', () => {
  it.each([
    ['2026-04-01', '2026-04-01'],
    ['2026/4/1', '2026-04-01'],
    ['2026.04.01', '2026-04-01'],
    ['2026年4月1日', '2026-04-01'],
    ['20260401', '2026-04-01'],
    ['2026-04-01 08:30', '2026-04-01'],
    ['2026-03-31T17:00:00Z', '2026-04-01'],
  ])('%s is %s', (text, day) => expect(read(text)).toBe(day))
  it.each(['2026-02-30', '2026-13-01', '01/04/2026', '一月', '0099-01-01'])('%s is none', (text) =>
    expect(read(text)).toBeInstanceOf(Refusal),
  )
  it('reads the form that a mapping names', () => {
    expect(dayReader(['DD/MM/YYYY'])('01/04/2026')).toBe('2026-04-01')
    expect(dayReader(['excel'])('46113')).toBe('2026-04-01')
    expect(() => dayReader(['MM/YYYY'])).toThrow(RangeError)
  })
})
