/** Whether a polygon can be a border: closed rings that lie in the world and do not cross themselves or each other. */
import { inPolygon, type LngLat, type Polygon, type Ring, squareMetres } from './geo.ts'

export const polygonGrounds = [
  'polygon-empty',
  'point-outside-world',
  'ring-not-closed',
  'ring-too-short',
  'ring-crosses',
  'hole-outside',
  'polygon-without-area',
  'polygon-too-fine',
] as const
export interface PolygonFault {
  readonly ground: (typeof polygonGrounds)[number]
  /** Where it shows. */
  readonly at?: LngLat
}

/** More points than any border needs; what has more was drawn by a machine and wants to be simplified. */
export const pointsAtMost = 20_000

interface Side {
  readonly a: LngLat
  readonly b: LngLat
  readonly ring: number
  readonly place: number
  readonly sides: number
}

const same = (a: LngLat | undefined, b: LngLat | undefined) => a?.[0] === b?.[0] && a?.[1] === b?.[1]
const inWorld = ([lng, lat]: LngLat) => Math.abs(lng) <= 180 && Math.abs(lat) <= 90

/** A ring without points that repeat the one before. */
const withoutRepeats = (ring: Ring): Ring => ring.filter((point, i) => i === 0 || !same(point, ring[i - 1]))

/** The first thing that is wrong with a polygon; undefined where it is sound. */
export function polygonFault(polygon: Polygon): PolygonFault | undefined {
  const points = polygon.flat()
  if (points.length === 0) return { ground: 'polygon-empty' }
  if (points.length > pointsAtMost) return { ground: 'polygon-too-fine' }
  const lost = points.find((point) => !inWorld(point))
  if (lost) return { ground: 'point-outside-world', at: lost }
  for (const ring of polygon) {
    const [first] = ring
    if (!first || !same(first, ring.at(-1))) return { ground: 'ring-not-closed', ...(first ? { at: first } : {}) }
    if (withoutRepeats(ring).length < 4) return { ground: 'ring-too-short', at: first }
  }
  const crossing = crossingIn(polygon)
  if (crossing) return { ground: 'ring-crosses', at: crossing }
  const [outer = [], ...holes] = polygon
  const stray = holes.find((hole) => !hole.some((point) => inPolygon(point, [outer])))
  if (stray?.[0]) return { ground: 'hole-outside', at: stray[0] }
  return squareMetres(polygon) > 0 ? undefined : { ground: 'polygon-without-area' }
}

/**
 * A point at which two sides meet that should not. A ring may touch itself nowhere but from one side to the next;
 * two rings may touch in a point, yet not cross.
 */
function crossingIn(polygon: Polygon): LngLat | undefined {
  const sides = polygon.flatMap((whole, ring) => {
    const points = withoutRepeats(whole)
    return points
      .slice(1)
      .map((b, place): Side => ({ a: points[place] as LngLat, b, ring, place, sides: points.length - 1 }))
  })
  const west = ({ a, b }: Side) => Math.min(a[0], b[0])
  const east = ({ a, b }: Side) => Math.max(a[0], b[0])
  // From west to east, a side is compared only with those that begin before it ends.
  sides.sort((one, other) => west(one) - west(other))
  for (const [i, side] of sides.entries()) {
    const end = east(side)
    for (let j = i + 1; j < sides.length; j++) {
      const other = sides[j] as Side
      if (west(other) > end) break
      const met = meeting(side, other)
      if (met) return met
    }
  }
  return undefined
}

function meeting(one: Side, other: Side): LngLat | undefined {
  const turns = [
    turn(one.a, one.b, other.a),
    turn(one.a, one.b, other.b),
    turn(other.a, other.b, one.a),
    turn(other.a, other.b, one.b),
  ] as const
  if (turns[0] * turns[1] < 0 && turns[2] * turns[3] < 0) return crossingOf(one, other)
  if (one.ring !== other.ring) return undefined
  const touches: readonly (readonly [number, LngLat, Side])[] = [
    [turns[0], other.a, one],
    [turns[1], other.b, one],
    [turns[2], one.a, other],
    [turns[3], one.b, other],
  ]
  const follows = joint(one, other)
  return touches.find(([turned, point, side]) => turned === 0 && between(point, side) && !same(point, follows))?.[1]
}

/** Which way one turns at b on the way from a to c: left above zero, right below, straight on at zero. */
const turn = (a: LngLat, b: LngLat, c: LngLat) =>
  Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]))

const between = ([x, y]: LngLat, { a, b }: Side) =>
  x >= Math.min(a[0], b[0]) && x <= Math.max(a[0], b[0]) && y >= Math.min(a[1], b[1]) && y <= Math.max(a[1], b[1])

/** The point at which one side of a ring goes over into the next. */
function joint(one: Side, other: Side): LngLat | undefined {
  if ((one.place + 1) % one.sides === other.place) return one.b
  if ((other.place + 1) % one.sides === one.place) return one.a
  return undefined
}

function crossingOf({ a, b }: Side, { a: c, b: d }: Side): LngLat {
  const across = (b[0] - a[0]) * (d[1] - c[1]) - (b[1] - a[1]) * (d[0] - c[0])
  const along = ((c[0] - a[0]) * (d[1] - c[1]) - (c[1] - a[1]) * (d[0] - c[0])) / across
  return [a[0] + along * (b[0] - a[0]), a[1] + along * (b[1] - a[1])]
}
