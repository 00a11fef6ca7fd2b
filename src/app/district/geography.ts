/** The land of the demonstration district: communities that tile it, streets, station areas, roads. Nowhere real. */
import type { LngLat, Polygon } from '../../kernel/geo.ts'
import type { Random } from './random.ts'

/** Out in the East China Sea, so that nothing on it claims to be a real place. */
const centre: LngLat = [122.9, 30.9]
const columns = 10
const rows = 9
/** Degrees of a cell: about 1.25 km each way. */
const width = 0.0131
const height = 0.0113

export type CommunityKind = 'oldQuarter' | 'newEstate' | 'urbanVillage' | 'industrial' | 'market' | 'rural'

export interface Community {
  readonly column: number
  readonly row: number
  /** 0…9: which of the ten streets; 0…19: which of the twenty stations. */
  readonly street: number
  readonly station: number
  readonly kind: CommunityKind
  readonly polygon: Polygon
}
export interface Road {
  readonly from: LngLat
  readonly to: LngLat
  readonly class: 'arterial' | 'secondary' | 'local'
  readonly kmPerHour: number
}
export interface Land {
  readonly communities: readonly Community[]
  readonly streets: readonly Polygon[]
  readonly stations: readonly Polygon[]
  readonly roads: readonly Road[]
  /** Where the brigade's fire stations stand. */
  readonly fireStations: readonly LngLat[]
}

type Edge = readonly LngLat[]
const rounded = ([x, y]: LngLat): LngLat => [Math.round(x * 1e6) / 1e6, Math.round(y * 1e6) / 1e6]

/** Corners of the cells: a grid that was bent and shaken, as roads are that grew. */
function corners(chance: Random): LngLat[][] {
  return Array.from({ length: rows + 1 }, (_, r) =>
    Array.from({ length: columns + 1 }, (_, c) => {
      const [u, v] = [c - columns / 2, r - rows / 2]
      const bend = Math.sin(v * 0.55) * 0.35 + Math.sin(u * 0.4 + 1) * 0.12
      const lift = Math.sin(u * 0.5) * 0.3
      const shake = () => chance.normal(0, 0.11)
      return rounded([centre[0] + (u + bend + shake()) * width, centre[1] + (v + lift + shake()) * height])
    }),
  )
}

/** A border between two corners, with a bend or two; the neighbours share it point by point. */
function border(a: LngLat, b: LngLat, chance: Random): Edge {
  const bends = chance.between(1, 3)
  const between = Array.from({ length: bends }, (_, i): LngLat => {
    const t = (i + 1) / (bends + 1)
    const off = chance.normal(0, 0.035)
    return rounded([a[0] + (b[0] - a[0]) * t - (b[1] - a[1]) * off, a[1] + (b[1] - a[1]) * t + (b[0] - a[0]) * off])
  })
  return [a, ...between, b]
}

/** What kind of place lies where: the old town in the middle, works to the east, fields at the edge. */
function kindOf(column: number, row: number, chance: Random): CommunityKind {
  const away = Math.hypot((column - 4.5) / 5, (row - 4) / 4.5)
  if (row === rows - 1 || (row === 0 && column < 5)) return 'rural'
  if (column >= 8) return chance.weighted({ industrial: 7, urbanVillage: 3 })
  if (away < 0.3) return chance.weighted({ oldQuarter: 6, market: 4 })
  if (away < 0.65) return chance.weighted({ newEstate: 5, oldQuarter: 3, market: 2 })
  return chance.weighted({ newEstate: 5, urbanVillage: 4, market: 1 })
}

/** Five pairs of columns in two halves make ten streets; each is two stations, one above the other. */
const streetOf = (column: number, row: number) => Math.floor(column / 2) + (row >= 5 ? 5 : 0)
const stationOf = (column: number, row: number) =>
  streetOf(column, row) * 2 + (row >= 5 ? Number(row >= 7) : Number(row >= 3))

export function makeLand(seed: Random): Land {
  const chance = seed.stream('land')
  const points = corners(chance)
  const corner = (c: number, r: number): LngLat => points[r]?.[c] ?? centre
  const across = points.map((_, r) =>
    Array.from({ length: columns }, (_, c) => border(corner(c, r), corner(c + 1, r), chance)),
  )
  const up = Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns + 1 }, (_, c) => border(corner(c, r), corner(c, r + 1), chance)),
  )
  const communities: Community[] = []
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const ring = ringOf([
        across[row]?.[column] ?? [],
        up[row]?.[column + 1] ?? [],
        [...(across[row + 1]?.[column] ?? [])].reverse(),
        [...(up[row]?.[column] ?? [])].reverse(),
      ])
      communities.push({
        column,
        row,
        street: streetOf(column, row),
        station: stationOf(column, row),
        kind: kindOf(column, row, chance),
        polygon: [ring],
      })
    }
  const union = (key: 'street' | 'station', n: number) =>
    Array.from({ length: n }, (_, i) => unionOf(communities.filter((community) => community[key] === i)))
  return {
    communities,
    streets: union('street', 10),
    stations: union('station', 20),
    roads: [
      ...across.flatMap((line, i) => line.flatMap((edge) => roadsOf(edge, i % 3 === 0))),
      ...up.flatMap((line) => line.flatMap((edge, i) => roadsOf(edge, i % 3 === 1))),
    ],
    fireStations: [corner(5, 4), corner(2, 6), corner(8, 2), corner(2, 2), corner(7, 7)],
  }
}

const ringOf = (edges: readonly Edge[]): LngLat[] => {
  const open = edges.flatMap((edge) => edge.slice(0, -1))
  return [...open, open[0] ?? centre]
}

const roadsOf = (edge: Edge, arterial: boolean): Road[] =>
  edge.slice(1).map((to, i) => ({
    from: edge[i] ?? to,
    to,
    class: arterial ? 'arterial' : 'secondary',
    kmPerHour: arterial ? 45 : 30,
  }))

/** The outline of neighbouring communities: the border pieces that only one of them has, joined end to end. */
function unionOf(communities: readonly Community[]): Polygon {
  const pieces = new Map<string, readonly [LngLat, LngLat]>()
  for (const { polygon } of communities) {
    const ring = polygon[0] ?? []
    for (let i = 1; i < ring.length; i++) {
      const [a, b] = [ring[i - 1] ?? centre, ring[i] ?? centre]
      if (!pieces.delete(`${b}|${a}`)) pieces.set(`${a}|${b}`, [a, b])
    }
  }
  const next = new Map([...pieces.values()].map(([a, b]) => [String(a), b]))
  const [first] = pieces.values()
  if (!first) throw new Error('a street without communities')
  const ring: LngLat[] = [first[0]]
  for (let at = first[1]; ; at = next.get(String(at)) ?? first[0]) {
    ring.push(at)
    if (String(at) === String(first[0])) return [ring]
  }
}
