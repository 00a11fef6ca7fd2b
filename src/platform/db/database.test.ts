/** How values come back from PostgreSQL, and what is said when it cannot be reached. */
import { once } from 'node:events'
import { createServer } from 'node:net'
import { sql } from 'kysely'
import { describe, expect, inject, it } from 'vitest'
import { connect, onOneConnection, plannedOnce, reach } from './database.ts'
import { translate, withoutPassword } from './errors.ts'
import { cloneDatabase } from './testing.ts'

const database = await cloneDatabase()

describe('values come back', () => {
  it('as the wire speaks of them: days as text, numbers as numbers, instants in UTC', async () => {
    const { rows } = await sql`select date '2026-03-01' as day, 9007199254740991::int8 as big, 12.34::numeric as amount,
      timestamptz '2026-04-01 08:30:00+08' as instant, '{"a_b": 1}'::jsonb as nested,
      null::date as nothing, array[1, null]::int8[] as many, array[date '2026-03-01'] as days`.execute(database.db)
    expect(rows).toEqual([
      {
        day: '2026-03-01',
        big: 9_007_199_254_740_991,
        amount: 12.34,
        instant: '2026-04-01T00:30:00.000Z',
        nested: { a_b: 1 },
        nothing: null,
        many: [1, null],
        days: ['2026-03-01'],
      },
    ])
  })

  it('instants to the millisecond, whatever the zone of the connection', async () => {
    const text = await database.db.transaction().execute(async (tx) => {
      await sql`set local timezone = 'Asia/Shanghai'`.execute(tx)
      return sql<{ at: string }>`select timestamptz '2026-04-01 08:30:00+08' as at`.execute(tx)
    })
    const { rows } = await sql`
      select timestamptz '2026-04-01 08:30:00.1234+08' as fine, timestamptz '2026-04-01 08:30:00.5+08' as half`.execute(
      database.db,
    )
    expect([text.rows[0], rows[0]]).toEqual([
      { at: '2026-04-01T00:30:00.000Z' },
      { fine: '2026-04-01T00:30:00.123Z', half: '2026-04-01T00:30:00.500Z' },
    ])
  })

  it('under camelCase names', async () => {
    const { rows } = await sql`select 1 as burned_area_m2`.execute(database.db)
    expect(rows).toEqual([{ burnedAreaM2: 1 }])
  })
})

describe('a statement that is marked as planned once', () => {
  it('is kept by its connection, with other values too; another statement is not', async () => {
    await database.db.connection().execute(async (one) => {
      const ask = (name: string) =>
        one.selectFrom('platform.file').select('id').where('name', '=', name).modifyEnd(plannedOnce).execute()
      await ask('甲')
      await ask('乙')
      await one.selectFrom('platform.file').select('sha256').execute()
      const { rows } = await sql<{ statement: string }>`
        select statement from pg_prepared_statements where not from_sql`.execute(one)
      expect(rows.map(({ statement }) => statement)).toEqual([
        expect.stringMatching(/^select "id" from .*planned once/),
      ])
    })
  })
})

describe('one connection for Kysely and COPY', () => {
  it('shares its transaction', async () => {
    const ids = await onOneConnection(database, (db, client) =>
      db.transaction().execute(async (tx) => {
        const mine = await sql<{ id: string }>`select pg_current_xact_id()::text id`.execute(tx)
        const other = await client.query<{ id: string }>('select pg_current_xact_id()::text id')
        return [mine.rows[0]?.id, other.rows[0]?.id]
      }),
    )
    expect(ids[0]).toBe(ids[1])
  })
})

describe('a connection that the server ends', () => {
  it('fails its query, and the pool opens another', async () => {
    const lost = await database.db
      .connection()
      .execute((one) => sql`select pg_terminate_backend(pg_backend_pid())`.execute(one))
      .catch((error: unknown) => error)
    expect(translate(lost)).toEqual({ kind: 'busy' })
    // The end of the connection may reach us after the next query was given to it.
    await expect.poll(() => sql`select 1`.execute(database.db).catch(() => undefined)).toBeDefined()
  })
})

describe('a wrong DATABASE_URL', () => {
  const server = new URL(inject('database'))
  const reached = async (change: (url: URL) => void) => {
    const url = new URL(server)
    change(url)
    const wrong = connect(url.href, { max: 1 })
    try {
      return String(await reach(wrong.pool).catch((error: unknown) => error))
    } finally {
      await wrong.close()
    }
  }

  it('says that nothing listens there', async () => {
    const free = createServer().listen(0, '127.0.0.1')
    await once(free, 'listening')
    const address = free.address()
    free.close()
    const words = await reached((url) => {
      url.port = typeof address === 'object' ? String(address?.port) : ''
    })
    expect(words).toMatch(/nothing listens there/)
    expect(words).toMatch(/check DATABASE_URL/)
  })

  it('says that what listens there speaks no PostgreSQL', async () => {
    const other = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')).listen(0, '127.0.0.1')
    await once(other, 'listening')
    const address = other.address()
    const words = await reached((url) => {
      url.port = typeof address === 'object' ? String(address?.port) : ''
    })
    other.close()
    expect(words).toMatch(/可能不是 PostgreSQL/)
  })

  it('says that there is no such host, user, or database', async () => {
    expect(
      await reached((url) => {
        url.hostname = 'no-such-host.invalid'
      }),
    ).toMatch(/no such host/)
    expect(
      await reached((url) => {
        url.password = 'wrong'
      }),
    ).toMatch(/wrong user or password/)
    expect(
      await reached((url) => {
        url.pathname = '/elsewhere'
      }),
    ).toMatch(/no such database/)
  })

  it('never shows the password', async () => {
    expect(
      await reached((url) => {
        url.password = 'secret-word'
      }),
    ).not.toContain('secret-word')
    expect(withoutPassword('postgres://a:b%zz@host/x')).not.toContain('b%zz')
    expect(withoutPassword('not a url:secret')).toBe('DATABASE_URL')
  })

  it('says that the database is in another encoding', async () => {
    await database.pool.query(
      "create database test_latin encoding 'LATIN1' locale_provider libc locale 'C' template template0",
    )
    try {
      expect(
        await reached((url) => {
          url.pathname = '/test_latin'
        }),
      ).toMatch(/must be UTF8/)
    } finally {
      await database.pool.query('drop database test_latin with (force)')
    }
  })
})
