/** Transfers: from contract to rule and store. */
import { implement } from '@orpc/server'
import { perform, RuleViolation } from '../../../kernel/lifecycle.ts'
import { type Context, NotFound } from '../../../platform/context.ts'
import { handlersOf } from '../../../platform/handlers.ts'
import { record } from '../../../platform/ledger/store.ts'
import { tellBody } from '../../organisation/public.ts'
import type { Premises } from '../record-contract.ts'
import { type Recording, recordingOf, saveSettled } from '../recording/public.ts'
import * as records from '../store.ts'
import { proposedBody } from '../supervision/bodies.ts'
import { type Many, mostAtOnce, type Transfer, transferContract } from './contract.ts'
import { handOverActs, type TransferInputs, transferActs } from './lifecycle.ts'
import { demandNoOpenTransfer } from './public.ts'
import * as store from './store.ts'

const os = implement(transferContract).$context<Context>()

/** The body that is to have the record: the one named, else the one that the rule names. */
function receiverOf({ territory }: Recording, premises: Premises, named: string | null) {
  const id = named ?? proposedBody(premises, territory.bodies)
  const body = territory.bodies.find((one) => one.id === id)
  if (!body) throw new RuleViolation(named === null ? 'no-proposed-body' : 'not-a-supervising-body', {})
  return body
}

const bodyName = ({ territory }: Recording, id: string) => territory.bodies.find((body) => body.id === id)?.name ?? ''

const tellAbout = (
  context: Context,
  to: string,
  message: string,
  values: Record<string, string | number>,
  tab: string,
) => tellBody(context, to, 'premises.transfer', { message, values, link: `/premises/transfers?tab=${tab}` })

/** For whom somebody offers: their own body; who reaches the whole district, for a body that was closed too. */
function offererOf({ actor }: Context, { settling }: Recording, { supervisor }: Premises): string {
  const orphaned = settling.kindOf(supervisor) === undefined
  return orphaned && actor.reach.district ? supervisor : actor.body
}

/** Offers one record, or throws the ground on which it cannot be, before anything is written. */
async function offerOne(
  context: Context,
  recording: Recording,
  { premises, to, reason }: { premises: Premises; to: string | null; reason: string },
): Promise<Transfer> {
  const receiver = receiverOf(recording, premises, to)
  const handOver = { from: offererOf(context, recording, premises), to: receiver.id, toKind: receiver.kind }
  perform(handOverActs, 'offer', premises, handOver, context.at)
  await demandNoOpenTransfer(context, [premises.id])
  const { criteria, supervisor } = premises
  const after = await store.insert(context, {
    premises: premises.id,
    fromBody: supervisor,
    toBody: receiver.id,
    criteria,
    reason,
    offeredBy: context.actor.name,
  })
  await record(context, 'transfer.offer', { kind: 'transfer', id: after.id }, { after, note: reason })
  return after
}

async function lockPremises(context: Context, id: string): Promise<Premises> {
  const premises = await records.lock(context, id)
  if (!premises) throw new NotFound('premises')
  return premises
}

async function offer(
  context: Context,
  input: { premises: string; to: string | null; reason: string },
): Promise<Transfer> {
  const recording = await recordingOf(context)
  const transfer = await offerOne(context, recording, {
    ...input,
    premises: await lockPremises(context, input.premises),
  })
  const from = bodyName(recording, transfer.fromBody)
  await tellAbout(context, transfer.toBody, 'transferOffered', { from, what: transfer.name }, 'in')
  return transfer
}

async function idsOf(context: Context, { ids, filter }: Many): Promise<string[]> {
  // Everybody locks in the order of ids, so that two batches do not wait for each other.
  if (ids) return [...new Set(ids)].sort()
  const found = filter ? await store.found(context, filter, mostAtOnce + 1) : []
  if (found.length > mostAtOnce) throw new RuleViolation('too-many-at-once', { most: mostAtOnce })
  return found
}

async function offerMany(context: Context, input: Many) {
  const recording = await recordingOf(context)
  const offered: Transfer[] = []
  const refused: { premises: string; premisesNo: string; name: string; rule: string }[] = []
  for (const id of await idsOf(context, input)) {
    const premises = await lockPremises(context, id)
    try {
      offered.push(await offerOne(context, recording, { ...input, premises }))
    } catch (error) {
      if (!(error instanceof RuleViolation)) throw error
      refused.push({ premises: id, premisesNo: premises.premisesNo, name: premises.name, rule: error.rule })
    }
  }
  for (const [to, many] of Map.groupBy(offered, ({ toBody }) => toBody)) {
    const from = bodyName(recording, context.actor.body)
    await tellAbout(context, to, 'transfersOffered', { from, n: many.length }, 'in')
  }
  return { offered: offered.length, refused }
}

/** Puts the record under its new body, with all that follows from it. */
async function handOver(context: Context, recording: Recording, transfer: Transfer): Promise<void> {
  const before = await records.lockAnywhere(context, transfer.premises)
  if (!before) throw new NotFound('premises')
  const { kind } = receiverOf(recording, before, transfer.toBody)
  const input = { from: transfer.fromBody, to: transfer.toBody, toKind: kind }
  const after = await saveSettled(context, perform(handOverActs, 'transfer', before, input, context.at), recording)
  const subject = { kind: 'premises', id: before.id }
  await record(context, 'premises.transfer', subject, { before, after, note: transfer.reason })
}

const answering = ({ actor }: Context) => ({ body: actor.body, by: actor.name })

async function accept(context: Context, input: { id: string }): Promise<Transfer> {
  const recording = await recordingOf(context)
  const act = handlersOf<Transfer, TransferInputs>('transfer', transferActs, {
    lock: store.lock,
    async save(own, transfer) {
      await handOver(own, recording, transfer)
      return store.save(own, transfer)
    },
  })
  const transfer = await act('accept')({ input: { ...input, ...answering(context) }, context })
  const to = bodyName(recording, transfer.toBody)
  await tellAbout(context, transfer.fromBody, 'transferAccepted', { to, what: transfer.name }, 'settled')
  return transfer
}

const act = handlersOf<Transfer, TransferInputs>('transfer', transferActs, { lock: store.lock, save: store.save })

async function sendBack(context: Context, input: { id: string; reason: string }): Promise<Transfer> {
  const transfer = await act('return')({ input: { ...input, ...answering(context) }, context })
  const to = bodyName(await recordingOf(context), transfer.toBody)
  const values = { to, what: transfer.name, reason: input.reason }
  await tellAbout(context, transfer.fromBody, 'transferReturned', values, 'settled')
  return transfer
}

async function withdraw(context: Context, input: { id: string; reason?: string | undefined }): Promise<Transfer> {
  const transfer = await act('withdraw')({ input: { ...input, ...answering(context) }, context })
  const from = bodyName(await recordingOf(context), transfer.fromBody)
  await tellAbout(context, transfer.toBody, 'transferWithdrawn', { from, what: transfer.name }, 'settled')
  return transfer
}

export const transferRoutes = os.router({
  list: os.list.handler(({ input, context }) => store.list(context, input)),
  counts: os.counts.handler(({ context }) => store.counts(context)),
  offer: os.offer.handler(({ input, context }) => offer(context, input)),
  offerMany: os.offerMany.handler(({ input, context }) => offerMany(context, input)),
  accept: os.accept.handler(({ input, context }) => accept(context, input)),
  return: os.return.handler(({ input, context }) => sendBack(context, input)),
  withdraw: os.withdraw.handler(({ input, context }) => withdraw(context, input)),
})
