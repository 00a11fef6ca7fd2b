/** Accounts and their sessions in the database. */
import { sql } from 'kysely'
import type { Context, Db } from '../../../platform/context.ts'
import { plannedOnce } from '../../../platform/db/database.ts'
import { staff } from '../people/store.ts'

/** Accounts with whoever holds them, their post and their body. */
const holders = (tx: Db) =>
  staff(tx).innerJoin('organisation.account as a', (join) =>
    join.onRef('a.district', '=', 'p.district').onRef('a.person', '=', 'p.id'),
  )

/** An account with all that a sign-in needs to decide. */
export async function findByUsername(tx: Db, username: string, district: string | undefined) {
  let found = tx.selectFrom('organisation.account').selectAll().where('username', '=', username)
  if (district) found = found.where('district', '=', district)
  return found.forUpdate().execute()
}

export async function lock({ tx, district }: Context, id: string) {
  return tx
    .selectFrom('organisation.account')
    .selectAll()
    .where('district', '=', district)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export interface AccountChange {
  role?: string
  active?: boolean
  failures?: number
  lockedUntil?: string | null
  mustChange?: boolean
  passwordHash?: string
  passwordOn?: string
  language?: string
}

export async function change(tx: Db, district: string, id: string, set: AccountChange): Promise<void> {
  await tx
    .updateTable('organisation.account')
    .set((account) => ({ ...set, version: account('version', '+', 1) }))
    .where('district', '=', district)
    .where('id', '=', id)
    .execute()
}

export async function create(
  { tx, district }: Context,
  account: { person: string; username: string; passwordHash: string; role: string; passwordOn: string },
): Promise<string> {
  const row = await tx
    .insertInto('organisation.account')
    .values({ district, ...account, mustChange: true })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function keepPassword(context: Context, account: string, passwordHash: string): Promise<void> {
  await context.tx
    .insertInto('organisation.pastPassword')
    .values({ district: context.district, account, at: context.at.instant, passwordHash })
    .execute()
}

export async function pastHashes({ tx, district }: Context, account: string, n: number): Promise<string[]> {
  const rows = await tx
    .selectFrom('organisation.pastPassword')
    .select('passwordHash')
    .where('district', '=', district)
    .where('account', '=', account)
    .orderBy('at', 'desc')
    .limit(n)
    .execute()
  return rows.map((row) => row.passwordHash)
}

export async function beginSession(
  tx: Db,
  session: { district: string; tokenHash: string; account: string; at: string; agent: string | null },
): Promise<void> {
  const { at, ...rest } = session
  await tx
    .insertInto('organisation.session')
    .values({ ...rest, beganAt: at, seenAt: at })
    .execute()
}

/** A session with the person behind it, their post and body, as sign-in and every request need it. */
export async function findSession(tx: Db, tokenHash: string) {
  return holders(tx)
    .innerJoin('organisation.session as s', (join) =>
      join.onRef('s.district', '=', 'a.district').onRef('s.account', '=', 'a.id'),
    )
    .select([
      's.district',
      's.beganAt',
      's.seenAt',
      'a.id as account',
      'a.role',
      'a.active',
      'a.mustChange',
      'a.passwordOn',
      'p.id as person',
      'p.name',
      'p.active as present',
      'b.id as body',
      'b.kind as bodyKind',
    ])
    .where('s.tokenHash', '=', tokenHash)
    .modifyEnd(plannedOnce)
    .executeTakeFirst()
}

/** Says that the session is used; where another request is just saying so, that one's word will do. */
export async function touchSession(tx: Db, district: string, tokenHash: string, at: string): Promise<void> {
  await tx
    .updateTable('organisation.session')
    .set({ seenAt: at })
    .where('district', '=', district)
    .where('tokenHash', '=', (free) =>
      free
        .selectFrom('organisation.session')
        .select('tokenHash')
        .where('district', '=', district)
        .where('tokenHash', '=', tokenHash)
        .forUpdate()
        .skipLocked(),
    )
    .execute()
}

/** Ends one session, or all of an account; returns how many. */
export async function endSessions(
  tx: Db,
  district: string,
  which: { tokenHash: string } | { account: string; butToken?: string },
): Promise<number> {
  let ended = tx.deleteFrom('organisation.session').where('district', '=', district)
  if ('tokenHash' in which) ended = ended.where('tokenHash', '=', which.tokenHash)
  else {
    ended = ended.where('account', '=', which.account)
    if (which.butToken) ended = ended.where('tokenHash', '<>', which.butToken)
  }
  return Number((await ended.executeTakeFirst()).numDeletedRows)
}

export async function sessionsOf({ tx, district, actor }: Context) {
  return tx
    .selectFrom('organisation.session')
    .select(['tokenHash', 'beganAt', 'seenAt', 'agent'])
    .where('district', '=', district)
    .where('account', '=', actor.account)
    .orderBy('seenAt', 'desc')
    .execute()
}

/** An account in its district, for work done in its name after its request. */
export async function findActor(tx: Db, district: string, account: string) {
  return holders(tx)
    .select([
      'a.id as account',
      'a.role',
      'a.active',
      'p.id as person',
      'p.name',
      'p.active as present',
      'b.id as body',
      'b.kind as bodyKind',
    ])
    .where('a.district', '=', district)
    .where('a.id', '=', account)
    .executeTakeFirst()
}

/** Communities of a street, for a street liaison's reach. */
export async function communitiesOfStreetBody(tx: Db, district: string, body: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select c.id from organisation.area_node s
    join organisation.area_node c on c.district = s.district and c.parent = s.id
    where s.district = ${district} and s.level = 1 and s.body = ${body}`.execute(tx)
  return rows.map((row) => row.id)
}

/** The signed-in person's own page. */
export async function getMe({ tx, district, actor }: Context) {
  return holders(tx)
    .innerJoin('organisation.district as d', 'd.district', 'a.district')
    .select([
      'a.id as account',
      'a.person',
      'a.username',
      'a.role',
      'a.language',
      'a.mustChange',
      'a.passwordOn',
      'p.name',
      'post.name as post',
      'b.id as bodyId',
      'b.name as bodyName',
      'b.kind as bodyKind',
      'd.district as code',
      'd.name as districtName',
      'd.city',
      'd.demonstration',
    ])
    .where('a.district', '=', district)
    .where('a.id', '=', actor.account)
    .modifyEnd(plannedOnce)
    .executeTakeFirstOrThrow()
}

export interface AccountQuery {
  q?: string | undefined
  role?: string | undefined
  after?: string | undefined
  limit: number
}

/** Accounts by user name, with how many sessions each has open. */
export async function list({ tx, district }: Context, { q, role, after, limit }: AccountQuery, id?: string) {
  let rows = holders(tx)
    .select([
      'a.id',
      'a.username',
      'a.person',
      'p.name',
      'b.name as body',
      'post.name as post',
      'a.role',
      'a.active',
      'a.lockedUntil',
      'a.mustChange',
      'a.passwordOn',
      'a.version',
      sql<number>`(select count(*)::int from organisation.session s where s.district = a.district and s.account = a.id)`.as(
        'sessions',
      ),
      sql<
        string | null
      >`(select max(seen_at) from organisation.session s where s.district = a.district and s.account = a.id)`.as(
        'lastSeenAt',
      ),
    ])
    .where('a.district', '=', district)
  if (id) rows = rows.where('a.id', '=', id)
  if (role) rows = rows.where('a.role', '=', role)
  if (after) rows = rows.where('a.username', '>', after)
  if (q) {
    const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`
    rows = rows.where((e) => e.or([e('a.username', 'like', like.toLowerCase()), e('p.name', 'like', like)]))
  }
  return rows.orderBy('a.username').limit(limit).execute()
}

/** Deletes sessions that nobody used for two days. */
export async function sweep(tx: Db): Promise<void> {
  await sql`delete from organisation.session where seen_at < now() - interval '2 days'`.execute(tx)
}
