/** MapLibre itself. */
import 'maplibre-gl/dist/maplibre-gl.css'
import { type GeoJSONSource, Map as MapLibre, Marker, NavigationControl, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import { useEffect, useRef, useState } from 'react'
import { boundsOf } from '../../../kernel/geo.ts'
import { messages } from '../../messages.ts'
import { useScreenDark } from '../../settings.ts'
import { paletteOf } from '../../theme.ts'
import { useWords } from '../../words.ts'
import { drawRing, ringSharpness, toneCounts } from './clusters.ts'
import type { MapArea, MapMark, MapViewProps } from './drawn.ts'
import { areaFeatures, blankStyle, boundsOfAll, layersOf, markFeatures, nameFeatures, noFeatures } from './layers.ts'
import { letDraw, sketchFeatures, sketchLayers } from './sketching.ts'
import { coveredBy, prepareToRead, readPoints, viewOf } from './sourced.ts'

// MapLibre 6 is modules only: without this address its worker does not load under Vite.
setWorkerUrl(workerUrl)

export function Canvas(props: MapViewProps & { label: string }) {
  const {
    areas = noAreas,
    marks = noMarks,
    source,
    cluster = false,
    selectedArea,
    focusArea,
    pin,
    sketch,
    frame,
    label,
  } = props
  const draws = sketch !== undefined
  const words = useWords(messages)
  const dark = useScreenDark()
  const place = useRef<HTMLDivElement>(null)
  const now = useRef(props)
  useEffect(() => {
    now.current = props
  })
  const [map, setMap] = useState<MapLibre>()
  const [drawable] = useState(canDraw)
  const fitted = useRef('')

  useEffect(() => {
    const container = place.current
    if (!container || !drawable) return
    const made = new MapLibre({
      container,
      style: blankStyle(dark),
      attributionControl: false,
      dragRotate: false,
      // Or the printer finds an empty sheet.
      canvasContextAttributes: { preserveDrawingBuffer: true },
      pitchWithRotate: false,
      locale: {
        'Map.Title': label,
        'NavigationControl.ZoomIn': words.map.zoomIn,
        'NavigationControl.ZoomOut': words.map.zoomOut,
      },
    })
    made.touchZoomRotate.disableRotation()
    // A failure is told when the points are read.
    if (now.current.source) prepareToRead().catch(() => undefined)
    made.addControl(new NavigationControl({ showCompass: false }), 'top-right')
    made.setMissingStyleImageResolver((id) => {
      const ring = drawRing(id, dark)
      if (ring) made.addImage(id, ring, ringSharpness)
    })
    made.on('load', () => {
      made.addSource('areas', { type: 'geojson', data: noFeatures })
      made.addSource('names', { type: 'geojson', data: noFeatures })
      const clusters = { cluster, clusterRadius: 40, clusterMaxZoom: clustersUpTo, clusterProperties: toneCounts }
      made.addSource('marks', { type: 'geojson', data: noFeatures, ...(cluster ? clusters : {}) })
      for (const layer of layersOf(dark)) made.addLayer(layer)
      if (draws) {
        made.addSource('sketch', { type: 'geojson', data: noFeatures })
        for (const layer of sketchLayers(dark)) made.addLayer(layer)
        letDraw(made, now)
      } else watchClicks(made, now)
      made.on('moveend', () => now.current.onView?.(viewOf(made)))
      fitted.current = ''
      setMap(made)
    })
    return () => {
      setMap(undefined)
      made.remove()
    }
  }, [dark, cluster, label, words, drawable, draws])

  useEffect(() => {
    if (!map) return
    void map.getSource<GeoJSONSource>('areas')?.setData(areaFeatures(areas))
    void map.getSource<GeoJSONSource>('names')?.setData(nameFeatures(areas))
    const focus = areas.filter(({ id }) => id === focusArea)
    const bounds = frame?.length ? boundsOf(frame) : boundsOfAll(focus.length > 0 ? focus : areas, marks, pin)
    const key = JSON.stringify(bounds)
    if (!bounds || fitted.current === key) return
    fitted.current = key
    map.fitBounds([bounds.west, bounds.south, bounds.east, bounds.north], {
      padding: Math.min(focus.length > 0 || frame ? 72 : 28, map.getContainer().clientWidth / 16),
      animate: false,
      maxZoom: 15,
    })
  }, [map, areas, marks, focusArea, pin, frame])

  useEffect(() => {
    if (!map) return
    if (source) void readPoints(map, source, now)
    else void map.getSource<GeoJSONSource>('marks')?.setData(markFeatures(marks))
  }, [map, marks, source])

  useEffect(() => {
    if (map && sketch) void map.getSource<GeoJSONSource>('sketch')?.setData(sketchFeatures(sketch))
  }, [map, sketch])

  useEffect(() => {
    for (const layer of ['chosenFill', 'chosen']) map?.setFilter(layer, ['==', ['get', 'id'], selectedArea ?? ''])
  }, [map, selectedArea])

  useEffect(() => {
    if (!map || !pin) return
    const marker = new Marker({ color: paletteOf(dark).alarm }).setLngLat([pin[0], pin[1]]).addTo(map)
    return () => {
      marker.remove()
    }
  }, [map, pin, dark])

  return drawable ? <div ref={place} className="map-canvas" /> : <p className="map-failed">{words.map.noWebgl}</p>
}

/** Beyond this zoom each mark stands by itself. */
const clustersUpTo = 15

// The same ones each time, or they would be drawn again with every change of the page.
const noAreas: readonly MapArea[] = []
const noMarks: readonly MapMark[] = []

/** Old graphics drivers and remote desktops have no WebGL. */
const canDraw = () => document.createElement('canvas').getContext('webgl2') !== null

type Now = { readonly current: MapViewProps }

function watchClicks(map: MapLibre, now: Now) {
  map.on('click', (event) => {
    const { onPickArea, onPickMark, onPickPlace, onPin } = now.current
    const { lng, lat } = event.lngLat
    const [hit] = [...near(map, event.point), ...map.queryRenderedFeatures(event.point, { layers: ['areas'] })]
    if (hit?.layer.id === 'clusters') void openCluster(map, Number(hit.properties.cluster_id), [lng, lat])
    else if (Number(hit?.properties.n) > 1 && map.getZoom() < clustersUpTo)
      map.easeTo({ center: [lng, lat], zoom: map.getZoom() + 2 })
    else if (hit?.layer.id === 'marks' && onPickMark) onPickMark(String(hit.properties.id))
    else if (hit?.layer.id === 'marks' && onPickPlace) onPickPlace(coveredBy(map, hit, [lng, lat]))
    else if (onPin) onPin([round(lng), round(lat)])
    else if (hit && onPickArea) onPickArea(String(hit.properties.id))
  })
  for (const layer of ['marks', 'clusters', 'areas'] as const) {
    map.on('mousemove', layer, () => {
      const { onPickArea, onPickMark, onPickPlace, onPin } = now.current
      const active = onPin || layer === 'clusters' || (layer === 'marks' ? onPickMark || onPickPlace : onPickArea)
      map.getCanvas().style.cursor = active ? (onPin ? 'crosshair' : 'pointer') : ''
    })
    map.on('mouseleave', layer, () => {
      map.getCanvas().style.cursor = ''
    })
  }
}

/** A mark is small: what lies just beside the pointer is meant too. */
function near(map: MapLibre, { x, y }: { x: number; y: number }) {
  const reach = 4
  return map.queryRenderedFeatures(
    [
      [x - reach, y - reach],
      [x + reach, y + reach],
    ],
    { layers: ['marks', 'clusters'] },
  )
}

async function openCluster(map: MapLibre, id: number, center: [number, number]) {
  const zoom = await map.getSource<GeoJSONSource>('marks')?.getClusterExpansionZoom(id)
  if (zoom !== undefined) map.easeTo({ center, zoom })
}

/** Six decimals are a tenth of a metre. */
const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6
