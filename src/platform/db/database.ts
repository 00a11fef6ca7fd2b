/** The way into PostgreSQL: a pool, Kysely over it, and how values come back. */
import { CamelCasePlugin, Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely'
import pg from 'pg'
import Cursor from 'pg-cursor'
import type { Tables } from '../tables.ts'

export type Client = pg.PoolClient

export interface Database {
  readonly db: Kysely<Tables>
  readonly pool: pg.Pool
  readonly url: string
  close(): Promise<void>
}

const { builtins } = pg.types
/** Days stay texts, so that no time zone shifts them; whole numbers within 2⁵³ are numbers; instants are ISO in UTC. */
const parsers = new Map<number, (text: string) => unknown>([
  [builtins.DATE, (text) => text],
  [builtins.INT8, Number],
  [builtins.NUMERIC, Number],
  [builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString()],
])
const parserOf: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  (format === 'binary' ? undefined : parsers.get(oid)) ?? pg.types.getTypeParser(oid, format)

/** Opens a pool. Nothing is asked of the server yet: `reach` does that. */
export function connect(url: string, options: { max?: number } = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 12,
    application_name: 'shouwang',
    types: { getTypeParser: parserOf },
    connectionTimeoutMillis: 10_000,
  })
  // A connection that breaks while idle must not end the process; the next query opens another.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const db = kyselyOver(pool)
  return { db, pool, url, close: () => db.destroy() }
}

const kyselyOver = (pool: pg.Pool | SingleConnection) =>
  new Kysely<Tables>({
    dialect: new PostgresDialect({ pool, cursor: Cursor }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })

interface SingleConnection {
  readonly options: pg.PoolOptions
  connect(): Promise<PostgresPoolClient>
  end(): Promise<void>
}

/**
 * Runs work on one connection that is both Kysely's and the caller's: what COPY needs, which Kysely has no words for.
 * A transaction opened on `db` is then the connection's, and COPY on `client` is part of it.
 */
export async function onOneConnection<T>(
  { pool }: Pick<Database, 'pool'>,
  work: (db: Kysely<Tables>, client: Client) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  // A proxy, not a copy: the client keeps its state in itself. Kysely's release must not give it back to the pool yet.
  const shared = new Proxy(client, {
    get(target, name) {
      if (name === 'release') return () => undefined
      const value: unknown = Reflect.get(target, name, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  const db = kyselyOver({ options: pool.options, connect: async () => shared, end: async () => undefined })
  let broken: Error | undefined
  try {
    return await work(db, client)
  } catch (error) {
    broken = error instanceof Error && 'code' in error && String(error.code).startsWith('57P') ? error : undefined
    throw error
  } finally {
    client.release(broken)
  }
}
