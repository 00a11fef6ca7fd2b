import fc from 'fast-check'
import { expect, it } from 'vitest'
import { roomAround } from './points.ts'

const view = fc.record({
  west: fc.double({ min: 73, max: 134, noNaN: true }),
  south: fc.double({ min: 18, max: 53, noNaN: true }),
  width: fc.double({ min: 0.001, max: 0.059, noNaN: true }),
  height: fc.double({ min: 0.001, max: 0.059, noNaN: true }),
})

it('the room holds the view with a margin, and is not much larger', () => {
  fc.assert(
    fc.property(view, ({ west, south, width, height }) => {
      const [east, north] = [west + width, south + height]
      const size = Math.max(east - west, north - south)
      const room = roomAround({ west, south, east, north })
      if (!room) throw new Error('no room')
      expect(room.west).toBeLessThanOrEqual(west - size / 5)
      expect(room.north).toBeGreaterThanOrEqual(north + size / 5)
      expect(room.east - room.west).toBeLessThanOrEqual(size * 3.6)
    }),
  )
})

it('the whole district is asked for while it is in view', () => {
  expect(roomAround({ west: 122.8, south: 30.8, east: 123, north: 31 })).toBeUndefined()
})
