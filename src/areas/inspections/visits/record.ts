/** From what was submitted to the visit as it is kept. */
import { addDays, dayOf } from '../../../kernel/calendar.ts'
import { aheadBy, putRight, remarkable } from './clock.ts'
import type { Visit, VisitFacts, VisitInput, VisitMark } from './record-contract.ts'

/** The place as it was when the visit came in. */
export interface Visited {
  readonly id: string
  readonly premisesNo: string
  readonly name: string
  readonly address: string
  readonly station: string | null
  readonly community: string | null
}

/** The visit with its times by the server's clock. */
export function inServerTime(input: VisitInput, now: string): { facts: VisitFacts; ahead: number } {
  const ahead = aheadBy(input, now)
  const right = (instant: string) => putRight(instant, ahead)
  const fix = (one: VisitFacts['startFix']) => (one === null ? null : { ...one, at: right(one.at) })
  const { id: _, deviceAt: __, ...said } = input
  const facts = {
    ...said,
    startedAt: right(said.startedAt),
    endedAt: right(said.endedAt),
    startFix: fix(said.startFix),
    endFix: fix(said.endFix),
    answers: said.answers.map((one) => ({ ...one, at: one.at === null ? null : right(one.at) })),
  }
  return { facts, ahead }
}

/** The day by which a place was to be inspected; of one that never was, counted from the day on which it was entered. */
export function inspectBy(last: string | null, enteredOn: string, months: number): string {
  const [year = 0, month = 1, day = 1] = (last ?? enteredOn).split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10)
  const next = new Date(Date.UTC(year, month + months, 1)).toISOString().slice(0, 10)
  const lastOfMonth = Number(addDays(next, -1).slice(8))
  return `${first.slice(0, 8)}${String(Math.min(day, lastOfMonth)).padStart(2, '0')}`
}

const dayInMs = 86_400_000

export interface Circumstances {
  readonly now: string
  readonly ahead: number
  readonly merged: boolean
  readonly closed: boolean
  readonly movedOn: boolean
  readonly alike: boolean
  readonly beyondCap: boolean
}

/** What people should see of how it came in. None of it refuses a visit: it was made. */
export const marksOf = ({ endedAt }: Pick<Visit, 'endedAt'>, c: Circumstances): VisitMark[] => {
  const marks: readonly [VisitMark, boolean][] = [
    ['late-entry', Date.parse(c.now) - Date.parse(endedAt) > dayInMs],
    ['clock-off', Math.abs(c.ahead) >= remarkable],
    ['merged', c.merged],
    ['closed', c.closed],
    ['moved-on', c.movedOn],
    ['alike', c.alike],
    ['beyond-cap', c.beyondCap],
  ]
  return marks.flatMap(([mark, holds]) => (holds ? [mark] : []))
}

/** The first day of the year whose visits count towards the cap. */
export const yearOf = (instant: string): string => `${dayOf(instant).slice(0, 4)}-01-01`
