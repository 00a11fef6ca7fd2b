/** From what was submitted to the visit as it is kept. */
import { dayOf } from '../../../kernel/calendar.ts'
import { aheadBy, putRight, remarkable } from './clock.ts'
import type { Visit, VisitFacts, VisitInput, VisitMark } from './record-contract.ts'

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
