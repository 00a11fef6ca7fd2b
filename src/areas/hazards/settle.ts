/** What follows from a hazard by rule, worked out at every save: where its term ends, and what must happen next. */
import { type Calendar, workingDayFrom } from '../../kernel/calendar.ts'
import { type DutyState, dutiesOf, nextDuty } from '../../kernel/duties.ts'
import type { Moment } from '../../kernel/lifecycle.ts'
import { hazardDuties } from './duties.ts'
import type { Finding, Hazard, Recipient } from './record-contract.ts'

/** A term that ends on a day off ends on the next working day; an order to put it right at once has none to wait for. */
const endOfTerm = ({ term, order }: Hazard, calendar: Calendar): string | null =>
  term === null || order !== 'term' ? term : workingDayFrom(calendar, term)

/** The hazard with what follows from it, and every duty that it owes or owed. */
export function settled(
  hazard: Hazard,
  calendar: Calendar,
  at: Pick<Moment, 'instant'>,
): { hazard: Hazard; duties: DutyState[] } {
  const placed = { ...hazard, termEnds: endOfTerm(hazard, calendar) }
  const duties = dutiesOf(hazardDuties, placed, calendar, at)
  const first = nextDuty(duties)
  const next = first
    ? { duty: first.duty, law: first.law, by: first.by, dueOn: first.dueOn, provisional: first.provisional }
    : null
  return { hazard: { ...placed, next }, duties }
}

/** Whose it is and where: what the visit that found it tells. */
export type Found = Pick<
  Hazard,
  | 'premises'
  | 'premisesNo'
  | 'premisesName'
  | 'address'
  | 'visit'
  | 'foundAt'
  | 'inspectedOn'
  | 'body'
  | 'bodyKind'
  | 'station'
  | 'community'
  | 'officer'
>

/** A hazard as it is when it has just been found; `referTo` is what its conduct says. */
export const newHazard = (finding: Finding, found: Found, referTo: Recipient | null): Hazard => ({
  ...finding,
  ...found,
  state: 'found',
  order: null,
  orderedAt: null,
  term: null,
  termEnds: null,
  servedOn: null,
  serviceMode: null,
  recipientName: null,
  extensionAskedOn: null,
  extensionUntil: null,
  extensionReason: null,
  extensionDecidedOn: null,
  extensionGranted: null,
  appliedOn: null,
  recheckedOn: null,
  recheckVisit: null,
  uncorrectedOn: null,
  photosAfter: [],
  seriousOn: finding.serious ? found.inspectedOn : null,
  reportedOn: null,
  // Where the finder is the one who decides, there is nobody to refer it to.
  referTo: referTo === found.bodyKind ? null : referTo,
  referredOn: null,
  referredTo: null,
  penaltyOn: null,
  major: null,
  majorOn: null,
  majorExperts: false,
  majorProposedOn: null,
  majorServedOn: null,
  sealedOn: null,
  sealUntil: null,
  releaseAskedOn: null,
  releasedOn: null,
  closedOn: null,
  voidReason: null,
  next: null,
  version: 1,
})
