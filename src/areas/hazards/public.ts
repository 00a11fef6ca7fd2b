/** What other areas may ask of hazards: visits find them, and see them again. */
import { findCode, propsOf } from '../../kernel/codes.ts'
import { perform, RuleViolation } from '../../kernel/lifecycle.ts'
import { type Context, type Db, NotFound } from '../../platform/context.ts'
import { addDuties, saveDuties } from '../../platform/duties/store.ts'
import { type Done, recordMany } from '../../platform/ledger/store.ts'
import { calendarOf, codeTable } from '../organisation/public.ts'
import { notePlace, placesNow } from '../premises/inspecting/public.ts'
import { Conduct, conducts } from './codes.ts'
import { type HazardInputs, hazardActs } from './lifecycle.ts'
import type { Finding, Hazard } from './record-contract.ts'
import { type Found, newHazard, settled } from './settle.ts'
import * as store from './store.ts'

/** What is done about a hazard while the inspectors are there; 'later' leaves it to be decided within the law's days. */
export type Disposal =
  | { readonly kind: 'spot'; readonly photosAfter: string[] }
  | { readonly kind: 'atOnce' }
  | { readonly kind: 'term'; readonly term: string }
  | { readonly kind: 'later' }

/** How many are written at once. */
const batch = 500

const owedBy = ({ id, body, officer, premises }: Hazard) => ({ kind: 'hazard', subject: id, body, officer, premises })

function disposed(hazard: Hazard, disposal: Disposal, context: Context): Hazard {
  const { at } = context
  if (disposal.kind === 'spot') return perform(hazardActs, 'correctOnSpot', hazard, disposal, at)
  if (disposal.kind === 'atOnce') return perform(hazardActs, 'orderAtOnce', hazard, {}, at)
  if (disposal.kind === 'term') return perform(hazardActs, 'orderByTerm', hazard, disposal, at)
  return hazard
}

/**
 * Enters what a visit found, with what was ordered there and then. The caller holds the place, tells the register, and
 * writes the ledger's entries with its own. Throws RuleViolation
 * 'unknown-conduct', or the ground on which the order cannot be.
 */
export async function findHazards(
  context: Context,
  found: Found,
  findings: readonly { finding: Finding; disposal: Disposal }[],
): Promise<{ hazards: Hazard[]; entries: Done[] }> {
  if (findings.length === 0) return { hazards: [], entries: [] }
  const table = await codeTable(context, conducts.key)
  const calendar = await calendarOf(context)
  const ready = findings.map(({ finding, disposal }) => {
    const entry = findCode(table, finding.conduct, found.inspectedOn)
    if (!entry) throw new RuleViolation('unknown-conduct', { conduct: finding.conduct })
    const hazard = newHazard(finding, found, propsOf(Conduct, conducts.key, entry).refer)
    return settled(disposed(hazard, disposal, context), calendar, context.at)
  })
  const hazards = ready.map(({ hazard }) => hazard)
  await store.insert(context, hazards)
  await addDuties(
    context,
    ready.map(({ hazard, duties }) => ({ ...owedBy(hazard), duties })),
  )
  const entries = hazards.map((after): Done => ({ act: 'hazard.find', kind: 'hazard', id: after.id, after }))
  return { hazards, entries }
}

/** What a visit saw of a hazard that was there before. */
export interface SeenAgain {
  readonly hazard: string
  readonly corrected: boolean
  readonly photosAfter: string[]
}

/** By what a re-check that finds it not put right is: in time still where the party asked for it before the term was over. */
const actOf = ({ corrected }: SeenAgain, { state, order, termEnds }: Hazard, on: string) => {
  if (corrected) return 'passRecheck'
  const runs = state === 'ordered' && order === 'term' && termEnds !== null && on <= termEnds
  return runs ? 'findUnready' : 'failRecheck'
}

/**
 * Enters what a visit saw again. Throws NotFound where a hazard is not at this place or not in the actor's reach, or the
 * ground on which the re-check cannot be.
 */
export async function recheckHazards(
  context: Context,
  { visit, on, premises }: { visit: string; on: string; premises: string },
  seen: readonly SeenAgain[],
): Promise<Hazard[]> {
  const found = await store.lockMany(
    context,
    seen.map(({ hazard }) => hazard),
  )
  const after: Hazard[] = []
  for (const one of seen) {
    const before = found.find(({ id }) => id === one.hazard)
    if (!before || before.premises !== premises) throw new NotFound('hazard')
    if (before.body !== context.actor.body) throw new RuleViolation('of-another-body', { hazard: before.id })
    const input = { on, visit, photosAfter: one.photosAfter }
    after.push(await changed(context, before, actOf(one, before, on), input))
  }
  return after
}

/** Performs an act on a hazard that is locked, and writes all that follows. */
export async function changed<A extends keyof HazardInputs>(
  context: Context,
  before: Hazard,
  act: A,
  input: HazardInputs[A],
): Promise<Hazard> {
  const saved = await saveSettled(context, perform(hazardActs, act, before, input, context.at))
  const note = 'reason' in input && typeof input.reason === 'string' ? input.reason : undefined
  await recordMany(context, [{ act: `hazard.${act}`, kind: 'hazard', id: saved.id, before, after: saved, note }])
  return saved
}

