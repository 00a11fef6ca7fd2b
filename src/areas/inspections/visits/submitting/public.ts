/** From what was submitted to what is written: a visit is taken in whole, once, in one transaction. */
import { createHash } from 'node:crypto'
import { dayOf } from '../../../../kernel/calendar.ts'
import { type CodeTable, findCode, propsOf } from '../../../../kernel/codes.ts'
import { RuleViolation } from '../../../../kernel/lifecycle.ts'
import type { Context } from '../../../../platform/context.ts'
import { ownPictures } from '../../../../platform/files/pictures.ts'
import { recordMany } from '../../../../platform/ledger/store.ts'
import { type Disposal, findHazards, hazardsOfVisit, recheckHazards, stands } from '../../../hazards/public.ts'
import type { Hazard } from '../../../hazards/record-contract.ts'
import type { Found } from '../../../hazards/settle.ts'
import { type Crew, codeTable, crewAt } from '../../../organisation/public.ts'
import { holdPlace, notePlace, placesNow, type VisitedPlace } from '../../../premises/inspecting/public.ts'
import { SupervisorKind } from '../../../premises/record-contract.ts'
import { checklistOf } from '../../checklists/public.ts'
import { itemsFor } from '../../checklists/rules.ts'
import { VisitCap, VisitKind, visitCaps, visitKinds } from '../../codes.ts'
import { visitFaults } from '../checks.ts'
import { type Circumstances, inServerTime, marksOf, yearOf } from '../record.ts'
import type { Visit, VisitFacts, VisitFinding, VisitInput } from '../record-contract.ts'
import * as store from '../store.ts'

/** A visit of the same people at the same place within this time is much like another. */
const alikeWithin = 30 * 60_000
const shifted = (instant: string, ms: number) => new Date(Date.parse(instant) + ms).toISOString()

const digestOf = ({ deviceAt: _, ...input }: VisitInput) =>
  createHash('sha256').update(JSON.stringify(input)).digest('hex')

/** A visit as it was taken in. */
export interface Submitted {
  readonly visit: Visit
  readonly found: Hazard[]
  readonly rechecked: Hazard[]
}

/** A visit under way, with all that it is held against. */
interface Held {
  readonly place: VisitedPlace
  readonly facts: VisitFacts
  readonly kind: VisitKind
  readonly circumstances: Circumstances
  readonly faults: ReturnType<typeof visitFaults>
  readonly crew: Crew
  readonly corrected: Visit | undefined
  /** The day by which the place was to be inspected, where this visit is that inspection. */
  readonly dueOn: string | null
}

const cappedKinds = (table: CodeTable): string[] =>
  table.entries.filter((entry) => propsOf(VisitKind, visitKinds.key, entry).capped).map(({ code }) => code)

function kindOf(table: CodeTable, { kind, endedAt }: VisitFacts): VisitKind {
  const entry = findCode(table, kind, dayOf(endedAt))
  if (!entry) throw new RuleViolation('unknown-visit-kind', { kind })
  return propsOf(VisitKind, visitKinds.key, entry)
}

/** Holds the place, reads what the visit is held against, and looks what does not fit. */
async function held(context: Context, input: VisitInput): Promise<Held> {
  const now = context.at.instant
  const { facts: said, ahead } = inServerTime(input, now)
  const crew = await crewAt(context, said.inspectors, said.startedAt)
  const place = await holdPlace(crew.asOf, said.premises)
  const facts = { ...said, premises: place.id }
  const kinds = await codeTable(context, visitKinds.key)
  const kind = kindOf(kinds, facts)
  const cap = findCode(await codeTable(context, visitCaps.key), place.list, dayOf(facts.endedAt))
  const perYear = cap ? propsOf(VisitCap, visitCaps.key, cap).perYear : null
  const checklist = facts.checklist === null ? undefined : await checklistOf(context, facts.checklist)
  const corrected = await correctable(crew.asOf, input.id, facts)
  const { before, alike } = await store.besides(context, {
    premises: place.id,
    // Submitted twice at the same moment, it is not held against itself.
    but: [input.id, ...(corrected ? [corrected.id] : [])],
    kinds: cappedKinds(kinds),
    since: yearOf(facts.startedAt),
    around: [shifted(facts.startedAt, -alikeWithin), shifted(facts.startedAt, alikeWithin)],
    inspectors: facts.inspectors,
  })
  const person = context.actor.person
  const items = checklist ? itemsFor(checklist, place) : []
  const fits = !checklist || (checklist.state === 'issued' && checklist.forms.some((form) => form === place.form))
  const ground = { kind, items, now, person, before, perYear, fits, found: itemsFound(corrected) }
  const circumstances = {
    now,
    ahead,
    merged: place.id !== input.premises,
    closed: place.state !== 'open' && place.state !== 'paused',
    movedOn: crew.asOf !== context,
    alike,
    beyondCap: kind.capped && perYear !== null && before >= perYear,
  }
  return {
    place,
    facts,
    kind,
    circumstances,
    faults: visitFaults(facts, ground),
    crew,
    corrected,
    dueOn: kind.counts ? (corrected ? corrected.dueOn : place.dueOn) : null,
  }
}

const itemsFound = (visit: Visit | undefined): string[] => (visit?.findings ?? []).flatMap(({ item }) => item ?? [])

/** The visit that this one corrects: to the same place, and not corrected by anybody yet. */
async function correctable(context: Context, id: string, visit: VisitFacts): Promise<Visit | undefined> {
  const { corrects, premises } = visit
  if (corrects === null) return undefined
  const before = await store.get(context, corrects)
  const now = (await placesNow(context, [before.premises])).get(before.premises)
  if (now?.id !== premises) throw new RuleViolation('corrects-another-place', {})
  if (before.correctedBy !== null && before.correctedBy !== id)
    throw new RuleViolation('corrected-already', { by: before.correctedBy })
  return before
}

