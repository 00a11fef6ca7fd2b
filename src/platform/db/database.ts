/** The way into PostgreSQL: a pool, Kysely over it, and how values come back. */
import { hash } from 'node:crypto'
import { CamelCasePlugin, Kysely, PostgresDialect, type PostgresPoolClient, type RawBuilder, sql } from 'kysely'
import pg from 'pg'
import Cursor from 'pg-cursor'
import type { Tables } from '../tables.ts'
import { asUnreachable, Unreachable } from './errors.ts'

export type Client = pg.PoolClient

export interface Database {
  readonly db: Kysely<Tables>
  readonly pool: pg.Pool
  readonly url: string
  close(): Promise<void>
}

const { builtins } = pg.types

/** `2026-04-01 00:30:00[.25]+00` is rewritten, not parsed: a page of incidents has hundreds. */
function instantOf(text: string): string {
  if (!text.endsWith('+00') || text.charCodeAt(10) !== 0x20) return new Date(text).toISOString()
  const milli = text.length === 22 ? '000' : text.slice(20, -3).slice(0, 3).padEnd(3, '0')
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${milli}Z`
}

/** Days stay texts, so that no time zone shifts them; whole numbers within 2⁵³ are numbers; instants are ISO in UTC. */
const parsers = new Map<number, (text: string) => unknown>([
  [builtins.DATE, (text) => text],
  [builtins.INT8, Number],
  [builtins.NUMERIC, Number],
  [builtins.TIMESTAMPTZ, instantOf],
])
/** Arrays of the same: PostgreSQL numbers their types apart, and pg has no names for these. */
const arrays: readonly (readonly [array: number, of: number])[] = [
  [1182, builtins.DATE],
  [1016, builtins.INT8],
  [1231, builtins.NUMERIC],
  [1185, builtins.TIMESTAMPTZ],
]
const textArray: number = 1009
const parseTexts: (text: string) => (string | null)[] = pg.types.getTypeParser(textArray)
for (const [array, of] of arrays) {
  const parse = parsers.get(of)
  if (parse) parsers.set(array, (text) => parseTexts(text).map((each) => (each === null ? null : parse(each))))
}
const parserOf: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  (format === 'binary' ? undefined : parsers.get(oid)) ?? pg.types.getTypeParser(oid, format)

/** Opens a pool. Nothing is asked of the server yet: `reach` does that, and `migrate` begins with it. */
export function connect(url: string, options: { max?: number } = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 12,
    application_name: 'shouwang',
    types: { getTypeParser: parserOf },
    connectionTimeoutMillis: 10_000,
  })
  // A connection that breaks must not end the process: its query fails, and the next one opens another.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const db = kyselyOver(pool)
  return { db, pool, url, close: () => db.destroy() }
}

const oldest = 17

/** Asks whether the server answers and is one we can work with. Throws Unreachable, which says what to set. */
export async function reach(pool: pg.Pool): Promise<void> {
  const url = pool.options.connectionString ?? ''
  const { rows } = await pool
    .query<{ version: number; encoding: string }>(
      "select current_setting('server_version_num')::int / 10000 version, current_setting('server_encoding') encoding",
    )
    .catch((error: unknown) => {
      throw asUnreachable(url, error)
    })
  const [server] = rows
  if (server && server.version < oldest)
    throw new Unreachable(url, `PostgreSQL ${server.version}，需要 ${oldest} 或更高 needs ${oldest} or later`)
  if (server && server.encoding !== 'UTF8')
    throw new Unreachable(url, `数据库编码为 ${server.encoding}，需要 UTF8 its encoding must be UTF8`)
}

const mark = '/* planned once */'
/**
 * At the end of a statement (`.modifyEnd(plannedOnce)`): the server keeps its plan for as long as the connection lasts.
 * For what every request asks and many tables answer, where planning takes longer than looking; never for statements
 * whose best plan hangs on their values.
 */
export const plannedOnce: RawBuilder<unknown> = sql.raw(mark)

/** pg plans a statement once where it has a name. Kysely gives none. */
const planning = new WeakMap<pg.PoolClient, PostgresPoolClient>()
function planner(client: pg.PoolClient): PostgresPoolClient {
  const known = planning.get(client)
  if (known) return known
  const query = (text: unknown, values: unknown) =>
    typeof text === 'string' && text.endsWith(mark)
      ? client.query({ name: hash('sha1', text), text, values: values as unknown[] })
      : Reflect.apply(client.query, client, [text, values])
  const made = seenAs(client, { query })
  planning.set(client, made)
  return made
}

/** The same object with some methods of ours. A proxy, not a copy: a client keeps its state in itself. */
function seenAs<T extends object>(target: T, own: Readonly<Record<string, unknown>>): T {
  return new Proxy(target, {
    get(_target, name) {
      if (typeof name === 'string' && name in own) return own[name]
      const value: unknown = Reflect.get(target, name, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

const kyselyOver = (pool: pg.Pool | SingleConnection) =>
  new Kysely<Tables>({
    dialect: new PostgresDialect({
      pool: { options: pool.options, connect: async () => planner(await pool.connect()), end: () => pool.end() },
      cursor: Cursor,
    }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })

interface SingleConnection {
  readonly options: pg.PoolOptions
  connect(): Promise<pg.PoolClient>
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
  // Kysely's release must not give it back to the pool yet.
  const shared = seenAs(client, { release: () => undefined })
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
