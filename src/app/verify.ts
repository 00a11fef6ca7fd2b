/** Whether a district's ledger is whole, and whether its records are as the ledger left them. */
import { driftOf } from '../areas/incidents/public.ts'
import { tellRole } from '../areas/organisation/public.ts'
import { seal } from '../platform/ledger/sealer.ts'
import { type Verdict, verify } from '../platform/ledger/verify.ts'
import { inContext, type Parts } from './parts.ts'

export interface Verification extends Verdict {
  /** Incidents that are not as the ledger left them. */
  readonly records: Awaited<ReturnType<typeof driftOf>>
}

export async function verifyDistrict({ database: { db } }: Parts, district: string): Promise<Verification> {
  await seal(db, district)
  return { ...(await verify(db, district)), records: await driftOf(db, district) }
}

/** Each night: tells the audit administrators of what was changed behind the ledger's back. */
export async function verifyAll(parts: Parts): Promise<void> {
  const districts = await parts.database.db.selectFrom('organisation.district').select('district').execute()
  for (const { district } of districts) {
    const { broken, records } = await verifyDistrict(parts, district)
    if (broken === null && records.differ === 0) continue
    parts.log.error({ district, broken, differ: records.differ }, 'the ledger does not hold')
    await inContext(parts, { district, name: '核对' }, async (context) => {
      const tell = (message: string, values: Record<string, number>) =>
        tellRole(context, ['auditAdmin'], { message, values, link: '/ledger' })
      if (broken) await tell('ledgerBroken', { position: broken.position })
      if (records.differ > 0) await tell('recordsDiffer', { n: records.differ })
    })
  }
}
