/** The analysis: from contract to rule and store. */
import { implement } from '@orpc/server'
import { openActs, perform, RuleViolation } from '../../kernel/lifecycle.ts'
import { parsePeriod, periodLabel } from '../../kernel/periods.ts'
import { type Context, NotFound } from '../../platform/context.ts'
import { record as remember } from '../../platform/ledger/store.ts'
import { listKept } from '../incidents/public.ts'
import { tellRole } from '../organisation/public.ts'
import { rolesThatMay } from '../organisation/roles.ts'
import { type Analysis, analysisContract, type Revisions } from './contract.ts'
import { Figures } from './figures/contract.ts'
import { figuresOf, settingsFor } from './figures/public.ts'
import { wholeDistrict } from './figures/store.ts'
import { changesIn, figureShifts, paragraphShifts } from './issue/revisions.ts'
import { freeze, frozenRecords, shiftsOf } from './issue/store.ts'
import { type AnalysisRecord, analysisActs, type KeptAnalysis, type Standing } from './lifecycle.ts'
import { contentOf, printed, type ReportFormat, shownOf, writtenFrom } from './public.ts'
import type { Settings } from './settings.ts'
import * as store from './store.ts'
import { anonymiser } from './text/anonymise.ts'
import { type Audience, type Content, listed, viewOf } from './view.ts'

const os = implement(analysisContract).$context<Context>()

const seesNames = ({ actor }: Context) => actor.permissions.includes('analysis.readNamed')
/** Whoever sees the whole district without leave to see names sees letters; a station sees its own lines anyway. */
const hidesNames = (context: Context) => context.actor.reach.district && !seesNames(context)

async function getStored(context: Context, id: string): Promise<store.Stored> {
  const found = await store.find(context, id)
  if (!found) throw new NotFound('analysis')
  return found
}

async function view(context: Context, id: string, audience: Audience): Promise<Analysis> {
  return viewOf(await shownOf(context, await getStored(context, id)), audience)
}

const standingOf = ({ figures, generated, digest }: Content): Standing => ({
  proposal: figures.proposal,
  paragraphs: generated,
  digest,
})

/** The analysis, locked; refused where it moved since the version that the person saw. */
async function locked(context: Context, { id, version }: { id: string; version: number }): Promise<KeptAnalysis> {
  const found = await store.lock(context, id)
  if (!found) throw new NotFound('analysis')
  if (found.record.version !== version) throw new RuleViolation('moved-meanwhile', { seen: version, now: found.record })
  return found.record
}

/** What the ledger remembers of an act: what it changed, not the whole text. */
function changed(before: AnalysisRecord, after: AnalysisRecord) {
  const of = (one: AnalysisRecord, other: AnalysisRecord) =>
    Object.fromEntries(Object.entries(one).filter(([key, value]) => key === 'edits' || value !== Object(other)[key]))
  const edits = (one: AnalysisRecord, other: AnalysisRecord) => one.edits.filter((edit) => !other.edits.includes(edit))
  return {
    before: { ...of(before, after), edits: edits(before, after) },
    after: { ...of(after, before), edits: edits(after, before) },
  }
}

type Seen = { id: string; version: number }
type ActName = keyof typeof analysisActs

/** The way of an act: lock, apply the rule to the analysis as it stands, save, remember. */
async function act(
  context: Context,
  name: ActName,
  seen: Seen & { reason?: string | null },
  done: (before: KeptAnalysis, now: { standing: Standing; settings: Settings }) => AnalysisRecord,
): Promise<Analysis> {
  const before = await locked(context, seen)
  const settings = await settingsFor(context, parsePeriod(before.periodKey))
  const after = done(before, { standing: standingOf(await contentOf(context, before)), settings })
  await store.save(context, before, after)
  await remember(
    context,
    `analysis.${name}`,
    { kind: 'analysis', id: before.id },
    { ...changed(before, after), note: seen.reason ?? undefined },
  )
  return view(context, before.id, 'internal')
}

/** The draft goes; the ledger keeps what was decided and written in it. */
async function discard(context: Context, seen: Seen & { reason: string }): Promise<{ id: string }> {
  const before = await locked(context, seen)
  const { state } = perform(analysisActs, 'discard', before, {}, context.at)
  await store.remove(context, before.id)
  await remember(
    context,
    'analysis.discard',
    { kind: 'analysis', id: before.id },
    { before, after: { state }, note: seen.reason },
  )
  return { id: before.id }
}

const issued = ({ frozen }: store.Stored) => {
  if (!frozen) throw new RuleViolation('not-issued', {})
  return frozen
}

async function issue(context: Context, seen: Seen & { digest: string }): Promise<Analysis> {
  const before = await locked(context, seen)
  // Nothing is copied for an act that its state forbids.
  if (!openActs(analysisActs, before).includes('issue'))
    throw new RuleViolation('act-not-allowed', { act: 'issue', state: before.state, law: 'house' })
  await freeze(context, before.id, parsePeriod(before.periodKey))
  const content = await contentOf(context, before, before.id)
  const input = { digest: seen.digest, now: standingOf(content), by: context.actor.name }
  const after = perform(analysisActs, 'issue', before, input, context.at)
  const frozen = {
    figures: JSON.stringify(content.figures),
    document: JSON.stringify({ ...content.document, status: 'issued' }),
  }
  await store.save(context, before, after, frozen)
  await remember(context, 'analysis.issue', { kind: 'analysis', id: before.id }, changed(before, after))
  await tellReaders(context, before)
  return view(context, before.id, 'internal')
}

