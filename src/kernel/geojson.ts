/** Reading polygons out of GeoJSON (RFC 7946), which says little and is written in many ways. */
import type { LngLat, Polygon } from './geo.ts'

type Json = Readonly<Record<string, unknown>>
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Why a geometry is no polygon of ours. */
export const geometryGrounds = ['geometry-no-polygon', 'geometry-several-parts', 'geometry-broken'] as const
export type GeometryGround = (typeof geometryGrounds)[number]

const isPoint = (value: unknown): value is [number, number, ...unknown[]] =>
  Array.isArray(value) && Number.isFinite(value[0]) && Number.isFinite(value[1])

/** The rings with two numbers a point: heights are left out. */
function ringsOf(coordinates: unknown): Polygon | undefined {
  if (!Array.isArray(coordinates)) return undefined
  const rings: LngLat[][] = []
  for (const ring of coordinates) {
    if (!Array.isArray(ring) || !ring.every(isPoint)) return undefined
    rings.push(ring.map(([lng, lat]) => [lng, lat]))
  }
  return rings
}

/** The polygon of a geometry. One of several parts is refused: an area is of one piece. */
export function polygonOf(geometry: unknown): Polygon | GeometryGround {
  if (!isObject(geometry)) return 'geometry-no-polygon'
  const { type, coordinates } = geometry
  if (type === 'Polygon') return ringsOf(coordinates) ?? 'geometry-broken'
  if (type !== 'MultiPolygon') return 'geometry-no-polygon'
  if (!Array.isArray(coordinates)) return 'geometry-broken'
  if (coordinates.length > 1) return 'geometry-several-parts'
  return ringsOf(coordinates[0]) ?? 'geometry-broken'
}

/** A feature before anybody knows what its properties mean. */
export interface Feature {
  readonly properties: Json
  /** Null where the feature has no place. */
  readonly geometry: unknown
}

/** Why a file as a whole is not taken. */
export const collectionGrounds = ['no-feature-collection', 'no-features', 'foreign-crs'] as const
export type CollectionGround = (typeof collectionGrounds)[number]

/** What WGS-84 is called; CGCS2000 (4490) differs from it by centimetres. */
const knownCrs = /(CRS84|EPSG:{1,2}(4326|4490))$/i

/** The features of a collection; a single feature, or a bare geometry, is a collection of one. */
export function featuresOf(json: unknown): readonly Feature[] | CollectionGround {
  if (!isObject(json)) return 'no-feature-collection'
  const { crs } = json
  if (
    isObject(crs) &&
    isObject(crs.properties) &&
    typeof crs.properties.name === 'string' &&
    !knownCrs.test(crs.properties.name)
  )
    return 'foreign-crs'
  if (json.type === 'Polygon' || json.type === 'MultiPolygon') return [{ properties: {}, geometry: json }]
  const features: unknown[] | undefined =
    json.type === 'Feature'
      ? [json]
      : json.type === 'FeatureCollection' && Array.isArray(json.features)
        ? json.features
        : undefined
  if (!features) return 'no-feature-collection'
  if (features.length === 0) return 'no-features'
  return features.map((feature) => ({
    properties: isObject(feature) && isObject(feature.properties) ? feature.properties : {},
    geometry: isObject(feature) ? (feature.geometry ?? null) : 'none',
  }))
}
