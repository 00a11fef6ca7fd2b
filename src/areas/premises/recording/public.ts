/** How every part of the register checks and settles a record before it is written. */
import { fold } from '../../../kernel/fold.ts'
import { RuleViolation } from '../../../kernel/lifecycle.ts'
import type { Context } from '../../../platform/context.ts'
import { handlersOf } from '../../../platform/handlers.ts'
import { record } from '../../../platform/ledger/store.ts'
import { soundOf } from '../../../platform/pinyin.ts'
import { codeTable, type Territory, territoryOf } from '../../organisation/public.ts'
import { type Checking, check, checkContacts, checkRelations, type Finding, faultsIn, relationKeys } from '../checks.ts'
import { type PremisesInputs, premisesActs } from '../lifecycle.ts'
import { isTaken, numberOf, takeNumbers } from '../numbers/store.ts'
import { plainContacts } from '../people.ts'
import { strangeFiles } from '../photos/public.ts'
import { districtBounds } from '../points.ts'
import { type Decided, located, type Settling, settled } from '../record.ts'
import { type Contacts, factsOf, type Premises, type PremisesFacts } from '../record-contract.ts'
import * as store from '../store.ts'
import { firstSupervisor } from '../supervision/bodies.ts'
import { supervisionRules } from '../supervision/rules.ts'
import { lookForTwins } from '../twins/public.ts'

/** What records are checked and settled by, read once for as many records as there are. */
export interface Recording {
  readonly territory: Territory
  readonly settling: Settling
  readonly checking: Checking
}

export async function recordingOf(context: Context): Promise<Recording> {
  const territory = await territoryOf(context)
  const { district, bodies, ground } = territory
  const tables = {
    keyUnits: await codeTable(context, 'key-unit-rule'),
    small: await codeTable(context, 'small-premises-rule'),
    lists: await codeTable(context, 'supervision-list'),
  }
  const kinds = new Map(bodies.map(({ id, kind }) => [id, kind]))
  const settling: Settling = {
    ground,
    rules: supervisionRules(tables, context.district, context.at.day),
    kindOf: (body) => kinds.get(body),
    soundOf,
    prefixes: [fold(district.city), fold(district.name)],
  }
  const checking: Checking = {
    tables: {
      kinds: await codeTable(context, 'premises-kind'),
      tags: await codeTable(context, 'premises-tag'),
      facilities: await codeTable(context, 'facility-kind'),
      papers: await codeTable(context, 'paper-kind'),
    },
    bounds: districtBounds(territory.stations),
    day: context.at.day,
    communities: territory.communities,
    grids: territory.grids,
    stations: bodies.filter(({ kind }) => kind === 'station'),
  }
  return { territory, settling, checking }
}

/** Everything that does not fit in what is said; `self` is the record itself, where there is one already. */
export async function findingsOf(
  context: Context,
  { checking }: Recording,
  facts: PremisesFacts,
  self: string | null,
): Promise<Finding[]> {
  const known = self === null ? undefined : await store.find(context, self)
  const related = (one: PremisesFacts) => relationKeys.flatMap((relation) => one[relation] ?? [])
  const forms = await store.formsOf(context, related(facts), known ? related(known) : [])
  return [
    ...check(facts, checking),
    ...checkRelations(facts, self, (id) => forms.get(id)),
    ...(await strangeFiles(context, facts, known)),
  ]
}

/** Refuses facts that cannot be so, every one of them with its field. */
export async function demandSound(
  context: Context,
  recording: Recording,
  facts: PremisesFacts,
  self: string | null,
): Promise<void> {
  const faults = faultsIn(await findingsOf(context, recording, facts, self))
  if (faults.length > 0) throw new RuleViolation('facts-unsound', { faults })
}

/**
 * Refuses to put a record on another's ground: whoever has a station's or a street's reach keeps its own. What lies there
 * already, because it was handed over, stays there.
 */
export function demandOwnGround(
  { actor }: Context,
  { settling }: Recording,
  facts: PremisesFacts,
  before?: Premises,
): void {
  const { district, stations, communities } = actor.reach
  if (district) return
  const { station, community } = located(facts, settling.ground)
  const known = stations.length > 0 ? station : community
  const own: readonly string[] = stations.length > 0 ? stations : communities
  const was = stations.length > 0 ? before?.station : before?.community
  if (known !== null && known !== was && !own.includes(known)) throw new RuleViolation('not-own-ground', {})
}

export const decidedOf = ({
  state,
  stateSince,
  mergedInto,
  supervisor,
  list,
  officer,
  keptCriteria,
  openHazards,
}: Premises): Decided => ({ state, stateSince, mergedInto, supervisor, list, officer, keptCriteria, openHazards })

/** Writes a record that an act changed, with all that follows from it. */
export async function saveSettled(
  context: Context,
  premises: Premises,
  { settling }: Recording,
  contacts?: Contacts,
): Promise<Premises> {
  const facts = { ...factsOf(premises), premisesNo: premises.premisesNo }
  const ready = settled(facts, decidedOf(premises), settling)
  return store.save(context, premises.id, premises.version, ready, contacts && plainContacts(contacts))
}

interface ActParts {
  /** Its people as the act leaves them, where it is about them. */
  readonly contacts?: Contacts
  readonly lock?: typeof store.lock
}

/** The acts on a record, settled by what was read once. */
export const actsOn = (recording: Recording, { contacts, lock = store.lock }: ActParts = {}) =>
  handlersOf<Premises, PremisesInputs>('premises', premisesActs, {
    lock,
    save: (context, premises) => saveSettled(context, premises, recording, contacts),
  })

const freeNumber = async (context: Context): Promise<string> =>
  numberOf(context.district, await takeNumbers(context, 1))

/** What a new record is decided by before anybody has decided anything. */
export function firstDecided(context: Context, { settling, territory }: Recording, facts: PremisesFacts): Decided {
  const due = settling.rules.dueOf(facts)
  const where = located(facts, settling.ground)
  const supervisor = firstSupervisor(due, where, context.actor, territory.bodies)
  if (!supervisor) throw new RuleViolation('no-supervising-body', {})
  return {
    state: 'open',
    stateSince: null,
    mergedInto: null,
    supervisor,
    list: due.list,
    officer: null,
    keptCriteria: null,
    openHazards: 0,
  }
}

/** Enters a record. Throws RuleViolation where the facts cannot be so, the number is taken or the ground is another's. */
export async function enter(context: Context, facts: PremisesFacts, contacts: Contacts): Promise<Premises> {
  const recording = await recordingOf(context)
  await demandSound(context, recording, facts, null)
  demandSoundContacts(contacts)
  demandOwnGround(context, recording, facts)
  if (facts.premisesNo !== null && (await isTaken(context, facts.premisesNo)))
    throw new RuleViolation('number-taken', { no: facts.premisesNo })
  const premisesNo = facts.premisesNo ?? (await freeNumber(context))
  const ready = settled({ ...facts, premisesNo }, firstDecided(context, recording, facts), recording.settling)
  const after = await store.insert(context, ready, plainContacts(contacts))
  await record(context, 'premises.enter', { kind: 'premises', id: after.id }, { after })
  await lookForTwins(context, [after.id])
  return after
}

/** Refuses a phone number in the place of a name. */
export function demandSoundContacts(contacts: Contacts): void {
  const faults = checkContacts(contacts)
  if (faults.length > 0) throw new RuleViolation('facts-unsound', { faults })
}
