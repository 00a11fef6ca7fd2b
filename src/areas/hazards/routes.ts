/** Hazards: each route in a line. */
import { implement } from '@orpc/server'
import { changesIn } from '../../kernel/history.ts'
import { RuleViolation } from '../../kernel/lifecycle.ts'
import type { Context } from '../../platform/context.ts'
import { dutiesOfRecord } from '../../platform/duties/store.ts'
import { handlersOf } from '../../platform/handlers.ts'
import { historyOf } from '../../platform/ledger/store.ts'
import { holdPlaceOf, notePlace } from '../premises/inspecting/public.ts'
import { hazardContract } from './contract.ts'
import { issuingRoutes } from './issuing/routes.ts'
import { type HazardInputs, hazardActs } from './lifecycle.ts'
import { saveSettled, stands } from './public.ts'
import type { Hazard } from './record-contract.ts'
import * as store from './store.ts'

const os = implement(hazardContract).$context<Context>()

/** They change by themselves whenever anything does. */
const unspoken = new Set(['id', 'version', 'next', 'termEnds', 'premises', 'visit', 'recheckVisit', 'bodyKind'])

/** The hazard, its place held first as every visit does. What another body found is that body's to act on. */
async function lock(context: Context, id: string): Promise<Hazard> {
  const { premises, body } = await store.get(context, id)
  if (body !== context.actor.body) throw new RuleViolation('of-another-body', { hazard: id })
  await holdPlaceOf(context, premises)
  return (await store.lock(context, id)) ?? store.get(context, id)
}

const act = handlersOf<Hazard, HazardInputs>('hazard', hazardActs, {
  lock,
  async save(context, hazard) {
    const stood = stands(await store.get(context, hazard.id))
    const saved = await saveSettled(context, hazard)
    await notePlace(context, saved.premises, { more: Number(stands(saved)) - Number(stood) })
    return saved
  },
})

/** One hazard with every duty that it owes or owed. */
async function shown(context: Context, id: string) {
  const hazard = await store.get(context, id)
  const duties = await dutiesOfRecord(context, 'hazard', id)
  const now = context.at.instant
  const clocks = duties.map(({ duty, law, since, by, dueOn, provisional, doneAt }) => ({
    ...{ duty, law, since, by, dueOn, provisional, doneAt },
    late: (doneAt ?? now) >= by,
  }))
  return { hazard, clocks }
}

async function history(context: Context, id: string) {
  await store.get(context, id)
  const entries = await historyOf(context, { kind: 'hazard', id })
  return { items: entries.map((entry) => changesIn(entry, unspoken)) }
}

export const hazardRoutes = os.router({
  list: os.list.handler(({ input, context }) => store.list(context, input)),
  counts: os.counts.handler(({ input, context }) => store.counts(context, input)),
  get: os.get.handler(({ input, context }) => shown(context, input.id)),
  history: os.history.handler(({ input, context }) => history(context, input.id)),
  papers: issuingRoutes,
  correctOnSpot: os.correctOnSpot.handler(act('correctOnSpot')),
  orderAtOnce: os.orderAtOnce.handler(act('orderAtOnce')),
  orderByTerm: os.orderByTerm.handler(act('orderByTerm')),
  serve: os.serve.handler(act('serve')),
  askExtension: os.askExtension.handler(act('askExtension')),
  grantExtension: os.grantExtension.handler(act('grantExtension')),
  refuseExtension: os.refuseExtension.handler(act('refuseExtension')),
  applyForRecheck: os.applyForRecheck.handler(act('applyForRecheck')),
  passRecheck: os.passRecheck.handler(({ input, context }) =>
    act('passRecheck')({ input: { ...input, visit: null }, context }),
  ),
  failRecheck: os.failRecheck.handler(({ input, context }) =>
    act('failRecheck')({ input: { ...input, visit: null }, context }),
  ),
  findUnready: os.findUnready.handler(({ input, context }) =>
    act('findUnready')({ input: { ...input, visit: null }, context }),
  ),
  handOverForPenalty: os.handOverForPenalty.handler(act('handOverForPenalty')),
  markSerious: os.markSerious.handler(act('markSerious')),
  reportSerious: os.reportSerious.handler(act('reportSerious')),
  refer: os.refer.handler(act('refer')),
  takeBack: os.takeBack.handler(act('takeBack')),
  assign: os.assign.handler(act('assign')),
  determineMajor: os.determineMajor.handler(act('determineMajor')),
  proposeMajor: os.proposeMajor.handler(act('proposeMajor')),
  serveMajor: os.serveMajor.handler(act('serveMajor')),
  seal: os.seal.handler(act('seal')),
  askRelease: os.askRelease.handler(act('askRelease')),
  release: os.release.handler(act('release')),
  void: os.void.handler(act('void')),
})
