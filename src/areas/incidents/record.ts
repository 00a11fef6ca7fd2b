/** From what a person or a file says to what is stored: what follows by rule is worked out here, at every save. */
import type { Place } from '../organisation/locate.ts'
import type { Incident, IncidentFacts } from './contract.ts'
import { type classifier, isMinorFire } from './severity.ts'

/** What is written of an incident; the database works out the day, the hour and whether it counts as a fire. */
export interface Stored extends IncidentFacts {
  readonly state: Incident['state']
  readonly writtenOffReason: string | null
  readonly street: string | null
  readonly minorFire: boolean
  readonly statClass: Incident['statClass']
  readonly accidentClass: Incident['accidentClass']
  readonly corrected: boolean
}

/** Where things lie, by what is known: a named community tells its street and station, a point tells all. */
export interface Gazetteer {
  readonly ofCommunity: (community: string) => Place | undefined
  readonly ofPoint: (lng: number, lat: number) => Place
}

/** Fills what was not said of the place; what was said stays. */
export function located<F extends IncidentFacts>(facts: F, gazetteer: Gazetteer): F & { street: string | null } {
  const { lng, lat } = facts
  // Looking a point up is the dear part: not where everything was said.
  const said = facts.community !== null && facts.station !== null && facts.urban !== null
  const byPoint = lng !== null && lat !== null && !said ? gazetteer.ofPoint(lng, lat) : undefined
  const community = facts.community ?? byPoint?.community ?? null
  const byCommunity = community === null ? undefined : gazetteer.ofCommunity(community)
  const urban = facts.urban ?? byCommunity?.urban ?? byPoint?.urban ?? null
  return {
    ...facts,
    community,
    street: byCommunity?.street ?? byPoint?.street ?? null,
    station: facts.station ?? byPoint?.station ?? byCommunity?.station ?? null,
    urban: urban === 'urban' || urban === 'rural' ? urban : null,
  }
}

export type Classify = ReturnType<typeof classifier>

/** Class and lightness of a fire; of anything else, none. `day` is the Shanghai day on which it was received. */
export function classed(facts: IncidentFacts, day: string, classify: Classify) {
  if (facts.kind !== 'fire') return { minorFire: false, statClass: null, accidentClass: null }
  const { statClass, accidentClass } = classify(facts, day)
  return {
    minorFire: isMinorFire(facts),
    statClass,
    accidentClass: facts.productionAccident === true ? accidentClass : null,
  }
}
