import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMonths, admitted, agrees, ruledOut } from './exclusions.ts'

const cap = { capMonths: 12, day: '2026-11-27' }
const open = (lastInspectedOn: string | null) => ({ state: 'open', lastInspectedOn })

describe('国办发〔2024〕54号: the cap', () => {
  it('holds up to the day before so many months are over', () => {
    expect(ruledOut(open('2025-11-28'), cap)).toBe('within-cap')
    expect(ruledOut(open('2025-11-27'), cap)).toBeNull()
    expect(ruledOut(open(null), cap)).toBeNull()
    expect(ruledOut(open('2026-11-26'), { ...cap, capMonths: null })).toBeNull()
  })
  it('ends on the last day of a month that has no such date', () => {
    expect(addMonths('2026-08-31', 6)).toBe('2027-02-28')
    expect(addMonths('2027-08-31', 6)).toBe('2028-02-29')
    expect(addMonths('2026-12-15', 1)).toBe('2027-01-15')
  })
  it('a closed place is out first, and nobody can bring it in', () => {
    const closed = { state: 'paused', lastInspectedOn: '2026-11-26' }
    expect(ruledOut(closed, cap)).toBe('not-open')
    expect(admitted(closed, '举报', cap)).toBeUndefined()
  })
  it('is overruled only with words', () => {
    expect(admitted(open('2026-11-26'), '举报', cap)).toEqual({ excluded: null, words: '举报' })
    expect(agrees({ ...open('2026-11-26'), excluded: null, words: null }, cap)).toBe(false)
  })
})

it('what the rule and people decide always agrees with what is checked', () => {
  const standing = fc.record({
    state: fc.constantFrom('open', 'paused', 'deregistered'),
    lastInspectedOn: fc.option(fc.integer({ min: 0, max: 40 }).map((n) => addMonths('2026-11-27', -n))),
  })
  fc.assert(
    fc.property(standing, fc.option(fc.constantFrom(1, 6, 12, 36)), (object, capMonths) => {
      const own = { capMonths, day: '2026-11-27' }
      expect(agrees({ ...object, excluded: ruledOut(object, own), words: null }, own)).toBe(true)
      const decided = admitted(object, '有举报', own)
      if (decided) expect(agrees({ ...object, ...decided }, own)).toBe(true)
      else expect(object.state).not.toBe('open')
    }),
  )
})
