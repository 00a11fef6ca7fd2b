/** Incidents: from contract to rule and store. */
import { implement } from '@orpc/server'
import { dayOf } from '../../kernel/calendar.ts'
import { findCode } from '../../kernel/codes.ts'
import { changesIn } from '../../kernel/history.ts'
import { RuleViolation } from '../../kernel/lifecycle.ts'
import { type Context, NotFound } from '../../platform/context.ts'
import { columnsOf } from '../../platform/exports/columns.ts'
import { exportFile } from '../../platform/exports/file.ts'
import type { FileStore } from '../../platform/files/files.ts'
import { handlersOf } from '../../platform/handlers.ts'
import { importRoutesOf } from '../../platform/imports/routes.ts'
import { historyOf, record } from '../../platform/ledger/store.ts'
import { codeTable, gazetteerOf, placeNames, tellRole } from '../organisation/public.ts'
import { check, checkPlaces, faultsIn } from './checks.ts'
import {
  type Incident,
  type IncidentFacts,
  type IncidentFilter,
  type IncidentQuery,
  incidentContract,
} from './contract.ts'
import { exportRow } from './export.ts'
import { incidentLayout } from './import-layout.ts'
import { incidentImporter } from './imports/jobs.ts'
import { incidentActs, withoutFireFields } from './lifecycle.ts'
import { classed, located, type Stored } from './record.ts'
import { classifier } from './severity.ts'
import * as store from './store.ts'

const os = implement(incidentContract).$context<Context>()

const unspoken = new Set(['id', 'version', 'enteredAt', 'corrected', 'receivedOn', 'isFire'])

/** Refuses facts that cannot be so, every one of them with its field. */
async function demandSound(context: Context, facts: IncidentFacts): Promise<void> {
  const tables = { causes: await codeTable(context, 'cause'), places: await codeTable(context, 'place-kind') }
  const findings = [...check(facts, tables, context.at.instant), ...checkPlaces(facts, await placeNames(context))]
  const faults = faultsIn(findings)
  if (faults.length > 0) throw new RuleViolation('facts-unsound', { faults })
}

/** Facts with all that follows from them: where it lies, which class it is. */
async function settled(
  context: Context,
  facts: IncidentFacts,
  { state, writtenOffReason, corrected }: Pick<Stored, 'state' | 'writtenOffReason' | 'corrected'>,
): Promise<Stored> {
  const placed = located(facts, await gazetteerOf(context))
  const classify = classifier(await codeTable(context, 'severity-rule'))
  return { ...placed, ...classed(placed, dayOf(placed.receivedAt), classify), state, writtenOffReason, corrected }
}

const factsOf = (incident: Incident): IncidentFacts => {
  const { id, street, receivedOn, isFire, minorFire, statClass, accidentClass, version, enteredAt, ...rest } = incident
  const { state, writtenOffReason, corrected, ...facts } = rest
  return facts
}

const act = handlersOf('incident', incidentActs, {
  lock: store.lock,
  save: async (context, incident) =>
    store.save(context, incident.id, incident.version, await settled(context, factsOf(incident), incident)),
})

/** Official figures are the brigade's: a station may enter and correct its own ledger alone. */
const ownsOfficialFigures = ({ actor }: Context) => actor.permissions.includes('incidents.import')

function demandOwnLedger(context: Context, { source, station }: Pick<IncidentFacts, 'source' | 'station'>): void {
  if (source === 'official' && !ownsOfficialFigures(context)) throw new RuleViolation('official-figure', {})
  const { reach } = context.actor
  if (!reach.district && (station === null || !reach.stations.includes(station)))
    throw new RuleViolation('not-own-station', {})
}

async function getIncident(context: Context, id: string): Promise<Incident> {
  const found = await store.find(context, id)
  if (!found) throw new NotFound('incident')
  return found
}

