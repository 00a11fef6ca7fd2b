import { createRequire } from 'node:module'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LngLat, metresBetween, type Polygon } from '../../kernel/geo.ts'
import { toWgs84 } from '../../platform/imports/coordinates.ts'
import { districtBounds, kilometresOff, pointFault } from './points.ts'

const gcoord: { transform(at: LngLat, from: string, to: string): LngLat } = createRequire(import.meta.url)('gcoord')

const square: Polygon = [
  [
    [120, 30],
    [120.2, 30],
    [120.2, 30.2],
    [120, 30.2],
    [120, 30],
  ],
]
const bounds = districtBounds([square])

describe('a position', () => {
  it('within the district, or just across its border, is right', () => {
    expect(pointFault([120.1, 30.1], bounds)).toBeUndefined()
    expect(pointFault([120.21, 30.1], bounds)).toBeUndefined()
  })
  it('with its numbers exchanged is told from one far away', () => {
    expect(pointFault([30.1, 120.1], bounds)).toBe('point-swapped')
    expect(pointFault([121.5, 31.2], bounds)).toBe('point-outside')
  })
  it('says how far away', () => {
    if (!bounds) throw new Error('no bounds')
    expect(kilometresOff([121.5, 31.2], bounds)).toBeGreaterThan(100)
  })
  it('of a district without borders cannot be judged', () => {
    expect(districtBounds([])).toBeUndefined()
    expect(pointFault([0, 0], undefined)).toBeUndefined()
  })
})

describe('coordinates of map makers', () => {
  const inChina = fc.tuple(fc.double({ min: 75, max: 133, noNaN: true }), fc.double({ min: 20, max: 51, noNaN: true }))
  it.each([
    ['GCJ-02', 'GCJ02'],
    ['BD-09', 'BD09'],
  ] as const)('from WGS-84 to %s and back are the same place within two metres', (system, name) =>
    fc.assert(
      fc.property(inChina, ([lng, lat]) => {
        const at: LngLat = [lng, lat]
        const theirs = gcoord.transform([...at], 'WGS84', name)
        expect(metresBetween(toWgs84(theirs, system), at)).toBeLessThan(2)
      }),
      { numRuns: 500 },
    ),
  )
})
