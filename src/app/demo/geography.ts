/** The land of the demonstration district: communities that tile it, streets, station areas, roads. Nowhere real. */
import type { LngLat, Polygon } from '../../kernel/geo.ts'
import type { Random } from '../../kernel/random.ts'
import { cutBlocks, gridsOf } from './land/blocks.ts'
import { communityCount, type Division, divide, type Part, residentsIn, stationCount } from './land/division.ts'
import { type CommunityKind, kindsOf } from './land/kinds.ts'
import { centroidOf, closed, distance, inside, type Spot, toLngLat } from './land/plane.ts'
import { join, outlineOf, type Region } from './land/regions.ts'
import { chainsOf, clearRoads, kmPerHour, type Piece, secondsFrom } from './land/roads.ts'
import { type Site, siteMaker } from './land/sites.ts'
import type { Face } from './land/subdivision.ts'
import { fireStationsNear, oldTown, type RoadClass, towns } from './land/terrain.ts'
import { roadNamer, streetNames } from './names.ts'

export interface Community {
  /** 0…9: which of the ten streets; 0…19: which of the twenty stations. */
  readonly street: number
  readonly station: number
  readonly kind: CommunityKind
  readonly residents: number
  readonly polygon: Polygon
  readonly grids: readonly Polygon[]
  readonly sites: readonly Site[]
}
export interface RoadNetwork {
  /** Crossings and ends. */
  readonly nodes: readonly LngLat[]
  readonly segments: readonly Segment[]
}
export interface Segment {
  /** Indices of nodes. */
  readonly from: number
  readonly to: number
  readonly name: string
  readonly class: RoadClass
  readonly kmPerHour: number
  readonly metres: number
  readonly line: readonly LngLat[]
}
export interface Land {
  readonly outline: Polygon
  readonly river: readonly LngLat[]
  /** In the order of their codes: by street, then by station, from the middle of the district outwards. */
  readonly communities: readonly Community[]
  readonly streets: readonly Polygon[]
  readonly stations: readonly Polygon[]
  /** Which street each station is in. */
  readonly streetOfStation: readonly number[]
  readonly roads: RoadNetwork
  /** Where the brigade's fire stations stand. */
  readonly fireStations: readonly LngLat[]
}

export function makeLand(seed: Random): Land {
  const division = divide(seed)
  const { land, terrain } = division
  const polygonOf = (corners: readonly number[]): Polygon => [closed(land.lineOf(corners)).map(toLngLat)]
  const union = (faces: readonly Face<Part>[]): Polygon => {
    const ring = outlineOf(
      land,
      faces.map(({ id }) => id),
    )
    if (!ring) throw new Error('an area in two pieces')
    return polygonOf(ring)
  }
  const kinds = kindsOf(
    gather(division, communityCount, ({ community }) => community).map((faces) => placeOf(division, faces)),
  )
  const order = arrange(division)
  cutBlocks(division, kinds, seed)
  const pieces = clearRoads(division)
  const names = nameRoads(division, pieces, seed)
  const starts = fireStationsNear.map((spot) => nearestCorner(division, pieces, spot))
  const sites = siteMaker(division, { names, pieces, seconds: secondsFrom(pieces, starts) }, seed)
  const byCommunity = gather(division, communityCount, ({ community }) => community)
  const byStation = gather(division, stationCount, ({ station }) => station)
  return {
    outline: union([...land.faces.values()]),
    river: terrain.river.filter((spot) => inside(spot, terrain.outline)).map(toLngLat),
    communities: order.communities.map((old) => {
      const faces = byCommunity[old] ?? []
      const station = order.stations.indexOf(faces[0]?.tag.station ?? -1)
      const kind = kinds[old] ?? 'rural'
      return {
        street: order.streetOfStation[station] ?? 0,
        station,
        kind,
        residents: Math.round(placeOf(division, faces).residents),
        polygon: union(faces),
        grids: gridsOf(division, faces).map(polygonOf),
        sites: sites(faces, kind),
      }
    }),
    streets: streetNames.map((_, street) =>
      union(order.stations.flatMap((old, i) => (order.streetOfStation[i] === street ? (byStation[old] ?? []) : []))),
    ),
    stations: order.stations.map((old) => union(byStation[old] ?? [])),
    streetOfStation: order.streetOfStation,
    roads: networkOf(division, pieces, names),
    fireStations: starts.map((corner) => toLngLat(land.spot(corner))),
  }
}

