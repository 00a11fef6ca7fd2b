/** A map without tiles that comes when it is needed: areas as polygons, records as points or clusters. */
import { Skeleton } from 'antd'
import { lazy, Suspense } from 'react'
import type { LngLat, Polygon } from '../../kernel/geo.ts'
import { messages } from '../messages.ts'
import { fill, useWords } from '../words.ts'

const Canvas = lazy(async () => ({ default: (await import('./map/Canvas.tsx')).Canvas }))

export interface MapArea {
  readonly id: string
  readonly name: string
  readonly polygon: Polygon
  /** Coloured from low to high over all areas; left out, the area is plain. */
  readonly value?: number | null
}
export interface MapMark {
  readonly id: string
  readonly lng: number
  readonly lat: number
  readonly label?: string
  /** alarm: vermilion; plain: ink blue; quiet: grey. */
  readonly tone?: 'alarm' | 'plain' | 'quiet'
}

export interface MapViewProps {
  readonly title: string
  readonly areas?: readonly MapArea[]
  readonly marks?: readonly MapMark[]
  /** Gathers marks that lie close together; for more than a few hundred. */
  readonly cluster?: boolean
  readonly selectedArea?: string | undefined
  /** Shows this area in the middle instead of all of them. */
  readonly focusArea?: string | undefined
  readonly onPickArea?: (id: string) => void
  readonly onPickMark?: (id: string) => void
  /** One place that the person sets by clicking on the map. */
  readonly pin?: LngLat | null
  readonly onPin?: (at: LngLat) => void
  readonly height?: number | string
}

export function MapView(props: MapViewProps) {
  const words = useWords(messages)
  const height = props.height ?? 420
  const { areas = [], marks = [], pin, onPin } = props
  const nothing = areas.length === 0 && marks.length === 0 && !pin && !onPin
  return (
    <div className="map" style={{ height }}>
      <Suspense fallback={<Skeleton.Node active style={{ width: '100%', height }} />}>
        <Canvas {...props} label={fill(words.map.label, { title: props.title })} />
      </Suspense>
      {nothing && <p className="map-empty">{words.map.empty}</p>}
    </div>
  )
}
