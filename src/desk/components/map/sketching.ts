/** Drawing a border on the map: click to add, drag a point or the middle of a side, click the first point to close. */
import type { GeoJSONSource, LayerSpecification, Map as MapLibre, MapMouseEvent, MapTouchEvent } from 'maplibre-gl'
import type { LngLat } from '../../../kernel/geo.ts'
import { paletteOf } from '../../theme.ts'
import type { MapArea, MapViewProps } from './drawn.ts'
import { collection, feature, point } from './layers.ts'
import { add, close, insert, mayClose, move, remove, type Sketch } from './sketch.ts'

type Now = { readonly current: MapViewProps }
type Pointed = MapMouseEvent | MapTouchEvent

/** How near to a point one must come, in pixels: for a finger as well. */
const reach = 9
/** Six decimals are a tenth of a metre. */
const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6

/** The points, the middles of the sides and the line; `cursor` is where an open border would go on. */
export function sketchFeatures({ points, closed, holes }: Sketch, cursor?: LngLat) {
  const [first] = points
  const handles = points.map(([lng, lat], place) =>
    feature({ handle: place === 0 && !closed ? 'first' : 'point', place }, point(lng, lat)),
  )
  const middles = closed
    ? points.map(([lng, lat], place) => {
        const [nextLng, nextLat] = points[(place + 1) % points.length] ?? [lng, lat]
        return feature({ handle: 'middle', place }, point((lng + nextLng) / 2, (lat + nextLat) / 2))
      })
    : []
  const line = (closed && first ? [...points, first] : cursor ? [...points, cursor] : points).map(([lng, lat]) => [
    lng,
    lat,
  ])
  const rings = [line, ...holes.map((ring) => ring.map(([lng, lat]) => [lng, lat]))]
  const border = closed
    ? [feature({ handle: '', place: -1 }, { type: 'Polygon' as const, coordinates: rings })]
    : line.length > 1
      ? [feature({ handle: '', place: -1 }, { type: 'LineString' as const, coordinates: line })]
      : []
  return collection([...border, ...middles, ...handles])
}

export function sketchLayers(isDark: boolean): LayerSpecification[] {
  const colour = paletteOf(isDark)
  const of = (...handles: string[]) => ['in', ['get', 'handle'], ['literal', handles]] as never
  return [
    {
      id: 'sketchFill',
      type: 'fill',
      source: 'sketch',
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': colour.alarm, 'fill-opacity': 0.12 },
    },
    {
      id: 'sketchLine',
      type: 'line',
      source: 'sketch',
      filter: ['!=', ['geometry-type'], 'Point'],
      paint: { 'line-color': colour.alarm, 'line-width': 2 },
    },
    {
      id: 'sketchMiddles',
      type: 'circle',
      source: 'sketch',
      filter: of('middle'),
      paint: { 'circle-radius': 3, 'circle-color': colour.alarm, 'circle-opacity': 0.55 },
    },
    {
      id: 'sketchPoints',
      type: 'circle',
      source: 'sketch',
      filter: of('point', 'first'),
      paint: {
        'circle-radius': ['match', ['get', 'handle'], 'first', 7, 5],
        'circle-color': colour.surface,
        'circle-stroke-color': colour.alarm,
        'circle-stroke-width': 2,
      },
    },
  ]
}

/** Lets the person draw as long as the map is there; `now` tells the sketch and whom to tell of its changes. */
export function letDraw(map: MapLibre, now: Now): void {
  map.doubleClickZoom.disable()
  let dragged: { to: (at: LngLat) => Sketch; sketch: Sketch | undefined } | undefined

  const show = (sketch: Sketch, cursor?: LngLat) =>
    void map.getSource<GeoJSONSource>('sketch')?.setData(sketchFeatures(sketch, cursor))
  const tell = (sketch: Sketch) => now.current.onSketch?.(sketch)
  const placeOf = (event: Pointed): LngLat => {
    const near = snapTo(map, event, now.current.areas ?? [])
    return near ?? [round(event.lngLat.lng), round(event.lngLat.lat)]
  }
  const handleAt = ({ point: { x, y } }: Pointed) => {
    const box: [[number, number], [number, number]] = [
      [x - reach, y - reach],
      [x + reach, y + reach],
    ]
    const found = map.queryRenderedFeatures(box, { layers: ['sketchPoints', 'sketchMiddles'] })
    // A point lies over the middles beside it.
    const [hit] = found.toSorted(
      (one, other) => Number(one.properties.handle === 'middle') - Number(other.properties.handle === 'middle'),
    )
    return hit && { handle: String(hit.properties.handle), place: Number(hit.properties.place) }
  }

  const begin = (event: Pointed) => {
    const { sketch } = now.current
    const hit = sketch && handleAt(event)
    if (!sketch || !hit) return
    // Or the map moves along.
    event.preventDefault()
    const change = hit.handle === 'middle' ? insert : move
    dragged = { to: (at) => change(sketch, hit.place, at), sketch: undefined }
  }
  const follow = (event: Pointed) => {
    const { sketch } = now.current
    if (!sketch) return
    if (dragged) {
      dragged.sketch = dragged.to(placeOf(event))
      show(dragged.sketch)
    } else if (!sketch.closed && sketch.points.length > 0) show(sketch, placeOf(event))
    const over = dragged ? 'grabbing' : handleAt(event) ? 'grab' : sketch.closed ? '' : 'crosshair'
    map.getCanvas().style.cursor = over
  }
  const end = () => {
    if (dragged?.sketch) tell(dragged.sketch)
    dragged = undefined
  }
  map.on('mousedown', begin)
  map.on('touchstart', begin)
  map.on('mousemove', follow)
  map.on('touchmove', follow)
  map.on('mouseup', end)
  map.on('touchend', end)
  map.on('click', (event) => {
    const { sketch } = now.current
    if (!sketch || sketch.closed) return
    const hit = handleAt(event)
    if (hit?.handle === 'first' && mayClose(sketch)) tell(close(sketch))
    else if (!hit) tell(add(sketch, placeOf(event)))
  })
  map.on('contextmenu', (event) => {
    const { sketch } = now.current
    const hit = sketch && handleAt(event)
    if (sketch && hit && hit.handle !== 'middle') tell(remove(sketch, hit.place))
  })
}

/** The point of a neighbour's border close by: neighbours that share their points leave no gap. */
function snapTo(map: MapLibre, { point: at, lngLat }: Pointed, areas: readonly MapArea[]): LngLat | undefined {
  const corner = map.unproject([at.x + reach, at.y - reach])
  const [dLng, dLat] = [Math.abs(corner.lng - lngLat.lng), Math.abs(corner.lat - lngLat.lat)]
  let nearest: { to: LngLat; away: number } | undefined
  for (const { polygon } of areas)
    for (const ring of polygon)
      for (const to of ring) {
        const away = Math.hypot((to[0] - lngLat.lng) / dLng, (to[1] - lngLat.lat) / dLat)
        if (away <= 1 && away < (nearest?.away ?? Infinity)) nearest = { to, away }
      }
  return nearest?.to
}
