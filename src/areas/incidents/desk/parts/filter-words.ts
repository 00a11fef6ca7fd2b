/** A filter in words: one phrase for each thing by which it narrows. */
import { useCallback } from 'react'
import { useCodes } from '../../../../desk/codes.ts'
import { listText } from '../../../../desk/components/numbers.ts'
import { fill, useLang, useWords } from '../../../../desk/words.ts'
import { useAreas, useBodies } from '../../../organisation/desk/parts/places.ts'
import type { IncidentFilter } from '../../contract.ts'
import { messages } from '../../messages.ts'
import { useHourText } from './hours.ts'

export interface Phrase {
  /** The keys of the filter that it speaks of. */
  readonly keys: readonly (keyof IncidentFilter)[]
  readonly name: string
  readonly text: string
}

export function useFilterWords(): (filter: IncidentFilter) => Phrase[] {
  const words = useWords(messages)
  const lang = useLang()
  const { nameOf: stationName } = useBodies('station')
  const { nameOf: areaName } = useAreas()
  const { nameOf: kindName } = useCodes('incident-kind')
  const { nameOf: placeName } = useCodes('place-kind')
  const { nameOf: causeName } = useCodes('cause')
  const { nameOf: className } = useCodes('severity')
  const hourText = useHourText()
  return useCallback(
    (f) => {
      const { filter: w, fields } = words
      const phrases: Phrase[] = []
      const say = (keys: Phrase['keys'], name: string, text: string) => phrases.push({ keys, name, text })
      const several = (
        key: 'place' | 'cause' | 'subCause' | 'statClass' | 'station' | 'community' | 'street' | 'urban',
        nameOf: (code: string) => string,
      ) => {
        const codes = f[key]
        if (codes?.length)
          say(
            [key],
            fields[key],
            listText(
              codes.map((code) => (code === 'none' ? w.none : nameOf(code))),
              lang,
            ),
          )
      }
      if (f.from && f.to) say(['from', 'to'], w.period, `${f.from} – ${f.to}`)
      else if (f.from) say(['from'], w.period, fill(w.since, { day: f.from }))
      else if (f.to) say(['to'], w.period, fill(w.until, { day: f.to }))
      if (f.counted) say(['counted'], w.counted, w[f.counted])
      if (f.kind?.length) say(['kind'], fields.kind, listText(f.kind.map(kindName), lang))
      if (f.state) say(['state'], fields.state, words.states[f.state])
      several('place', placeName)
      several('cause', causeName)
      several('subCause', causeName)
      several('statClass', className)
      several('station', stationName)
      several('street', areaName)
      several('community', areaName)
      several('urban', (code) => (code === 'urban' || code === 'rural' ? words.urban[code] : code))
      if (f.source) say(['source'], fields.source, words.sources[f.source])
      if (f.hour?.length) say(['hour'], w.hour, hourText(f.hour))
      if (f.weekday?.length)
        say(
          ['weekday'],
          w.weekday,
          listText(
            f.weekday.map((day) => w.weekdays[day - 1] ?? ''),
            lang,
          ),
        )
      if (f.minorFire !== undefined) say(['minorFire'], fields.minorFire, f.minorFire ? w.minorOnly : w.minorWithout)
      if (f.corrected !== undefined)
        say(['corrected'], fields.corrected, f.corrected ? w.correctedOnly : w.correctedWithout)
      if (f.measure) say(['measure'], w.measure, fill(w.measureIs, { name: fields[f.measure] }))
      if (f.missing) say(['missing'], w.missing, fill(w.missingIs, { name: fields[f.missing] }))
      if (f.response) say(['response'], w.response, w.responses[f.response])
      if (f.located) say(['located'], w.located, w.locations[f.located])
      if (f.premisesNo) say(['premisesNo'], fields.premisesNo, f.premisesNo)
      if (f.q) say(['q'], w.q, f.q)
      return phrases
    },
    [words, lang, kindName, placeName, causeName, className, stationName, areaName, hourText],
  )
}
