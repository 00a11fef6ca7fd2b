/** A register in memory under the rules alone, and the steps that people may take in it: what the properties walk. */
import fc from 'fast-check'
import { cornerShop } from '../../../app/testing/premises.ts'
import { type Acts, perform, RuleViolation } from '../../../kernel/lifecycle.ts'
import { groundFinder } from '../../organisation/territory.ts'
import { premisesActs } from '../lifecycle.ts'
import { type Settling, settled } from '../record.ts'
import { noContacts, type Premises, type PremisesFacts, type SupervisorKind } from '../record-contract.ts'
import { keyUnitRules, smallPremises, supervisionLists } from '../supervision/codes.ts'
import { supervisionRules } from '../supervision/rules.ts'
import type { Transfer } from './contract.ts'
import { handOverActs, type TransferInputs, transferActs } from './lifecycle.ts'

export const bodies: readonly { id: string; kind: SupervisorKind }[] = [
  { id: 'brigade', kind: 'brigade' },
  { id: 'station', kind: 'station' },
  { id: 'other station', kind: 'station' },
  { id: 'street', kind: 'street' },
]
const at = { day: '2026-11-27', instant: '2026-11-27T02:00:00.000Z' }

const nowhere = { community: null, street: null, station: null, urban: null }
const tables = { keyUnits: keyUnitRules, small: smallPremises, lists: supervisionLists }
export const settling: Settling = {
  ground: groundFinder({ communities: [], grids: [], officers: [], ofPoint: () => nowhere }),
  rules: supervisionRules(tables, '990199', at.day),
  kindOf: (id) => bodies.find((body) => body.id === id)?.kind,
  soundOf: (folded) => ({ pinyin: folded, initials: folded, sound: folded }),
  prefixes: [],
}

export interface Register {
  readonly records: readonly Premises[]
  readonly transfers: readonly Transfer[]
}

const asSaved = (premises: Premises): Premises => {
  const stored = settled(premises, premises, settling)
  return { ...premises, ...stored, version: premises.version + 1 }
}

/** A clinic with so many beds: from 50 on it is a key unit. */
const clinic = (beds: number): PremisesFacts => ({ ...cornerShop, kind: 'CARE-CLINIC', beds })

const fresh = (id: string, supervisor: string): Premises =>
  asSaved({
    ...clinic(10),
    id,
    premisesNo: id,
    state: 'open',
    stateSince: null,
    mergedInto: null,
    street: null,
    supervisor,
    list: 'SMALL',
    officer: null,
    contacts: noContacts,
    criteria: [],
    dueBody: 'station',
    keptCriteria: null,
    proposed: false,
    expiresOn: null,
    dueMonths: 6,
    dueOn: null,
    openHazards: 0,
    version: 0,
    enteredAt: at.instant,
  })

export const firstRegister: Register = {
  records: [fresh('one', 'station'), fresh('two', 'brigade'), fresh('three', 'street')],
  transfers: [],
}

/** What somebody tries, of which body, with which record; refusals are part of the walk. */
export interface Step {
  readonly act: 'offer' | 'accept' | 'return' | 'withdraw' | 'keep' | 'beds' | 'deregister' | 'reopen'
  readonly record: number
  readonly by: number
  readonly to: number
}
export const steps = (records: number, sides: number, minLength = 0): fc.Arbitrary<Step[]> => {
  const side = fc.nat(sides - 1)
  const act = fc.constantFrom<Step['act'][]>(
    ...(['offer', 'offer', 'accept', 'accept', 'return', 'withdraw', 'keep', 'beds', 'deregister', 'reopen'] as const),
  )
  return fc.array(fc.record({ act, record: fc.nat(records - 1), by: side, to: side }), { minLength, maxLength: 40 })
}

const replaced = <R extends { id: string }>(all: readonly R[], one: R) =>
  all.map((was) => (was.id === one.id ? one : was))

