/** Plane geometry in metres, for drawing the demonstration district before it gets its degrees. */
import type { LngLat } from '../../../kernel/geo.ts'

/** Metres to the east and to the north of the district's middle. */
export type Spot = readonly [x: number, y: number]
export type Line = readonly Spot[]

/** Out in the East China Sea, so that nothing on it claims to be a real place. */
const middle: LngLat = [122.9, 30.9]
const metresPerDegree = 110_900
const metresPerDegreeEast = metresPerDegree * Math.cos((middle[1] * Math.PI) / 180)
const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6

export const toLngLat = ([x, y]: Spot): LngLat => [
  rounded(middle[0] + x / metresPerDegreeEast),
  rounded(middle[1] + y / metresPerDegree),
]

export const distance = (a: Spot, b: Spot): number => Math.hypot(b[0] - a[0], b[1] - a[1])
export const between = (a: Spot, b: Spot, t: number): Spot => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t]

/** Each piece of a line with its two ends. */
export const piecesOf = (line: Line): [Spot, Spot][] => line.slice(1).map((to, i) => [line[i] ?? to, to])
export const closed = (ring: Line): Line => [...ring, ...ring.slice(0, 1)]

/** Of an open ring, counter-clockwise positive, in square metres. */
export const areaOf = (ring: Line): number =>
  piecesOf(closed(ring)).reduce((sum, [a, b]) => sum + a[0] * b[1] - b[0] * a[1], 0) / 2

export function centroidOf(ring: Line): Spot {
  const area = areaOf(ring)
  let [x, y] = [0, 0]
  for (const [a, b] of piecesOf(closed(ring))) {
    const cross = a[0] * b[1] - b[0] * a[1]
    x += (a[0] + b[0]) * cross
    y += (a[1] + b[1]) * cross
  }
  return [x / (6 * area), y / (6 * area)]
}

export const lengthOf = (line: Line): number => piecesOf(line).reduce((sum, [a, b]) => sum + distance(a, b), 0)

/** The point of a line at that share of its length. */
export function along(line: Line, share: number): Spot {
  let left = lengthOf(line) * share
  for (const [a, b] of piecesOf(line)) {
    const length = distance(a, b)
    if (left <= length) return between(a, b, length === 0 ? 0 : left / length)
    left -= length
  }
  return line.at(-1) ?? [0, 0]
}

export function inside(spot: Spot, ring: Line): boolean {
  // Called a million times: no arrays are made here.
  const x = spot[0]
  const y = spot[1]
  let within = false
  let before = ring[ring.length - 1]
  for (let i = 0; i < ring.length; i++) {
    const here = ring[i]
    if (before && here && before[1] > y !== here[1] > y) {
      if (x < ((here[0] - before[0]) * (y - before[1])) / (here[1] - before[1]) + before[0]) within = !within
    }
    before = here
  }
  return within
}

/** Where the pieces a–b and c–d cross: how far along each, 0 to 1; undefined where they do not. */
export function crossing(a: Spot, b: Spot, c: Spot, d: Spot): readonly [t: number, u: number] | undefined {
  const [rx, ry, sx, sy] = [b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]]
  const cross = rx * sy - ry * sx
  if (cross === 0) return undefined
  const t = ((c[0] - a[0]) * sy - (c[1] - a[1]) * sx) / cross
  const u = ((c[0] - a[0]) * ry - (c[1] - a[1]) * rx) / cross
  return t >= 0 && t <= 1 && u >= 0 && u <= 1 ? [t, u] : undefined
}

/** How far a spot lies from a piece of line. */
function fromPiece(spot: Spot, a: Spot, b: Spot): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const t = ((spot[0] - a[0]) * dx + (spot[1] - a[1]) * dy) / (dx * dx + dy * dy || 1)
  return distance(spot, between(a, b, Math.max(0, Math.min(1, t))))
}
export const fromLine = (spot: Spot, line: Line): number =>
  piecesOf(line).reduce((least, [a, b]) => Math.min(least, fromPiece(spot, a, b)), Infinity)

/** A curve through all points (Catmull–Rom), with a point about every `step` metres. */
export function smooth(points: Line, step: number): Line {
  const at = (i: number): Spot => points[Math.max(0, Math.min(points.length - 1, i))] ?? [0, 0]
  const curve: Spot[] = []
  for (let i = 0; i + 1 < points.length; i++) {
    const [p, a, b, q] = [at(i - 1), at(i), at(i + 1), at(i + 2)]
    const parts = Math.max(1, Math.round(distance(a, b) / step))
    for (let k = 0; k < parts; k++) {
      const t = k / parts
      const one = (j: 0 | 1) =>
        0.5 *
        (2 * a[j] +
          (b[j] - p[j]) * t +
          (2 * p[j] - 5 * a[j] + 4 * b[j] - q[j]) * t * t +
          (3 * a[j] - p[j] - 3 * b[j] + q[j]) * t * t * t)
      curve.push([one(0), one(1)])
    }
  }
  return [...curve, at(points.length - 1)]
}

/** The line moved sideways: to its left for a positive distance. */
export const beside = (line: Line, metres: number): Line =>
  line.map((spot, i): Spot => {
    const [a, b] = [line[i - 1] ?? spot, line[i + 1] ?? spot]
    const length = distance(a, b) || 1
    return [spot[0] - ((b[1] - a[1]) / length) * metres, spot[1] + ((b[0] - a[0]) / length) * metres]
  })
