/** The register: from contract to rule and store. */
import { implement } from '@orpc/server'
import { changesIn } from '../../kernel/history.ts'
import { RuleViolation } from '../../kernel/lifecycle.ts'
import { type Context, NotFound } from '../../platform/context.ts'
import { columnsOf } from '../../platform/exports/columns.ts'
import { exportFile } from '../../platform/exports/file.ts'
import type { FileStore } from '../../platform/files/files.ts'
import { bringPicture, showPicture } from '../../platform/files/pictures.ts'
import { approvedImportRoutesOf } from '../../platform/imports/routes.ts'
import { historyOf, record } from '../../platform/ledger/store.ts'
import { soundOfQuestion } from '../../platform/pinyin.ts'
import { codeTable, territoryOf } from '../organisation/public.ts'
import { premisesContract } from './contract.ts'
import { documentHandler, type SectionsOf } from './document/routes.ts'
import { exportRow } from './export.ts'
import type { Found, PremisesFilter, PremisesQuery } from './finding/contract.ts'
import { markOf } from './finding/mark.ts'
import * as finding from './finding/store.ts'
import { premisesLayout } from './import-layout.ts'
import { premisesImporter } from './imports/jobs.ts'
import type { PremisesInputs } from './lifecycle.ts'
import { mapRoutes } from './map/routes.ts'
import { isTaken } from './numbers/store.ts'
import { located } from './record.ts'
import type { Contacts, Premises, PremisesFacts } from './record-contract.ts'
import {
  actsOn,
  demandOwnGround,
  demandSound,
  demandSoundContacts,
  enter,
  findingsOf,
  recordingOf,
} from './recording/public.ts'
import * as store from './store.ts'
import { firstSupervisor } from './supervision/bodies.ts'
import * as supervision from './supervision/store.ts'
import { transferRoutes } from './transfers/routes.ts'
import { lookForTwins } from './twins/public.ts'
import { twinRoutes } from './twins/routes.ts'
import { upkeepRoutes } from './upkeep/routes.ts'

const os = implement(premisesContract).$context<Context>()

/** They change by themselves whenever anything does. */
const unspoken = new Set(['id', 'version', 'enteredAt', 'proposed', 'expiresOn', 'dueMonths', 'dueOn'])

type Said<A extends keyof PremisesInputs> = { input: { id: string } & PremisesInputs[A]; context: Context }

/** An act of which nothing is checked but what its table says. */
const act =
  <A extends keyof PremisesInputs>(name: A) =>
  async (said: Said<A>) =>
    actsOn(await recordingOf(said.context))(name)(said)

/** For what its supervising body decides. Who reaches the whole district decides for a body that does not. */
async function lockBySupervisor(context: Context, id: string): Promise<Premises | undefined> {
  const premises = await store.lock(context, id)
  const { reach, body } = context.actor
  if (premises && !reach.district && premises.supervisor !== body) throw new RuleViolation('supervised-by-another', {})
  return premises
}

async function keep({ input, context }: Said<'keep'>): Promise<Premises> {
  return actsOn(await recordingOf(context), { lock: lockBySupervisor })('keep')({ input, context })
}

/** What a duplicate is told by has changed: its pairs are looked for anew. */
async function compared(context: Context, premises: Premises): Promise<Premises> {
  await lookForTwins(context, [premises.id])
  return premises
}

/** What was said, checked before it becomes an act. */
async function correct(context: Context, input: { id: string; version: number; facts: PremisesFacts; reason: string }) {
  const recording = await recordingOf(context)
  await demandSound(context, recording, input.facts, input.id)
  const before = await store.get(context, input.id)
  demandOwnGround(context, recording, input.facts, before)
  const { premisesNo } = input.facts
  if (premisesNo !== null && premisesNo !== before.premisesNo && (await isTaken(context, premisesNo)))
    throw new RuleViolation('number-taken', { no: premisesNo })
  return compared(context, await actsOn(recording)('correct')({ input, context }))
}

async function setContacts(
  context: Context,
  input: { id: string; version: number; contacts: Contacts; reason: string },
): Promise<Premises> {
  demandSoundContacts(input.contacts)
  const withContacts = actsOn(await recordingOf(context), { contacts: input.contacts })
  return compared(context, await withContacts('setContacts')({ input, context }))
}

/** People as they are, for a purpose that the ledger keeps. */
async function reveal(context: Context, { id, purpose }: { id: string; purpose: string }): Promise<Contacts> {
  const contacts = await store.contactsOf(context, id)
  if (!contacts) throw new NotFound('premises')
  await record(context, 'premises.reveal', { kind: 'premises', id }, { note: purpose })
  return contacts
}

async function locate(
  context: Context,
  input: { id: string; version: number; lng: number | null; lat: number | null; community: string | null },
): Promise<Premises> {
  const { lng, lat, community } = input
  const premises = await store.get(context, input.id)
  const recording = await recordingOf(context)
  const facts = { ...premises, lng, lat, community, grid: null, station: lng === null ? premises.station : null }
  await demandSound(context, recording, facts, input.id)
  demandOwnGround(context, recording, facts, premises)
  return compared(context, await actsOn(recording)('locate')({ input, context }))
}

/** An officer answers for records of their own station. */
async function assign(
  context: Context,
  input: { id: string; officer: string | null; reason: string; version?: number | undefined },
): Promise<Premises> {
  const { station } = await store.get(context, input.id)
  const { ground } = await territoryOf(context)
  if (input.officer !== null && ground.stationOf(input.officer) !== station)
    throw new RuleViolation('officer-of-another-station', {})
  return act('assign')({ input, context })
}

