/** Cuts a face of the district in two, the way that quarters grow: across its longer side, by a road. */
import type { Random } from '../../../kernel/random.ts'
import { areaOf, centroidOf, crossing, distance, inside, type Line, lengthOf, type Spot } from './plane.ts'
import { type Face, type Subdivision, sidesOf } from './subdivision.ts'

export interface Cutting {
  /** How far the cut may turn from square, in radians. */
  readonly turn: number
  /** How far a long cut bends, as a share of its length. */
  readonly bend: number
  readonly road: number | undefined
  /** What the halves should have alike: people, or area. */
  readonly weigh: (ring: Line) => number
}

const tries = 7
const snap = 30

/** The direction of the longer side of the narrowest box around a ring, and the box's length along and across it. */
export function boxOf(ring: Line): { angle: number; length: number; width: number } {
  let best = { angle: 0, length: Infinity, width: Infinity }
  for (let i = 0; i < 18; i++) {
    const angle = (i * Math.PI) / 18
    const [c, s] = [Math.cos(angle), Math.sin(angle)]
    const extent = (values: number[]) => Math.max(...values) - Math.min(...values)
    const length = extent(ring.map(([x, y]) => x * c + y * s))
    const width = extent(ring.map(([x, y]) => y * c - x * s))
    if (length >= width && length * width < best.length * best.width) best = { angle, length, width }
  }
  return best
}

interface Chord {
  readonly from: { a: number; b: number; spot: Spot }
  readonly to: { a: number; b: number; spot: Spot }
}

/** The straight cut through a spot inside the face: where it leaves on both sides. */
function chordThrough<Tag>(land: Subdivision<Tag>, face: Face<Tag>, spot: Spot, angle: number): Chord | undefined {
  const reach = 20_000
  const far = (sign: number): Spot => [
    spot[0] + sign * reach * Math.cos(angle),
    spot[1] + sign * reach * Math.sin(angle),
  ]
  const leaving = (end: Spot) => {
    let nearest: { t: number; a: number; b: number; spot: Spot } | undefined
    for (const [a, b] of sidesOf(face.ring)) {
      const met = crossing(spot, end, land.spot(a), land.spot(b))
      if (!met || (nearest && met[0] >= nearest.t)) continue
      nearest = {
        t: met[0],
        a,
        b,
        spot: [spot[0] + (end[0] - spot[0]) * met[0], spot[1] + (end[1] - spot[1]) * met[0]],
      }
    }
    return nearest
  }
  const [from, to] = [leaving(far(-1)), leaving(far(1))]
  return from && to ? { from, to } : undefined
}

/** The two rings that a straight cut would make. */
function halves<Tag>(land: Subdivision<Tag>, face: Face<Tag>, { from, to }: Chord): [Line, Line] {
  const corners = face.ring
  const walk = (start: number, end: number) => {
    const picked: Spot[] = []
    for (let i = corners.indexOf(start); ; i = (i + 1) % corners.length) {
      picked.push(land.spot(corners[i] ?? 0))
      if (corners[i] === end) return picked
    }
  }
  return [
    [from.spot, ...walk(from.b, to.a), to.spot],
    [to.spot, ...walk(to.b, from.a), from.spot],
  ]
}

/** 1 for a circle, near 0 for a splinter. */
const roundness = (ring: Line) =>
  (4 * Math.PI * Math.abs(areaOf(ring))) / (lengthOf([...ring, ...ring.slice(0, 1)]) ** 2 || 1)

/** The best of several cuts that chance proposes, or undefined where the face cannot be cut decently. */
export function carve<Tag>(
  land: Subdivision<Tag>,
  face: Face<Tag>,
  { turn, bend, road, weigh }: Cutting,
  chance: Random,
): [Face<Tag>, Face<Tag>] | undefined {
  const ring = land.lineOf(face.ring)
  const { angle, length } = boxOf(ring)
  const centre = centroidOf(ring)
  const all = weigh(ring)
  const proposed = Array.from({ length: tries }, (_, i) => {
    const off = ((i - (tries - 1) / 2) / tries) * 0.5 * length + chance.normal(0, 0.02) * length
    const spot: Spot = [centre[0] + off * Math.cos(angle), centre[1] + off * Math.sin(angle)]
    const across = angle + Math.PI / 2 + chance.normal(0, turn)
    const chord = inside(spot, ring) ? chordThrough(land, face, spot, across) : undefined
    if (!chord || (chord.from.a === chord.to.a && chord.from.b === chord.to.b)) return undefined
    const [one, other] = halves(land, face, chord)
    const a = weigh(one)
    const b = all - a
    const even = Math.min(a, b) / Math.max(a, b, 1e-9)
    return { chord, score: even + 1.4 * Math.min(roundness(one), roundness(other)) }
  })
  const ranked = proposed.filter((one) => one !== undefined).sort((one, other) => other.score - one.score)
  for (const { chord } of ranked.slice(0, 3)) {
    const [from, to] = [corner(land, chord.from), corner(land, chord.to)]
    if (from === to) continue
    const done = land.split(face, from, to, bent(land.spot(from), land.spot(to), bend, chance), road)
    if (done) return done
    const straight = land.split(face, from, to, [], road)
    if (straight) return straight
  }
  return undefined
}

/** The corner at which a cut meets a border: one that is near, or a new one. */
function corner<Tag>(land: Subdivision<Tag>, { a, b, spot }: Chord['from']): number {
  if (distance(spot, land.spot(a)) < snap) return a
  if (distance(spot, land.spot(b)) < snap) return b
  return land.insert(a, b, spot)
}

/** Points that bend a cut gently: one bow or an S. */
function bent(a: Spot, b: Spot, bend: number, chance: Random): Line {
  const length = distance(a, b)
  const parts = Math.min(9, Math.floor(length / 160))
  if (parts < 2 || bend === 0) return []
  const [bow, s] = [chance.normal(0, bend), chance.normal(0, bend * 0.6)]
  return Array.from({ length: parts - 1 }, (_, i): Spot => {
    const t = (i + 1) / parts
    const aside = bow * Math.sin(Math.PI * t) + s * Math.sin(2 * Math.PI * t)
    return [a[0] + (b[0] - a[0]) * t - (b[1] - a[1]) * aside, a[1] + (b[1] - a[1]) * t + (b[0] - a[0]) * aside]
  })
}
