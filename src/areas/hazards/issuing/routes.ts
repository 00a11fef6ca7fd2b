/** Papers about hazards: filled from the records, issued, and served with them. */
import { implement } from '@orpc/server'
import type { z } from 'zod'
import { findCode, propsOf } from '../../../kernel/codes.ts'
import { RuleViolation } from '../../../kernel/lifecycle.ts'
import { type Context, NotFound } from '../../../platform/context.ts'
import { historyOf } from '../../../platform/ledger/store.ts'
import { codeTable, placeNames } from '../../organisation/public.ts'
import { issuePaper, lockPaper, papersOf, servePaper } from '../../papers/public.ts'
import type { Paper, Served } from '../../papers/record-contract.ts'
import { issuingBodies } from '../../papers/series/public.ts'
import { holdPlaceOf } from '../../premises/inspecting/public.ts'
import { whereaboutsOf } from '../../premises/public.ts'
import { Conduct, conducts, majorHazards } from '../codes.ts'
import * as fill from '../papers.ts'
import { changed } from '../public.ts'
import type { Hazard } from '../record-contract.ts'
import * as store from '../store.ts'
import { issuingContract, type PaperDetails } from './contract.ts'

const os = implement(issuingContract).$context<Context>()

/** The hazards in the order asked for. Throws NotFound where one is not there. */
async function hazardsOf(context: Context, ids: readonly string[]): Promise<Hazard[]> {
  const found = new Map((await store.lockMany(context, ids)).map((hazard) => [hazard.id, hazard]))
  return ids.map((id) => {
    const hazard = found.get(id)
    if (!hazard) throw new NotFound('hazard')
    if (hazard.body !== context.actor.body) throw new RuleViolation('of-another-body', { hazard: id })
    return hazard
  })
}

const noticeForms = ['orderByTerm', 'orderAtOnce', 'majorOrder']
const standing = (papers: readonly Paper[], forms: readonly string[]) =>
  papers.find(({ form, state }) => state === 'issued' && forms.includes(form))

/** One hazard is ordered put right by one notice: a second would be another order. */
async function demandUnnoticed(context: Context, form: fill.HazardForm, hazards: readonly Hazard[]): Promise<void> {
  if (!noticeForms.includes(form)) return
  for (const { id, words } of hazards) {
    const notice = standing(await papersOf(context, 'hazard', id), [form])
    if (notice) throw new RuleViolation('noticed-already', { no: notice.no, words })
  }
}

/** The numbers of the notices that hazards were ordered by, each once. */
async function noticesOf(context: Context, hazards: readonly Hazard[], forms: readonly string[]) {
  const found = new Map<string, Paper>()
  for (const { id } of hazards) {
    const notice = standing(await papersOf(context, 'hazard', id), forms)
    if (notice) found.set(notice.id, notice)
  }
  const [first] = found.values()
  return { no: [...found.values()].map(({ no }) => no).join('、') || null, title: first?.title }
}

/** Who is told of hazards of a place: the fire body, and the street or town for what is serious. */
async function usualRecipients(
  context: Context,
  form: fill.HazardForm,
  { community, referTo }: Hazard,
): Promise<string[]> {
  const brigade = (await issuingBodies(context)).find(({ kind }) => kind === 'brigade')?.letterhead.fullName
  const fire = brigade ? [brigade] : ['消防救援机构']
  if (form === 'referral') return referTo === 'housing' ? ['住房和城乡建设主管部门'] : fire
  const { communities, streets } = await placeNames(context)
  const street = streets.find(({ id }) => id === communities.find((one) => one.id === community)?.street)
  const office = street && (/街道$/.test(street.name) ? `${street.name}办事处` : `${street.name}人民政府`)
  return [...(office ? [office] : []), ...fire]
}

async function toldOf(
  context: Context,
  form: fill.HazardForm,
  hazards: readonly Hazard[],
  details: PaperDetails,
): Promise<fill.Told> {
  const [first] = hazards
  if (!first) throw new NotFound('hazard')
  const place = await whereaboutsOf(context, first.premises)
  const table = await codeTable(context, conducts.key)
  const notice = await noticesOf(context, hazards, noticeForms)
  const sealing = form === 'release' ? await noticesOf(context, hazards, ['seal']) : { no: null }
  return {
    party: {
      name: place?.name ?? first.premisesName,
      address: place?.address ?? first.address,
      unit: true,
      person: null,
      phone: null,
    },
    inspectors: details.inspectors ?? [context.actor.name],
    conductOf: (code) => {
      const entry = findCode(table, code, first.inspectedOn)
      return entry ? propsOf(Conduct, conducts.key, entry) : { law: 'house', order: '消除上述火灾隐患' }
    },
    noticeNo: notice.no,
    noticeTitle: notice.title ?? '责令限期改正通知书',
    sealNo: sealing.no,
    to: details.to ?? (await usualRecipients(context, form, first)),
    danger: details.danger ?? null,
    proposal: details.proposal ?? null,
    measures: details.measures ?? null,
    parts: details.parts ?? null,
    reason: details.reason ?? null,
    decision: details.decision ?? null,
    materials: details.materials ?? [],
    contact: { name: context.actor.name, phone: details.contactPhone ?? null },
    today: context.at.day,
  }
}