async function reassign(
  context: Context,
  { filter, to, reason }: { filter: PremisesFilter; to: string | null; reason: string },
): Promise<{ moved: number }> {
  const station = to === null ? undefined : (await territoryOf(context)).ground.stationOf(to)
  if (to !== null && station === undefined) throw new RuleViolation('officer-of-another-station', {})
  const outside = station === undefined ? 0 : await supervision.outside(context, filter, station)
  if (outside > 0) throw new RuleViolation('officer-of-another-station', { outside })
  return { moved: await supervision.reassign(context, filter, { officer: to, station }, reason) }
}

/** A list of the body that supervises: another body's lists come with a transfer. */
async function setList(
  context: Context,
  input: { id: string; list: string; reason: string; version?: number | undefined },
): Promise<Premises> {
  const { supervisor } = await store.get(context, input.id)
  const recording = await recordingOf(context)
  const { settling } = recording
  if (settling.rules.bodyOf(input.list) !== settling.kindOf(supervisor))
    throw new RuleViolation('list-of-another-body', {})
  return actsOn(recording, { lock: lockBySupervisor })('setList')({ input, context })
}

/** What does not fit in facts under way, and what would follow from them. */
async function checkUnderWay(context: Context, { id, facts }: { id: string | null; facts: PremisesFacts }) {
  const recording = await recordingOf(context)
  const { settling, territory } = recording
  const due = settling.rules.dueOf(facts)
  const where = located(facts, settling.ground)
  return {
    findings: await findingsOf(context, recording, facts, id),
    supervisor: firstSupervisor(due, where, context.actor, territory.bodies) ?? null,
    criteria: due.criteria,
  }
}

/** What is shown of a record where it was found by something else is not marked. */
const suggestedMark = ({ by, name, address }: Found, q: string) =>
  by === 'name' || by === 'address' ? markOf(by === 'name' ? name : address, q, soundOfQuestion) : null

async function loads(context: Context) {
  const { officers } = await territoryOf(context)
  const names = new Map(officers.map(({ id, name }) => [id, name]))
  const found = await store.loads(context)
  return { items: found.map((load) => ({ ...load, name: names.get(load.officer ?? '') ?? null })) }
}

async function exportList(
  context: Context,
  { format, sort, ...filter }: PremisesFilter & { format: 'csv' | 'xlsx'; sort: PremisesQuery['sort'] },
) {
  const tables = {
    kinds: await codeTable(context, 'premises-kind'),
    tags: await codeTable(context, 'premises-tag'),
    lists: await codeTable(context, 'supervision-list'),
  }
  const row = exportRow(await territoryOf(context), tables, await store.wholesOf(context))
  async function* found() {
    for await (const premises of finding.stream(context, filter, sort)) yield row(premises)
  }
  const name = `premises-${context.at.day}.${format}`
  const { file, rows } = await exportFile(name, format, columnsOf(premisesLayout, 'zh'), found())
  const account = { kind: 'account', id: context.actor.account }
  await record(context, 'premises.export', account, { after: { filter, format, rows } })
  return { headers: { 'content-disposition': `attachment; filename="${name}"` }, body: file }
}

/** What these routes need beside a request's context. */
interface PremisesParts {
  readonly files: FileStore
  /** What further areas have to tell in a record's printed file, in order. */
  readonly sections?: readonly SectionsOf[]
}

export const premisesRoutes = ({ files, sections = [] }: PremisesParts) => {
  const print = documentHandler(sections)
  return os.router({
    document: os.document.handler(({ input, context }) => print(context, input)),
    imports: approvedImportRoutesOf(premisesContract.imports, premisesImporter, files),
    map: mapRoutes,
    transfers: transferRoutes,
    twins: twinRoutes,
    upkeep: upkeepRoutes({ files }),
    list: os.list.handler(({ input, context }) => finding.list(context, input)),
    counts: os.counts.handler(({ input, context }) => finding.counts(context, input)),
    find: os.find.handler(async ({ input, context }) => ({
      items: (await finding.search(context, input)).map((found) => ({ ...found, mark: suggestedMark(found, input.q) })),
    })),
    names: os.names.handler(async ({ input, context }) => ({ items: await store.namesOf(context, input.id) })),
    loads: os.loads.handler(({ context }) => loads(context)),
    get: os.get.handler(({ input, context }) => store.get(context, input.id)),
    history: os.history.handler(async ({ input, context }) => {
      await store.get(context, input.id)
      const entries = await historyOf(context, { kind: 'premises', id: input.id })
      return { items: entries.map((entry) => changesIn(entry, unspoken)) }
    }),
    check: os.check.handler(({ input, context }) => checkUnderWay(context, input)),
    enter: os.enter.handler(({ input, context }) => enter(context, input.facts, input.contacts)),
    correct: os.correct.handler(({ input, context }) => correct(context, input)),
    setContacts: os.setContacts.handler(({ input, context }) => setContacts(context, input)),
    reveal: os.reveal.handler(({ input, context }) => reveal(context, input)),
    locate: os.locate.handler(({ input, context }) => locate(context, input)),
    pause: os.pause.handler(act('pause')),
    reopen: os.reopen.handler(act('reopen')),
    deregister: os.deregister.handler(act('deregister')),
    demolish: os.demolish.handler(act('demolish')),
    keep: os.keep.handler(keep),
    setList: os.setList.handler(({ input, context }) => setList(context, input)),
    assign: os.assign.handler(({ input, context }) => assign(context, input)),
    reassign: os.reassign.handler(({ input, context }) => reassign(context, input)),
    bringFile: os.bringFile.handler(({ input, context }) => bringPicture(context, files, input.file)),
    file: os.file.handler(({ input, context }) => showPicture(context, files, input.id, store.showsFile)),
    export: os.export.handler(({ input, context }) => exportList(context, input)),
  })
}
