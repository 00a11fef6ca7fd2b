/** The values of a hazard's fields, as people read them. */
import { useCallback } from 'react'
import { useCodes } from '../../../../desk/codes.ts'
import { useWords } from '../../../../desk/words.ts'
import { wallClockOf } from '../../../../kernel/calendar.ts'
import { useAreas, useBodies, usePeopleNames } from '../../../organisation/desk/parts/places.ts'
import { messages } from '../../messages.ts'

const instants = new Set(['foundAt', 'orderedAt'])
const bodies = new Set(['body', 'station'])
const people = new Set(['officer'])

export function useValueText(): (field: string, value: unknown) => string {
  const words = useWords(messages)
  const { nameOf: conductName } = useCodes('conduct')
  const { nameOf: elementName } = useCodes('major-hazard')
  const { nameOf: bodyName } = useBodies()
  const { nameOf: areaName } = useAreas()
  const { nameOf: personName } = usePeopleNames()
  return useCallback(
    (field, value) => {
      if (value === null || value === undefined || value === '') return '—'
      if (typeof value === 'boolean') return value ? words.yes : words.no
      if (Array.isArray(value)) return value.length === 0 ? '—' : String(value.length)
      const text = String(value)
      const worded: Readonly<Record<string, Readonly<Record<string, string>>>> = {
        state: words.states,
        order: words.orders,
        serviceMode: words.serviceModes,
        referTo: words.recipients,
      }
      const own = worded[field]
      if (own) return own[text] ?? text
      if (instants.has(field)) return wallClockOf(text).slice(0, 16)
      if (bodies.has(field)) return bodyName(text)
      if (people.has(field)) return personName(text)
      if (field === 'community') return areaName(text)
      if (field === 'conduct') return conductName(text)
      if (field === 'major') return elementName(text)
      return text
    },
    [words, conductName, elementName, bodyName, areaName, personName],
  )
}
