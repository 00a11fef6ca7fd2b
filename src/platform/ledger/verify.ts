/** Verifying the ledger: recompute the chain over the entries as they are now and name the first that does not fit. */
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Tables } from '../tables.ts'
import { chain } from './sealer.ts'
import { sealedText } from './store.ts'

export type LedgerFault = 'entry-changed' | 'entry-missing' | 'position-missing'
export interface Verdict {
  /** Sealed entries that were checked, up to and with the broken one. */
  checked: number
  /** Entries that the sealer has not reached yet. */
  unsealed: number
  broken: { position: number; entry: string | null; fault: LedgerFault } | null
}

const batchSize = 10_000

/** Walks the whole chain of a district. Memory stays bounded; a million entries take some seconds. */
export async function verify(db: Kysely<Tables> | Transaction<Tables>, district: string): Promise<Verdict> {
  const unsealed = await countUnsealed(db, district)
  let hash: Buffer = Buffer.alloc(32)
  let position = 0
  for (;;) {
    const { rows } = await sql<{ position: number; entry: string; hash: Buffer; text: string | null }>`
      select s.position, s.entry, s.hash, case when e.id is not null then ${sealedText} end as text
      from platform.ledger_seal s
      left join platform.ledger_entry e on e.district = s.district and e.id = s.entry
      where s.district = ${district} and s.position > ${position}
      order by s.position
      limit ${batchSize}`.execute(db)
    for (const row of rows) {
      position++
      const broken = (fault: LedgerFault) => ({
        checked: position,
        unsealed,
        broken: { position, entry: fault === 'position-missing' ? null : row.entry, fault },
      })
      if (row.position !== position) return broken('position-missing')
      if (row.text === null) return broken('entry-missing')
      hash = chain(hash, row.text)
      if (!hash.equals(row.hash)) return broken('entry-changed')
    }
    if (rows.length < batchSize) return { checked: position, unsealed, broken: null }
  }
}

async function countUnsealed(db: Kysely<Tables> | Transaction<Tables>, district: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from platform.ledger_entry e
    where e.district = ${district}
      and not exists (select from platform.ledger_seal s where s.district = e.district and s.entry = e.id)`.execute(db)
  return rows[0]?.n ?? 0
}