function answered(register: Register, premises: Premises, act: keyof TransferInputs, body: string): Register {
  const open = register.transfers.find((transfer) => transfer.premises === premises.id && transfer.state === 'offered')
  if (!open) return register
  const input = { body, by: body, reason: '核对' }
  const transfer = perform(transferActs as Acts<Transfer, Record<string, typeof input>>, act, open, input, at)
  const transfers = replaced(register.transfers, transfer)
  if (act !== 'accept') return { ...register, transfers }
  const handOver = { from: open.fromBody, to: open.toBody, toKind: settling.kindOf(open.toBody) ?? 'brigade' }
  const after = asSaved(perform(handOverActs, 'transfer', premises, handOver, at))
  return { records: replaced(register.records, after), transfers }
}

function offered(register: Register, premises: Premises, from: string, to: string): Register {
  const toKind = settling.kindOf(to) ?? 'brigade'
  perform(handOverActs, 'offer', premises, { from, to, toKind }, at)
  if (register.transfers.some(({ premises: of, state }) => of === premises.id && state === 'offered'))
    throw new RuleViolation('transfer-open')
  const { id, premisesNo, name, address, form, kind, criteria } = premises
  const transfer: Transfer = {
    id: `transfer ${register.transfers.length}`,
    ...{ premises: id, premisesNo, name, address, form, kind, criteria },
    inReach: true,
    fromBody: from,
    toBody: to,
    state: 'offered',
    reason: '核对',
    offeredBy: from,
    offeredAt: at.instant,
    answer: null,
    answeredBy: null,
    answeredAt: null,
    openDays: 0,
    version: 1,
  }
  return { ...register, transfers: [...register.transfers, transfer] }
}

function tried(register: Register, { act, record, by, to }: Step): Register {
  const premises = register.records[record]
  const [own, other] = [bodies[by], bodies[to]]
  if (!premises || !own || !other) return register
  const changed = (after: Premises): Register => ({ ...register, records: replaced(register.records, asSaved(after)) })
  const since = { since: at.day, reason: '核对' }
  switch (act) {
    case 'offer':
      return offered(register, premises, own.id, other.id)
    case 'keep':
      return changed(perform(premisesActs, 'keep', premises, { reason: '核对' }, at))
    case 'beds':
      return changed({ ...premises, beds: premises.beds === 10 ? 80 : 10 })
    case 'deregister':
    case 'reopen':
      return changed(perform(premisesActs, act, premises, since, at))
    default:
      return answered(register, premises, act, own.id)
  }
}

/** The register after a step; as it was where a rule says no. */
export function after(register: Register, step: Step): Register {
  try {
    return tried(register, step)
  } catch (error) {
    if (error instanceof RuleViolation) return register
    throw error
  }
}

/** What must never be, in words. A merged record is nobody's: what is supervised is the one it was merged into. */
export function faultsOf({ records, transfers }: Register): string[] {
  const faults: string[] = []
  for (const { id, supervisor, list, proposed, dueBody, state } of records.filter((one) => one.state !== 'merged')) {
    const own = bodies.filter((body) => body.id === supervisor)
    const open = transfers.filter((transfer) => transfer.premises === id && transfer.state === 'offered')
    const accepted = transfers.findLast((transfer) => transfer.premises === id && transfer.state === 'accepted')
    if (own.length !== 1) faults.push(`${id} has ${own.length} supervisors`)
    if (settling.rules.bodyOf(list) !== own[0]?.kind) faults.push(`${id} is on ${list}, which is none of ${supervisor}`)
    if (open.length > 1) faults.push(`${id} is offered ${open.length} times`)
    if (open.some(({ fromBody }) => fromBody !== supervisor))
      faults.push(`${id} is offered by another than ${supervisor}`)
    if (accepted && accepted.toBody !== supervisor) faults.push(`${id} is not with ${accepted.toBody}, who accepted it`)
    if (proposed && (dueBody === own[0]?.kind || (state !== 'open' && state !== 'paused')))
      faults.push(`${id} is proposed without need`)
  }
  return faults
}
