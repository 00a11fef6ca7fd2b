/** The sealer: gives entries their positions and chains a SHA-256 over them, outside the writers' way. */
import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Tables } from '../tables.ts'
import { lastSeal, sealedText } from './store.ts'

const batchSize = 5_000

/** The hash of an entry on top of the one before it. */
export const chain = (previous: Buffer, text: string): Buffer =>
  createHash('sha256').update(previous).update('\n').update(text).digest()

/**
 * Seals what is ready, and returns how many entries that was. Ready is what was written by a transaction older than
 * every running one: a late commit can no longer take a place before it. Sealers of one district wait for each other.
 */
export async function seal(db: Kysely<Tables>, district: string): Promise<number> {
  let sealed = 0
  for (;;) {
    const count = await sealBatch(db, district)
    sealed += count
    if (count < batchSize) return sealed
  }
}

const sealBatch = (db: Kysely<Tables>, district: string): Promise<number> =>
  db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('ledger-seal'), hashtext(${district}))`.execute(tx)
    const last = await lastSeal(tx, district)
    const ready = await sql<{ id: string; xid: string; seq: number; text: string }>`
      select e.id, e.xid::text as xid, e.seq, ${sealedText} as text
      from platform.ledger_entry e
      where e.district = ${district}
        and e.xid < pg_snapshot_xmin(pg_current_snapshot())
        and (e.xid, e.seq) > (${last.xid}::xid8, ${last.seq}::bigint)
      order by e.xid, e.seq
      limit ${batchSize}`.execute(tx)
    let { position, hash } = last
    const seals = ready.rows.map(({ id, xid, seq, text }) => {
      hash = chain(hash, text)
      return { position: ++position, entry: id, xid, seq, hash: hash.toString('hex') }
    })
    if (seals.length > 0)
      await sql`
        insert into platform.ledger_seal (district, position, entry, xid, seq, hash)
        select ${district}, position, entry, xid::xid8, seq, decode(hash, 'hex')
        from jsonb_to_recordset(${JSON.stringify(seals)}::jsonb)
          as s(position bigint, entry uuid, xid text, seq bigint, hash text)`.execute(tx)
    return seals.length
  })

/** Seals every district's entries in turn. */
export async function sealAll(db: Kysely<Tables>): Promise<number> {
  const districts = await db.selectFrom('platform.ledgerEntry').select('district').distinct().execute()
  let sealed = 0
  for (const { district } of districts) sealed += await seal(db, district)
  return sealed
}
