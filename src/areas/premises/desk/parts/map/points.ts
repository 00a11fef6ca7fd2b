/** The path from which the map's worker reads the points. */
import { stringifySearch } from '../../../../../desk/search-params.ts'
import type { Bounds } from '../../../../../kernel/geo.ts'

/** `attempt` tells one try from the next: a path that did not change is not read again. */
export const pointsPath = (query: Readonly<Record<string, unknown>>, attempt = 0): string =>
  `/api/premises/map${stringifySearch(query)}${attempt > 0 ? `#${attempt}` : ''}`

/** Wider than this, in degrees, the cells of the whole district are as fine as can be told apart. */
const near = 0.06

/** What to ask for where not all can be shown: a rounded piece around the view, so that a small move asks for nothing new. */
export function roomAround({ west, south, east, north }: Bounds): Bounds | undefined {
  const size = Math.max(east - west, north - south)
  if (size > near) return undefined
  const step = 2 ** Math.ceil(Math.log2(size)) / 2
  const margin = size / 4
  const down = (degrees: number) => Math.floor((degrees - margin) / step) * step
  const up = (degrees: number) => Math.ceil((degrees + margin) / step) * step
  return { west: down(west), south: down(south), east: up(east), north: up(north) }
}
