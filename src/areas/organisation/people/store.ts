/** People and their posts in the database. */

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
