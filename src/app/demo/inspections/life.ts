/** What becomes of a hazard of the demonstration: the acts of its life cycle, each on a believable day, until today. */
import { type HazardInputs, hazardActs } from '../../../areas/hazards/lifecycle.ts'
import type { Hazard } from '../../../areas/hazards/record-contract.ts'
import { settled } from '../../../areas/hazards/settle.ts'
import { addDays, type Calendar, workingDayFrom, workingDaysAfter } from '../../../kernel/calendar.ts'
import { perform } from '../../../kernel/lifecycle.ts'
import type { Random } from '../../../kernel/random.ts'
import { instantAt } from './world.ts'

/** How a body works: how often it is late, and how often what it ordered is put right. */
export interface Habit {
  readonly late: number
  readonly corrected: number
}

/** A hazard seen again: which, on which day, and what was seen. */
export interface SeenAgain {
  readonly day: string
  readonly hazard: string
  readonly corrected: boolean
}

interface Living {
  hazard: Hazard
  readonly calendar: Calendar
  readonly today: string
  readonly seen: SeenAgain[]
}

/** Does it where the day is not ahead; whether it did. The hazard's term is kept in step, for later acts ask it. */
function act<A extends keyof HazardInputs>(living: Living, name: A, day: string, input: HazardInputs[A]): boolean {
  if (day > living.today) return false
  const { inspectedOn, foundAt } = living.hazard
  // On the day of the visit the papers are written when it is over.
  const instant = day === inspectedOn ? new Date(Date.parse(foundAt) + 40 * 60_000).toISOString() : instantAt(day, 620)
  const at = { day, instant }
  const after = perform(hazardActs, name, living.hazard, input, at)
  living.hazard = { ...settled(after, living.calendar, at).hazard, version: living.hazard.version + 1 }
  return true
}

/** So many working days on, and now and then some more where people are late. */
function stepOn({ calendar }: Living, from: string, within: number, late: number, chance: Random): string {
  const days = chance.chance(late) ? within + chance.between(1, 9) : chance.between(0, within)
  return days === 0 ? workingDayFrom(calendar, from) : workingDaysAfter(calendar, from, days)
}

function ordered(living: Living, days: number | null, habit: Habit, chance: Random): void {
  const { inspectedOn } = living.hazard
  if (days === null) {
    act(living, 'orderAtOnce', inspectedOn, {})
    act(living, 'serve', inspectedOn, { on: inspectedOn, mode: 'direct', recipientName: null })
    return
  }
  const on = chance.chance(0.75) ? inspectedOn : stepOn(living, inspectedOn, 2, habit.late / 3, chance)
  const term = workingDayFrom(living.calendar, addDays(inspectedOn, days))
  if (!act(living, 'orderByTerm', on, { term: term > on ? term : addDays(on, 7) })) return
  const servedOn = stepOn(living, on, 2, habit.late / 2, chance)
  const mode = chance.weighted({ direct: 92, left: 5, post: 3 })
  act(living, 'serve', servedOn, { on: servedOn, mode, recipientName: null })
}

/** One order in twenty is asked to be put off, some days before it ends. */
function extended(living: Living, chance: Random): void {
  const { order, termEnds, inspectedOn } = living.hazard
  if (order !== 'term' || termEnds === null || !chance.chance(0.05)) return
  const asked = addDays(termEnds, -chance.between(1, 3))
  if (asked <= inspectedOn) return
  const until = workingDayFrom(living.calendar, addDays(termEnds, chance.between(7, 20)))
  if (!act(living, 'askExtension', asked, { on: asked, until, reason: '设备采购周期较长' })) return
  const decided = workingDaysAfter(living.calendar, asked, chance.between(1, 3))
  act(living, chance.chance(0.7) ? 'grantExtension' : 'refuseExtension', decided, { reason: '经研究决定' })
}

function recheck(living: Living, day: string, corrected: boolean): boolean {
  const input = { on: day, visit: null, photosAfter: [] }
  if (!act(living, corrected ? 'passRecheck' : 'failRecheck', day, input)) return false
  living.seen.push({ day, hazard: living.hazard.id, corrected })
  return true
}

const recipientNames = {
  housing: '青澜区住房和城乡建设局',
  brigade: '青澜区消防救援大队',
  street: '街道办事处',
  other: '有关部门',
} as const

/** The life of one hazard until today. `days`: the term that its conduct proposes, null for at once. */
export function lived(
  found: Hazard,
  world: { calendar: Calendar; today: string },
  days: number | null,
  habit: Habit,
  chance: Random,
): { hazard: Hazard; seen: SeenAgain[] } {
  const living: Living = { hazard: found, ...world, seen: [] }
  const { minor, serious, referTo, inspectedOn } = found
  if (serious) {
    const reported = chance.chance(habit.late) ? addDays(inspectedOn, chance.between(1, 4)) : inspectedOn
    act(living, 'reportSerious', reported, { on: reported })
  }
  if (referTo !== null) {
    const referredTo = recipientNames[referTo]
    const day = stepOn(living, inspectedOn, 4, habit.late, chance)
    act(living, 'refer', day, { referredTo, reason: '按规定移送有权处理的部门' })
    return living
  }
  if (minor && chance.chance(0.55)) {
    act(living, 'correctOnSpot', inspectedOn, { photosAfter: [] })
    return living
  }
  ordered(living, days, habit, chance)
  if (living.hazard.state !== 'ordered') return living
  extended(living, chance)
  const ends = living.hazard.termEnds ?? inspectedOn
  const first = stepOn(living, addDays(ends, 1), 2, habit.late, chance)
  if (!recheck(living, first, chance.chance(habit.corrected))) return living
  if (living.hazard.closedOn !== null) return living
  const handed = stepOn(living, first, 4, habit.late, chance)
  if (!act(living, 'handOverForPenalty', handed, { reason: '逾期未改正' })) return living
  for (let looks = 0, day = handed; looks < 4 && living.hazard.closedOn === null; looks++) {
    day = workingDaysAfter(living.calendar, day, chance.between(8, 14))
    if (!recheck(living, day, chance.chance(0.8))) break
  }
  return living
}
