/** Cuts communities into blocks along small roads, and puts blocks together to grids. */
import type { Random } from '../../../kernel/random.ts'
import { carve } from './carve.ts'
import { type Division, type Part, residentsIn } from './division.ts'
import type { CommunityKind } from './kinds.ts'
import { areaOf } from './plane.ts'
import { join, outlineOf } from './regions.ts'
import type { Face } from './subdivision.ts'
import type { RoadClass } from './terrain.ts'

/** Largest block in square kilometres, and what its roads are like. */
const blocks: Readonly<Record<CommunityKind, { largest: number; turn: number; bend: number; class: RoadClass }>> = {
  oldQuarter: { largest: 0.05, turn: 0.22, bend: 0.05, class: 'lane' },
  market: { largest: 0.06, turn: 0.12, bend: 0.02, class: 'local' },
  urbanVillage: { largest: 0.07, turn: 0.25, bend: 0.05, class: 'lane' },
  newEstate: { largest: 0.13, turn: 0.06, bend: 0.02, class: 'local' },
  industrial: { largest: 0.28, turn: 0.03, bend: 0, class: 'local' },
  rural: { largest: 0.8, turn: 0.3, bend: 0.07, class: 'local' },
}

export function cutBlocks({ land, roads }: Division, kinds: readonly CommunityKind[], seed: Random): void {
  const chance = seed.stream('blocks')
  const open = [...land.faces.values()].filter(({ tag }) => !tag.wet)
  for (let face = open.pop(); face; face = open.pop()) {
    const { largest, class: kind, ...how } = blocks[kinds[face.tag.community] ?? 'newEstate']
    if (land.areaOf(face) < largest * 1e6 * (0.75 + 0.5 * chance.next())) continue
    const road = roads.push({ name: undefined, class: kind }) - 1
    open.push(...(carve(land, face, { ...how, road, weigh: (ring) => Math.abs(areaOf(ring)) }, chance) ?? []))
  }
}

/** The grids of a community: each some blocks in one piece, with about as many people as the next. */
export function gridsOf({ land }: Division, faces: readonly Face<Part>[]): (readonly number[])[] {
  const regions = faces.map((face) => ({
    faces: [face.id],
    mass: residentsIn(land.lineOf(face.ring), face.tag.people) + land.areaOf(face) / 5000,
  }))
  const residents = regions.reduce((sum, { mass }) => sum + mass, 0)
  const count = Math.max(2, Math.min(5, Math.round(residents / 1300)))
  return join(land, regions, count, () => false).map((grid) => outlineOf(land, grid.faces) ?? [])
}
