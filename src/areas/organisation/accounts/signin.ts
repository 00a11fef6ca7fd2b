/** Signing in: lock-out and the end of sessions, as rules. GB/T 22239-2019 §8.1.4.1 as our reference reads it. */
import { addDays } from '../../../kernel/calendar.ts'

/** Failures after which an account is locked, and for how long. */
export const failuresAllowed = 5
export const lockMinutes = 15
/** Passwords that may not come back. */
export const pastPasswords = 5
/** Days after which a password must be changed. */
export const passwordDays = 90

export interface SessionLimits {
  /** Minutes without a request. */
  readonly idleMinutes: number
  /** Hours since sign-in, whatever happens. */
  readonly hours: number
}

const later = (instant: string, minutes: number) => new Date(Date.parse(instant) + minutes * 60_000).toISOString()

export const isLocked = (lockedUntil: string | null, at: string): boolean => lockedUntil !== null && at < lockedUntil

/** What a failed try leaves behind: a count, and from the fifth on a lock. A lock that has run out starts anew. */
export function afterFailure(
  { failures, lockedUntil }: { failures: number; lockedUntil: string | null },
  at: string,
): { failures: number; lockedUntil: string | null } {
  const counted = (lockedUntil !== null && at >= lockedUntil ? 0 : failures) + 1
  return { failures: counted, lockedUntil: counted >= failuresAllowed ? later(at, lockMinutes) : null }
}

/** Whether the password must be changed before anything else is open: a first one, or one that is too old. */
export const mustChangeOn = (
  { mustChange, passwordOn }: { mustChange: boolean; passwordOn: string },
  day: string,
): boolean => mustChange || day >= addDays(passwordOn, passwordDays)

/** Whether a session is over, by idleness or by age. */
export const isOver = (
  { beganAt, seenAt }: { beganAt: string; seenAt: string },
  { idleMinutes, hours }: SessionLimits,
  at: string,
): boolean => at >= later(seenAt, idleMinutes) || at >= later(beganAt, hours * 60)
