/** Migrations: once, in order, whole or not at all, and never edited. */
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Migration, migrate, migrationsIn } from './migrate.ts'
import { cloneDatabase } from './testing.ts'

const { pool } = await cloneDatabase()
const shipped = migrationsIn()
const migration = (name: string, sql: string): Migration => ({
  name,
  sql,
  digest: createHash('sha256').update(sql).digest('hex'),
})
const count = async (text: string) => (await pool.query(text)).rowCount

describe('the shipped migrations', () => {
  it('are there, sorted by name', () => {
    const names = shipped.map(({ name }) => name)
    expect(names.length).toBeGreaterThan(0)
    expect(names).toEqual(names.toSorted())
    expect(names.filter((name) => !/^\d{4}-\d{2}-\d{2}-\d{2}-[a-z-]+$/.test(name))).toEqual([])
  })

  it('do nothing the second time', async () => {
    expect(await migrate(pool)).toEqual([])
  })
})

describe('a new migration', () => {
  const late = migration('2026-01-01-00-late', 'create table platform.late (n int)')

  it('is applied once, even by servers that start together and under an older name', async () => {
    const applied = await Promise.all([1, 2, 3].map(() => migrate(pool, [late, ...shipped])))
    expect(applied.flat()).toEqual([late.name])
  })

  it('is refused once edited', async () => {
    const edited = migration(late.name, `${late.sql};`)
    await expect(migrate(pool, [edited, ...shipped])).rejects.toThrow(/2026-01-01-00-late was edited/)
  })

  it('that an older program does not know stops that program', async () => {
    await expect(migrate(pool, shipped)).rejects.toThrow(/the database is newer.*2026-01-01-00-late/)
  })

  it('that fails in the middle changes nothing, and what ran before it stays', async () => {
    const good = migration('2099-01-01-00-good', 'create table platform.good (n int)')
    const bad = migration('2099-01-02-00-bad', 'create table platform.half (n int); select 1 / 0')
    const all = [late, ...shipped, good]
    await expect(migrate(pool, [...all, bad])).rejects.toThrow(/2099-01-02-00-bad failed.*division by zero/)
    expect(await count("select where to_regclass('platform.half') is null")).toBe(1)
    expect(await count("select where to_regclass('platform.good') is not null")).toBe(1)
    expect(await migrate(pool, all)).toEqual([])
  })
})

describe('files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'shouwang-migrations-'))
  const write = (area: string, name: string, sql: string) => {
    mkdirSync(join(folder, area, 'migrations'), { recursive: true })
    writeFileSync(join(folder, area, 'migrations', `${name}.sql`), sql)
  }

  it('are the same with other line ends, and their names must differ', () => {
    write('a', '2026-01-01-01-a', 'select 1;\nselect 2;\n')
    const [unix] = migrationsIn(folder)
    write('a', '2026-01-01-01-a', 'select 1;\r\nselect 2;\r\n')
    expect(migrationsIn(folder)).toEqual([unix])
    write('b', '2026-01-01-01-a', 'select 3;')
    expect(() => migrationsIn(folder)).toThrow(/two migrations are named 2026-01-01-01-a/)
    rmSync(folder, { recursive: true })
  })
})
