/** The ground of the demonstration district: its coast and borders, its river, where people and works are dense. */
import type { Random } from '../../../kernel/random.ts'
import { beside, distance, type Line, type Spot, smooth } from './plane.ts'

/** Kilometres on a straight plan, bent and turned a little: no real town runs square to the compass. */
function bend([x, y]: readonly [number, number]): Spot {
  const [u, v] = [x + 0.35 * Math.sin(y * 0.65 + 0.4), y + 0.4 * Math.sin(x * 0.5 + 0.6)]
  const [c, s] = [Math.cos(tilt), Math.sin(tilt)]
  return [(u * c - v * s) * 1000, (u * s + v * c) * 1000]
}
const tilt = -0.2
const km = (...points: (readonly [number, number])[]): Line => points.map(bend)

/** From the south-west corner along fields and hills to the coast, up the coast past the river's mouth, and back. */
const south = km(
  [-4.7, -3.9],
  [-3.9, -4.7],
  [-2.6, -4.4],
  [-1.5, -3.9],
  [-0.4, -4.5],
  [0.9, -5.0],
  [2.2, -4.5],
  [3.0, -4.7],
)
const coast = km(
  [3.0, -4.7],
  [3.7, -4.5],
  [3.9, -3.7],
  [4.3, -3.0],
  [5.2, -3.1],
  [6.0, -2.8],
  [6.1, -2.1],
  [5.4, -1.6],
  [4.7, -1.2],
  [4.5, -0.6],
  [4.2, -0.15],
  [4.3, 0.2],
  [4.9, 0.5],
  [5.4, 1.1],
  [5.7, 1.9],
  [5.6, 2.7],
  [4.9, 3.1],
  [4.5, 3.6],
  [4.6, 4.2],
  [4.0, 4.6],
)
const north = km(
  [4.0, 4.6],
  [3.1, 4.1],
  [2.0, 4.4],
  [1.1, 5.0],
  [0.0, 4.9],
  [-1.0, 4.3],
  [-2.3, 4.5],
  [-3.4, 5.2],
  [-4.9, 5.3],
)
const west = km(
  [-4.9, 5.3],
  [-6.0, 4.6],
  [-6.4, 3.4],
  [-5.6, 2.4],
  [-5.3, 1.2],
  [-5.9, 0.2],
  [-5.9, -1.0],
  [-5.2, -1.9],
  [-5.5, -3.0],
  [-4.7, -3.9],
)

const riverPoints = km(
  [-6.6, 1.0],
  [-5.2, 1.3],
  [-4.3, 0.6],
  [-3.2, 0.2],
  [-2.2, 0.7],
  [-1.2, 1.15],
  [-0.3, 0.5],
  [0.6, -0.3],
  [1.7, -0.3],
  [2.8, 0.25],
  [3.7, 0.15],
  [5.0, -0.05],
)

/** Half of the river's width there, in metres: it grows towards the sea. */
export const riverHalf = (x: number): number => 35 + 50 * Math.max(0, Math.min(1, (x + 6000) / 10_000)) ** 2

