/** Migrations: plain SQL beside each area, run once in the order of their file names. */
import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Pool, PoolClient } from 'pg'

const source = fileURLToPath(new URL('../../', import.meta.url))

interface Migration {
  readonly name: string
  readonly sql: string
  readonly digest: string
}

export function migrations(): Migration[] {
  return globSync('**/migrations/*.sql', { cwd: source })
    .map((path) => {
      const sql = readFileSync(`${source}${path}`, 'utf8')
      return { name: basename(path, '.sql'), sql, digest: createHash('sha256').update(sql).digest('hex') }
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/**
 * Brings the database up to date and returns the names of what was applied. Servers that start together wait for each
 * other. Throws where a migration that was applied has been edited since: migrations go forward only.
 */
export async function migrate(pool: Pool): Promise<string[]> {
  const client = await pool.connect()
  try {
    await client.query("select pg_advisory_lock(hashtext('shouwang.migrate'))")
    await client.query(`create schema if not exists platform;
      create table if not exists platform.migration (
        name text primary key, digest text not null, at timestamptz not null default now())`)
    const { rows } = await client.query<{ name: string; digest: string }>('select name, digest from platform.migration')
    const done = new Map(rows.map(({ name, digest }) => [name, digest]))
    const applied: string[] = []
    for (const migration of migrations()) {
      const before = done.get(migration.name)
      if (before === undefined) {
        await apply(client, migration)
        applied.push(migration.name)
      } else if (before !== migration.digest)
        throw new Error(`migration ${migration.name} was edited after it was applied; write a new one instead`)
    }
    return applied
  } finally {
    await client.query("select pg_advisory_unlock(hashtext('shouwang.migrate'))").catch(() => undefined)
    client.release()
  }
}

async function apply(client: PoolClient, { name, sql, digest }: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query('insert into platform.migration (name, digest) values ($1, $2)', [name, digest])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${name} failed: ${error instanceof Error ? error.message : error}`, { cause: error })
  }
}
