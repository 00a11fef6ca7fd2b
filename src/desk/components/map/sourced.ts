/** Points that the map's worker reads from a file: how the file fares, and what a point covers. */
import { type GeoJSONSource, importScriptInWorkers, type MapGeoJSONFeature, type Map as MapLibre } from 'maplibre-gl'
import type { Bounds, LngLat } from '../../../kernel/geo.ts'
import type { MapViewProps, SourceState } from './drawn.ts'
import pointsUrl from './points-worker.ts?worker&url'

type Now = { readonly current: MapViewProps }

/** Half the width of a mark, in pixels. */
const halfMark = 5

export function viewOf(map: MapLibre): Bounds {
  const bounds = map.getBounds()
  return { west: bounds.getWest(), south: bounds.getSouth(), east: bounds.getEast(), north: bounds.getNorth() }
}

/** May be called ahead. An address that ends so is imported; any other script would be evaluated, which our policy forbids. */
export const prepareToRead = (): Promise<void> => importScriptInWorkers(`${pointsUrl}#.mjs`)

/** Has the map's worker read the points at that path, and tells how it fares. */
export async function readPoints(map: MapLibre, path: string, now: Now): Promise<void> {
  let state: SourceState = 'shown'
  const fail = (event: object) => {
    if ('sourceId' in event && event.sourceId === 'marks') state = 'failed'
  }
  now.current.onSource?.('loading')
  map.on('error', fail)
  try {
    await prepareToRead()
    await map.getSource<GeoJSONSource>('marks')?.setData(`points://${path}`)
  } catch {
    state = 'failed'
  }
  map.off('error', fail)
  // Another path was asked for in the meantime.
  if (now.current.source !== path) return
  if (state === 'failed') now.current.onSource?.('failed')
  else map.once('idle', () => now.current.onSource?.('shown'))
}

/** The ground under a mark: records whose marks lie on one another are all of it. */
export function coveredBy(map: MapLibre, { geometry }: MapGeoJSONFeature, clicked: LngLat): Bounds {
  const [lng = clicked[0], lat = clicked[1]] = geometry.type === 'Point' ? geometry.coordinates : clicked
  const middle = map.project([lng, lat])
  const low = map.unproject([middle.x - halfMark, middle.y + halfMark])
  const high = map.unproject([middle.x + halfMark, middle.y - halfMark])
  return { west: low.lng, south: low.lat, east: high.lng, north: high.lat }
}
