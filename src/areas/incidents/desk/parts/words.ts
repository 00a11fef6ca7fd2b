/** Names of codes and places, and incident values as people read them. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api } from '../../../../desk/api.ts'
import { useCodes } from '../../../../desk/codes.ts'
import { moneyText, numberText } from '../../../../desk/components/numbers.ts'
import { timeText } from '../../../../desk/components/TimeText.tsx'
import { useLang, useWords } from '../../../../desk/words.ts'
import { incidentKinds } from '../../codes.ts'
import { messages } from '../../messages.ts'

const kept = { staleTime: 600_000 }

/** Stations, streets and communities by id, as choices too. */
export function usePlaces() {
  const stations = useQuery(api.organisation.bodies.queryOptions({ input: { kind: 'station' }, ...kept }))
  const areas = useQuery(api.organisation.areas.queryOptions({ input: {}, ...kept }))
  return useMemo(() => {
    const bodies = stations.data?.items ?? []
    const nodes = areas.data?.items ?? []
    const names = new Map([...bodies, ...nodes].map(({ id, name }) => [id, name]))
    const choicesOf = (items: readonly { id: string; name: string }[]) =>
      items.map(({ id, name }) => ({ value: id, label: name }))
    return {
      nameOf: (id: string | null | undefined) => (id ? (names.get(id) ?? '…') : '—'),
      stations: choicesOf(bodies),
      streets: choicesOf(nodes.filter(({ level }) => level === 1)),
      communities: choicesOf(nodes.filter(({ level }) => level === 2)),
    }
  }, [stations.data, areas.data])
}

const money = new Set(['savedFen', 'directLossFen', 'economicLossFen'])
const instants = new Set(['receivedAt', 'dispatchedAt', 'arrivedAt', 'controlledAt', 'endedAt'])
const places = new Set(['station', 'community', 'street'])

/** A function from a field and its value to words: for the page, and for its history. */
export function useValueWords() {
  const words = useWords(messages)
  const lang = useLang()
  const { nameOf } = usePlaces()
  const placeKinds = useCodes('place-kind')
  const causes = useCodes('cause')
  const severity = useCodes('severity')
  return (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return words.unknown
    if (typeof value === 'boolean') return value ? words.yes : words.no
    const text = String(value)
    if (instants.has(field)) return timeText(text, 'second')
    if (places.has(field)) return nameOf(text)
    if (field === 'place') return placeKinds.nameOf(text)
    if (field === 'cause' || field === 'subCause') return causes.nameOf(text)
    if (field === 'statClass' || field === 'accidentClass') return severity.nameOf(text)
    if (field === 'kind') return incidentKinds.entries.find(({ code }) => code === text)?.[lang] ?? text
    if (field === 'state') return words.states[text as keyof typeof words.states] ?? text
    if (field === 'source') return words.sources[text as keyof typeof words.sources] ?? text
    if (field === 'urban') return words.urban[text as keyof typeof words.urban] ?? text
    if (money.has(field)) return `${moneyText(Number(value))} ${words.units.directLossFen}`
    if (field === 'burnedAreaM2') return `${numberText(Number(value), 2)} ${words.units.burnedAreaM2}`
    return text
  }
}
