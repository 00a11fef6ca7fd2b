/** Duplicates and merges: from contract to rule and store. */
import { implement } from '@orpc/server'
import { fold } from '../../../kernel/fold.ts'
import { RuleViolation } from '../../../kernel/lifecycle.ts'
import { type Context, NotFound } from '../../../platform/context.ts'
import { record } from '../../../platform/ledger/store.ts'
import { soundOf } from '../../../platform/pinyin.ts'
import { plainPhone } from '../people.ts'
import { addressKeyOf } from '../record.ts'
import type { Premises } from '../record-contract.ts'
import { recordingOf, saveSettled } from '../recording/public.ts'
import { get as getPremises } from '../store.ts'
import { openTransfersOf } from '../transfers/public.ts'
import { plainUscc } from '../uscc.ts'
import { type Comparison, type LikeFacts, type MergeInput, type MergeRecord, twinContract } from './contract.ts'
import * as finding from './finding/store.ts'
import { conflictsOf, merged, refusalOf } from './merge.ts'
import * as merges from './merges/store.ts'
import * as store from './store.ts'
import { undone } from './undo.ts'

const os = implement(twinContract).$context<Context>()

async function getTwin(context: Context, id: string) {
  const found = await store.find(context, id)
  if (!found) throw new NotFound('twin')
  return found
}

async function compare(context: Context, id: string): Promise<Comparison> {
  const twin = await getTwin(context, id)
  const [one, other] = [await getPremises(context, twin.one.id), await getPremises(context, twin.other.id)]
  const offered = await openTransfersOf(context, [one.id, other.id])
  const across = crosses(context, one, other) ? 'supervisors-differ' : null
  return {
    twin,
    one,
    other,
    // Two names may look alike when masked: what is stored is compared.
    conflicts: conflictsOf(await merges.wholeOf(context, one), await merges.wholeOf(context, other)),
    refusal: refusalOf(one, other) ?? (offered.length > 0 ? 'transfer-open' : across),
  }
}

async function like(context: Context, facts: LikeFacts) {
  const { settling } = await recordingOf(context)
  const nameKey = fold(facts.name)
  const found = await finding.like(context, {
    ...facts,
    nameKey,
    nameSound: soundOf(nameKey).sound,
    addressKey: addressKeyOf(facts.address, settling.prefixes),
    uscc: facts.uscc === null ? null : plainUscc(facts.uscc) || null,
    phones: facts.phone ? [plainPhone(facts.phone)] : [],
  })
  const records = await store.recordsOf(
    context,
    found.map(({ other }) => other),
  )
  return found.flatMap(({ self: _, other, ...likely }) => {
    const known = records.get(other)
    return known ? [{ ...likely, record: store.recordOf(known) }] : []
  })
}

async function judgeDifferent(context: Context, { id, reason }: { id: string; reason: string }) {
  const before = await getTwin(context, id)
  if (!(await store.judgeDifferent(context, id))) throw new RuleViolation('already-judged', {})
  const after = await getTwin(context, id)
  await record(context, 'twin.different', { kind: 'twin', id }, { before, after, note: reason })
  return after
}

function demandSeen(version: number, now: Premises): void {
  if (version !== now.version)
    throw new RuleViolation('moved-meanwhile', { seen: version, now: { ...now, contacts: null } })
}

async function demandNoTransfer(context: Context, ids: readonly string[]): Promise<void> {
  if ((await openTransfersOf(context, ids)).length > 0) throw new RuleViolation('transfer-open', {})
}

/** Remembers on both records what became of them: people masked, as they are shown. */
async function remember(
  context: Context,
  act: 'premises.merge' | 'premises.undoMerge',
  before: readonly Premises[],
  reason: string,
): Promise<void> {
  for (const was of before) {
    const after = await getPremises(context, was.id)
    await record(context, act, { kind: 'premises', id: was.id }, { before: was, after, note: reason })
  }
}

