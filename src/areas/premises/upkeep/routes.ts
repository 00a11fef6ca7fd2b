/** What the business register leaves to do: from contract to rule and store. Each act is one on the record as well. */
import { implement } from '@orpc/server'
import { RuleViolation } from '../../../kernel/lifecycle.ts'
import { type Context, NotFound } from '../../../platform/context.ts'
import type { FileStore } from '../../../platform/files/files.ts'
import { handlersOf } from '../../../platform/handlers.ts'
import { importRoutesOf } from '../../../platform/imports/routes.ts'
import { type Contacts, factsOf, type Premises, type PremisesFacts } from '../record-contract.ts'
import { actsOn, demandOwnGround, demandSound, enter, recordingOf } from '../recording/public.ts'
import * as premises from '../store.ts'
import { lookForTwins } from '../twins/public.ts'
import type { ComparedField } from './comparing/compare.ts'
import { type UpkeepTask, upkeepContract } from './contract.ts'
import { businessImporter } from './jobs.ts'
import { type UpkeepInputs, upkeepActs } from './lifecycle.ts'
import * as register from './register/store.ts'
import * as store from './store.ts'

const os = implement(upkeepContract).$context<Context>()

const act = handlersOf<UpkeepTask, UpkeepInputs>('upkeep', upkeepActs, {
  lock: store.lock,
  save: store.save,
})

/** The task, locked; no comparison comes between. */
async function taken(context: Context, id: string): Promise<UpkeepTask> {
  await register.holdComparison(context)
  const task = await store.lock(context, id)
  if (!task) throw new NotFound('upkeep')
  return task
}

/** Several tasks with their records, locked in the order of ids, so that two people do not wait for each other. */
async function takenInOrder(context: Context, ids: readonly string[]): Promise<UpkeepTask[]> {
  const tasks: UpkeepTask[] = []
  for (const id of [...new Set(ids)].sort()) tasks.push(await taken(context, id))
  const records = tasks.flatMap(({ record }) => record?.id ?? [])
  for (const id of [...new Set(records)].sort()) await premises.lock(context, id)
  return tasks
}

const recordOf = ({ id, premisesNo, name, state, version }: Premises) => ({ id, premisesNo, name, state, version })

/** Refuses what has a record by now: somebody entered or imported it meanwhile. */
async function demandUnregistered(context: Context, uscc: string): Promise<void> {
  const found = await store.recordOfCode(context, uscc)
  if (!found) return
  if (!found.seen) throw new RuleViolation('code-registered-elsewhere', {})
  throw new RuleViolation('code-registered', { no: found.premisesNo })
}

async function enterNew(
  context: Context,
  { id, facts, contacts }: { id: string; facts: PremisesFacts; contacts: Contacts },
): Promise<UpkeepTask> {
  const { uscc, state } = await taken(context, id)
  if (state === 'open') await demandUnregistered(context, uscc)
  // The page has seen a name with a mask: what nobody typed is what the business register says.
  const legalPerson = contacts.legalPerson ?? (await store.saysOf(context, id)).legalPerson
  const entered = await enter(context, { ...facts, uscc }, { ...contacts, legalPerson })
  return act('register')({ input: { id, record: recordOf(entered) }, context })
}

async function correct(
  context: Context,
  id: string,
  change: Partial<PremisesFacts>,
  reason: string,
): Promise<Premises> {
  const before = await premises.get(context, id)
  const recording = await recordingOf(context)
  const facts = { ...factsOf(before), ...change }
  await demandSound(context, recording, facts, id)
  demandOwnGround(context, recording, facts, before)
  const after = await actsOn(recording)('correct')({ input: { id, facts, reason }, context })
  await lookForTwins(context, [id])
  return after
}

async function link(
  context: Context,
  { id, premises: of, reason }: { id: string; premises: string; reason: string },
): Promise<UpkeepTask> {
  const { uscc } = await taken(context, id)
  await demandUnregistered(context, uscc)
  const found = await premises.get(context, of)
  if (found.uscc !== null) throw new RuleViolation('has-another-code', { code: found.uscc })
  const changed = await correct(context, of, { uscc }, reason)
  return act('link')({ input: { id, record: recordOf(changed), reason }, context })
}

async function adopt(
  context: Context,
  input: { id: string; fields: ComparedField[]; reason: string },
): Promise<UpkeepTask> {
  const { id, fields, reason } = input
  const { record } = await taken(context, id)
  const after = await act('adopt')({ input, context })
  if (!record) return after
  const { name, address, legalPerson } = await store.saysOf(context, id)
  const change = {
    ...(fields.includes('name') ? { name } : {}),
    ...(fields.includes('address') ? { address } : {}),
  }
  if (Object.keys(change).length > 0) await correct(context, record.id, change, reason)
  if (fields.includes('legalPerson')) {
    const contacts = await premises.contactsOf(context, record.id)
    if (!contacts) throw new NotFound('premises')
    const withPerson = actsOn(await recordingOf(context), { contacts: { ...contacts, legalPerson } })
    await withPerson('setContacts')({ input: { id: record.id, reason }, context })
  }
  return after
}

async function close(
  context: Context,
  { ids, since, reason }: { ids: string[]; since: string; reason: string },
): Promise<{ done: number }> {
  const deregister = actsOn(await recordingOf(context))('deregister')
  const tasks = await takenInOrder(context, ids)
  for (const { id, record, says } of tasks) {
    await act('close')({ input: { id, reason }, context })
    // Somebody may have closed the record meanwhile.
    const live = record?.state === 'open' || record?.state === 'paused'
    // A business may be said to end next month.
    const ended = says.endedOn !== null && says.endedOn <= context.at.day ? says.endedOn : since
    if (live) await deregister({ input: { id: record.id, since: ended, reason }, context })
  }
  return { done: tasks.length }
}

async function dismiss(
  context: Context,
  { ids, reason }: { ids: string[]; reason: string },
): Promise<{ done: number }> {
  const tasks = await takenInOrder(context, ids)
  for (const { id } of tasks) await act('dismiss')({ input: { id, reason }, context })
  return { done: tasks.length }
}

async function restore(context: Context, input: { id: string; reason: string }): Promise<UpkeepTask> {
  const task = await taken(context, input.id)
  if (task.state === 'dismissed' && (await store.isOpen(context, task))) throw new RuleViolation('open-already', {})
  return act('restore')({ input, context })
}

export const upkeepRoutes = ({ files }: { readonly files: FileStore }) =>
  os.router({
    list: os.list.handler(({ input, context }) => store.list(context, input)),
    counts: os.counts.handler(({ input, context }) => store.counts(context, input)),
    files: os.files.handler(async ({ context }) => ({ items: await register.files(context) })),
    register: os.register.handler(({ input, context }) => enterNew(context, input)),
    link: os.link.handler(({ input, context }) => link(context, input)),
    adopt: os.adopt.handler(({ input, context }) => adopt(context, input)),
    close: os.close.handler(({ input, context }) => close(context, input)),
    dismiss: os.dismiss.handler(({ input, context }) => dismiss(context, input)),
    restore: os.restore.handler(({ input, context }) => restore(context, input)),
    imports: importRoutesOf(upkeepContract.imports, businessImporter, files),
  })