const pictures = (visit: VisitFacts): string[] => [
  ...visit.photos,
  ...visit.answers.flatMap(({ photos }) => photos),
  ...visit.findings.flatMap(({ photos, photosAfter }) => [...photos, ...photosAfter]),
  ...visit.rechecks.flatMap(({ photos }) => photos),
  ...(visit.signature.file === null ? [] : [visit.signature.file]),
]

/** Pictures of whoever submits, and those of the visit that is corrected; an id alone puts nothing on a record. */
async function demandOwnPictures(context: Context, { facts, corrected }: Held): Promise<void> {
  const known = new Set(corrected ? pictures(corrected) : [])
  const asked = [...new Set(pictures(facts))].filter((id) => !known.has(id))
  const own = await ownPictures(context, asked)
  const strange = asked.filter((id) => !own.has(id))
  if (strange.length > 0) throw new RuleViolation('strange-pictures', { pictures: strange })
}

function demandSound({ faults, facts, crew }: Held): void {
  const wrong = faults.filter(({ weight }) => weight === 'fault')
  const strangers = facts.inspectors.filter((id) => !crew.people.some((one) => one.id === id))
  const all = [...wrong, ...strangers.map(() => ({ at: 'inspectors', rule: 'unknown-inspector', weight: 'fault' }))]
  if (all.length > 0) throw new RuleViolation('visit-unsound', { faults: all })
}

function visitOf(context: Context, input: VisitInput, { place, facts, circumstances, crew, dueOn }: Held): Visit {
  return {
    ...facts,
    id: input.id,
    premisesNo: place.premisesNo,
    premisesName: place.name,
    address: place.address,
    body: crew.asOf.actor.body,
    station: place.station,
    community: place.community,
    inspectorNames: facts.inspectors.map((id) => crew.people.find((one) => one.id === id)?.name ?? ''),
    visitedOn: dayOf(facts.endedAt),
    saidStartedAt: input.startedAt,
    saidEndedAt: input.endedAt,
    deviceAt: input.deviceAt,
    submittedAt: context.at.instant,
    submittedBy: context.actor.name,
    hazards: facts.findings.length,
    dueOn,
    marks: marksOf(facts, circumstances),
    correctedBy: null,
  }
}

/** A visit with the hazards that it found, and those that it was the last to see again. */
export async function answer(context: Context, id: string): Promise<Submitted> {
  const visit = await store.get(context, id)
  return { visit, ...(await hazardsOfVisit(context, id)) }
}

/** What was submitted before with this id: the same is answered again, something else is refused. */
async function again(context: Context, input: VisitInput) {
  const before = await store.submitted(context, input.id)
  if (!before) return undefined
  if (before.account !== context.actor.account || before.digest !== digestOf(input))
    throw new RuleViolation('visit-differs', { visit: input.id })
  return answer((await crewAt(context, [], before.startedAt)).asOf, input.id)
}

/** Whose the hazards of a visit are, and where. */
function foundBy({ id, premises, ...visit }: Visit, { place, crew }: Held): Found {
  const { actor } = crew.asOf
  const answering = place.officer !== null && place.supervisor === visit.body ? place.officer : actor.person
  return {
    premises,
    premisesNo: visit.premisesNo,
    premisesName: visit.premisesName,
    address: visit.address,
    visit: id,
    foundAt: visit.startedAt,
    inspectedOn: visit.visitedOn,
    body: visit.body,
    bodyKind: SupervisorKind.parse(actor.bodyKind),
    station: visit.station,
    community: visit.community,
    officer: answering,
  }
}

function disposalOf({ disposal, term, photosAfter }: VisitFinding): Disposal {
  if (disposal === 'term') return { kind: 'term', term: term ?? '' }
  return disposal === 'spot' ? { kind: 'spot', photosAfter } : { kind: disposal }
}

/** Enters a visit whole: what it says, the hazards that it found and saw again, and what the register learns from it. */
export async function submit(context: Context, input: VisitInput): Promise<Submitted> {
  const known = await again(context, input)
  if (known) return known
  const now = await held(context, input)
  const { asOf } = now.crew
  demandSound(now)
  await demandOwnPictures(context, now)
  const visit = visitOf(context, input, now)
  const digest = digestOf(input)
  // Sent twice at the same moment: the second has waited for the first, and is told what it did.
  const written = await store.insert(context, [{ visit, digest }])
  if (written.length === 0) return (await again(context, input)) ?? answer(asOf, visit.id)
  const { id, premises, visitedOn } = visit
  const { hazards: found, entries } = await findHazards(
    asOf,
    foundBy(visit, now),
    visit.findings.map((one) => {
      const { disposal: _, term: __, photosAfter: ___, ...finding } = one
      return { finding, disposal: disposalOf(one) }
    }),
  )
  const seen = visit.rechecks.map(({ hazard, corrected, photos }) => ({ hazard, corrected, photosAfter: photos }))
  const rechecked = await recheckHazards(asOf, { visit: id, on: visitedOn, premises }, seen)
  const more = found.filter(stands).length - rechecked.filter((hazard) => !stands(hazard)).length
  await notePlace(context, premises, { inspectedOn: now.kind.counts ? visitedOn : null, more })
  const { answers: _, findings: __, rechecks: ___, ...after } = visit
  await recordMany(context, [{ act: 'visit.submit', kind: 'visit', id, after: { ...after, digest } }, ...entries])
  return { visit, found, rechecked }
}

/** What does not fit in a visit under way. */
export const check = async (context: Context, input: VisitInput) => ({ faults: (await held(context, input)).faults })
