/** What other areas may ask of incidents. */
import type { Context } from '../../platform/context.ts'
import type { IncidentFilter, Totals } from './contract.ts'
import * as store from './store.ts'

/** Count and sums of what a filter finds inside the actor's reach. */
export const totalsOf = (context: Context, filter: IncidentFilter): Promise<Totals> => store.totals(context, filter)

export { type ImportOrder, type ImportParts, importIncidents, runWaiting } from './imports/jobs.ts'
