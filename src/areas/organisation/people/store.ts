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

/**
 * Names and bodies of these people, whether they still work there or not; and, of one of them who has moved since an
 * instant, the body where they worked then, by the ledger.
 */
export async function crew({ tx, district }: World, ids: readonly string[], person: string, instant: string) {
  const { rows } = await sql<{
    id: string
    name: string
    body: string
    formerBody: string | null
    formerKind: string | null
  }>`
    select p.id, p.name, o.body, former.body as former_body, former.kind as former_kind
    from organisation.person p
    join organisation.post o on o.district = p.district and o.id = p.post
    left join lateral (
      select b.id as body, b.kind from platform.ledger_entry e
      join organisation.body b on b.district = e.district and b.id = (e.before ->> 'body')::uuid
      where p.id::text = ${person} and e.district = p.district and e.kind = 'person' and e.subject = p.id
        and e.act = 'person.save' and e.at > ${instant}::timestamptz and e.before ->> 'body' <> e.after ->> 'body'
      order by e.seq limit 1) former on true
    where p.district = ${district} and p.id = any(${[...ids]}::uuid[])`.execute(tx)
  return rows
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
