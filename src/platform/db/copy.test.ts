/** COPY: whatever a text holds comes back as it went in, and a failure leaves the connection usable. */
import fc from 'fast-check'
import type { PoolClient } from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { copyRows } from './copy.ts'
import { cloneDatabase } from './testing.ts'

const { pool } = await cloneDatabase()
await pool.query(
  'create table platform.copied (n int, text text, flag boolean, amount float8, json jsonb, bytes bytea)',
)
const columns = ['n', 'text', 'flag', 'amount', 'json', 'bytes']
const client: PoolClient = await pool.connect()
afterAll(() => client.release())

async function roundTrip(rows: readonly (readonly unknown[])[]) {
  await client.query('delete from platform.copied')
  const counted = await copyRows(client, 'platform.copied', columns, rows)
  const { rows: stored } = await client.query({ text: 'select * from platform.copied order by n', rowMode: 'array' })
  expect(counted).toBe(rows.length)
  return stored
}

describe('awkward values', () => {
  it('come back as they went in', async () => {
    const texts = ['', '\\N', '\\.', 'a\tb', 'a\nb', 'a\r\nb', '\\', '\\\\t', '"quoted"', '火灾🔥', ' ', ',', 'N\\A']
    const rows = texts.map((text, n) => [n, text, n % 2 === 0, n / 3, { text, list: [text] }, Buffer.from(text)])
    expect(await roundTrip(rows)).toEqual(rows)
    expect(await roundTrip([[1, null, undefined, 1e300, null, null]])).toEqual([[1, null, null, 1e300, null, null]])
  })

  it('of any kind do', async () => {
    const any = fc.integer({ min: 1, max: 0x10ffff }).filter((point) => point < 0xd800 || point > 0xdfff)
    const char = fc.oneof(
      fc.constantFrom('\\', '\n', '\r', '\t', 'N', '.', '"'),
      any.map((point) => String.fromCodePoint(point)),
    )
    const text = fc.string({ unit: char })
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(
            text,
            fc.boolean(),
            fc.double({ noNaN: true }).map((value) => value + 0),
          ),
          { maxLength: 20 },
        ),
        async (values) => {
          const rows = values.map(([value, flag, amount], n) => [n, value, flag, amount, { value }, null])
          expect(await roundTrip(rows)).toEqual(rows)
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('many rows', () => {
  it('arrive from a slow source, in order and counted', async () => {
    async function* source() {
      for (let n = 0; n < 20_000; n++) {
        if (n % 5000 === 0) await new Promise(setImmediate)
        yield [n, `地址 ${n}`, true, n, null, null]
      }
    }
    await client.query('truncate platform.copied')
    expect(await copyRows(client, 'platform.copied', columns, source())).toBe(20_000)
    const { rows } = await client.query('select count(*)::int count, sum(n)::int sum from platform.copied')
    expect(rows).toEqual([{ count: 20_000, sum: 199_990_000 }])
  })
})

describe('a failure', () => {
  it('of the source copies nothing and is what comes out', async () => {
    await client.query('truncate platform.copied')
    function* source() {
      for (let n = 0; n < 10_000; n++) yield [n, 'x', true, 1, null, null]
      throw new Error('the file ends in the middle of a line')
    }
    await expect(copyRows(client, 'platform.copied', columns, source())).rejects.toThrow(/in the middle of a line/)
    expect((await client.query('select from platform.copied')).rowCount).toBe(0)
  })

  it('of PostgreSQL copies nothing and names its reason', async () => {
    const rows = [
      [1, 'good', true, 1, null, null],
      [2, 'null \0 byte', true, 1, null, null],
    ]
    await expect(copyRows(client, 'platform.copied', columns, rows)).rejects.toMatchObject({ code: '22021' })
    expect((await client.query('select from platform.copied')).rowCount).toBe(0)
  })
})
