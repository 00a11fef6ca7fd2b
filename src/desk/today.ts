/** Today, by this computer's clock: for what is shown. What counts is the server's. */
import { dayOf } from '../kernel/calendar.ts'

export const instantNow = (): string => new Date().toISOString()
export const today = (): string => dayOf(instantNow())
