/** A plane cut into faces that share their borders point by point: no gaps and no overlaps, whatever is cut next. */
import { along, areaOf, between, crossing, distance, inside, type Line, piecesOf, type Spot } from './plane.ts'

/** A crossing nearer than this to a corner goes through the corner: no crumbs of border. */
const snap = 35

export interface Face<Tag> {
  readonly id: number
  /** Corners counter-clockwise, as indices of spots. */
  ring: number[]
  /** What a face is part of; the faces that it is cut into inherit it. */
  tag: Tag
}

const keyOf = (a: number, b: number) => a * 65_536 + b

export class Subdivision<Tag> {
  readonly spots: Spot[] = []
  readonly faces = new Map<number, Face<Tag>>()
  /** The face on the left of each border piece, by its direction. */
  private readonly left = new Map<number, Face<Tag>>()
  /** The road on a border piece; both directions are entered. */
  private readonly roads = new Map<number, number>()
  private made = 0

  constructor(outline: Line, tag: Tag) {
    this.add(
      outline.map((spot) => this.put(spot)),
      tag,
    )
  }

  spot = (corner: number): Spot => this.spots[corner] ?? [0, 0]
  lineOf = (corners: readonly number[]): Line => corners.map(this.spot)
  areaOf = (face: Face<Tag>): number => areaOf(this.lineOf(face.ring))
  roadOn = (a: number, b: number): number | undefined => this.roads.get(keyOf(a, b))
  /** The face on the other side of a face's border piece; undefined outside the district. */
  across = (a: number, b: number): Face<Tag> | undefined => this.left.get(keyOf(b, a))
  faceAt = (spot: Spot): Face<Tag> | undefined =>
    [...this.faces.values()].find((face) => inside(spot, this.lineOf(face.ring)))

  layRoad(a: number, b: number, road: number | undefined): void {
    for (const key of [keyOf(a, b), keyOf(b, a)]) {
      if (road === undefined) this.roads.delete(key)
      else this.roads.set(key, road)
    }
  }

  /** Each border piece once. */
  *borders(): Generator<[a: number, b: number]> {
    for (const face of this.faces.values())
      for (const [a, b] of sidesOf(face.ring)) if (a < b || !this.across(a, b)) yield [a, b]
  }

  /** Cuts every admitted face that the path crosses, and lays the road along it. Returns the faces that are new. */
  cut(path: Line, road: number | undefined, admits: (face: Face<Tag>) => boolean = () => true): Face<Tag>[] {
    const hits = this.hits(path, admits)
    const fresh: Face<Tag>[] = []
    for (let i = 1; i < hits.length; i++) {
      const [from, to] = [hits[i - 1], hits[i]]
      if (!from || !to || from.corner === to.corner) continue
      const within = path.filter((spot, k) => k > from.at && k < to.at && this.clear(spot, from.corner, to.corner))
      fresh.push(...this.cutBetween(from.corner, to.corner, within, road, admits))
    }
    return fresh.filter(({ id }) => this.faces.has(id))
  }

  private clear = (spot: Spot, a: number, b: number) =>
    distance(spot, this.spot(a)) > snap && distance(spot, this.spot(b)) > snap

  private cutBetween(
    from: number,
    to: number,
    within: Line,
    road: number | undefined,
    admits: (face: Face<Tag>) => boolean,
  ): Face<Tag>[] {
    if (this.left.has(keyOf(from, to)) || this.left.has(keyOf(to, from))) {
      if (road !== undefined && this.roadOn(from, to) === undefined) this.layRoad(from, to, road)
      return []
    }
    const whole = [this.spot(from), ...within, this.spot(to)]
    const face = this.faceAt(middleOf(whole))
    if (!face || !admits(face)) return []
    return this.split(face, from, to, within, road) ?? this.split(face, from, to, [], road) ?? []
  }

