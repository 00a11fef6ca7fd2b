/** Visits: from contract to rule and store. */
import { createHash } from 'node:crypto'
import { implement } from '@orpc/server'
import { dayOf } from '../../../kernel/calendar.ts'
import { type CodeTable, findCode, propsOf } from '../../../kernel/codes.ts'
import { RuleViolation } from '../../../kernel/lifecycle.ts'
import type { Context } from '../../../platform/context.ts'
import { exportFile } from '../../../platform/exports/file.ts'
import type { FileStore } from '../../../platform/files/files.ts'
import { bringPicture, ownPictures, showPicture } from '../../../platform/files/pictures.ts'
import { record } from '../../../platform/ledger/store.ts'
import { findHazards, hazardsOfVisit, recheckHazards, recount, showsHazardPicture } from '../../hazards/public.ts'
import { asTheyWere, codeTable, peopleNamed, territoryOf } from '../../organisation/public.ts'
import { holdPlace, type VisitedPlace } from '../../premises/inspecting/public.ts'
import { checklistOf } from '../checklists/public.ts'
import { itemsFor } from '../checklists/rules.ts'
import { VisitCap, VisitKind, visitCaps, visitKinds } from '../codes.ts'
import { visitFaults } from './checks.ts'
import { type VisitFilter, visitContract } from './contract.ts'
import { visitColumns, visitRow } from './export.ts'
import { messages } from './messages.ts'
import { type Circumstances, inServerTime, marksOf, yearOf } from './record.ts'
import type { Visit, VisitFacts, VisitInput } from './record-contract.ts'
import * as store from './store.ts'

const os = implement(visitContract).$context<Context>()

/** A visit of the same people at the same place within this time is much like another. */
const alikeWithin = 30 * 60_000
const shifted = (instant: string, ms: number) => new Date(Date.parse(instant) + ms).toISOString()

const digestOf = ({ deviceAt: _, ...input }: VisitInput) =>
  createHash('sha256').update(JSON.stringify(input)).digest('hex')

