/** What is checked in about the tables is what the migrations make. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { describeSchema, describeTables } from './describe.ts'
import { cloneDatabase } from './testing.ts'

const { pool } = await cloneDatabase()
const checkedIn = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
const stale = 'is stale: run `npm run db:types`'

describe('what is checked in', () => {
  it('src/platform/tables.ts', async () => {
    expect(await describeTables(pool), `src/platform/tables.ts ${stale}`).toBe(checkedIn('../tables.ts'))
  })

  it('docs/schema.sql', async () => {
    expect(await describeSchema(pool), `docs/schema.sql ${stale}`).toBe(checkedIn('../../../docs/schema.sql'))
  })
})

describe('a column of any type', () => {
  it('gets the type that it comes back with and the one it is written with', async () => {
    await pool.query(`create table platform.described (
      a_day date not null, names text[] not null, amounts bigint[], body jsonb not null, seal bytea not null,
      n bigint generated always as identity, double_n int generated always as (1 + 1) stored, note text default '')`)
    const text = await describeTables(pool)
    const own = text.slice(
      text.indexOf("'platform.described'"),
      text.indexOf('}', text.indexOf("'platform.described'")),
    )
    expect(
      own
        .trim()
        .split('\n')
        .map((line) => line.trim()),
    ).toEqual([
      "'platform.described': {",
      'aDay: string',
      'names: string[]',
      'amounts: ColumnType<number[] | null, number[] | null | undefined, number[] | null>',
      'body: ColumnType<unknown, string, string>',
      'seal: Buffer',
      'n: ColumnType<number, never, never>',
      'doubleN: ColumnType<number | null, never, never>',
      'note: ColumnType<string | null, string | null | undefined, string | null>',
    ])
    await pool.query('drop table platform.described')
  })
})
