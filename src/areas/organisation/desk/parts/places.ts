/** Bodies, areas and people as screens need them: names of ids, choices for a field, shapes for a map. Asked once, kept a while. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api, client } from '../../../../desk/api.ts'
import type { Shape } from '../../areas/contract.ts'
import type { BodyItem } from '../../contract.ts'

const staleTime = 300_000
const unknown = '—'

interface Named {
  readonly id: string
  readonly name: string
}

const namesOf = (items: readonly Named[]) => {
  const names = new Map(items.map(({ id, name }) => [id, name]))
  return (id: string | null | undefined) => (id ? (names.get(id) ?? unknown) : unknown)
}
interface Openable extends Named {
  readonly active: boolean
}

/** What may be chosen: what is open, and whatever was chosen before it was closed. */
export const choicesOf = (items: readonly Openable[], chosen?: string | null) =>
  items.filter(({ active, id }) => active || id === chosen).map(({ id, name }) => ({ value: id, label: name }))

/** `const { nameOf, choices } = useBodies('station')`. Closed bodies keep their name but are no choice. */
export function useBodies(kind?: BodyItem['kind']) {
  const { data, error } = useQuery(api.organisation.bodies.queryOptions({ input: kind ? { kind } : {}, staleTime }))
  return useMemo(() => {
    const items = data?.items ?? []
    return { items, error, nameOf: namesOf(items), choices: choicesOf(items) }
  }, [data, error])
}

/** The areas of a level, 1 from the top (streets, communities, grids), or of all. Closed ones are no choice. */
export function useAreas(level?: number) {
  const { data, error } = useQuery(api.organisation.areas.queryOptions({ input: level ? { level } : {}, staleTime }))
  return useMemo(() => {
    const items = data?.items ?? []
    return { items, error, nameOf: namesOf(items), choices: choicesOf(items) }
  }, [data, error])
}

/** Names of everybody who works in the district or has left, and choosing among them. */
export function usePeopleNames() {
  const { data } = useQuery({ queryKey: [...api.organisation.people.key(), 'names'], queryFn: everybody, staleTime })
  return useMemo(
    () => ({ nameOf: namesOf(data ?? []), choices: (data ?? []).map(({ id, name }) => ({ value: id, label: name })) }),
    [data],
  )
}

async function everybody(): Promise<Named[]> {
  const people: Named[] = []
  let after: string | null = null
  do {
    const page: { items: Named[]; next: string | null } = await client.organisation.people({
      limit: 200,
      ...(after ? { after } : {}),
    })
    people.push(...page.items.map(({ id, name }) => ({ id, name })))
    after = page.next
  } while (after)
  return people
}

/** The polygons of all stations, streets, communities or grids, for MapView's `areas`. */
export function useShapes(kind: Shape['kind'], enabled = true) {
  const { data } = useQuery(api.organisation.shapes.queryOptions({ input: { kind }, staleTime, enabled }))
  return useMemo(() => data?.items ?? [], [data])
}

/** The district with the names of its levels. */
export const useDistrict = () => useQuery(api.organisation.district.queryOptions({ staleTime }))