/** Writes a hazard with what follows from it: where its term ends, what is next, and its duties. */
export async function saveSettled(context: Context, after: Hazard): Promise<Hazard> {
  const { hazard, duties } = settled(after, await calendarOf(context), context.at)
  const saved = await store.save(context, hazard)
  await saveDuties(context, [{ ...owedBy(saved), duties }])
  return saved
}

/**
 * Brings hazards of the past, as another system knew them or a demonstration made them: with their duties, and an entry of
 * the ledger each. Their places are not recounted: the caller tells the register.
 */
export async function bringHazards(context: Context, hazards: readonly Hazard[], note: string): Promise<void> {
  const calendar = await calendarOf(context)
  for (let i = 0; i < hazards.length; i += batch) {
    const ready = hazards.slice(i, i + batch).map((hazard) => settled(hazard, calendar, context.at))
    await store.insert(
      context,
      ready.map(({ hazard }) => hazard),
    )
    await addDuties(
      context,
      ready.map(({ hazard, duties }) => ({ ...owedBy(hazard), duties })),
    )
    await recordMany(
      context,
      ready.map(({ hazard }): Done => ({ act: 'hazard.bring', kind: 'hazard', id: hazard.id, after: hazard, note })),
    )
  }
}

/** Whether it is neither put right nor in another's hands. */
export const stands = ({ state }: Hazard): boolean =>
  state === 'found' || state === 'ordered' || state === 'uncorrected'

/** Every standing hazard of a district, a batch a transaction; `now` says what each has become. Returns how many changed. */
async function throughStanding(
  db: Db,
  world: Pick<Context, 'district' | 'at' | 'actor'>,
  request: string,
  now: (context: Context, hazards: readonly Hazard[]) => Promise<readonly { before: Hazard; after: Hazard }[]>,
): Promise<number> {
  let changes = 0
  for (let from = '00000000-0000-0000-0000-000000000000'; ; ) {
    const last = await db.transaction().execute(async (tx) => {
      const context = { tx, ...world, request }
      const calendar = await calendarOf(context)
      const hazards = await store.standing(context, from, batch)
      const moved = await now(context, hazards)
      const ready = moved.map(({ after }) => settled(after, calendar, context.at))
      for (const { hazard } of ready) await store.resettle(context, hazard)
      await saveDuties(
        context,
        ready.map(({ hazard, duties }) => ({ ...owedBy(hazard), duties })),
      )
      changes += ready.length
      return hazards.at(-1)?.id
    })
    if (last === undefined) return changes
    from = last
  }
}

/** Works out the clocks of all standing hazards anew, after the district's calendar of working days has changed. */
export const renewClocks = (db: Db, world: Pick<Context, 'district' | 'at' | 'actor'>): Promise<number> =>
  throughStanding(db, world, 'duties-renew', async (_context, hazards) =>
    hazards.map((hazard) => ({ before: hazard, after: hazard })),
  )

/**
 * Standing hazards follow their place: into the record that it was merged into, onto the ground where it lies now, and to
 * the officer who answers for it where the body that found them still supervises it. Each move is an entry of the ledger.
 */
export const followPlaces = (db: Db, world: Pick<Context, 'district' | 'at' | 'actor'>): Promise<number> =>
  throughStanding(db, world, 'hazards-follow', async (context, hazards) => {
    const places = await placesNow(
      context,
      hazards.map(({ premises }) => premises),
    )
    const moved = hazards.flatMap((before) => {
      const place = places.get(before.premises)
      if (!place) return []
      const { id: premises, station, community } = place
      const officer = place.supervisor === before.body ? (place.officer ?? before.officer) : before.officer
      const after = { ...before, premises, station, community, officer, version: before.version + 1 }
      const same = (['premises', 'station', 'community', 'officer'] as const).every((key) => before[key] === after[key])
      return same ? [] : [{ before, after }]
    })
    const act = 'hazard.follow'
    await recordMany(
      context,
      moved.map(({ before, after }): Done => ({ act, kind: 'hazard', id: after.id, before, after })),
    )
    for (const { before, after } of moved)
      if (before.premises !== after.premises) {
        await notePlace(context, before.premises, { more: -1 })
        await notePlace(context, after.premises, { more: 1 })
      }
    return moved
  })

/** The hazards that a visit found, and those that it saw again. */
export const hazardsOfVisit = (context: Context, visit: string): Promise<{ found: Hazard[]; rechecked: Hazard[] }> =>
  store.ofVisit(context, visit)

/** Whether some hazard of the actor's reach shows this picture. */
export const showsHazardPicture = (context: Context, file: string): Promise<boolean> => store.showsFile(context, file)

/** A hazard of the actor's reach in few words: what, and where. */
export async function hazardNamed(context: Context, id: string): Promise<string | undefined> {
  const hazard = await store.find(context, id)
  return hazard && `${hazard.premisesName} ${hazard.words}`
}
