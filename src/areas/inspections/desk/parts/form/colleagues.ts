/** With whom one inspects: the people of the own body, and those with whom one went the last times. */
import { useQuery } from '@tanstack/react-query'
import { api } from '../../../../../desk/api.ts'
import type { Choice } from '../../../../../desk/codes.ts'
import { useMe } from '../../../../../desk/session.ts'

const offered = 3
const lately = 20

export function useColleagues(): { choices: Choice[]; usual: Choice[] } {
  const { body, person } = useMe()
  const people = useQuery(api.organisation.people.queryOptions({ input: { body: body.id, limit: 200 } }))
  const visits = useQuery(
    api.inspections.visits.list.queryOptions({ input: { inspector: [person], limit: lately }, staleTime: 300_000 }),
  )
  const active = (people.data?.items ?? []).filter((one) => one.active)
  const choices = active.map(({ id, name, postName }) => ({ value: id, label: `${name} ${postName}` }))
  const times = new Map<string, number>()
  for (const one of (visits.data?.items ?? []).flatMap(({ inspectors }) => inspectors))
    times.set(one, (times.get(one) ?? 0) + 1)
  const usual = active
    .filter(({ id }) => id !== person && times.has(id))
    .sort((a, b) => (times.get(b.id) ?? 0) - (times.get(a.id) ?? 0))
    .slice(0, offered)
    .map(({ id, name }) => ({ value: id, label: name }))
  return { choices, usual }
}
