import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LngLat, Polygon, Ring } from './geo.ts'
import { squareMetres } from './geo.ts'
import { pointsAtMost, polygonFault } from './polygon.ts'

const ring = (...points: LngLat[]): Ring => [...points, points[0] as LngLat]
const square = (west: number, south: number, size: number): Ring =>
  ring([west, south], [west + size, south], [west + size, south + size], [west, south + size])
const groundOf = (polygon: Polygon) => polygonFault(polygon)?.ground

describe('a border', () => {
  it('is sound where its rings are simple, whichever way they run', () => {
    expect(groundOf([square(120, 30, 0.1)])).toBeUndefined()
    expect(groundOf([square(120, 30, 0.1).toReversed()])).toBeUndefined()
    expect(groundOf([square(120, 30, 0.1), square(120.02, 30.02, 0.02)])).toBeUndefined()
  })
  it('may repeat a point and run straight through one', () => {
    expect(
      groundOf([ring([120, 30], [120.1, 30], [120.1, 30], [120.2, 30], [120.2, 30.1], [120, 30.1])]),
    ).toBeUndefined()
  })
  it.each<[string, Polygon]>([
    ['polygon-empty', []],
    ['polygon-empty', [[]]],
    ['ring-not-closed', [square(120, 30, 0.1).slice(0, -1)]],
    ['ring-too-short', [ring([120, 30], [120.1, 30])]],
    ['ring-too-short', [ring([120, 30], [120.1, 30], [120.1, 30])]],
    ['ring-crosses', [ring([120, 30], [120.1, 30.1], [120.1, 30], [120, 30.1])]],
    // Two triangles that touch in a point.
    ['ring-crosses', [ring([120, 30], [120.1, 30], [120.2, 30.1], [120.2, 29.9], [120.1, 30], [120, 30.1])]],
    // A spike that goes out and comes back on itself.
    ['ring-crosses', [ring([120, 30], [120.1, 30], [120.2, 30], [120.1, 30], [120.1, 30.1])]],
    ['ring-crosses', [ring([120, 30], [120.2, 30], [120.1, 30])]],
    ['ring-crosses', [square(120, 30, 0.1), square(120.05, 30.05, 0.1)]],
    ['hole-outside', [square(120, 30, 0.1), square(121, 30, 0.1)]],
    ['polygon-without-area', [square(120, 30, 0.1), square(120, 30, 0.1)]],
    // A projected coordinate system in metres.
    ['point-outside-world', [square(40_512_345, 3_412_345, 500)]],
  ])('is refused: %s', (ground, polygon) => expect(groundOf(polygon)).toBe(ground))
  it('says where it crosses itself', () => {
    const { at } = polygonFault([ring([120, 30], [120.2, 30.2], [120.2, 30], [120, 30.2])]) ?? {}
    expect(at?.[0]).toBeCloseTo(120.1, 9)
    expect(at?.[1]).toBeCloseTo(30.1, 9)
  })
  it('may not have more points than a border needs', () => {
    const circle = (n: number) =>
      ring(
        ...Array.from(
          { length: n },
          (_, i): LngLat => [120 + Math.cos((i * 2 * Math.PI) / n), 30 + Math.sin((i * 2 * Math.PI) / n)],
        ),
      )
    expect(groundOf([circle(pointsAtMost - 1)])).toBeUndefined()
    expect(groundOf([circle(pointsAtMost)])).toBe('polygon-too-fine')
  })
})

it('a star of points around a middle is always sound; with two of them changed over it crosses itself', () => {
  const star = fc.array(fc.double({ min: 0.2, max: 1, noNaN: true }), { minLength: 5, maxLength: 40 })
  fc.assert(
    fc.property(star, fc.nat(), (distances, seed) => {
      const points = distances.map((distance, i): LngLat => {
        const turned = (i * 2 * Math.PI) / distances.length
        return [120 + distance * Math.cos(turned), 30 + distance * Math.sin(turned)]
      })
      expect(groundOf([ring(...points)])).toBeUndefined()
      const round = distances.map(
        (_, i): LngLat => [
          120 + Math.cos((i * 2 * Math.PI) / distances.length),
          30 + Math.sin((i * 2 * Math.PI) / distances.length),
        ],
      )
      const i = seed % round.length
      const j = (i + 1) % round.length
      const [one, other] = [round[i] as LngLat, round[j] as LngLat]
      round[i] = other
      round[j] = one
      expect(groundOf([ring(...round)])).toBe('ring-crosses')
    }),
  )
})

it('measures a square kilometre at 30° north, and a hole away from it', () => {
  const [wide, high] = [1000 / 96_486, 1000 / 111_195]
  const outer = ring([120, 30], [120 + wide, 30], [120 + wide, 30 + high], [120, 30 + high])
  expect(squareMetres([outer]) / 1e6).toBeCloseTo(1, 2)
  expect(squareMetres([outer, outer])).toBe(0)
})