/** The term that was set before an extension was granted: the ledger knows it. */
async function termBefore(context: Context, hazards: readonly Hazard[]): Promise<string> {
  const [first] = hazards
  if (!first) throw new NotFound('hazard')
  const granted = (await historyOf(context, { kind: 'hazard', id: first.id })).find(
    ({ act }) => act === 'hazard.grantExtension',
  )
  const before = granted?.before as { term?: string | null } | null | undefined
  return before?.term ?? first.term ?? context.at.day
}

async function valuesOf(
  context: Context,
  form: fill.HazardForm,
  hazards: readonly Hazard[],
  details: PaperDetails,
): Promise<object> {
  const told = await toldOf(context, form, hazards, details)
  const term = details.termBefore ?? (await termBefore(context, hazards))
  if (form === 'orderAtOnce') return fill.atOnceValues(hazards, told)
  if (form === 'orderByTerm') return fill.byTermValues(hazards, told)
  if (form === 'recheck') return fill.recheckValues(hazards, told)
  if (form === 'extensionGranted') return fill.grantedValues(hazards, told, term)
  if (form === 'extensionRefused') return fill.refusedValues(hazards, told, term)
  if (form === 'referral') return fill.referralValues(hazards, told)
  if (form === 'seriousReport') return fill.seriousValues(hazards, told)
  if (form === 'seal') return fill.sealValues(hazards, told)
  if (form === 'release') return fill.releaseValues(hazards, told)
  const table = await codeTable(context, majorHazards.key)
  const code = hazards.find(({ major }) => major !== null)?.major
  const element = code ? (findCode(table, code, context.at.day)?.zh ?? code) : null
  return fill.majorValues(hazards, told, element)
}

async function issue(
  context: Context,
  { form, hazards: ids, details }: { form: fill.HazardForm; hazards: string[]; details: PaperDetails },
): Promise<Paper> {
  const hazards = await hazardsOf(context, [...new Set(ids)])
  fill.demandFitting(form, hazards)
  await demandUnnoticed(context, form, hazards)
  const [first, ...others] = hazards
  if (!first) throw new NotFound('hazard')
  const values = await valuesOf(context, form, hazards, details)
  const visits = [...new Set(hazards.flatMap(({ visit }) => visit ?? []))]
  return issuePaper(context, {
    form,
    subject: { kind: 'hazard', id: first.id },
    also: [...others.map(({ id }) => ({ kind: 'hazard', id })), ...visits.map((id) => ({ kind: 'visit', id }))],
    premises: first.premises,
    values,
  })
}

/** What serving a paper does to its hazards. */
const actsOfForm = { orderAtOnce: 'serve', orderByTerm: 'serve', majorOrder: 'serveMajor' } as const

async function serve(context: Context, { paper: id, ...served }: z.infer<typeof Served> & { paper: string }) {
  const { paper, about } = await lockPaper(context, id)
  if (paper.premises) await holdPlaceOf(context, paper.premises)
  const ids = about.filter(({ kind }) => kind === 'hazard').map((one) => one.id)
  const hazards = await hazardsOf(context, ids)
  const act = actsOfForm[paper.form as keyof typeof actsOfForm] as 'serve' | 'serveMajor' | undefined
  const after: Hazard[] = []
  for (const hazard of hazards) {
    const waits = act === 'serve' ? hazard.servedOn === null : act === 'serveMajor' && hazard.majorServedOn === null
    const open = hazard.state === 'ordered' || hazard.state === 'uncorrected' || act === 'serveMajor'
    after.push(waits && act && open ? await changed(context, hazard, act, served) : hazard)
  }
  return { paper: await servePaper(context, paper, served), hazards: after }
}

export const issuingRoutes = os.router({
  issue: os.issue.handler(({ input, context }) => issue(context, input)),
  serve: os.serve.handler(({ input, context }) => serve(context, input)),
})
