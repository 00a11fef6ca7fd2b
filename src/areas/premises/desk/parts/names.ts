/** Names of what a record points to, and its values as people read them. */
import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { api } from '../../../../desk/api.ts'
import { useCodes } from '../../../../desk/codes.ts'
import { listText, numberText } from '../../../../desk/components/numbers.ts'
import { fill, useLang, useMarks, useWords } from '../../../../desk/words.ts'
import { useAreas, useBodies, usePeopleNames } from '../../../organisation/desk/parts/places.ts'
import { messages } from '../../messages.ts'
import type { Premises } from '../../record-contract.ts'

export interface NamedRecord {
  readonly id: string
  readonly name: string
  readonly premisesNo: string
  readonly isOutside: boolean
}

/** Names of other records by id; of one outside the person's reach it is said that it is. */
export function usePremisesNames(ids: readonly (string | null)[]) {
  const { outside } = useWords(messages).page
  const asked = useMemo(() => [...new Set(ids.flatMap((id) => id ?? []))].toSorted(), [ids])
  const { data } = useQuery({
    ...api.premises.names.queryOptions({ input: { id: asked }, staleTime: 60_000 }),
    enabled: asked.length > 0,
  })
  return useMemo(() => {
    if (!data) return new Map<string, NamedRecord>()
    const known = new Map(data.items.map((one) => [one.id, one]))
    return new Map(
      asked.map((id): [string, NamedRecord] => {
        const { name, premisesNo } = known.get(id) ?? { name: outside, premisesNo: '' }
        return [id, { id, name, premisesNo, isOutside: !known.has(id) }]
      }),
    )
  }, [data, asked, outside])
}

export const relationFields = ['building', 'estate', 'company', 'committee'] as const
const relations = new Set<string>([...relationFields, 'mergedInto'])
const bodies = new Set(['station', 'supervisor'])
const areas = new Set(['street', 'community', 'grid'])

/** A function from a field and its value to words: for the page, its history and the form's comparison. */
export function useValueWords(related: ReadonlyMap<string, { readonly name: string }> = new Map()) {
  const words = useWords(messages)
  const lang = useLang()
  const { aside } = useMarks()
  const { nameOf: bodyName } = useBodies()
  const { nameOf: areaName } = useAreas()
  const { nameOf: officerName } = usePeopleNames()
  const kinds = useCodes('premises-kind')
  const tags = useCodes('premises-tag')
  const lists = useCodes('supervision-list')
  const facilities = useCodes('facility-kind')
  const papers = useCodes('paper-kind')
  const criteria = useCodes('key-unit-rule')
  return useCallback(
    (field: string, value: unknown): string => {
      if (value === null || value === undefined || value === '') return words.unknown
      const list = (items: readonly unknown[], of: (item: never) => string) =>
        items.length === 0 ? '—' : listText(items.map(of as never), lang)
      const counted = ({ kind, count, expiresOn }: Premises['facilities'][number]) =>
        [facilities.nameOf(kind), count === null ? '' : `×${count}`, expiresOn ? aside(expiresOn) : ''].join('')
      const paper = ({ kind, no, expiresOn }: Premises['papers'][number]) =>
        [papers.nameOf(kind), no ? ` ${no}` : '', expiresOn ? aside(expiresOn) : ''].join('')
      if (Array.isArray(value))
        switch (field) {
          case 'tags':
            return list(value, tags.nameOf)
          case 'criteria':
            return list(value, criteria.nameOf)
          case 'keptCriteria':
            return list(value, (code) => words.bodies[code as keyof typeof words.bodies] ?? criteria.nameOf(code))
          case 'facilities':
            return list(value, counted)
          case 'papers':
            return list(value, paper)
          case 'photos':
            return fill(words.page.photosOf, { n: value.length })
          default:
            return String(value.length)
        }
      if (typeof value === 'object') return list(Object.values(value).filter(Boolean), String)
      const text = String(value)
      if (relations.has(field)) return related.get(text)?.name ?? '…'
      if (bodies.has(field)) return bodyName(text)
      if (areas.has(field)) return areaName(text)
      const tables: Readonly<Record<string, Readonly<Record<string, string>>>> = {
        form: words.forms,
        state: words.states,
        fireRating: words.ratings,
        gas: words.gases,
        ebikeCharging: words.ebikes,
        dueBody: words.bodies,
      }
      const table = tables[field]
      if (table) return table[text] ?? text
      if (field === 'kind') return kinds.nameOf(text)
      if (field === 'list') return lists.nameOf(text)
      if (field === 'officer') return officerName(text)
      if (typeof value === 'number' && field in words.units) {
        const unit = words.units[field as keyof typeof words.units]
        return [field === 'builtYear' ? text : numberText(value, 2), unit].filter(Boolean).join(' ')
      }
      return text
    },
    [words, lang, aside, bodyName, areaName, officerName, kinds, tags, lists, facilities, papers, criteria, related],
  )
}
