/** What other areas may ask of visits. */
import { createHash } from 'node:crypto'
import type { Context } from '../../../platform/context.ts'
import { type Done, recordMany } from '../../../platform/ledger/store.ts'
import type { Visit } from './record-contract.ts'
import * as store from './store.ts'

const digestOf = (visit: Visit) => createHash('sha256').update(JSON.stringify(visit)).digest('hex')
/** How many are written at once. */
const batch = 500

/** Brings visits of the past, as another system knew them or a demonstration made them, with an entry of the ledger each. */
export async function bringVisits(context: Context, visits: readonly Visit[], note: string): Promise<void> {
  for (let i = 0; i < visits.length; i += batch) {
    const ready = visits.slice(i, i + batch)
    await store.insert(
      context,
      ready.map((visit) => ({ visit, digest: digestOf(visit) })),
    )
    await recordMany(
      context,
      ready.map(({ answers: _, findings: __, rechecks: ___, ...after }): Done => {
        return { act: 'visit.bring', kind: 'visit', id: after.id, after, note }
      }),
    )
  }
}
