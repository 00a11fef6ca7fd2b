/** Where things stand in a community: along its roads, with the numbers of the houses there. */
import { boundsOf, inPolygon, type LngLat, type Polygon } from '../../../kernel/geo.ts'
import { type Random, wheel } from '../../../kernel/random.ts'
import type { Land } from '../geography.ts'

const metresPerDegree = 110_900
const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6

/** A point so many metres to the east and north of another. */
const moved = ([lng, lat]: LngLat, east: number, north: number): LngLat => [
  rounded(lng + east / (metresPerDegree * Math.cos((lat * Math.PI) / 180))),
  rounded(lat + north / metresPerDegree),
]
const metresFrom = (a: LngLat, b: LngLat): readonly [east: number, north: number] => [
  (b[0] - a[0]) * metresPerDegree * Math.cos((a[1] * Math.PI) / 180),
  (b[1] - a[1]) * metresPerDegree,
]

export interface Spot {
  readonly point: LngLat
  readonly road: string
  readonly house: number
}
export interface Stands {
  /** A house by one of the roads. */
  stand(chance: Random): Spot
  /** A point about so far away, still in the community. */
  near(point: LngLat, metres: number, chance: Random): LngLat
}

/** One side of a piece of road. */
interface Front {
  readonly road: string
  readonly from: LngLat
  /** Metres to the east and north for a metre along the road; turned by a quarter it leads inwards. */
  readonly east: number
  readonly north: number
  readonly metres: number
  readonly side: 0 | 1
  /** How far its beginning lies from where the road's numbers begin. */
  readonly start: number
}

const shortest = 25
/** How far houses stand from the middle of the road. */
const nearest = 14
const deepest = 55
const housesEvery = 24
const tries = 10

const inwards = ({ from, east, north, side }: Front, along: number, deep: number): LngLat => {
  const turn = side === 0 ? 1 : -1
  return moved(from, east * along - north * deep * turn, north * along + east * deep * turn)
}

/** For each community, in the order of the land. */
export function standsIn(land: Land): Stands[] {
  const fronts: Front[][] = land.communities.map(() => [])
  const bounds = land.communities.map(({ polygon }) => boundsOf(polygon[0] ?? []))
  const whose = ([lng, lat]: LngLat) =>
    bounds.findIndex(
      ({ west, east, south, north }, i) =>
        lng >= west &&
        lng <= east &&
        lat >= south &&
        lat <= north &&
        inPolygon([lng, lat], land.communities[i]?.polygon ?? []),
    )
  for (const front of sidesOf(land)) fronts[whose(inwards(front, front.metres / 2, nearest))]?.push(front)
  return land.communities.map(({ polygon, sites }, i) => standsAlong(fronts[i] ?? [], polygon, sites[0]?.point))
}

function* sidesOf({ roads }: Land): Generator<Front> {
  const starts = startsOf(roads.segments)
  for (const { name, line } of roads.segments)
    for (const [i, from] of line.entries()) {
      const to = line[i + 1]
      if (!to) continue
      const [dx, dy] = metresFrom(from, to)
      const metres = Math.hypot(dx, dy)
      if (metres < shortest) continue
      const start = Math.hypot(...metresFrom(starts.get(name) ?? from, from))
      for (const side of [0, 1] as const)
        yield { road: name, from, east: dx / metres, north: dy / metres, metres, side, start }
    }
}

/** The south-western end of each road, where its numbers begin. */
function startsOf(segments: Land['roads']['segments']): Map<string, LngLat> {
  const starts = new Map<string, LngLat>()
  for (const { name, line } of segments)
    for (const end of line) {
      const first = starts.get(name)
      if (!first || end[0] + end[1] < first[0] + first[1]) starts.set(name, end)
    }
  return starts
}

function standsAlong(fronts: readonly Front[], polygon: Polygon, inner: LngLat | undefined): Stands {
  if (!inner || fronts.length === 0) throw new Error('a community without a road')
  const turn = wheel(fronts.map((front) => [front, Math.sqrt(front.metres)] as const))
  return {
    stand(chance) {
      const front = turn(chance)
      const along = front.metres * (0.04 + 0.92 * chance.next())
      const house = 1 + front.side + 2 * Math.floor((front.start + along) / housesEvery)
      for (let i = 0; i < tries; i++) {
        const point = inwards(front, along, nearest + ((deepest - nearest) * chance.next()) / (i + 1))
        if (inPolygon(point, polygon)) return { point, road: front.road, house }
      }
      return { point: inwards(front, front.metres / 2, nearest), road: front.road, house }
    },
    near(point, metres, chance) {
      const other = moved(point, chance.normal(0, metres), chance.normal(0, metres))
      return inPolygon(other, polygon) ? other : inPolygon(point, polygon) ? point : inner
    },
  }
}
