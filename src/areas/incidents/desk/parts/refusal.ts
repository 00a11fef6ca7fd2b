/** Whether an act on an incident would be refused, tried on the page by the same rules. */
import { type Tried as TriedOf, tryActOf } from '../../../../desk/refusal.ts'
import type { Incident } from '../../contract.ts'
import { type Inputs, incidentActs } from '../../lifecycle.ts'

export type Tried = TriedOf<Incident>

/** What an act would do, or the ground on which it would be refused. */
export const tryAct = <A extends keyof Inputs>(act: A, incident: Incident, input: Inputs[A]): Tried =>
  tryActOf(incidentActs, act, incident, input)
