/** Checklists: from contract to rule and store. */
import { implement } from '@orpc/server'
import { citation } from '../../../kernel/law.ts'
import { RuleViolation } from '../../../kernel/lifecycle.ts'
import { type Context, NotFound } from '../../../platform/context.ts'
import { handlersOf } from '../../../platform/handlers.ts'
import { record } from '../../../platform/ledger/store.ts'
import { codeTable } from '../../organisation/public.ts'
import { placeOf } from '../../premises/inspecting/public.ts'
import { type Checklist, checklistContract } from './contract.ts'
import { checklistFor } from './public.ts'
import { type ChecklistInputs, checklistActs, itemFaults, itemsFor } from './rules.ts'
import * as store from './store.ts'

const os = implement(checklistContract).$context<Context>()

const act = handlersOf<Checklist, ChecklistInputs>('checklist', checklistActs, { lock: store.lock, save: store.save })

async function forPlace(context: Context, { premises, on }: { premises: string; on?: string | undefined }) {
  const place = await placeOf(context, premises)
  const checklist = await checklistFor(context, place, on ?? context.at.day)
  return { checklist: checklist ?? null, items: checklist ? itemsFor(checklist, place) : [] }
}

/** A new edition begins as the newest one in force stands. */
async function draft(context: Context, key: string): Promise<Checklist> {
  const editions = await store.list(context, key)
  if (editions.some(({ state }) => state === 'draft')) throw new RuleViolation('draft-already', {})
  const newest = editions.find(({ state }) => state === 'issued')
  if (!newest) throw new NotFound('checklist')
  const after = await store.insertDraft(context, newest)
  await record(context, 'checklist.draft', { kind: 'checklist', id: after.id }, { after })
  return after
}

async function issue(context: Context, input: { id: string; version: number; from: string; reason: string }) {
  const { key, items } = await store.get(context, input.id)
  const conducts = new Set((await codeTable(context, 'conduct')).entries.map(({ code }) => code))
  const faults = itemFaults(items, { conducts, isLaw: (law) => citation(law, 'zh') !== undefined })
  const present = (await store.list(context, key)).find(({ state }) => state === 'issued')?.from ?? null
  if (faults.length > 0) throw new RuleViolation('items-unsound', { faults })
  return act('issue')({ input: { ...input, faults, present }, context })
}

export const checklistRoutes = os.router({
  list: os.list.handler(async ({ input, context }) => ({ items: await store.list(context, input.key) })),
  get: os.get.handler(({ input, context }) => store.get(context, input.id)),
  forPlace: os.forPlace.handler(({ input, context }) => forPlace(context, input)),
  draft: os.draft.handler(({ input, context }) => draft(context, input.key)),
  revise: os.revise.handler(act('revise')),
  issue: os.issue.handler(({ input, context }) => issue(context, input)),
  discard: os.discard.handler(act('discard')),
})