  /** Cuts a face in two from corner to corner; undefined, and nothing is changed, where the path would leave it. */
  split(
    face: Face<Tag>,
    from: number,
    to: number,
    within: Line,
    road: number | undefined,
  ): [Face<Tag>, Face<Tag>] | undefined {
    const [i, j] = [face.ring.indexOf(from), face.ring.indexOf(to)]
    const path = [this.spot(from), ...within, this.spot(to)]
    if (i < 0 || j < 0 || !this.fits(face, path)) return undefined
    const middle = within.map((spot) => this.put(spot))
    const walk = (a: number, b: number) =>
      a < b ? face.ring.slice(a, b) : [...face.ring.slice(a), ...face.ring.slice(0, b)]
    const rings: [number[], number[]] = [
      [...walk(i, j), to, ...[...middle].reverse()],
      [...walk(j, i), from, ...middle],
    ]
    this.faces.delete(face.id)
    const chain = [from, ...middle, to]
    for (let k = 1; k < chain.length; k++) this.layRoad(chain[k - 1] ?? 0, chain[k] ?? 0, road)
    return [this.add(rings[0], face.tag), this.add(rings[1], face.tag)]
  }

  /** A new corner on a border piece, for the faces on both sides. */
  insert(a: number, b: number, spot: Spot): number {
    const corner = this.put(spot)
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      const face = this.left.get(keyOf(from, to))
      if (!face) continue
      face.ring.splice(face.ring.indexOf(from) + 1, 0, corner)
      this.left.delete(keyOf(from, to))
      this.left.set(keyOf(from, corner), face)
      this.left.set(keyOf(corner, to), face)
    }
    const road = this.roadOn(a, b)
    this.layRoad(a, b, undefined)
    this.layRoad(a, corner, road)
    this.layRoad(corner, b, road)
    return corner
  }

  private put(spot: Spot): number {
    return this.spots.push(spot) - 1
  }

  private add(ring: number[], tag: Tag): Face<Tag> {
    const face: Face<Tag> = { id: this.made++, ring, tag }
    this.faces.set(face.id, face)
    for (const [a, b] of sidesOf(ring)) this.left.set(keyOf(a, b), face)
    return face
  }

  /** Where the path crosses borders, in its order, each as a corner: one that was near, or a new one. */
  private hits(path: Line, admits: (face: Face<Tag>) => boolean): { at: number; corner: number }[] {
    const pieces = piecesOf(path)
    const found: { at: number; corner: number }[] = []
    for (const [a, b] of [...this.borders()]) {
      const sides = [this.left.get(keyOf(a, b)), this.left.get(keyOf(b, a))]
      if (!sides.some((face) => face && admits(face))) continue
      const here = pieces.flatMap(([from, to], i) => {
        const met = crossing(from, to, this.spot(a), this.spot(b))
        return met ? [{ at: i + met[0], u: met[1] }] : []
      })
      let end = b
      const [start, length] = [this.spot(a), distance(this.spot(a), this.spot(b))]
      const stop = this.spot(b)
      for (const { at, u } of here.sort((one, other) => other.u - one.u)) {
        const spot = between(start, stop, u)
        if (distance(spot, this.spot(end)) < snap) found.push({ at, corner: end })
        else if (u * length < snap) found.push({ at, corner: a })
        else {
          end = this.insert(a, end, spot)
          found.push({ at, corner: end })
        }
      }
    }
    return found.sort((one, other) => one.at - other.at)
  }

  /** Whether a path from corner to corner stays within the face and leaves two proper parts. */
  private fits(face: Face<Tag>, path: Line): boolean {
    const [from, to] = [path[0], path.at(-1)]
    const ring = this.lineOf(face.ring)
    if (!inside(middleOf(path), ring) || path.slice(1, -1).some((spot) => !inside(spot, ring))) return false
    const borders = piecesOf([...ring, ...ring.slice(0, 1)])
    return piecesOf(path).every(([a, b]) =>
      borders.every(([c, d]) => {
        const touches = [c, d].some((end) => (end === from && a === from) || (end === to && b === to))
        return touches || crossing(a, b, c, d) === undefined
      }),
    )
  }
}

/** The pieces of a ring of corners. */
export const sidesOf = (ring: readonly number[]): [number, number][] =>
  ring.map((corner, i) => [corner, ring[(i + 1) % ring.length] ?? corner])

const middleOf = (line: Line): Spot => along(line, 0.5)