async function tellReaders(context: Context, { id, periodKey, edition }: AnalysisRecord): Promise<void> {
  const period = parsePeriod(periodKey)
  await tellRole(context, rolesThatMay('analysis.read'), {
    message: edition === 1 ? 'analysisIssued' : 'analysisReissued',
    values: { zh: periodLabel(period, 'zh'), en: periodLabel(period, 'en'), who: context.actor.name, edition },
    link: `/analysis/${id}`,
  })
}

async function revisions(context: Context, id: string): Promise<Revisions> {
  const stored = await getStored(context, id)
  const { record } = stored
  const period = parsePeriod(record.periodKey)
  const was = Figures.parse(issued(stored).figures)
  const { figures: is, settings } = await figuresOf(context, period, { frozen: null, reach: wholeDistrict })
  const { counts, records: shifted } = await shiftsOf(context, id, period, context.actor.reach)
  const texts = paragraphShifts(
    await writtenFrom(context, was, settings, record),
    await writtenFrom(context, is, settings, record),
  )
  const hide = anonymiser(was)
  const shown = (text: string | null) => (text === null || seesNames(context) ? text : hide.text(text))
  return {
    counts,
    records: shifted.map(({ issued: before, now, ...one }) => ({
      ...one,
      changes: changesIn({ issued: before, now }),
    })),
    figures: figureShifts(was, is),
    paragraphs: texts.map(({ key, issued: before, now }) => ({ key, issued: shown(before), now: shown(now) })),
  }
}

const mediaTypes: Readonly<Record<ReportFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
}

async function file(context: Context, { id, format }: { id: string; format: ReportFormat }, audience: Audience) {
  const stored = await getStored(context, id)
  const bytes = await printed(context, await shownOf(context, stored), format, audience)
  const name = `analysis-${stored.record.periodKey}-${audience}.${format}`
  await remember(context, 'analysis.export', { kind: 'analysis', id }, { after: { format, audience } })
  return {
    headers: { 'content-disposition': `attachment; filename="${name}"` },
    body: new File([new Uint8Array(bytes)], name, { type: mediaTypes[format] }),
  }
}

export const analysisRoutes = os.router({
  live: os.live.handler(async ({ input, context }) => {
    const { figures } = await figuresOf(context, parsePeriod(input.period), {
      frozen: null,
      reach: context.actor.reach,
    })
    const analyses = await store.list(context, { period: input.period, limit: 20 })
    return {
      figures: hidesNames(context) ? anonymiser(figures).figures(figures) : figures,
      analyses: analyses.map(listed),
    }
  }),
  list: os.list.handler(async ({ input, context }) => {
    const rows = await store.list(context, input)
    const items = rows.slice(0, input.limit).map(listed)
    return { items, next: rows.length > input.limit ? (items.at(-1)?.id ?? null) : null }
  }),
  create: os.create.handler(async ({ input, context }) => {
    const id = await store.insert(context, parsePeriod(input.period))
    if (id === undefined) throw new RuleViolation('draft-exists', { period: input.period })
    await remember(context, 'analysis.create', { kind: 'analysis', id }, { after: { period: input.period } })
    return view(context, id, 'internal')
  }),
  get: os.get.handler(({ input, context }) => view(context, input.id, 'meeting')),
  getNamed: os.getNamed.handler(({ input, context }) => view(context, input.id, 'internal')),
  chooseVerdict: os.chooseVerdict.handler(async ({ input, context }) => {
    const { verdict, reason } = input
    return act(context, 'chooseVerdict', input, (before, { settings, standing: now }) => {
      const verdicts = settings.verdicts.map(({ code }) => code)
      return perform(
        analysisActs,
        'chooseVerdict',
        before,
        { verdict, reason, verdicts, now, by: context.actor.name },
        context.at,
      )
    })
  }),
  editParagraph: os.editParagraph.handler(({ input, context }) =>
    act(context, 'editParagraph', input, (before, { standing: now }) => {
      const { paragraph, text } = input
      return perform(
        analysisActs,
        'editParagraph',
        before,
        { paragraph, text, now, by: context.actor.name },
        context.at,
      )
    }),
  ),
  resetParagraph: os.resetParagraph.handler(({ input, context }) =>
    act(context, 'resetParagraph', input, (before) =>
      perform(analysisActs, 'resetParagraph', before, input, context.at),
    ),
  ),
  discard: os.discard.handler(({ input, context }) => discard(context, input)),
  issue: os.issue.handler(({ input, context }) => issue(context, input)),
  revisions: os.revisions.handler(({ input, context }) => revisions(context, input.id)),
  records: os.records.handler(async ({ input: { id, ...query }, context }) => {
    issued(await getStored(context, id))
    return listKept(context, frozenRecords(id), query)
  }),
  document: os.document.handler(({ input, context }) => file(context, input, 'meeting')),
  documentNamed: os.documentNamed.handler(({ input, context }) => file(context, input, 'internal')),
})
