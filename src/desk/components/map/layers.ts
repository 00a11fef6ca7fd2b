/** What the map draws, as MapLibre's style and data, in the desk's colours. */
import type { LayerSpecification, StyleSpecification } from 'maplibre-gl'
import { boundsOf, type LngLat } from '../../../kernel/geo.ts'
import { paletteOf, seriesOf } from '../../theme.ts'
import { ringName, ringSize, standsForSeveral } from './clusters.ts'
import type { MapArea, MapMark } from './drawn.ts'
import { toneColours } from './tones.ts'

export const collection = <F>(features: F[]) => ({ type: 'FeatureCollection' as const, features })
export const feature = <P, G>(properties: P, geometry: G) => ({ type: 'Feature' as const, properties, geometry })
export const point = (lng: number, lat: number) => ({ type: 'Point' as const, coordinates: [lng, lat] })

/** Nothing yet. */
export const noFeatures = { type: 'FeatureCollection' as const, features: [] }

/** `part` 0…1 is the area's value between the lowest and the highest; -1 where it has none. */
export function areaFeatures(areas: readonly MapArea[]) {
  const values = areas.flatMap(({ value }) => (typeof value === 'number' ? [value] : []))
  const low = Math.min(...values, 0)
  const span = Math.max(...values, 0) - low || 1
  return collection(
    areas.map(({ id, name, polygon, value }) =>
      feature(
        { id, name, part: typeof value === 'number' ? (value - low) / span : -1 },
        { type: 'Polygon' as const, coordinates: polygon.map((ring) => ring.map(([lng, lat]) => [lng, lat])) },
      ),
    ),
  )
}

/** The middle of an area's bounds carries its name. */
export const nameFeatures = (areas: readonly MapArea[]) =>
  collection(
    areas.map(({ name, polygon }) => {
      const { west, east, south, north } = boundsOf(polygon[0] ?? [])
      return feature({ name }, point((west + east) / 2, (south + north) / 2))
    }),
  )

export const markFeatures = (marks: readonly MapMark[]) =>
  collection(marks.map(({ id, lng, lat, label = '', tone = 'plain' }) => feature({ id, label, tone }, point(lng, lat))))

export const boundsOfAll = (areas: readonly MapArea[], marks: readonly MapMark[], pin: LngLat | null | undefined) => {
  const points: LngLat[] = areas.flatMap(({ polygon }) => [...(polygon[0] ?? [])])
  if (points.length === 0) for (const { lng, lat } of marks) points.push([lng, lat])
  if (points.length === 0 && pin) points.push(pin)
  return points.length > 0 ? boundsOf(points) : undefined
}

export const blankStyle = (isDark: boolean): StyleSpecification => ({
  version: 8,
  sources: {},
  layers: [{ id: 'paper', type: 'background', paint: { 'background-color': paletteOf(isDark).raised } }],
})

export function layersOf(isDark: boolean): LayerSpecification[] {
  const colour = paletteOf(isDark)
  const [first = colour.primary] = seriesOf(isDark)
  const toned = ['match', ['get', 'tone'], ...Object.entries(toneColours(isDark)).flat(), first]
  return [
    {
      id: 'areas',
      type: 'fill',
      source: 'areas',
      paint: {
        'fill-color': [
          'case',
          ['<', ['get', 'part'], 0],
          colour.surface,
          ['interpolate', ['linear'], ['get', 'part'], 0, colour.primarySoft, 1, first],
        ],
        'fill-opacity': 0.9,
      },
    },
    {
      id: 'borders',
      type: 'line',
      source: 'areas',
      paint: { 'line-color': isDark ? '#516273' : '#9fadbb', 'line-width': 1 },
    },
    {
      id: 'chosenFill',
      type: 'fill',
      source: 'areas',
      filter: ['==', ['get', 'id'], ''],
      paint: { 'fill-color': first, 'fill-opacity': 0.2 },
    },
    {
      id: 'chosen',
      type: 'line',
      source: 'areas',
      filter: ['==', ['get', 'id'], ''],
      paint: { 'line-color': colour.primaryInk, 'line-width': 3 },
    },
    {
      id: 'clusters',
      type: 'symbol',
      source: 'marks',
      filter: ['has', 'point_count'],
      layout: {
        'icon-image': ringName,
        'icon-size': ringSize,
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
    },
    // Below the marks: a name in the middle of its area hides none of them.
    {
      id: 'names',
      type: 'symbol',
      source: 'names',
      layout: {
        'text-field': ['get', 'name'],
        'text-size': 12,
        'text-max-width': 8,
        'text-variable-anchor': ['center', 'top', 'bottom'],
        'text-radial-offset': 1,
      },
      paint: { 'text-color': colour.ink, 'text-halo-color': colour.surface, 'text-halo-width': 1.4 },
    },
    {
      id: 'marks',
      type: 'circle',
      source: 'marks',
      filter: ['!', ['has', 'point_count']],
      paint: {
        'circle-color': toned as never,
        'circle-radius': ['case', standsForSeveral, 9, 4.5],
        'circle-stroke-color': colour.surface,
        'circle-stroke-width': 1,
      },
    },
    {
      id: 'counts',
      type: 'symbol',
      source: 'marks',
      filter: ['has', 'point_count'],
      layout: { 'text-field': ['to-string', ['get', 'n']], 'text-size': 11, 'text-allow-overlap': true },
      paint: { 'text-color': colour.ink },
    },
    {
      id: 'stacks',
      type: 'symbol',
      source: 'marks',
      filter: ['all', ['!', ['has', 'point_count']], standsForSeveral],
      layout: { 'text-field': ['to-string', ['get', 'n']], 'text-size': 11, 'text-allow-overlap': true },
      paint: { 'text-color': colour.surface },
    },
    {
      id: 'labels',
      type: 'symbol',
      source: 'marks',
      filter: ['!', ['has', 'point_count']],
      minzoom: 13,
      layout: { 'text-field': ['get', 'label'], 'text-size': 11, 'text-offset': [0, 1.1], 'text-optional': true },
      paint: { 'text-color': colour.ink2, 'text-halo-color': colour.surface, 'text-halo-width': 1.2 },
    },
  ]
}
