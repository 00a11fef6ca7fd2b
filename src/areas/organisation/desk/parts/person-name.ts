/** The name of a person known by id, looked for among the people of the body where they should be. */
import { useQuery } from '@tanstack/react-query'
import { api } from '../../../../desk/api.ts'

/** Undefined while it is asked, and where there is none. Without a body, among the first people of the district. */
export function usePersonName(id: string | null, body: string | null): string | undefined {
  const input = { limit: 200, ...(body ? { body } : {}) }
  const { data } = useQuery(api.organisation.people.queryOptions({ input, enabled: id !== null, staleTime: 300_000 }))
  return data?.items.find((person) => person.id === id)?.name
}
