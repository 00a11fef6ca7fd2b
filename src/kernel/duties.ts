/** Duties: what the law wants done about a record, and by when. An act says what one may do, a duty what one must. */
import { type Calendar, dayOf, endOf, isOfficial, startOf } from './calendar.ts'
import type { Moment } from './lifecycle.ts'

/** From which day it is counted, and the first instant at which it is late. */
export interface Deadline {
  readonly since: string
  readonly by: string
}

/** In time until the day is over. */
export const untilDay = (since: string, day: string): Deadline => ({ since, by: endOf(day) })

/** In time for so many hours by the clock, days off included. */
export const withinHours = (instant: string, hours: number): Deadline => ({
  since: dayOf(instant),
  by: new Date(Date.parse(instant) + hours * 3_600_000).toISOString(),
})

export interface Duty<R> {
  readonly duty: string
  readonly law: string
  /** Null where the record owes no such duty. */
  readonly due: (record: R, calendar: Calendar) => Deadline | null
  /** The day or the instant at which it was done, if it was. */
  readonly done: (record: R) => string | null
}

/** A duty as it stands at a moment. */
export interface DutyState extends Deadline {
  readonly duty: string
  readonly law: string
  /** The last day on which it is in time. */
  readonly dueOn: string
  /** It reaches into a year whose days off have not been announced: it is worked out again when they are. */
  readonly provisional: boolean
  readonly doneAt: string | null
  readonly late: boolean
}

/** A day counts from its beginning: what was done on the last day is in time. */
const instantOf = (dayOrInstant: string): string =>
  dayOrInstant.length === 10 ? startOf(dayOrInstant) : new Date(dayOrInstant).toISOString()

/** The last day of a deadline: midnight belongs to the day that it ends. */
const lastDay = ({ by }: Deadline): string => dayOf(new Date(Date.parse(by) - 1).toISOString())

/** Every duty that the record owes or owed, as it stands at the moment. */
export const dutiesOf = <R>(
  duties: readonly Duty<R>[],
  record: R,
  calendar: Calendar,
  at: Pick<Moment, 'instant'>,
): DutyState[] =>
  duties.flatMap(({ duty, law, due, done }) => {
    const deadline = due(record, calendar)
    if (deadline === null) return []
    const when = done(record)
    const doneAt = when === null ? null : instantOf(when)
    const dueOn = lastDay(deadline)
    const late = (doneAt ?? at.instant) >= deadline.by
    return [{ duty, law, ...deadline, dueOn, provisional: !isOfficial(calendar, deadline.since, dueOn), doneAt, late }]
  })

/** What must happen next: the open duty that runs out first. */
export const nextDuty = (states: readonly DutyState[]): DutyState | undefined =>
  states.filter(({ doneAt }) => doneAt === null).sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0))[0]
