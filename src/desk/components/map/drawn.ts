/** What a map is asked to draw. */
import type { LngLat, Polygon } from '../../../kernel/geo.ts'
import type { Sketch } from './sketch.ts'
import type { MapTone } from './tones.ts'

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
  readonly tone?: MapTone
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
  /** A border that the person draws; clicks draw instead of picking. */
  readonly sketch?: Sketch
  readonly onSketch?: (sketch: Sketch) => void
  /** Brings these points into view instead of all that is drawn; again when they change. */
  readonly frame?: readonly LngLat[]
  readonly height?: number | string
}
