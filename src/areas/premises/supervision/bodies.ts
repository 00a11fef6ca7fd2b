/** The bodies that supervise, and which of them by rule. */
import type { Reach } from '../../../kernel/reach.ts'
import type { SupervisorKind } from '../record-contract.ts'

/** A body that may supervise. */
export interface Body {
  readonly id: string
  readonly kind: SupervisorKind
  readonly street: string | null
}

interface Place {
  readonly station: string | null
  readonly street: string | null
}

/**
 * Whom the rule names. Undefined where the place is not known, or the district has no such body: a border may still lead
 * to a station that was closed.
 */
export function proposedBody(
  { dueBody, station, street }: Place & { dueBody: SupervisorKind },
  bodies: readonly Body[],
): string | undefined {
  const fits: Readonly<Record<SupervisorKind, (body: Body) => boolean>> = {
    brigade: () => true,
    station: (body) => body.id === station,
    street: (body) => street !== null && body.street === street,
  }
  return bodies.find((body) => body.kind === dueBody && fits[dueBody](body))?.id
}

/**
 * Who supervises a new record: the station or street whose person enters it; else whom the rule names; else the brigade,
 * until somebody knows more. Undefined where the district has no such body.
 */
export function firstSupervisor(
  due: { body: SupervisorKind },
  where: Place,
  by: { reach: Reach; body: string },
  bodies: readonly Body[],
): string | undefined {
  const own = bodies.find(({ id }) => id === by.body)
  if (!by.reach.district && own) return own.id
  const byRule = proposedBody({ dueBody: due.body, ...where }, bodies)
  if (byRule !== undefined || due.body === 'brigade') return byRule
  const brigade = proposedBody({ dueBody: 'brigade', ...where }, bodies)
  return brigade ?? proposedBody({ dueBody: 'station', ...where }, bodies)
}
