/** The ground of the demonstration district: its coast and borders, its river, where people and works are dense. */
import type { Random } from '../../../kernel/random.ts'
import { beside, distance, type Line, type Spot, smooth } from './plane.ts'

const km = (...points: (readonly [number, number])[]): Line => points.map(([x, y]): Spot => [x * 1000, y * 1000])

/** From the south-west corner along fields and hills to the coast, up the coast past the river's mouth, and back. */
const south = km([-5.6, -4.3], [-4.4, -4.8], [-2.9, -4.5], [-1.5, -4.9], [0.2, -4.7], [1.7, -5.0], [3.1, -4.8])
const coast = km(
  [3.1, -4.8],
  [3.9, -4.4],
  [4.0, -3.6],
  [4.6, -3.0],
  [5.6, -2.9],
  [6.2, -2.3],
  [5.8, -1.6],
  [5.0, -1.2],
  [4.7, -0.6],
  [4.1, -0.15],
  [4.2, 0.1],
  [4.9, 0.5],
  [5.5, 1.1],
  [5.8, 1.9],
  [5.7, 2.8],
  [5.1, 3.4],
  [5.3, 4.1],
  [4.7, 4.7],
)
const north = km([4.7, 4.7], [3.3, 4.6], [2.0, 5.0], [0.5, 4.7], [-1.0, 5.1], [-2.6, 4.8], [-4.0, 5.1], [-5.5, 4.6])
const west = km([-5.5, 4.6], [-6.2, 3.3], [-5.7, 2.1], [-6.2, 0.9], [-5.8, -0.5], [-6.3, -1.9], [-5.9, -3.2], [-5.6, -4.3])

const riverPoints = km(
  [-6.8, 1.3],
  [-5.3, 1.5],
  [-4.3, 0.8],
  [-3.2, 0.45],
  [-2.2, 0.9],
  [-1.2, 1.15],
  [-0.3, 0.5],
  [0.6, -0.15],
  [1.7, -0.3],
  [2.8, 0.15],
  [3.7, 0.1],
  [4.6, 0],
)

/** Half of the river's width there, in metres: it grows towards the sea. */
export const riverHalf = (x: number): number => 35 + 50 * Math.max(0, Math.min(1, (x + 6000) / 10_000)) ** 2

/** Shakes a smooth line, ends excepted: broad waves and small ones on top, like a shore. */
function shaken(line: Line, metres: number, chance: Random): Line {
  const waves = [0.4, 0.9, 2.1, 4.3].map((tempo) => ({ tempo, phase: chance.next() * 6.3, height: metres / tempo ** 0.6 }))
  const aside = line.map((_, i) => {
    const calm = Math.min(1, i / 4, (line.length - 1 - i) / 4)
    return calm * waves.reduce((sum, { tempo, phase, height }) => sum + height * Math.sin(i * tempo * 0.7 + phase), 0) * 0.5
  })
  const moved = aside.map((metres) => beside(line, metres))
  return line.map((spot, i) => moved[i]?.[i] ?? spot)
}

export interface Terrain {
  readonly outline: Line
  readonly river: Line
}

export function makeTerrain(chance: Random): Terrain {
  const sides = [
    shaken(smooth(south, 260), 70, chance),
    shaken(smooth(coast, 170), 45, chance),
    shaken(smooth(north, 260), 70, chance),
    shaken(smooth(west, 260), 70, chance),
  ]
  return {
    outline: sides.flatMap((side) => side.slice(0, -1)),
    river: shaken(smooth(riverPoints, 180), 25, chance),
  }
}

const hill = (spot: Spot, at: readonly [number, number], reach: number) =>
  Math.exp(-((distance(spot, [at[0] * 1000, at[1] * 1000]) / (reach * 1000)) ** 2))

export const oldTown: Spot = [700, -900]
/** The market towns of the two rural towns: in the hills, and among the fields. */
export const towns: readonly Spot[] = [
  [-4300, 2900],
  [-4500, -3100],
]

/** Residents per square kilometre: old town at the bend of the river, new quarters around it, towns, hills. */
export function densityAt(spot: Spot): number {
  const people =
    19_000 * hill(spot, [0.7, -0.9], 1.3) +
    10_000 * hill(spot, [0.9, 1.3], 1.3) +
    9500 * hill(spot, [-1.5, -1.4], 1.3) +
    7000 * hill(spot, [-1.2, 2.6], 1.1) +
    6000 * hill(spot, [2.9, -2.0], 1.2) +
    5200 * hill(spot, [3.6, 1.3], 1.1) +
    4600 * hill(spot, [0.2, -3.5], 1.1) +
    3800 * hill(spot, [-4.3, 2.9], 0.7) +
    4200 * hill(spot, [-4.5, -3.1], 0.8)
  return 420 + people
}

/** How much of an industrial place it is, 0 to 1: the port in the north-east, the park in the south. */
export const industryAt = (spot: Spot): number =>
  Math.max(hill(spot, [5.0, 2.1], 1.5), 0.95 * hill(spot, [2.4, -4.0], 1.2), 0.8 * hill(spot, [-3.6, -1.0], 0.9))

export type RoadClass = 'arterial' | 'secondary' | 'local' | 'lane'

/** Roads that cross the district: their names and the way they take. Those from south to north bridge the river. */
export const throughRoads: readonly { name: string; class: RoadClass; way: Line }[] = [
  { name: '棹歌大道', class: 'arterial', way: km([-2.9, -6], [-2.9, -3.2], [-2.7, -1], [-2.5, 1], [-2.8, 3.2], [-2.7, 6]) },
  { name: '澜心大道', class: 'arterial', way: km([-0.2, -6], [0, -3], [-0.3, -1], [-0.3, 1], [0.3, 3], [0.1, 6]) },
  { name: '观澜大道', class: 'arterial', way: km([2.3, -6], [2.2, -3.4], [2.3, -1.2], [2.1, 1], [2.6, 3.2], [2.5, 6]) },
  { name: '星渚大道', class: 'arterial', way: km([-7, 2.5], [-4.4, 2.4], [-1.6, 2.3], [1, 2.5], [3.6, 2.4], [7, 2.7]) },
  { name: '望潮大道', class: 'arterial', way: km([-7, -2.2], [-4.4, -2], [-1.6, -2.2], [1, -1.8], [3.6, -2.1], [7, -2]) },
]

/** The roads along the water are laid when the communities are there. */
export const coastRoads: readonly { name: string; class: RoadClass; way: Line }[] = [
  {
    name: '听汐南路',
    class: 'secondary',
    way: km([2.9, -5.4], [3.4, -4.4], [3.6, -3.5], [4.2, -2.7], [5.2, -2.5], [5.3, -2], [4.6, -1.3], [4.2, -0.8], [3.6, 0]),
  },
  {
    name: '听汐北路',
    class: 'secondary',
    way: km([3.5, 0], [4.0, 0.6], [4.8, 0.9], [5.2, 1.4], [5.4, 2], [5.3, 2.6], [4.7, 3.2], [4.8, 4], [4.3, 5.2]),
  },
]

/** Both banks' embankment roads. */
export const riverRoads = (river: Line): readonly { name: string; class: RoadClass; way: Line }[] => [
  { name: '澜江北路', class: 'secondary', way: beside(river, 165).filter(([x]) => x < 3700) },
  { name: '澜江南路', class: 'secondary', way: beside(river, -165).filter(([x]) => x < 3700) },
]
