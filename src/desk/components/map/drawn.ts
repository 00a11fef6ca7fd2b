/** What a map is asked to draw. */
import type { Bounds, LngLat, Polygon } from '../../../kernel/geo.ts'
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

export type SourceState = 'loading' | 'shown' | 'failed'

export interface MapViewProps {
  readonly title: string
  readonly areas?: readonly MapArea[]
  readonly marks?: readonly MapMark[]
  /**
   * The path of a GeoJSON file of points in the place of marks, for more than a few thousand: the map's worker reads it.
   * Each has a `tone`, and `n` where it stands for several records.
   */
  readonly source?: string | undefined
  /** How the file of `source` fares. */
  readonly onSource?: (state: SourceState) => void
  /** Gathers marks that lie close together; for more than a few hundred. */
  readonly cluster?: boolean
  readonly selectedArea?: string | undefined
  /** Shows this area in the middle instead of all of them. */
  readonly focusArea?: string | undefined
  readonly onPickArea?: (id: string) => void
  readonly onPickMark?: (id: string) => void
  /** A point of `source` was clicked: what it covers on the map. */
  readonly onPickPlace?: (covered: Bounds) => void
  /** What is in view, each time that the map has come to rest. */
  readonly onView?: (view: Bounds) => void
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
