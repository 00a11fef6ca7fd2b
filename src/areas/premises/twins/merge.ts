/** Two records made one: what follows by itself, and what a person must choose. A rule. */
import { later } from '../../../kernel/calendar.ts'
import { RuleViolation } from '../../../kernel/lifecycle.ts'
import { type Facility, mostOf, type Premises } from '../record-contract.ts'
import { canonical, isEmpty, listKeys, type Slot, same, slots } from './fields.ts'

export type Side = 'keep' | 'drop'
/** By field; of a facility by 'facilities.EXT'. */
export type Choices = Readonly<Record<string, Side>>

/** Which side's value stands, or that a person must say. */
function standing(keep: unknown, drop: unknown): Side | 'conflict' {
  if (isEmpty(drop) || same(keep, drop)) return 'keep'
  return isEmpty(keep) ? 'drop' : 'conflict'
}

const kindsOf = (facilities: readonly Facility[]) => [...new Set(facilities.map(({ kind }) => kind))]
const ofKind = (facilities: readonly Facility[], wanted: string) => facilities.filter(({ kind }) => kind === wanted)
const facilityField = (kind: string) => `facilities.${kind}`

/** One facility from two that do not contradict each other; undefined where they do. */
function united(keep: Facility, drop: Facility): Facility | undefined {
  const [count, expiresOn] = [standing(keep.count, drop.count), standing(keep.expiresOn, drop.expiresOn)]
  if (count === 'conflict' || expiresOn === 'conflict') return undefined
  return { kind: keep.kind, count: keep.count ?? drop.count, expiresOn: keep.expiresOn ?? drop.expiresOn }
}

/** The facilities of one kind from both records; undefined where a person must choose a side. */
function unitedOfKind(keep: readonly Facility[], drop: readonly Facility[]): readonly Facility[] | undefined {
  if (drop.length === 0 || same(keep, drop)) return keep
  if (keep.length === 0) return drop
  const [one, other] = [keep[0], drop[0]]
  const single = keep.length === 1 && drop.length === 1 && one && other ? united(one, other) : undefined
  return single && [single]
}

const leaderOf = ({ goesWith }: Slot, keep: Premises, drop: Premises) => goesWith?.(keep, drop)

/** The fields in which two records contradict each other: each needs a choice, whichever of them is kept. */
export function conflictsOf(keep: Premises, drop: Premises): string[] {
  const single = slots
    .filter((slot) => leaderOf(slot, keep, drop) === undefined)
    .filter((slot) => standing(slot.of(keep), slot.of(drop)) === 'conflict')
    .map(({ field }) => field)
  const facilities = kindsOf(keep.facilities)
    .filter((kind) => !unitedOfKind(ofKind(keep.facilities, kind), ofKind(drop.facilities, kind)))
    .map(facilityField)
  return [...single, ...facilities]
}

/** Why two records can in no case be made one; undefined where they can. */
export function refusalOf(
  keep: Premises,
  drop: Premises,
): 'same-record' | 'different-forms' | 'already-merged' | undefined {
  if (keep.id === drop.id) return 'same-record'
  if (keep.state === 'merged' || drop.state === 'merged') return 'already-merged'
  return keep.form === drop.form ? undefined : 'different-forms'
}

/** Both lists, what stands in both but once. */
const union = <T>(keep: readonly T[], drop: readonly T[]): T[] => {
  const known = new Set(keep.map(canonical))
  return [...keep, ...drop.filter((one) => !known.has(canonical(one)))]
}

function facilitiesOf(keep: Premises, drop: Premises, choices: Choices): Facility[] {
  const kinds = union(kindsOf(keep.facilities), kindsOf(drop.facilities))
  return kinds.flatMap((kind) => {
    const [one, other] = [ofKind(keep.facilities, kind), ofKind(drop.facilities, kind)]
    return unitedOfKind(one, other) ?? (choices[facilityField(kind)] === 'drop' ? other : one)
  })
}

/** The side of each field where nothing was left to choose, or as it was chosen. */
function sideOf(slot: Slot, keep: Premises, drop: Premises, choices: Choices): Side {
  const leader = leaderOf(slot, keep, drop)
  // Who chose the body chose its list, its officer and its station.
  if (leader !== undefined) return choices[leader] ?? 'keep'
  const side = standing(slot.of(keep), slot.of(drop))
  return side === 'conflict' ? (choices[slot.field] ?? 'keep') : side
}

/** The record that is left of two, where every contradiction was chosen; what nobody chose is as in the one that is kept. */
export function together(keep: Premises, drop: Premises, choices: Choices): Premises {
  const single = slots.reduce(
    (record, slot) => (sideOf(slot, keep, drop, choices) === 'drop' ? slot.taken(record, drop) : record),
    keep,
  )
  const [decided, other] = single.supervisor === keep.supervisor ? [keep, drop] : [drop, keep]
  return {
    ...single,
    tags: union(keep.tags, drop.tags).sort(),
    papers: union(keep.papers, drop.papers),
    photos: union(keep.photos, drop.photos),
    facilities: facilitiesOf(keep, drop, choices),
    lastInspectedOn: later(keep.lastInspectedOn, drop.lastInspectedOn),
    openHazards: keep.openHazards + drop.openHazards,
    keptCriteria: decided.keptCriteria ?? other.keptCriteria,
  }
}

/**
 * The record that is left, before what follows by rule. Throws RuleViolation where a field contradicts and nobody chose.
 * Nothing of either record is lost but what a choice gave up.
 */
export function merged(keep: Premises, drop: Premises, choices: Choices): Premises {
  const refusal = refusalOf(keep, drop)
  if (refusal) throw new RuleViolation(refusal, {})
  const missing = conflictsOf(keep, drop).filter((field) => choices[field] === undefined)
  if (missing.length > 0) throw new RuleViolation('choice-missing', { fields: missing })
  const after = together(keep, drop, choices)
  const tooMany = ([...listKeys, 'facilities'] as const).some((key) => after[key].length > mostOf[key])
  if (tooMany) throw new RuleViolation('too-many-to-unite', {})
  return after
}
