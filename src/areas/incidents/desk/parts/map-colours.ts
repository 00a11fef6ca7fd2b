/** How the marks of the map are told apart: by kind, or fires alone by severity or by place; each with its legend. */
import { useMemo } from 'react'
import { useCodes } from '../../../../desk/codes.ts'
import type { MapTone } from '../../../../desk/components/map/tones.ts'
import { useWords } from '../../../../desk/words.ts'
import type { MapPoint } from '../../contract.ts'
import { messages } from '../../messages.ts'

export const colourings = ['kind', 'severity', 'place'] as const
export type Colouring = (typeof colourings)[number]

export interface LegendEntry {
  readonly tone: MapTone
  readonly label: string
  readonly n: number
}

const kindTones: Readonly<Record<MapPoint['kind'], MapTone>> = {
  fire: 'alarm',
  rescue: 'plain',
  service: 'green',
  false: 'quiet',
  other: 'ochre',
}
const severityTones: Readonly<Record<NonNullable<MapPoint['statClass']>, MapTone>> = {
  ordinary: 'plain',
  larger: 'ochre',
  major: 'clay',
  extreme: 'alarm',
}
/** The most frequent kinds of place have a colour each; the rest share one. */
const placeTones: readonly MapTone[] = ['alarm', 'plain', 'ochre', 'green', 'violet']

/** The codes by how often they come, most often first. */
function byFrequency(codes: readonly (string | null)[]): string[] {
  const counts = new Map<string, number>()
  for (const code of codes) if (code !== null) counts.set(code, (counts.get(code) ?? 0) + 1)
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([code]) => code)
}

export function useMapColours(points: readonly MapPoint[], by: Colouring) {
  const words = useWords(messages).map
  const { nameOf: kindName } = useCodes('incident-kind')
  const { nameOf: className } = useCodes('severity')
  const { nameOf: placeName } = useCodes('place-kind')
  return useMemo(() => {
    const frequent = byFrequency(points.map(({ isFire, place }) => (isFire ? place : null))).slice(0, placeTones.length)
    const looks: Readonly<Record<Colouring, (point: MapPoint) => readonly [MapTone, string]>> = {
      kind: ({ kind, isFire }) =>
        kind === 'fire' && !isFire ? ['clay', words.writtenOff] : [kindTones[kind], kindName(kind)],
      severity: ({ statClass }) => (statClass ? [severityTones[statClass], className(statClass)] : ['quiet', '—']),
      place: ({ place }) => {
        const tone = placeTones[frequent.indexOf(place ?? '')]
        return tone ? [tone, placeName(place)] : ['clay', words.otherPlaces]
      },
    }
    const shown = by === 'kind' ? points : points.filter(({ isFire }) => isFire)
    const legend = new Map<MapTone, LegendEntry>()
    const marks = shown.map((point) => {
      const [tone, label] = looks[by](point)
      legend.set(tone, { tone, label, n: (legend.get(tone)?.n ?? 0) + 1 })
      return { point, tone }
    })
    const weight = ({ tone, n }: LegendEntry) => (by === 'kind' && tone === 'alarm' ? Number.POSITIVE_INFINITY : n)
    return {
      marks,
      legend: [...legend.values()].toSorted((a, b) => weight(b) - weight(a)),
      /** Alarms that have neither class nor place. */
      leftOut: points.length - shown.length,
    }
  }, [points, by, words, kindName, className, placeName])
}
