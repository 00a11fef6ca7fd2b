import { createRequire } from 'node:module'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { toWgs84 } from './datum.ts'

const gcoord = createRequire(import.meta.url)('gcoord')
const china = fc.tuple(fc.double({ min: 75, max: 134, noNaN: true }), fc.double({ min: 19, max: 52, noNaN: true }))

it.each([
  ['gcj02', 'GCJ02'],
  ['bd09', 'BD09'],
] as const)('%s is turned as the library for files does, to half a metre', (datum, name) => {
  fc.assert(
    fc.property(china, (point) => {
      const [lng, lat] = toWgs84(point, datum)
      const [wantedLng, wantedLat] = gcoord.transform([...point], name, 'WGS84')
      expect(lng).toBeCloseTo(wantedLng, 5)
      expect(lat).toBeCloseTo(wantedLat, 5)
    }),
  )
})

it('WGS-84 stays as it is', () => {
  expect(toWgs84([122.9, 30.9], 'wgs84')).toEqual([122.9, 30.9])
})
