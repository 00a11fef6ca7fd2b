/** A merge taken back: what has not been touched since goes back, what a person changed since stays. A rule. */
import type { Premises } from '../record-contract.ts'
import { canonical, type Slot, same, slots } from './fields.ts'

/** The kept record before the merge, as the merge left it, and the record that was merged into it. */
export interface Merge {
  readonly keptBefore: Premises
  readonly keptAfter: Premises
  readonly droppedBefore: Premises
}

/** A list without what the merge brought in and with what it took away; what a person added or took away since stays so. */
function listBack<T>(now: readonly T[], before: readonly T[], after: readonly T[]): T[] {
  if (same(now, after)) return [...before]
  const has = (list: readonly T[]) => {
    const known = new Set(list.map(canonical))
    return (one: T) => known.has(canonical(one))
  }
  const [inNow, inBefore, inAfter] = [has(now), has(before), has(after)]
  const left = now.filter((one) => !inAfter(one) || inBefore(one))
  return [...left, ...before.filter((one) => !inAfter(one) && !inNow(one))]
}

/** Whether a field, or the one with which it goes, was changed since. */
const isTouched = ({ goesWith, of }: Slot, now: Premises, after: Premises): boolean =>
  goesWith?.(now, after) !== undefined || !same(of(now), of(after))

/** The kept record as it is when the merge is taken back, before what follows by rule. */
export function undone(now: Premises, { keptBefore, keptAfter, droppedBefore }: Merge): Premises {
  const single = slots.reduce(
    (record, slot) => (isTouched(slot, now, keptAfter) ? record : slot.taken(record, keptBefore)),
    now,
  )
  const back = <K extends 'lastInspectedOn' | 'keptCriteria'>(key: K): Premises[K] =>
    same(now[key], keptAfter[key]) ? keptBefore[key] : now[key]
  return {
    ...single,
    tags: listBack(now.tags, keptBefore.tags, keptAfter.tags),
    papers: listBack(now.papers, keptBefore.papers, keptAfter.papers),
    photos: listBack(now.photos, keptBefore.photos, keptAfter.photos),
    facilities: listBack(now.facilities, keptBefore.facilities, keptAfter.facilities),
    lastInspectedOn: back('lastInspectedOn'),
    keptCriteria: back('keptCriteria'),
    // Hazards found or closed since belong to the record that was kept.
    openHazards: Math.max(0, now.openHazards - droppedBefore.openHazards),
  }
}
