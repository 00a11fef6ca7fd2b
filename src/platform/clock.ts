/** The server's clock: the only place where the server reads it for legal moments. */
import { dayOf } from '../kernel/calendar.ts'
import type { Moment } from '../kernel/lifecycle.ts'

export function now(): Moment {
  const instant = new Date().toISOString()
  return { day: dayOf(instant), instant }
}