/** Shakes a smooth line, ends excepted: broad waves and small ones on top, like a shore. */
function shaken(line: Line, metres: number, chance: Random): Line {
  const waves = [0.4, 0.9, 2.1, 4.3].map((tempo) => ({
    tempo,
    phase: chance.next() * 6.3,
    height: metres / tempo ** 0.6,
  }))
  const aside = line.map((_, i) => {
    const calm = Math.min(1, i / 4, (line.length - 1 - i) / 4)
    return (
      calm * waves.reduce((sum, { tempo, phase, height }) => sum + height * Math.sin(i * tempo * 0.7 + phase), 0) * 0.5
    )
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

/** 1 in the middle, fading over `reach` kilometres. */
const hill = (middle: readonly [number, number], reach: number) => {
  const at = bend(middle)
  return (spot: Spot) => Math.exp(-((distance(spot, at) / (reach * 1000)) ** 2))
}

export const oldTown: Spot = bend([0.7, -0.9])
/** The market towns of the two rural towns: in the hills, and among the fields. */
export const towns: readonly Spot[] = km([-4.3, 2.9], [-4.2, -3.0])

/** Where the brigade built its fire stations: by the old town, on the north bank, and in the west. */
export const fireStationsNear: readonly Spot[] = km([0.9, -1.7], [1.6, 2.0], [-2.6, -1.0])

const quarters = [
  [19_000, hill([0.7, -0.9], 1.3)],
  [10_000, hill([0.9, 1.3], 1.3)],
  [9500, hill([-1.5, -1.4], 1.3)],
  [7000, hill([-1.2, 2.4], 1.1)],
  [6000, hill([2.9, -2.0], 1.2)],
  [5200, hill([3.4, 1.3], 1.1)],
  [4600, hill([0.4, -3.4], 1.1)],
  [3800, hill([-4.3, 2.9], 0.7)],
  [4200, hill([-4.2, -3.0], 0.8)],
] as const
const works = [
  [1, hill([4.9, 2.0], 1.4)],
  [0.95, hill([2.2, -3.9], 1.1)],
  [0.8, hill([-3.7, -1.0], 0.9)],
] as const

/** Residents per square kilometre: old town at the bend of the river, new quarters around it, towns, hills. */
export const densityAt = (spot: Spot): number =>
  quarters.reduce((sum, [people, near]) => sum + people * near(spot), 420)

/** How much of an industrial place it is, 0 to 1: the port in the north-east, the park in the south. */
export const industryAt = (spot: Spot): number => Math.max(...works.map(([most, near]) => most * near(spot)))

export type RoadClass = 'arterial' | 'secondary' | 'local' | 'lane'

export interface LaidRoad {
  readonly name: string
  readonly class: RoadClass
  readonly way: Line
}
const through = (name: string, ...way: (readonly [number, number])[]): LaidRoad => ({
  name,
  class: 'arterial',
  way: smooth(km(...way), 240),
})

/** Roads that cross the district. Those from south to north bridge the river. */
export const throughRoads: readonly LaidRoad[] = [
  through('棹歌大道', [-2.4, -6], [-2.8, -3.4], [-2.7, -1.2], [-2.4, 1], [-2.9, 3.2], [-2.5, 6]),
  through('澜心大道', [-0.5, -6], [-0.2, -3.2], [-0.4, -1.2], [-0.2, 1], [0.4, 3], [0.2, 6]),
  through('观澜大道', [2.0, -6], [2.3, -3.4], [2.2, -1.2], [2.3, 1], [2.0, 3.2], [2.6, 6]),
  through('星渚大道', [-7, 2.0], [-4.4, 2.3], [-1.6, 2.5], [1, 2.1], [3.4, 2.3], [7, 2.6]),
  through('望潮大道', [-7, -2.6], [-4.4, -2.1], [-1.6, -2.3], [1, -1.9], [3.6, -2.2], [7, -1.9]),
]

/** Roads along the water, laid when the communities are there: both embankments, and the shore south and north. */
export function waterRoads(river: Line): readonly LaidRoad[] {
  const mouth = bend([4.05, 0.1])
  const inland = (from: Line, to: Line, ...points: (readonly [number, number])[]) =>
    smooth([...from, ...beside(smooth(km(...points), 300), 260), ...to], 240)
  return [
    { name: '澜江北路', class: 'secondary', way: beside(river, 165) },
    { name: '澜江南路', class: 'secondary', way: beside(river, -165) },
    {
      name: '听汐南路',
      class: 'secondary',
      way: inland(
        km([1.9, -3.5], [3.0, -3.3]),
        [mouth],
        [4.6, -3.05],
        [5.2, -3.1],
        [6.0, -2.8],
        [6.1, -2.1],
        [5.4, -1.6],
        [4.7, -1.2],
        [4.5, -0.6],
      ),
    },
    {
      name: '听汐北路',
      class: 'secondary',
      way: inland(
        [mouth],
        km([3.6, 5.2]),
        [4.5, 0.3],
        [4.9, 0.5],
        [5.4, 1.1],
        [5.7, 1.9],
        [5.6, 2.7],
        [4.9, 3.1],
        [4.5, 3.6],
        [4.5, 4.0],
      ),
    },
  ]
}
