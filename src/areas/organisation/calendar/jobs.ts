/** What is due by working days was worked out by the calendar as it was: another area renews it, a district at a time. */
import type { Context } from '../../../platform/context.ts'
import { addJob } from '../../../platform/jobs/jobs.ts'

/** Asks for it after the transaction; edits that come one upon another ask once. */
export const askRenewalOfDuties = ({ tx, district }: Pick<Context, 'tx' | 'district'>): Promise<void> =>
  addJob({ tx }, 'duties-renew', { district }, `duties-renew ${district}`)
