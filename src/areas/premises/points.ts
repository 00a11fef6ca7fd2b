/** Whether a position can be one of the district's, and what may be wrong with it. */
import { type Bounds, boundsOf, type LngLat, metresBetween, type Polygon } from '../../kernel/geo.ts'

/** 'point-swapped': longitude and latitude have changed places · 'point-outside': nowhere near the district. */
export type PointFault = 'point-swapped' | 'point-outside'

/** Borders are drawn coarsely, and a place may lie across the road. */
const marginMetres = 2000

const grown = ({ west, south, east, north }: Bounds): Bounds => {
  const lat = marginMetres / 111_320
  const lng = lat / Math.cos((((south + north) / 2) * Math.PI) / 180)
  return { west: west - lng, south: south - lat, east: east + lng, north: north + lat }
}

/** The ground on which the district's records lie; undefined where no border is drawn. */
export function districtBounds(polygons: readonly Polygon[]): Bounds | undefined {
  const points = polygons.flat(2)
  return points.length > 0 ? grown(boundsOf(points)) : undefined
}

const within = ({ west, south, east, north }: Bounds, [lng, lat]: LngLat) =>
  lng >= west && lng <= east && lat >= south && lat <= north

/** What is wrong with a position; undefined where nothing is, or where the district has no borders. */
export function pointFault(at: LngLat, bounds: Bounds | undefined): PointFault | undefined {
  if (!bounds || within(bounds, at)) return undefined
  return within(bounds, [at[1], at[0]]) ? 'point-swapped' : 'point-outside'
}

/** How far a position is from the middle of the district, in whole kilometres. */
export const kilometresOff = (at: LngLat, { west, south, east, north }: Bounds): number =>
  Math.round(metresBetween(at, [(west + east) / 2, (south + north) / 2]) / 1000)