/** A visit under way, with all that it is held against. */
interface Held {
  readonly place: VisitedPlace
  readonly facts: VisitFacts
  readonly kind: VisitKind
  readonly circumstances: Circumstances
  readonly faults: ReturnType<typeof visitFaults>
  readonly people: Awaited<ReturnType<typeof peopleNamed>>
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

/** Holds the place, reads what the visit is held against, and looks what does not fit. `own` is the actor as they were then. */
async function held(context: Context, own: Context, input: VisitInput): Promise<Held> {
  const place = await holdPlace(own, input.premises)
  const now = context.at.instant
  const { facts: said, ahead } = inServerTime(input, now)
  const facts = { ...said, premises: place.id }
  const kinds = await codeTable(context, visitKinds.key)
  const kind = kindOf(kinds, facts)
  const cap = findCode(await codeTable(context, visitCaps.key), place.list, dayOf(facts.endedAt))
  const perYear = cap ? propsOf(VisitCap, visitCaps.key, cap).perYear : null
  const checklist = facts.checklist === null ? undefined : await checklistOf(context, facts.checklist)
  const { before, alike } = await store.besides(context, {
    premises: place.id,
    kinds: cappedKinds(kinds),
    since: yearOf(facts.startedAt),
    around: [shifted(facts.startedAt, -alikeWithin), shifted(facts.startedAt, alikeWithin)],
    inspectors: facts.inspectors,
  })
  const person = context.actor.person
  const ground = { kind, items: checklist ? itemsFor(checklist, place) : [], now, person, before, perYear }
  const circumstances = {
    now,
    ahead,
    merged: place.id !== input.premises,
    closed: place.state !== 'open' && place.state !== 'paused',
    movedOn: own.actor.body !== context.actor.body,
    alike,
    beyondCap: kind.capped && perYear !== null && before >= perYear,
  }
  return {
    place,
    facts,
    kind,
    circumstances,
    faults: visitFaults(facts, ground),
    people: await peopleNamed(context, facts.inspectors),
    dueOn: kind.counts ? place.dueOn : null,
  }
}

const pictures = (visit: VisitFacts): string[] => [
  ...visit.photos,
  ...visit.answers.flatMap(({ photos }) => photos),
  ...visit.findings.flatMap(({ photos, photosAfter }) => [...photos, ...photosAfter]),
  ...visit.rechecks.flatMap(({ photos }) => photos),
  ...(visit.signature.file === null ? [] : [visit.signature.file]),
]

/** Pictures of whoever submits; an id alone puts nothing on a record. */
async function demandOwnPictures(context: Context, facts: VisitFacts): Promise<void> {
  const asked = [...new Set(pictures(facts))]
  const own = await ownPictures(context, asked)
  const strange = asked.filter((id) => !own.has(id))
  if (strange.length > 0) throw new RuleViolation('strange-pictures', { pictures: strange })
}

function demandSound({ faults, facts, people }: Held): void {
  const wrong = faults.filter(({ weight }) => weight === 'fault')
  const strangers = facts.inspectors.filter((id) => !people.some((one) => one.id === id))
  const all = [...wrong, ...strangers.map(() => ({ at: 'inspectors', rule: 'unknown-inspector', weight: 'fault' }))]
  if (all.length > 0) throw new RuleViolation('visit-unsound', { faults: all })
}

function visitOf(context: Context, own: Context, input: VisitInput, now: Held): Visit {
  const { place, facts, circumstances, people, dueOn } = now
  return {
    ...facts,
    id: input.id,
    premisesNo: place.premisesNo,
    premisesName: place.name,
    address: place.address,
    body: own.actor.body,
    station: place.station,
    community: place.community,
    inspectorNames: facts.inspectors.map((id) => people.find((one) => one.id === id)?.name ?? ''),
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

async function answer(context: Context, id: string) {
  const visit = await store.get(context, id)
  return { visit, ...(await hazardsOfVisit(context, id)) }
}

/** What was submitted before with this id: the same is answered again, something else is refused. */
async function again(context: Context, input: VisitInput) {
  const before = await store.submitted(context, input.id)
  if (!before) return undefined
  if (before.account !== context.actor.account || before.digest !== digestOf(input))
    throw new RuleViolation('visit-differs', { visit: input.id })
  return answer(await asTheyWere(context, input.startedAt), input.id)
}

/** A correction cites a visit to the same place, that nobody has corrected yet. */
async function demandCorrectable(context: Context, { corrects, premises }: VisitFacts): Promise<void> {
  if (corrects === null) return
  const before = await store.get(context, corrects)
  if (before.premises !== premises) throw new RuleViolation('corrects-another-place', {})
  if (before.correctedBy !== null) throw new RuleViolation('corrected-already', { by: before.correctedBy })
}

async function submit(context: Context, input: VisitInput) {
  const known = await again(context, input)
  if (known) return known
  const own = await asTheyWere(context, input.startedAt)
  const now = await held(context, own, input)
  demandSound(now)
  await demandOwnPictures(context, now.facts)
  await demandCorrectable(own, now.facts)
  const visit = visitOf(context, own, input, now)
  // Sent twice at the same moment: the second has waited for the first, and is told what it did.
  const written = await store.insert(context, [{ visit, digest: digestOf(input) }])
  if (written.length === 0) return (await again(context, input)) ?? answer(own, visit.id)
  const { findings, rechecks, id, premises, body, station, community, visitedOn, startedAt } = visit
  const whose = {
    premises,
    premisesNo: visit.premisesNo,
    premisesName: visit.premisesName,
    address: visit.address,
    visit: id,
    foundAt: startedAt,
    inspectedOn: visitedOn,
    body,
    bodyKind: own.actor.bodyKind as 'brigade' | 'station' | 'street',
    station,
    community,
    officer: now.place.officer !== null && now.place.supervisor === body ? now.place.officer : context.actor.person,
  }
  const found = await findHazards(
    own,
    whose,
    findings.map(({ disposal, term, photosAfter, ...finding }) => ({
      finding,
      disposal:
        disposal === 'term'
          ? { kind: 'term', term: term ?? '' }
          : disposal === 'spot'
            ? { kind: 'spot', photosAfter }
            : { kind: disposal },
    })),
  )
  const seen = rechecks.map(({ hazard, corrected, photos }) => ({ hazard, corrected, photosAfter: photos }))
  const rechecked = await recheckHazards(own, { visit: id, on: visitedOn, premises }, seen)
  await recount(context, premises, now.kind.counts ? visitedOn : undefined)
  const { answers: _, findings: __, rechecks: ___, ...after } = visit
  await record(context, 'visit.submit', { kind: 'visit', id }, { after: { ...after, digest: digestOf(input) } })
  return { visit, found, rechecked }
}

async function check(context: Context, input: VisitInput) {
  const now = await held(context, await asTheyWere(context, input.startedAt), input)
  return { faults: now.faults }
}

async function exportList(context: Context, { format, ...filter }: VisitFilter & { format: 'csv' | 'xlsx' }) {
  const { bodies } = await territoryOf(context)
  const row = visitRow(await codeTable(context, visitKinds.key), bodies)
  async function* found() {
    for await (const visit of store.each(context, filter)) yield row(visit)
  }
  const columns = visitColumns.map(({ key, kind }) => ({ header: messages.zh.fields[key], kind }))
  const name = `visits-${context.at.day}.${format}`
  const { file, rows } = await exportFile(name, format, columns, found())
  const account = { kind: 'account', id: context.actor.account }
  await record(context, 'visit.export', account, { after: { filter, format, rows } })
  return { headers: { 'content-disposition': `attachment; filename="${name}"` }, body: file }
}

const seesPicture = async (context: Context, id: string): Promise<boolean> =>
  (await store.showsFile(context, id)) || (await showsHazardPicture(context, id))

export const visitRoutes = ({ files }: { files: FileStore }) =>
  os.router({
    list: os.list.handler(({ input, context }) => store.list(context, input)),
    counts: os.counts.handler(({ input, context }) => store.counts(context, input)),
    get: os.get.handler(({ input, context }) => answer(context, input.id)),
    check: os.check.handler(({ input, context }) => check(context, input)),
    submit: os.submit.handler(({ input, context }) => submit(context, input)),
    bringFile: os.bringFile.handler(({ input, context }) => bringPicture(context, files, input.file)),
    file: os.file.handler(({ input, context }) => showPicture(context, files, input.id, seesPicture)),
    export: os.export.handler(({ input, context }) => exportList(context, input)),
  })
