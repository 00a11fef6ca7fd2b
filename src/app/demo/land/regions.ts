/** Puts neighbouring faces together to larger areas, each in one piece and without holes, and draws their outlines. */
import { type Subdivision, sidesOf } from './subdivision.ts'

export interface Region {
  readonly faces: readonly number[]
  readonly mass: number
}

/** The border of some faces together as corners, counter-clockwise; undefined where it is not one simple ring. */
export function outlineOf<Tag>(land: Subdivision<Tag>, faces: Iterable<number>): number[] | undefined {
  const members = new Set(faces)
  const next = new Map<number, number>()
  for (const id of members)
    for (const [a, b] of sidesOf(land.faces.get(id)?.ring ?? [])) {
      const other = land.across(a, b)
      if (other && members.has(other.id)) continue
      if (next.has(a)) return undefined
      next.set(a, b)
    }
  const start = next.keys().next().value
  if (start === undefined) return undefined
  const ring = [start]
  for (let at = next.get(start); at !== undefined && at !== start; at = next.get(at)) ring.push(at)
  return ring.length === next.size ? ring : undefined
}

/**
 * Joins the lightest region to the neighbour with which it makes the best whole, until only `count` are left, or none
 * can be joined. `apart` keeps a border piece from being crossed.
 */
export function join<Tag>(
  land: Subdivision<Tag>,
  regions: readonly Region[],
  count: number,
  apart: (a: number, b: number) => boolean,
): Region[] {
  let left = [...regions]
  const stuck = new Set<Region>()
  while (left.length > count && stuck.size < left.length) {
    const smallest = left.filter((one) => !stuck.has(one)).reduce((a, b) => (b.mass < a.mass ? b : a))
    const owner = new Map(left.flatMap((one) => one.faces.map((id) => [id, one] as const)))
    const shared = new Map<Region, number>()
    for (const id of smallest.faces)
      for (const [a, b] of sidesOf(land.faces.get(id)?.ring ?? [])) {
        const other = owner.get(land.across(a, b)?.id ?? -1)
        if (!other || other === smallest || apart(a, b)) continue
        const [from, to] = [land.spot(a), land.spot(b)]
        shared.set(other, (shared.get(other) ?? 0) + Math.hypot(to[0] - from[0], to[1] - from[1]))
      }
    const best = [...shared]
      .sort(([one, long], [other, longOther]) => one.mass / long ** 0.5 - other.mass / longOther ** 0.5)
      .find(([one]) => outlineOf(land, [...smallest.faces, ...one.faces]))?.[0]
    if (!best) {
      stuck.add(smallest)
      continue
    }
    const whole = { faces: [...best.faces, ...smallest.faces], mass: best.mass + smallest.mass }
    left = left.flatMap((one) => (one === smallest ? [] : one === best ? [whole] : [one]))
    stuck.clear()
  }
  return left
}
