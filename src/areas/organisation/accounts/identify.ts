/** From a role and a body to what an account reaches: a rule. */
import type { Reach } from '../../../kernel/reach.ts'
import { isRole, type Role, roles } from '../roles.ts'

const nothing: Reach = { district: false, stations: [], communities: [] }

/** The reach of a role that works for a body. A body of the wrong kind opens nothing. */
export function reachOf(
  role: string,
  body: { id: string; kind: string },
  communitiesOfStreet: readonly string[],
): Reach {
  const kind = isRole(role) ? roles[role satisfies Role].reach : 'none'
  if (kind === 'district') return { ...nothing, district: true }
  if (kind === 'station' && body.kind === 'station') return { ...nothing, stations: [body.id] }
  if (kind === 'street' && body.kind === 'street') return { ...nothing, communities: communitiesOfStreet }
  return nothing
}
