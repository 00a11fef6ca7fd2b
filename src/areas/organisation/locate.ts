/** Finding the community, street and station of a point. */
import { type Bounds, boundsOf, inPolygon, type Polygon } from '../../kernel/geo.ts'

export interface Place {
  readonly community: string | null
  readonly street: string | null
  readonly station: string | null
  readonly urban: string | null
}
export interface CommunityShape {
  readonly id: string
  readonly street: string | null
  readonly station: string | null
  readonly urban: string | null
  readonly polygon: Polygon
}
export interface StationShape {
  readonly id: string
  readonly polygon: Polygon
}

const nowhere: Place = { community: null, street: null, station: null, urban: null }
const within = ({ west, south, east, north }: Bounds, lng: number, lat: number) =>
  lng >= west && lng <= east && lat >= south && lat <= north

function finder<S extends { polygon: Polygon }>(shapes: readonly S[]) {
  const boxed = shapes.map((shape) => ({ shape, bounds: boundsOf(shape.polygon.flat()) }))
  return (lng: number, lat: number): S | undefined =>
    boxed.find(({ shape, bounds }) => within(bounds, lng, lat) && inPolygon([lng, lat], shape.polygon))?.shape
}

/** A function from a point to where it lies. The station's own polygon decides before the community's station. */
export function locator(communities: readonly CommunityShape[], stations: readonly StationShape[]) {
  const findCommunity = finder(communities)
  const findStation = finder(stations)
  return (lng: number, lat: number): Place => {
    const community = findCommunity(lng, lat)
    const station = findStation(lng, lat)?.id ?? community?.station ?? null
    if (!community) return { ...nowhere, station }
    return { community: community.id, street: community.street, urban: community.urban, station }
  }
}
