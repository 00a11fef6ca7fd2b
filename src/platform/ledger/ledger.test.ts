import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { now } from '../clock.ts'
import { type Context, nobody } from '../context.ts'
import { cloneDatabase } from '../db/testing.ts'
import { seal } from './sealer.ts'
import { lastSeal, record } from './store.ts'
import { verify } from './verify.ts'

const { db, pool } = await cloneDatabase()
let last = 990_000

/** A district with some acts in its ledger. */
async function district(acts: number): Promise<string> {
  const code = String(++last)
  for (let i = 0; i < acts; i++) await act(code, i)
  return code
}
const act = (code: string, i: number) =>
  db.transaction().execute((tx) => {
    const context: Context = { tx, district: code, actor: { ...nobody, name: '甲' }, at: now(), request: 'test' }
    const subject = { kind: 'thing', id: '00000000-0000-7000-8000-000000000001' }
    return record(context, 'thing.change', subject, { before: { i }, after: { i: i + 1 }, note: '改' })
  })

/** Seals until that many are: a transaction of any database on the same server holds the sealer back while it runs. */
const sealAll = (code: string, entries: number) =>
  expect
    .poll(
      async () => {
        await seal(db, code)
        return (await lastSeal(db, code)).position
      },
      { timeout: 20_000 },
    )
    .toBe(entries)

/** What an intruder with the database's password does. */
const behindItsBack = async (statement: string) => {
  const client = await pool.connect()
  try {
    await client.query(`begin; set local session_replication_role = replica; ${statement}; commit`)
  } finally {
    // The connection goes with whatever a failed statement left behind.
    client.release(true)
  }
}

describe('the sealed ledger', () => {
  it('is in order when nobody touched it', async () => {
    const code = await district(5)
    await sealAll(code, 5)
    expect(await verify(db, code)).toEqual({ checked: 5, unsealed: 0, broken: null })
  })
  it('goes on where it ended', async () => {
    const code = await district(2)
    await sealAll(code, 2)
    await act(code, 2)
    expect((await verify(db, code)).unsealed).toBe(1)
    await sealAll(code, 3)
    expect((await verify(db, code)).broken).toBeNull()
  })
  it('refuses change, removal and truncation by ordinary means', async () => {
    const code = await district(1)
    for (const statement of [
      sql`update platform.ledger_entry set note = 'x' where district = ${code}`,
      sql`delete from platform.ledger_entry where district = ${code}`,
      sql`truncate platform.ledger_entry`,
      sql`delete from platform.ledger_seal`,
    ])
      await expect(statement.execute(db)).rejects.toThrow('append-only')
  })
  it.each([
    ['changed', `update platform.ledger_entry set after = '{"i": 99}'`, 'entry-changed'],
    ['given to another', `update platform.ledger_entry set actor_name = '乙'`, 'entry-changed'],
    ['moved in time', `update platform.ledger_entry set at = at - interval '1 day'`, 'entry-changed'],
    ['removed', 'delete from platform.ledger_entry', 'entry-missing'],
  ])('shows an entry that was %s, by its position', async (_how, statement, fault) => {
    const code = await district(6)
    await sealAll(code, 6)
    const { rows } = await sql<{ entry: string }>`
      select entry from platform.ledger_seal where district = ${code} and position = 4`.execute(db)
    await behindItsBack(`${statement} where district = '${code}' and id = '${rows[0]?.entry}'`)
    expect((await verify(db, code)).broken).toEqual({ position: 4, entry: rows[0]?.entry, fault })
  })
  it('shows a seal that was taken out', async () => {
    const code = await district(4)
    await sealAll(code, 4)
    await behindItsBack(`delete from platform.ledger_seal where district = '${code}' and position = 2`)
    expect((await verify(db, code)).broken).toEqual({ position: 2, entry: null, fault: 'position-missing' })
  })
  it('never seals past a transaction that is still running, and misses none', async () => {
    const code = await district(1)
    const slow = await pool.connect()
    await slow.query('begin')
    await slow.query(
      `insert into platform.ledger_entry (district, at, actor_name, role, act, kind, subject)
       values ($1, now(), '慢', 'system', 'thing.late', 'thing', gen_random_uuid())`,
      [code],
    )
    await act(code, 7)
    await sealAll(code, 1)
    await slow.query('commit')
    slow.release()
    await sealAll(code, 3)
    expect(await verify(db, code)).toMatchObject({ checked: 3, unsealed: 0, broken: null })
  })
  it('sealed by two at once has each position once', async () => {
    const code = await district(30)
    await Promise.all([seal(db, code), seal(db, code)])
    await sealAll(code, 30)
    expect(await verify(db, code)).toMatchObject({ checked: 30, broken: null })
  })
})
