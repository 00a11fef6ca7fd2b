/** The working-day calendar: from contract to store. */
import { implement } from '@orpc/server'
import { RuleViolation } from '../../../kernel/lifecycle.ts'
import { type Context, NotFound } from '../../../platform/context.ts'
import { record } from '../../../platform/ledger/store.ts'
import { faultOf } from './checks.ts'
import { type CalendarYear, calendarContract } from './contract.ts'
import { askRenewalOfDuties } from './jobs.ts'
import * as store from './store.ts'
import { findShipped } from './years.ts'

const os = implement(calendarContract).$context<Context>()

/** The ledger knows the calendar as one thing: which year it was stands in the change. */
const subject = { kind: 'calendar', id: '00000000-0000-0000-0000-000000000000' }

function demandVersion(seen: number, now: CalendarYear | undefined): void {
  if (seen !== (now?.version ?? 0)) throw new RuleViolation('moved-meanwhile', { seen, now })
}

export const calendarRoutes = os.router({
  list: os.list.handler(async ({ context }) => ({ items: await store.list(context) })),
  set: os.set.handler(async ({ input, context }) => {
    const { version, reason, ...year } = input
    const before = await store.lock(context, year.year)
    demandVersion(version, before)
    const fault = faultOf(year)
    if (fault) throw new RuleViolation(fault.ground, fault.detail)
    // A year counts as official once it is here: somebody answers for it by naming the notice.
    if (year.source === null && !findShipped(year.year)) throw new RuleViolation('source-wanted', { year: year.year })
    const after = before ? await store.save(context, year, true) : await store.add(context, year)
    if (!after) throw new RuleViolation('moved-meanwhile', { seen: version })
    await record(context, 'calendar.set', subject, { before, after, note: reason })
    await askRenewalOfDuties(context)
    return after
  }),
  reset: os.reset.handler(async ({ input: { year, version, reason }, context }) => {
    const before = await store.lock(context, year)
    if (!before) throw new NotFound('calendar year')
    demandVersion(version, before)
    const shipped = findShipped(year)
    const after = shipped ? await store.save(context, shipped, false) : null
    if (!after) await store.takeOut(context, year)
    await record(context, 'calendar.reset', subject, { before, after, note: reason })
    await askRenewalOfDuties(context)
    return after
  }),
})
