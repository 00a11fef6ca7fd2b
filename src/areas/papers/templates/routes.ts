/** Texts of forms: drafted, put in force, thrown away. */
import { implement } from '@orpc/server'
import { RuleViolation } from '../../../kernel/lifecycle.ts'
import { type Context, NotFound } from '../../../platform/context.ts'
import { record } from '../../../platform/ledger/store.ts'
import { paperContract, type Template } from '../contract.ts'
import { forms } from '../forms.ts'
import { type FormKey, formKeys } from '../record-contract.ts'
import { templateInForce, textsOf } from './public.ts'
import { demandSoundTexts } from './rules.ts'
import * as store from './store.ts'

const os = implement(paperContract.templates).$context<Context>()

/** Editions have no id of their own: the ledger knows them by the district's. */
const nil = '00000000-0000-0000-0000-000000000000'
const subject = { kind: 'paper-template', id: nil }

/** Texts are the whole district's, so whoever changes them answers for it. */
function demandDistrict({ actor }: Context): void {
  if (!actor.reach.district) throw new RuleViolation('texts-of-the-district', {})
}

async function list(context: Context, form: FormKey | undefined) {
  for (const one of form ? [form] : formKeys) await templateInForce(context, one)
  return { items: await store.list(context, form) }
}

async function draft(
  context: Context,
  { form, texts, version }: { form: FormKey; texts: Template['texts']; version: number | null },
): Promise<Template> {
  demandDistrict(context)
  await templateInForce(context, form)
  await store.hold(context, form)
  const before = await store.inState(context, form, 'draft')
  if ((before?.version ?? null) !== version) throw new RuleViolation('moved-meanwhile', { seen: version, now: before })
  const said = textsOf({ texts })
  demandSoundTexts(forms[form], said)
  if (before) await store.save(context, { ...before, texts: said })
  else await store.insert(context, { form, state: 'draft', texts: said, shipped: false })
  const after = await drafted(context, form)
  await record(context, 'paper.draftTemplate', subject, { before, after })
  return after
}

async function drafted(context: Context, form: FormKey): Promise<Template> {
  const found = await store.inState(context, form, 'draft')
  if (!found) throw new NotFound('template')
  return found
}

async function putInForce(context: Context, { form, reason }: { form: FormKey; reason: string }): Promise<Template> {
  demandDistrict(context)
  await store.hold(context, form)
  const found = await drafted(context, form)
  demandSoundTexts(forms[form], textsOf(found))
  const before = await store.inState(context, form, 'inForce')
  if (before) await store.save(context, { ...before, state: 'past' })
  await store.save(context, { ...found, state: 'inForce', inForceAt: context.at.instant })
  const after = await store.inState(context, form, 'inForce')
  if (!after) throw new NotFound('template')
  await record(context, 'paper.putTemplateInForce', subject, { before, after, note: reason })
  return after
}

async function discard(context: Context, form: FormKey): Promise<{ form: FormKey }> {
  demandDistrict(context)
  await store.hold(context, form)
  const before = await drafted(context, form)
  await store.remove(context, form, before.edition)
  await record(context, 'paper.discardTemplate', subject, { before })
  return { form }
}

export const templateRoutes = os.router({
  list: os.list.handler(({ input, context }) => list(context, input.form)),
  draft: os.draft.handler(({ input, context }) => draft(context, input)),
  putInForce: os.putInForce.handler(({ input, context }) => putInForce(context, input)),
  discard: os.discard.handler(({ input, context }) => discard(context, input.form)),
})