async function getMerge(context: Context, id: string): Promise<MergeRecord> {
  const { items } = await merges.list(context, { id, limit: 1 })
  if (!items[0]) throw new NotFound('merge')
  return items[0]
}

/** A merge is no way round a transfer: two bodies' records are made one by who reaches both of these. */
const crosses = ({ actor }: Context, one: Premises, other: Premises): boolean =>
  !actor.reach.district && one.supervisor !== other.supervisor

function demandOneSide(context: Context, one: Premises, other: Premises): void {
  if (crosses(context, one, other)) throw new RuleViolation('supervisors-differ', {})
}

async function merge(context: Context, input: MergeInput): Promise<MergeRecord> {
  const { keep: kept, drop: dropped, choices, reason } = input
  if (kept === dropped) throw new RuleViolation('same-record', {})
  const [keep, drop] = await merges.lockBoth(context, kept, dropped)
  if (!keep || !drop) throw new NotFound('premises')
  demandSeen(input.keepVersion, keep)
  demandSeen(input.dropVersion, drop)
  demandOneSide(context, keep, drop)
  await demandNoTransfer(context, [kept, dropped])
  const before = [await getPremises(context, kept), await getPremises(context, dropped)]
  const whole = merged(keep, drop, choices)
  await merges.setAside(context, drop, kept)
  const moved = await merges.movePoints(context, { from: dropped, to: kept, reason })
  const saved = await saveSettled(context, whole, await recordingOf(context), whole.contacts)
  const keptAfter = await merges.wholeOf(context, saved)
  const id = await merges.insert(context, { keptBefore: keep, keptAfter, droppedBefore: drop, moved, reason })
  await store.settlePair(context, [kept, dropped], 'merged')
  await finding.renewPairs(context, [kept])
  await remember(context, 'premises.merge', before, reason)
  return getMerge(context, id)
}

async function undo(context: Context, { id, reason }: { id: string; reason: string }): Promise<MergeRecord> {
  await getMerge(context, id)
  const past = await merges.lockMerge(context, id)
  if (!past) throw new NotFound('merge')
  const { kept, dropped } = past
  const [now, aside] = await merges.lockBoth(context, kept, dropped)
  if (!now || !aside) throw new NotFound('premises')
  if (past.undoneAt !== null) throw new RuleViolation('already-undone', {})
  demandOneSide(context, past.keptBefore, past.droppedBefore)
  if (now.state === 'merged') throw new RuleViolation('merged-meanwhile', {})
  if (await merges.hasLater(context, past)) throw new RuleViolation('later-merge-stands', {})
  await demandNoTransfer(context, [kept])
  const before = [await getPremises(context, kept), await getPremises(context, dropped)]
  const whole = undone(now, past)
  await saveSettled(context, whole, await recordingOf(context), whole.contacts)
  await merges.bringBack(context, aside, past.droppedBefore)
  await merges.movePointsBack(context, { from: kept, to: dropped, reason }, past.moved)
  await merges.markUndone(context, id)
  await store.settlePair(context, [kept, dropped], 'open')
  await finding.renewPairs(context, [kept, dropped])
  await remember(context, 'premises.undoMerge', before, reason)
  return getMerge(context, id)
}

export const twinRoutes = os.router({
  list: os.list.handler(({ input, context }) => store.list(context, input)),
  like: os.like.handler(async ({ input, context }) => ({ items: await like(context, input) })),
  get: os.get.handler(({ input, context }) => compare(context, input.id)),
  different: os.different.handler(({ input, context }) => judgeDifferent(context, input)),
  ofPremises: os.ofPremises.handler(async ({ input, context }) => {
    await getPremises(context, input.id)
    return { items: await store.ofRecord(context, input.id) }
  }),
  merges: os.merges.handler(({ input, context }) => merges.list(context, input)),
  merge: os.merge.handler(({ input, context }) => merge(context, input)),
  undo: os.undo.handler(({ input, context }) => undo(context, input)),
})
