/** A filter of the register in words: one phrase for each thing by which it narrows. */
import { useCallback } from 'react'
import { useCodes } from '../../../../../desk/codes.ts'
import { listText } from '../../../../../desk/components/numbers.ts'
import { fill, useLang, useWords } from '../../../../../desk/words.ts'
import { useAreas, useBodies, usePeopleNames } from '../../../../organisation/desk/parts/places.ts'
import type { PremisesFilter } from '../../../finding/contract.ts'
import { messages } from '../../../messages.ts'
import { relationFields, usePremisesNames } from '../names.ts'
import type { FilterKey } from './filter-state.ts'

export interface Phrase {
  /** The keys of the filter that it speaks of. */
  readonly keys: readonly FilterKey[]
  readonly name: string
  readonly text: string
}

export function useFilterWords(filter: PremisesFilter): readonly Phrase[] {
  const words = useWords(messages)
  const lang = useLang()
  const { nameOf: bodyName } = useBodies()
  const { nameOf: areaName } = useAreas()
  const { nameOf: officerName } = usePeopleNames()
  const kinds = useCodes('premises-kind')
  const { nameOf: tagName } = useCodes('premises-tag')
  const { nameOf: listName } = useCodes('supervision-list')
  const related = usePremisesNames(relationFields.map((field) => filter[field] ?? null))
  const kindsText = useCallback(
    (codes: readonly string[]) => {
      // A whole group is named as such.
      const whole = kinds.choices().filter(({ value }) => codes.includes(value))
      const single = codes.filter((code) => !whole.some(({ value }) => code === value || code.startsWith(`${value}-`)))
      return listText([...whole.map(({ label }) => label), ...single.map(kinds.nameOf)], lang)
    },
    [kinds, lang],
  )
  const { filter: w, fields } = words
  const phrases: Phrase[] = []
  const say = (keys: Phrase['keys'], name: string, text: string) => phrases.push({ keys, name, text })
  const several = (key: FilterKey, name: string, nameOf: (code: string) => string) => {
    const codes = filter[key]
    if (Array.isArray(codes) && codes.length > 0)
      say(
        [key],
        name,
        listText(
          codes.map((code) => (code === 'none' ? w.none : nameOf(String(code)))),
          lang,
        ),
      )
  }
  if (filter.q) say(['q'], w.q, filter.q)
  several('form', fields.form, (form) => words.forms[form as keyof typeof words.forms])
  if (filter.kind?.length) say(['kind'], fields.kind, kindsText(filter.kind))
  several('tag', fields.tags, tagName)
  several('list', fields.list, listName)
  several('supervisor', fields.supervisor, bodyName)
  several('station', fields.station, bodyName)
  several('street', fields.street, areaName)
  several('community', fields.community, areaName)
  several('grid', fields.grid, areaName)
  several('officer', fields.officer, officerName)
  several('state', fields.state, (state) => words.states[state as keyof typeof words.states])
  for (const relation of relationFields) {
    const id = filter[relation]
    if (id) say([relation], fields[relation], related.get(id)?.name ?? '…')
  }
  if (filter.located) say(['located'], w.located, w.locations[filter.located])
  const flags = ['proposed', 'hazardous', 'neverInspected'] as const
  for (const flag of flags) {
    const value = filter[flag]
    if (value !== undefined) say([flag], w[flag], value ? w.yes : w.no)
  }
  const { inspectedFrom, inspectedTo, expiresBy } = filter
  if (inspectedFrom || inspectedTo)
    say(['inspectedFrom', 'inspectedTo'], fields.lastInspectedOn, `${inspectedFrom ?? ''} – ${inspectedTo ?? ''}`)
  if (expiresBy) say(['expiresBy'], fields.expiresOn, fill(w.until, { day: expiresBy }))
  return phrases
}