/** The faces of each area. */
function gather({ land }: Division, count: number, of: (tag: Part) => number): Face<Part>[][] {
  const areas: Face<Part>[][] = Array.from({ length: count }, () => [])
  for (const face of land.faces.values()) areas[of(face.tag)]?.push(face)
  return areas
}

function placeOf({ land }: Division, faces: readonly Face<Part>[]) {
  const sizes = faces.map((face) => land.areaOf(face))
  const largest = faces[sizes.indexOf(Math.max(...sizes))]
  return {
    centre: centroidOf(land.lineOf(largest?.ring ?? [])),
    residents: faces.reduce((sum, face) => sum + residentsIn(land.lineOf(face.ring), face.tag.people), 0),
    area: sizes.reduce((sum, size) => sum + size, 0) / 1e6,
  }
}

/** Joins station areas to streets and orders everything from the middle outwards, the two rural towns last. */
function arrange(division: Division) {
  const { land, roads } = division
  const stations = gather(division, stationCount, ({ station }) => station)
  const communities = gather(division, communityCount, ({ community }) => community)
  const places = stations.map((faces) => placeOf(division, faces))
  const regions = stations.map(
    (faces, i): Region => ({ faces: faces.map(({ id }) => id), mass: places[i]?.residents ?? 0 }),
  )
  const river = (a: number, b: number) => roads[land.roadOn(a, b) ?? -1]?.class === 'river'
  const far = (i: number) => distance(places[i]?.centre ?? oldTown, oldTown)
  const streets = join(land, regions, streetNames.length, river).map((region) => {
    const own = stations.flatMap((faces, i) => (faces.some(({ id }) => region.faces.includes(id)) ? [i] : []))
    const town = towns.findIndex((spot) => own.includes(land.faceAt(spot)?.tag.station ?? -1))
    return { own: own.sort((a, b) => far(a) - far(b)), near: Math.min(...own.map(far)), town }
  })
  const ordered = [...streets].sort((a, b) => a.town - b.town || a.near - b.near)
  const stationOrder = ordered.flatMap(({ own }) => own)
  const rank = communities.map((faces) => stationOrder.indexOf(faces[0]?.tag.station ?? -1))
  return {
    stations: stationOrder,
    streetOfStation: ordered.flatMap(({ own }, street) => own.map(() => street)),
    communities: communities.map((_, i) => i).sort((a, b) => (rank[a] ?? 0) - (rank[b] ?? 0) || a - b),
  }
}

/** Every road that is left has a name; larger ones first, so that they get the finer names. */
function nameRoads({ roads }: Division, pieces: readonly Piece[], seed: Random): string[] {
  const namer = roadNamer(seed.stream('roads'))
  const left = new Set(pieces.map(({ road }) => road))
  return roads.map(({ name, class: kind }, i) => (kind === 'river' || !left.has(i) ? '' : (name ?? namer(kind))))
}

function nearestCorner({ land }: Division, pieces: readonly Piece[], spot: Spot): number {
  const wide = pieces.filter((piece) => piece.class === 'arterial' || piece.class === 'secondary')
  return wide.reduce(
    (best, { a }) => (distance(land.spot(a), spot) < distance(land.spot(best), spot) ? a : best),
    wide[0]?.a ?? 0,
  )
}

function networkOf({ land }: Division, pieces: readonly Piece[], names: readonly string[]): RoadNetwork {
  const nodes: number[] = []
  const numbers = new Map<number, number>()
  const node = (corner: number) => {
    const known = numbers.get(corner) ?? nodes.push(corner) - 1
    numbers.set(corner, known)
    return known
  }
  const segments = chainsOf(pieces).map(
    ({ corners, road, class: kind, metres }): Segment => ({
      from: node(corners[0] ?? 0),
      to: node(corners.at(-1) ?? 0),
      name: names[road] ?? '',
      class: kind,
      kmPerHour: kmPerHour[kind],
      metres: Math.round(metres),
      line: land.lineOf(corners).map(toLngLat),
    }),
  )
  return { nodes: land.lineOf(nodes).map(toLngLat), segments }
}
