/** Divides the district step by step: river and through roads, station areas, communities, the roads along the water. */
import type { Random } from '../../../kernel/random.ts'
import { boxOf, type Cutting, carve } from './carve.ts'
import { areaOf, inside, type Line, type Spot } from './plane.ts'
import { type Face, Subdivision, sidesOf } from './subdivision.ts'
import { densityAt, makeTerrain, type RoadClass, type Terrain, throughRoads, waterRoads } from './terrain.ts'

/** What a face belongs to. */
export interface Part {
  readonly station: number
  readonly community: number
  /** Between the river and its embankment: nothing is built there. */
  readonly wet: boolean
  /** Those who live in it, and perhaps others near by. */
  readonly people: readonly Sample[]
}

export interface NamedRoad {
  /** The names of small roads come later. */
  readonly name: string | undefined
  readonly class: RoadClass | 'river'
}

export interface Division {
  readonly terrain: Terrain
  readonly land: Subdivision<Part>
  readonly roads: NamedRoad[]
}
/** Where people are counted: a spot, and how many residents it stands for. */
export interface Sample {
  readonly spot: Spot
  readonly residents: number
}

export const stationCount = 20
export const communityCount = 90
const sampleStep = 120

function countPeople(outline: Line): Sample[] {
  const [xs, ys] = [outline.map(([x]) => x), outline.map(([, y]) => y)]
  const samples: Sample[] = []
  for (let x = Math.min(...xs); x < Math.max(...xs); x += sampleStep)
    for (let y = Math.min(...ys); y < Math.max(...ys); y += sampleStep)
      if (inside([x, y], outline))
        samples.push({ spot: [x, y], residents: densityAt([x, y]) * (sampleStep / 1000) ** 2 })
  return samples
}

export const residentsIn = (ring: Line, samples: readonly Sample[]): number =>
  samples.reduce((sum, { spot, residents }) => sum + (inside(spot, ring) ? residents : 0), 0)

/** Cuts the heaviest face again and again until there are so many. */
export function cutUntil<Tag>(
  land: Subdivision<Tag>,
  faces: readonly Face<Tag>[],
  enough: (count: number, heaviest: number) => boolean,
  heavy: (face: Face<Tag>) => number,
  how: (face: Face<Tag>) => Cutting,
  chance: Random,
): Face<Tag>[] {
  const done: Face<Tag>[] = []
  const open = faces.map((face) => ({ face, weight: heavy(face) }))
  while (open.length > 0) {
    open.sort((one, other) => one.weight - other.weight)
    const next = open.pop()
    if (!next || enough(done.length + open.length + 1, next.weight))
      return [...done, ...open.map(({ face }) => face), ...(next ? [next.face] : [])]
    const parts = carve(land, next.face, how(next.face), chance)
    if (parts) open.push(...parts.map((face) => ({ face, weight: heavy(face) })))
    else done.push(next.face)
  }
  return done
}

export function divide(seed: Random): Division {
  const chance = seed.stream('land')
  const terrain = makeTerrain(chance)
  const roads: NamedRoad[] = []
  const newRoad = (road: NamedRoad) => roads.push(road) - 1
  const people = countPeople(terrain.outline)
  const land = new Subdivision<Part>(terrain.outline, { station: 0, community: 0, wet: false, people })
  land.cut(terrain.river, newRoad({ name: undefined, class: 'river' }))
  for (const { way, ...road } of throughRoads) land.cut(way, newRoad(road))
  const narrow = (face: Face<Part>) => {
    const ring = land.lineOf(face.ring)
    face.tag = { ...face.tag, people: face.tag.people.filter(({ spot }) => inside(spot, ring)) }
    return face.tag.people
  }
  const mass = (face: Face<Part>) => narrow(face).reduce((sum, { residents }) => sum + residents, 0)
  const size = (face: Face<Part>) => land.areaOf(face) / 1e6
  const how =
    (turn: number, bend: number) =>
    (face: Face<Part>): Cutting => {
      const { width } = boxOf(land.lineOf(face.ring))
      return {
        turn,
        bend,
        road: newRoad({ name: undefined, class: width > 1300 ? 'secondary' : 'local' }),
        weigh: (ring) => residentsIn(ring, face.tag.people) + (200 * Math.abs(areaOf(ring))) / 1e6,
      }
    }
  const stations = cutUntil(
    land,
    [...land.faces.values()],
    (count) => count >= stationCount,
    (face) => mass(face) ** 0.75 * size(face) ** 0.25,
    how(0.12, 0.02),
    chance,
  )
  stations.forEach((face, station) => {
    face.tag = { ...face.tag, station }
  })
  const communities = cutUntil(
    land,
    stations,
    (count) => count >= communityCount,
    (face) => mass(face) ** 0.55 * size(face) ** 0.45,
    how(0.16, 0.035),
    chance,
  )
  communities.forEach((face, community) => {
    face.tag = { ...face.tag, community }
  })
  for (const { way, ...road } of waterRoads(terrain.river)) land.cut(way, newRoad(road))
  for (const face of land.faces.values())
    if (sidesOf(face.ring).some(([a, b]) => roads[land.roadOn(a, b) ?? -1]?.class === 'river'))
      face.tag = { ...face.tag, wet: true }
  return { terrain, land, roads }
}
