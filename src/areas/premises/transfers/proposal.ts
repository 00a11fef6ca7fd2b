/** Which body the rule would have supervise a record. */
import type { Body } from '../record.ts'
import type { Premises } from '../record-contract.ts'

type Placed = Pick<Premises, 'dueBody' | 'station' | 'street'>

/** Undefined where the place is not known, or the district has no such body. */
export function proposedBody({ dueBody, station, street }: Placed, bodies: readonly Body[]): string | undefined {
  const fits: Readonly<Record<Premises['dueBody'], (body: Body) => boolean>> = {
    brigade: () => true,
    station: (body) => body.id === station,
    street: (body) => street !== null && body.street === street,
  }
  return bodies.find((body) => body.kind === dueBody && fits[dueBody](body))?.id
}
