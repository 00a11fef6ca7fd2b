/** A person known by id. */
import { useQuery } from '@tanstack/react-query'
import { api } from '../../../../desk/api.ts'
import type { Person } from '../../contract.ts'

/** Undefined while it is asked, and where there is none. */
export function usePerson(id: string | null | undefined): Person | undefined {
  const input = { id: id ?? '', limit: 1 }
  const { data } = useQuery(api.organisation.people.queryOptions({ input, enabled: Boolean(id), staleTime: 300_000 }))
  return data?.items.find((person) => person.id === id)
}
