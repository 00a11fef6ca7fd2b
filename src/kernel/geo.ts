/** Plane geometry on WGS-84 degrees, exact enough for a district. */

export type LngLat = readonly [lng: number, lat: number]
/** A closed ring: the last point repeats the first. */
export type Ring = readonly LngLat[]
/** GeoJSON's coordinates of a polygon: the outer ring, then the holes. */
export type Polygon = readonly Ring[]
export interface Bounds {
  west: number
  south: number
  east: number
  north: number
}

function inRing([x, y]: LngLat, ring: Ring): boolean {
  let inside = false
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1] as LngLat
    const [bx, by] = ring[i] as LngLat
    // Half-open in y, so that a point on a shared border belongs to one neighbour only.
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
  }
  return inside
}

/** Whether the point lies in the polygon and in none of its holes. */
export const inPolygon = (point: LngLat, [outer, ...holes]: Polygon): boolean =>
  outer !== undefined && inRing(point, outer) && !holes.some((hole) => inRing(point, hole))

export function boundsOf(points: Iterable<LngLat>): Bounds {
  const bounds = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity }
  for (const [lng, lat] of points) {
    bounds.west = Math.min(bounds.west, lng)
    bounds.east = Math.max(bounds.east, lng)
    bounds.south = Math.min(bounds.south, lat)
    bounds.north = Math.max(bounds.north, lat)
  }
  return bounds
}

const earthRadius = 6_371_008.8
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Great-circle distance in metres. */
export function metresBetween([aLng, aLat]: LngLat, [bLng, bLat]: LngLat): number {
  const h =
    Math.sin(radians(bLat - aLat) / 2) ** 2 +
    Math.cos(radians(aLat)) * Math.cos(radians(bLat)) * Math.sin(radians(bLng - aLng) / 2) ** 2
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** The area of a polygon in square metres: its outer ring without its holes, on the sphere. */
export function squareMetres([outer, ...holes]: Polygon): number {
  const spherical = (ring: Ring) => {
    let sum = 0
    for (let i = 1; i < ring.length; i++) {
      const [aLng, aLat] = ring[i - 1] as LngLat
      const [bLng, bLat] = ring[i] as LngLat
      sum += radians(bLng - aLng) * (2 + Math.sin(radians(aLat)) + Math.sin(radians(bLat)))
    }
    return Math.abs((sum * earthRadius ** 2) / 2)
  }
  if (!outer) return 0
  return spherical(outer) - holes.reduce((sum, hole) => sum + spherical(hole), 0)
}
