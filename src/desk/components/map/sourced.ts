/** Points that the map's worker reads from a file: how the file fares, and what a point covers. */
import type { MapGeoJSONFeature, Map as MapLibre } from 'maplibre-gl'
import type { Bounds, LngLat } from '../../../kernel/geo.ts'
import type { MapViewProps } from './drawn.ts'

type Now = { readonly current: MapViewProps }

/** Half the width of a mark, in pixels. */
const halfMark = 5

export function viewOf(map: MapLibre): Bounds {
  const bounds = map.getBounds()
  return { west: bounds.getWest(), south: bounds.getSouth(), east: bounds.getEast(), north: bounds.getNorth() }
}

/** Tells when the points are drawn, or cannot be had. */
export function watchSource(map: MapLibre, now: Now): void {
  map.on('sourcedata', ({ sourceId, sourceDataType }) => {
    if (sourceId !== 'marks' || sourceDataType !== 'content' || !now.current.source) return
    map.once('idle', () => now.current.onSource?.('shown'))
  })
  map.on('error', (event) => {
    if ('sourceId' in event && event.sourceId === 'marks') now.current.onSource?.('failed')
  })
}

/** The ground under a mark: records whose marks lie on one another are all of it. */
export function coveredBy(map: MapLibre, { geometry }: MapGeoJSONFeature, clicked: LngLat): Bounds {
  const [lng = clicked[0], lat = clicked[1]] = geometry.type === 'Point' ? geometry.coordinates : clicked
  const middle = map.project([lng, lat])
  const low = map.unproject([middle.x - halfMark, middle.y + halfMark])
  const high = map.unproject([middle.x + halfMark, middle.y - halfMark])
  return { west: low.lng, south: low.lat, east: high.lng, north: high.lat }
}
