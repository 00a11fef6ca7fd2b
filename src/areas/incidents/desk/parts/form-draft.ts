/** What is being typed of an incident, and how it is laid upon a newer record. */
import { type Incident, IncidentFacts } from '../../contract.ts'
import { withoutFireFields } from '../../lifecycle.ts'

/** As IncidentFacts, but the time of the alarm may still be wanting. */
export type Facts = Omit<IncidentFacts, 'receivedAt'> & { readonly receivedAt: string | null }
export interface Draft {
  readonly facts: Facts
  /** The record as it was when the person began; none where one is entered. */
  readonly base: Incident | null
  readonly reason: string
}

export const factKeys = Object.keys(IncidentFacts.shape) as (keyof Facts)[]

const nothing = Object.fromEntries(factKeys.map((key) => [key, null]))

/** A new incident: all unknown, which is not zero. */
export const blankFacts = (station: string | null): Facts =>
  ({ ...nothing, incidentNo: '', kind: 'fire', address: '', source: 'local', station }) as Facts

/** What a person said of an incident, without what follows from it by rule. */
export function factsOf(incident: Incident): Facts {
  const { id, street, receivedOn, isFire, minorFire, statClass, accidentClass, version, enteredAt, ...rest } = incident
  const { state, writtenOffReason, corrected, ...facts } = rest
  return facts
}

/** What is sent: without what only a fire has, where it is none. Undefined while the time of the alarm is wanting. */
export const settledFacts = (facts: Facts): IncidentFacts | undefined =>
  facts.receivedAt === null ? undefined : withoutFireFields({ ...facts, receivedAt: facts.receivedAt })

/** An instant is compared as a moment, not as a text. */
const same = (a: unknown, b: unknown): boolean =>
  a === b || (typeof a === 'string' && typeof b === 'string' && a.endsWith('Z') && Date.parse(a) === Date.parse(b))

export const changedKeys = (from: Facts, to: Facts): (keyof Facts)[] =>
  factKeys.filter((key) => !same(from[key], to[key]))

/** The person's own changes upon the newest record. */
export function rebased({ facts, base, reason }: Draft, newest: Incident): Draft {
  const own = base ? changedKeys(factsOf(base), facts) : factKeys
  const kept = Object.fromEntries(own.map((key) => [key, facts[key]]))
  return { facts: { ...factsOf(newest), ...kept }, base: newest, reason }
}

/** Under which name a draft is kept. */
export const draftName = (id: string | undefined) => `incident.${id ?? 'new'}`

/** Whether there is anything to keep. What only a fire has goes when it becomes none: that is a change too. */
export const touched = (begin: Draft, { facts, base, reason }: Draft): boolean =>
  base
    ? changedKeys(factsOf(base), settledFacts(facts) ?? facts).length > 0 || reason !== ''
    : changedKeys(begin.facts, facts).length > 0
