/** A border while it is drawn: its points, whether they close, and the way back. */
import type { LngLat, Polygon } from '../../../kernel/geo.ts'

/** The outer ring as it is drawn; the last point does not repeat the first. Holes stay as they came. */
interface Drawn {
  readonly points: readonly LngLat[]
  readonly closed: boolean
  readonly holes: Polygon
}
export interface Sketch extends Drawn {
  /** What it was before each change, newest last. */
  readonly past: readonly Drawn[]
}

const asDrawn = (polygon: Polygon | null): Drawn => {
  const [outer, ...holes] = polygon ?? []
  return { points: outer?.slice(0, -1) ?? [], closed: outer !== undefined, holes }
}
export const sketchOf = (polygon: Polygon | null): Sketch => ({ ...asDrawn(polygon), past: [] })

const next = ({ past, ...was }: Sketch, change: Partial<Drawn>): Sketch => ({
  ...was,
  ...change,
  past: [...past, was],
})

/** Adds a point at the end; a closed border takes none. */
export const add = (sketch: Sketch, point: LngLat): Sketch =>
  sketch.closed ? sketch : next(sketch, { points: [...sketch.points, point] })

/** Puts a point behind the one at `place`. */
export const insert = (sketch: Sketch, place: number, point: LngLat): Sketch =>
  next(sketch, { points: sketch.points.toSpliced(place + 1, 0, point) })

export const move = (sketch: Sketch, place: number, point: LngLat): Sketch =>
  place in sketch.points ? next(sketch, { points: sketch.points.with(place, point) }) : sketch

/** Takes a point away; a closed border keeps three. */
export const remove = (sketch: Sketch, place: number): Sketch =>
  sketch.closed && sketch.points.length <= 3 ? sketch : next(sketch, { points: sketch.points.toSpliced(place, 1) })

export const mayClose = ({ closed, points }: Sketch): boolean => !closed && points.length >= 3
export const close = (sketch: Sketch): Sketch => (mayClose(sketch) ? next(sketch, { closed: true }) : sketch)
export const clear = (sketch: Sketch): Sketch => next(sketch, asDrawn(null))
/** Another border in its place, as when one is pasted. */
export const replace = (sketch: Sketch, polygon: Polygon): Sketch => next(sketch, asDrawn(polygon))

export const undo = (sketch: Sketch): Sketch => {
  const was = sketch.past.at(-1)
  return was ? { ...was, past: sketch.past.slice(0, -1) } : sketch
}

/** The polygon, once it is closed; null where nothing is drawn; undefined while it is open. */
export function drawnPolygon({ points, closed, holes }: Drawn): Polygon | null | undefined {
  const [first] = points
  if (!first) return null
  return closed ? [[...points, first], ...holes] : undefined
}