/** Leaders and statisticians hear of a death, and of a class that changed: reports and reviews hang on both. */
async function tellOfHarm(context: Context, before: Incident, after: Incident): Promise<void> {
  const classMoved = before.statClass !== null && after.statClass !== null && before.statClass !== after.statClass
  const died = (after.deaths ?? 0) > (before.deaths ?? 0)
  if (!classMoved && !died) return
  const classes = await codeTable(context, 'severity')
  const named = (code: string | null) => findCode(classes, code ?? '', after.receivedOn) ?? { zh: '—', en: '—' }
  const [from, to] = [named(before.statClass), named(after.statClass)]
  const { id, incidentNo, address, deaths } = after
  const what = [incidentNo, address].filter(Boolean).join(' ')
  await tellRole(context, ['branchLeader', 'brigadeStatistician'], {
    message: classMoved ? 'classChanged' : 'deathRecorded',
    values: { what, deaths: deaths ?? 0, fromZh: from.zh, toZh: to.zh, fromEn: from.en, toEn: to.en },
    link: `/incidents/${id}`,
  })
}

/** An act by hand, refused on what is the brigade's unless the brigade does it. */
const byHand =
  <I extends { id: string }>(doIt: (call: { input: I; context: Context }) => Promise<Incident>) =>
  async (call: { input: I; context: Context }): Promise<Incident> => {
    const before = await store.lock(call.context, call.input.id)
    if (!before) throw new NotFound('incident')
    demandOwnLedger(call.context, before)
    const after = await doIt(call)
    await tellOfHarm(call.context, before, after)
    return after
  }

async function exportList(
  context: Context,
  { format, sort, ...filter }: IncidentFilter & { format: 'csv' | 'xlsx'; sort: IncidentQuery['sort'] },
) {
  const row = exportRow(await placeNames(context), {
    places: await codeTable(context, 'place-kind'),
    causes: await codeTable(context, 'cause'),
  })
  async function* found() {
    for await (const incident of store.stream(context, filter, sort)) yield row(incident)
  }
  const name = `incidents-${context.at.day}.${format}`
  const { file, rows } = await exportFile(name, format, columnsOf(incidentLayout, 'zh'), found())
  await record(
    context,
    'incident.export',
    { kind: 'account', id: context.actor.account },
    { after: { filter, format, rows } },
  )
  return { headers: { 'content-disposition': `attachment; filename="${name}"` }, body: file }
}

/** What these routes need beside a request's context. */
interface IncidentParts {
  readonly files: FileStore
}

export const incidentRoutes = ({ files }: IncidentParts) =>
  os.router({
    imports: importRoutesOf(incidentContract.imports, incidentImporter, files),
    list: os.list.handler(({ input, context }) => store.list(context, input)),
    totals: os.totals.handler(({ input, context }) => store.totals(context, input)),
    map: os.map.handler(({ input, context }) => store.points(context, input)),
    get: os.get.handler(({ input, context }) => getIncident(context, input.id)),
    history: os.history.handler(async ({ input, context }) => {
      await getIncident(context, input.id)
      const entries = await historyOf(context, { kind: 'incident', id: input.id })
      return { items: entries.map((entry) => changesIn(entry, unspoken)) }
    }),
    enter: os.enter.handler(async ({ input, context }) => {
      const facts = withoutFireFields(input)
      await demandSound(context, facts)
      if (await store.isTaken(context, facts.incidentNo))
        throw new RuleViolation('number-taken', { no: facts.incidentNo })
      const ready = await settled(context, facts, { state: 'recorded', writtenOffReason: null, corrected: false })
      demandOwnLedger(context, ready)
      const after = await store.insert(context, ready)
      await record(context, 'incident.enter', { kind: 'incident', id: after.id }, { after })
      return after
    }),
    correct: os.correct.handler(
      byHand(async ({ input, context }) => {
        const facts = withoutFireFields(input.facts)
        await demandSound(context, facts)
        demandOwnLedger(context, facts)
        return act('correct')({ input: { ...input, facts }, context })
      }),
    ),
    recordDeath: os.recordDeath.handler(byHand(act('recordDeath'))),
    writeOff: os.writeOff.handler(byHand(act('writeOff'))),
    restore: os.restore.handler(byHand(act('restore'))),
    export: os.export.handler(({ input, context }) => exportList(context, input)),
  })
