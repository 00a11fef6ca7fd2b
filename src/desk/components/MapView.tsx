/** A map without tiles that comes when it is needed: areas as polygons, records as points or clusters. */
import { Skeleton } from 'antd'
import { lazy, Suspense } from 'react'
import { messages } from '../messages.ts'
import { fill, useWords } from '../words.ts'
import type { MapViewProps } from './map/drawn.ts'

const Canvas = lazy(async () => ({ default: (await import('./map/Canvas.tsx')).Canvas }))

export function MapView(props: MapViewProps) {
  const words = useWords(messages)
  const height = props.height ?? 420
  const { areas = [], marks = [], pin, onPin, sketch } = props
  const nothing = areas.length === 0 && marks.length === 0 && !pin && !onPin && !sketch
  return (
    <div className="map" style={{ height }}>
      <Suspense fallback={<Skeleton.Node active style={{ width: '100%', height }} />}>
        <Canvas {...props} label={fill(words.map.label, { title: props.title })} />
      </Suspense>
      {nothing && <p className="map-empty">{words.map.empty}</p>}
    </div>
  )
}
