/** People and their posts in the database. */
import { sql } from 'kysely'
import { maskedPhone } from '../../../kernel/masking.ts'
import type { Context, Db } from '../../../platform/context.ts'
import type { Person } from '../contract.ts'

type World = Pick<Context, 'tx' | 'district'>

/** Everybody with their post and their body: whatever is asked of people and accounts begins here. */
export const staff = (tx: Db) =>
  tx
    .selectFrom('organisation.person as p')
    .innerJoin('organisation.post as post', (join) =>
      join.onRef('post.district', '=', 'p.district').onRef('post.id', '=', 'p.post'),
    )
    .innerJoin('organisation.body as b', (join) =>
      join.onRef('b.district', '=', 'post.district').onRef('b.id', '=', 'post.body'),
    )

const people = ({ tx, district }: World) =>
  staff(tx)
    .leftJoin('organisation.account as a', (join) =>
      join.onRef('a.district', '=', 'p.district').onRef('a.person', '=', 'p.id'),
    )
    .select([
      'p.id',
      'p.name',
      'p.post',
      'post.name as postName',
      'b.id as body',
      'b.name as bodyName',
      'p.phone',
      'p.active',
      'a.username',
      'p.version',
    ])
    .where('p.district', '=', district)

const masked = (row: Person): Person => ({ ...row, phone: maskedPhone(row.phone) })

export interface PeopleQuery {
  q?: string | undefined
  body?: string | undefined
  id?: string | undefined
  after?: string | undefined
  limit: number
}

/** People in the order of their ids, which is the order in which they were entered. */
export async function list(context: World, { q, body, id, after, limit }: PeopleQuery): Promise<Person[]> {
  let rows = people(context)
  if (body) rows = rows.where('b.id', '=', body)
  if (id) rows = rows.where('p.id', '=', id)
  if (after) rows = rows.where('p.id', '>', after)
  if (q) rows = rows.where('p.name', 'like', `%${q.replace(/[\\%_]/g, '\\$&')}%`)
  return (await rows.orderBy('p.id').limit(limit).execute()).map(masked)
}

export async function find(context: World, id: string): Promise<Person | undefined> {
  const row = await people(context).where('p.id', '=', id).forUpdate('p').executeTakeFirst()
  return row && masked(row)
}

export async function create(
  { tx, district }: World,
  person: { name: string; post: string; phone: string | null },
): Promise<string> {
  const { id } = await tx
    .insertInto('organisation.person')
    .values({ district, ...person })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function save(
  { tx, district }: World,
  { id, ...set }: { id: string; name: string; post: string; active: boolean },
): Promise<void> {
  await tx
    .updateTable('organisation.person')
    .set((person) => ({ ...set, version: person('version', '+', 1) }))
    .where('district', '=', district)
    .where('id', '=', id)
    .execute()
}

/** Names and bodies of these people, whether they still work there or not. */
export const named = ({ tx, district }: World, ids: readonly string[]) =>
  staff(tx)
    .select(['p.id', 'p.name', 'b.id as body', 'p.active'])
    .where('p.district', '=', district)
    .where('p.id', 'in', [...ids])
    .execute()

/** The body that a person worked in at an instant, where they have moved since; by the ledger. */
export async function formerBody(
  { tx, district }: World,
  person: string,
  instant: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ body: string }>`
    select before ->> 'body' as body from platform.ledger_entry
    where district = ${district} and kind = 'person' and subject = ${person}::uuid and act = 'person.save'
      and at > ${instant} and before ->> 'body' <> after ->> 'body'
    order by seq limit 1`.execute(tx)
  return rows[0]?.body
}

/** Everybody who works there, by body. */
export async function byBody({ tx, district }: World): Promise<Map<string, { id: string; name: string }[]>> {
  const rows = await staff(tx)
    .select(['p.id', 'p.name', 'b.id as body'])
    .where('p.district', '=', district)
    .where('p.active', '=', true)
    .orderBy('p.id')
    .execute()
  const found = new Map<string, { id: string; name: string }[]>()
  for (const { body, id, name } of rows) found.set(body, [...(found.get(body) ?? []), { id, name }])
  return found
}
