/** The road network: what is left of the cuts when dead ends are taken away, as nodes and segments with their speed. */
import type { Division } from './division.ts'
import { distance } from './plane.ts'
import type { RoadClass } from './terrain.ts'

/** Speeds of an engine with its siren, lights and corners included. */
export const kmPerHour: Readonly<Record<RoadClass, number>> = { arterial: 46, secondary: 38, local: 28, lane: 16 }

export interface Piece {
  readonly a: number
  readonly b: number
  readonly road: number
  readonly class: RoadClass
  readonly metres: number
}
export interface Chain {
  readonly corners: readonly number[]
  readonly road: number
  readonly class: RoadClass
  readonly metres: number
}

/** Takes away what leads nowhere: roads that end in the river or at the district's edge, and islands of road. */
export function clearRoads(division: Division): Piece[] {
  const { land, roads } = division
  const wet = new Set<number>()
  let pieces: Piece[] = []
  for (const [a, b] of land.borders()) {
    const road = land.roadOn(a, b)
    const kind = roads[road ?? -1]?.class
    if (road === undefined || kind === undefined) continue
    if (kind === 'river') wet.add(a).add(b)
    else pieces.push({ a, b, road, class: kind, metres: distance(land.spot(a), land.spot(b)) })
  }
  const all = pieces
  pieces = pieces.filter((piece) => piece.class === 'arterial' || !(wet.has(piece.a) || wet.has(piece.b)))
  for (let before = Infinity; pieces.length < before; ) {
    before = pieces.length
    const at = touching(pieces)
    const open = (corner: number) => at.get(corner)?.length === 1
    pieces = pieces.filter((piece) => piece.class === 'arterial' || !(open(piece.a) || open(piece.b)))
  }
  pieces = connected(pieces)
  const kept = new Set(pieces)
  for (const piece of all) if (!kept.has(piece)) land.layRoad(piece.a, piece.b, undefined)
  return pieces
}

/** The pieces at each corner. */
export function touching(pieces: readonly Piece[]): Map<number, Piece[]> {
  const at = new Map<number, Piece[]>()
  for (const piece of pieces)
    for (const corner of [piece.a, piece.b]) {
      const here = at.get(corner)
      if (here) here.push(piece)
      else at.set(corner, [piece])
    }
  return at
}

/** The largest part in which every road is reached from every other. */
function connected(pieces: readonly Piece[]): Piece[] {
  const at = touching(pieces)
  let largest: Piece[] = []
  const seen = new Set<Piece>()
  for (const start of pieces) {
    if (seen.has(start)) continue
    const part: Piece[] = []
    const open = [start]
    seen.add(start)
    for (let piece = open.pop(); piece; piece = open.pop()) {
      part.push(piece)
      for (const next of [...(at.get(piece.a) ?? []), ...(at.get(piece.b) ?? [])])
        if (!seen.has(next)) {
          seen.add(next)
          open.push(next)
        }
    }
    if (part.length > largest.length) largest = part
  }
  return largest
}

/** From crossing to crossing: pieces of one road in a row become one chain. */
export function chainsOf(pieces: readonly Piece[]): Chain[] {
  const at = touching(pieces)
  const passes = (corner: number) => {
    const [one, other, third] = at.get(corner) ?? []
    return one !== undefined && other !== undefined && third === undefined && one.road === other.road
  }
  const used = new Set<Piece>()
  const chains: Chain[] = []
  const follow = (start: number, first: Piece) => {
    const corners = [start]
    let metres = 0
    for (let piece: Piece | undefined = first; piece && !used.has(piece); ) {
      used.add(piece)
      metres += piece.metres
      const end: number = piece.a === corners.at(-1) ? piece.b : piece.a
      corners.push(end)
      const here: Piece = piece
      piece = passes(end) ? at.get(end)?.find((next) => next !== here) : undefined
    }
    chains.push({ corners, road: first.road, class: first.class, metres })
  }
  for (const [corner, here] of at)
    if (!passes(corner)) for (const piece of here) if (!used.has(piece)) follow(corner, piece)
  // A ring road without a crossing has no end to begin at.
  for (const piece of pieces) if (!used.has(piece)) follow(piece.a, piece)
  return chains
}

/** Seconds by road from the nearest of the starts to every corner. */
export function secondsFrom(pieces: readonly Piece[], starts: readonly number[]): Map<number, number> {
  const at = touching(pieces)
  const seconds = new Map<number, number>(starts.map((corner) => [corner, 0]))
  const open = [...starts]
  while (open.length > 0) {
    const corner = open.shift() ?? 0
    const now = seconds.get(corner) ?? 0
    for (const piece of at.get(corner) ?? []) {
      const end = piece.a === corner ? piece.b : piece.a
      const then = now + piece.metres / (kmPerHour[piece.class] / 3.6)
      if (then >= (seconds.get(end) ?? Infinity)) continue
      seconds.set(end, then)
      open.push(end)
    }
  }
  return seconds
}
