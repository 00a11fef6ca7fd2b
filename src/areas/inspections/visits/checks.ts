/** What can be wrong with a visit: asked by the form, the phone and the server alike. */
import { dayOf } from '../../../kernel/calendar.ts'
import type { Item } from '../checklists/contract.ts'
import type { VisitKind } from '../codes.ts'
import type { VisitFault } from './contract.ts'
import type { Answer, VisitFacts } from './record-contract.ts'

/** What a visit is held against. Times are by the server's clock. */
export interface VisitGround {
  readonly kind: VisitKind
  /** The items that this place is asked, of the edition that the visit names. */
  readonly items: readonly Item[]
  readonly now: string
  /** The person who submits. */
  readonly person: string
  /** Visits of this year that count towards the cap, this one left out. */
  readonly before: number
  readonly perYear: number | null
  /** Whether the edition that the visit names is one in force, for objects like this place. */
  readonly fits?: boolean
  /** Items of which the visit that this one corrects found something already: its hazards stand. */
  readonly found?: readonly string[]
}

const fault = (at: string, rule: string): VisitFault => ({ at, rule, weight: 'fault' })
const warning = (at: string, rule: string): VisitFault => ({ at, rule, weight: 'warning' })
const when = (holds: boolean, ...found: VisitFault[]): VisitFault[] => (holds ? found : [])

/** Clocks that agree to a minute or two agree. */
const leeway = 2 * 60_000
const longest = 12 * 3_600_000
/** These are not visits that the planner would have sent somebody to. */
const pressing = new Set<VisitFacts['reason']>(['complaint', 'referral', 'emergency', 'draw'])

const twice = <T>(list: readonly T[], key: (one: T) => string): number[] => {
  const seen = new Set<string>()
  return list.flatMap((one, i) => {
    const known = seen.has(key(one))
    seen.add(key(one))
    return known ? [i] : []
  })
}

function times({ startedAt, endedAt }: VisitFacts, { now }: VisitGround): VisitFault[] {
  const [start, end] = [Date.parse(startedAt), Date.parse(endedAt)]
  return [
    ...when(end <= start, fault('endedAt', 'ends-before-it-starts')),
    ...when(end > Date.parse(now) + leeway, fault('endedAt', 'in-the-future')),
    ...when(end - start > longest, warning('endedAt', 'very-long')),
  ]
}

function people({ inspectors, signature }: VisitFacts, { kind, person }: VisitGround): VisitFault[] {
  const distinct = new Set(inspectors)
  return [
    ...when(distinct.size < kind.inspectors, fault('inspectors', 'too-few-inspectors')),
    ...when(!distinct.has(person), fault('inspectors', 'not-an-inspector')),
    ...when(signature.kind === 'refused' && signature.witness === null, fault('signature.witness', 'witness-wanted')),
    ...when(signature.kind === 'signed' && signature.file === null, warning('signature.file', 'signature-on-paper')),
  ]
}

const wantedOf = ({ evidence }: Item, { answer, photos, measured }: Answer): string | undefined => {
  if (answer === 'na') return undefined
  if (evidence === 'photo' && photos.length === 0) return 'photo-wanted'
  return evidence === 'measurement' && measured === null ? 'measurement-wanted' : undefined
}

function answers(
  { answers: given, findings }: VisitFacts,
  { items, kind, found: before = [] }: VisitGround,
): VisitFault[] {
  const asked = new Map(items.map((item) => [item.code, item]))
  const answered = new Set(given.map(({ item }) => item))
  const missing = kind.checklist ? items.filter(({ code, mandatory }) => mandatory && !answered.has(code)) : []
  const found = new Set([...findings.map(({ item }) => item), ...before])
  return [
    ...missing.map(({ code }) => fault(`items.${code}`, 'item-unanswered')),
    ...twice(given, ({ item }) => item).map((i) => fault(`answers.${i}`, 'answered-twice')),
    ...given.flatMap((one, i) => {
      const item = asked.get(one.item)
      if (!item) return [fault(`answers.${i}`, 'unknown-item')]
      const wanted = wantedOf(item, one)
      return [
        ...(wanted === undefined ? [] : [fault(`items.${one.item}`, wanted)]),
        ...when(one.answer === 'no' && !found.has(one.item), fault(`items.${one.item}`, 'finding-wanted')),
        ...when(
          one.answer === 'na' && item.mandatory && !one.words,
          warning(`items.${one.item}`, 'why-not-applicable'),
        ),
      ]
    }),
  ]
}

function findings({ findings: found, endedAt }: VisitFacts): VisitFault[] {
  const visitedOn = dayOf(endedAt)
  return [
    ...twice(found, ({ id }) => id).map((i) => fault(`findings.${i}`, 'found-twice')),
    ...found.flatMap(({ disposal, term, minor, serious, photosAfter }, i) => [
      ...when(disposal === 'term' && term === null, fault(`findings.${i}.term`, 'term-wanted')),
      ...when(disposal === 'term' && term !== null && term <= visitedOn, fault(`findings.${i}.term`, 'term-not-ahead')),
      ...when(disposal !== 'term' && term !== null, fault(`findings.${i}.term`, 'term-without-order')),
      ...when(disposal === 'spot' && !minor, fault(`findings.${i}.disposal`, 'not-minor')),
      ...when(disposal === 'spot' && photosAfter.length === 0, warning(`findings.${i}.photosAfter`, 'photo-after')),
      ...when(minor && serious, fault(`findings.${i}.serious`, 'minor-and-serious')),
    ]),
  ]
}

/** Everything that does not fit. Faults refuse the visit, warnings are for whoever made it. */
export const visitFaults = (visit: VisitFacts, ground: VisitGround): VisitFault[] => {
  const { kind, items, before, perYear, fits = true } = ground
  const beyond = kind.capped && perYear !== null && before >= perYear
  const silent = visit.findings.length + visit.rechecks.length === 0 && !visit.guidance && !visit.remarks
  return [
    ...times(visit, ground),
    ...people(visit, ground),
    ...when(kind.checklist && items.length > 0 && visit.checklist === null, fault('checklist', 'checklist-wanted')),
    ...when(!fits, fault('checklist', 'another-checklist')),
    ...answers(visit, ground),
    ...findings(visit),
    ...twice(visit.rechecks, ({ hazard }) => hazard).map((i) => fault(`rechecks.${i}`, 'rechecked-twice')),
    ...when(visit.kind === 'RECHECK' && visit.rechecks.length === 0, fault('rechecks', 'recheck-wanted')),
    ...when(!kind.checklist && visit.kind !== 'RECHECK' && silent, warning('remarks', 'says-nothing')),
    ...when(beyond && !pressing.has(visit.reason) && !visit.reasonWords, fault('reasonWords', 'beyond-cap')),
  ]
}
