/** Migrations: plain SQL beside each area, run once in the order of their file names. */
import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Pool, PoolClient } from 'pg'
import { reach } from './database.ts'
import { asUnreachable } from './errors.ts'

export interface Migration {
  readonly name: string
  readonly sql: string
  readonly digest: string
}

const source = fileURLToPath(new URL('../../', import.meta.url))

/** The migrations of a folder and all below it, in the order in which they run. */
export function migrationsIn(folder: string = source): Migration[] {
  const found = globSync('**/migrations/*.sql', { cwd: folder })
    .map((path) => {
      // A checkout with other line ends is the same migration.
      const sql = readFileSync(`${folder}/${path}`, 'utf8').replaceAll('\r\n', '\n')
      return { name: basename(path, '.sql'), sql, digest: createHash('sha256').update(sql).digest('hex') }
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  const twice = found.find(({ name }, i) => found[i + 1]?.name === name)
  if (twice) throw new Error(`two migrations are named ${twice.name}`)
  return found
}

/** The database and the program do not fit: a migration was edited, failed, or is not known here. */
export class MigrationFault extends Error {
  override readonly name = 'MigrationFault'
}

/**
 * Brings the database up to date and returns the names of what was applied. Servers that start together wait for each
 * other. One that lands late with an older name is applied too. Throws MigrationFault or Unreachable.
 */
export async function migrate(pool: Pool, migrations: readonly Migration[] = migrationsIn()): Promise<string[]> {
  await reach(pool)
  const client = await pool.connect()
  try {
    await client.query("select pg_advisory_lock(hashtext('shouwang.migrate'))")
    const done = await appliedIn(client).catch((error: unknown) => {
      throw asUnreachable(pool.options.connectionString ?? '', error)
    })
    demandSame(done, migrations)
    const waiting = migrations.filter(({ name }) => !done.has(name))
    for (const migration of waiting) await apply(client, migration)
    return waiting.map(({ name }) => name)
  } finally {
    await client.query("select pg_advisory_unlock(hashtext('shouwang.migrate'))").catch(() => undefined)
    client.release()
  }
}

/** Names and digests of what has run. */
async function appliedIn(client: PoolClient): Promise<Map<string, string>> {
  const { rowCount } = await client.query("select where to_regclass('platform.migration') is not null")
  if (rowCount === 0)
    await client.query(`create schema if not exists platform;
      create table platform.migration (
        name text primary key, digest text not null, at timestamptz not null default now())`)
  const { rows } = await client.query<{ name: string; digest: string }>('select name, digest from platform.migration')
  return new Map(rows.map(({ name, digest }) => [name, digest]))
}

function demandSame(done: ReadonlyMap<string, string>, migrations: readonly Migration[]): void {
  const known = new Map(migrations.map(({ name, digest }) => [name, digest]))
  for (const [name, digest] of done) {
    if (!known.has(name))
      throw new MigrationFault(
        `数据库比程序新，请更新程序 the database is newer than this program, update the program (${name})`,
      )
    if (known.get(name) !== digest)
      throw new MigrationFault(
        `迁移在执行后被修改，请还原并另写新的迁移 migration ${name} was edited after it was applied: restore it and write a new one`,
      )
  }
}

async function apply(client: PoolClient, { name, sql, digest }: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query('insert into platform.migration (name, digest) values ($1, $2)', [name, digest])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw new MigrationFault(
      `迁移失败，数据库未改动 migration ${name} failed and changed nothing: ${error instanceof Error ? error.message : error}`,
      { cause: error },
    )
  }
}
