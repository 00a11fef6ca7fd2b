/** A device's clock is corrected where it is wrong, and left alone where it is near enough. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { aheadBy, putRight } from './clock.ts'

const now = '2026-11-27T02:00:00.000Z'
const later = (instant: string, ms: number) => new Date(Date.parse(instant) + ms).toISOString()
const minute = 60_000
const day = 24 * 60 * minute
/** Up to two days wrong, in either way. */
const wrong = fc.integer({ min: -2 * day, max: 2 * day })

it('a device that does not say its time is taken at its word', () => {
  expect(aheadBy({ deviceAt: null }, now)).toBe(0)
})

it('clocks that agree to a minute agree', () => {
  fc.assert(
    fc.property(fc.integer({ min: -minute, max: minute }), (ms) => {
      expect(aheadBy({ deviceAt: later(now, ms) }, now)).toBe(0)
    }),
  )
})

it('a moment told by a wrong clock is that of the server’s, whatever the error', () => {
  fc.assert(
    fc.property(wrong, fc.integer({ min: -day, max: 0 }), (ms, past) => {
      const ahead = aheadBy({ deviceAt: later(now, ms) }, now)
      const told = later(now, past + ms)
      const right = Date.parse(putRight(told, ahead))
      // What is tolerated stays as it was told.
      expect(Math.abs(right - Date.parse(later(now, past)))).toBeLessThanOrEqual(minute)
    }),
  )
})

it('how long something took does not depend on the clock', () => {
  fc.assert(
    fc.property(wrong, fc.integer({ min: 0, max: day }), (ms, took) => {
      const ahead = aheadBy({ deviceAt: later(now, ms) }, now)
      expect(Date.parse(putRight(later(now, took), ahead)) - Date.parse(putRight(now, ahead))).toBe(took)
    }),
  )
})
