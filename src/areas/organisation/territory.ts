/** The district as other areas place their records in it: who governs, polices and answers for which piece of ground. */
import { type Bounds, boundsOf, inPolygon, type LngLat, type Polygon } from '../../kernel/geo.ts'
import type { Place } from './locate.ts'

export interface Ground extends Place {
  readonly grid: string | null
  /** Who answers for the grid or, where nobody of the station does, for the community. */
  readonly officer: string | null
}

export interface GridNode {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly community: string | null
  readonly polygon: Polygon | null
  readonly person: string | null
}
export interface CommunityNode {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly street: string | null
  readonly station: string | null
  readonly urban: string | null
  readonly person: string | null
}
export interface Officer {
  readonly id: string
  readonly name: string
  readonly station: string
}

/** Somebody who may be sent on an inspection. */
export interface Inspector {
  readonly id: string
  readonly name: string
  readonly post: string
  readonly body: string
  readonly bodyName: string
}

export interface Ways {
  readonly communities: readonly CommunityNode[]
  readonly grids: readonly GridNode[]
  readonly officers: readonly Officer[]
  readonly ofPoint: (lng: number, lat: number) => Place
}

const none: Place = { community: null, street: null, station: null, urban: null }
const contains = ({ west, south, east, north }: Bounds, [lng, lat]: LngLat) =>
  lng >= west && lng <= east && lat >= south && lat <= north

/** Functions from a point, a community or a grid to everything that follows from it. */
export function groundFinder({ communities, grids, officers, ofPoint }: Ways) {
  const byId = new Map(communities.map((community) => [community.id, community]))
  const gridsById = new Map(grids.map((grid) => [grid.id, grid]))
  const drawn = Map.groupBy(
    grids.flatMap((grid) =>
      grid.polygon ? [{ ...grid, polygon: grid.polygon, bounds: boundsOf(grid.polygon.flat()) }] : [],
    ),
    ({ community }) => community,
  )
  const stationOf = new Map(officers.map(({ id, station }) => [id, station]))
  const gridAt = (community: string | null, at: LngLat) =>
    drawn.get(community)?.find(({ bounds, polygon }) => contains(bounds, at) && inPolygon(at, polygon))?.id ?? null

  /** A person of the station alone is its officer: a grid's leader may be the street's. */
  function officerOf(station: string | null, community: string | null, grid: string | null): string | null {
    const answering = [gridsById.get(grid ?? '')?.person, byId.get(community ?? '')?.person]
    return answering.find((person) => person != null && stationOf.get(person) === station) ?? null
  }
  const ground = (place: Place, grid: string | null): Ground => ({
    ...place,
    grid,
    officer: officerOf(place.station, place.community, grid),
  })
  const placeOf = (community: string | null): Place => {
    const found = byId.get(community ?? '')
    return found ? { community: found.id, street: found.street, station: found.station, urban: found.urban } : none
  }
  return {
    officerOf,
    /** Where an officer works; undefined of anybody else. */
    stationOf: (officer: string): string | undefined => stationOf.get(officer),
    ofPoint(lng: number, lat: number): Ground {
      const place = ofPoint(lng, lat)
      return ground(place, gridAt(place.community, [lng, lat]))
    },
    ofCommunity: (community: string): Ground | undefined =>
      byId.has(community) ? ground(placeOf(community), null) : undefined,
    ofGrid(grid: string): Ground | undefined {
      const found = gridsById.get(grid)
      return found ? ground(placeOf(found.community), grid) : undefined
    },
  }
}
export type GroundFinder = ReturnType<typeof groundFinder>
