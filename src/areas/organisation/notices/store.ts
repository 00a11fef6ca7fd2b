/** What people are told: notices of an account. */
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'

export interface NewNotice {
  readonly message: string
  readonly values: Readonly<Record<string, string | number>>
  readonly link: string | null
}

export async function add({ tx, district, at }: Context, account: string, notice: NewNotice): Promise<void> {
  const { values, ...rest } = notice
  await tx
    .insertInto('organisation.notice')
    .values({ district, account, at: at.instant, ...rest, messageValues: JSON.stringify(values) })
    .execute()
}

/** One notice for every open account of the roles, but for whoever acts. */
export async function addForRoles(
  { tx, district, actor, at }: Context,
  roles: readonly string[],
  { message, values, link }: NewNotice,
): Promise<void> {
  await sql`
    insert into organisation.notice (district, account, at, message, message_values, link)
    select district, id, ${at.instant}, ${message}, ${JSON.stringify(values)}, ${link}
    from organisation.account
    where district = ${district} and active and role = any(${roles}) and id::text <> ${actor.account}`.execute(tx)
}

/** One notice for every open account of a body in these roles, but for whoever acts. */
export async function addForBody(
  { tx, district, actor, at }: Context,
  body: string,
  roles: readonly string[],
  { message, values, link }: NewNotice,
): Promise<void> {
  await sql`
    insert into organisation.notice (district, account, at, message, message_values, link)
    select a.district, a.id, ${at.instant}, ${message}, ${JSON.stringify(values)}, ${link}
    from organisation.account a
    join organisation.person p on p.district = a.district and p.id = a.person and p.active
    join organisation.post o on o.district = p.district and o.id = p.post
    where a.district = ${district} and o.body = ${body}::uuid and a.active and a.role = any(${roles})
      and a.id::text <> ${actor.account}`.execute(tx)
}

/** One notice for a person's open account, but for whoever acts; whether there is one. */
export async function addForPerson(
  { tx, district, actor, at }: Context,
  person: string,
  { message, values, link }: NewNotice,
): Promise<boolean> {
  const { rows } = await sql`
    insert into organisation.notice (district, account, at, message, message_values, link)
    select district, id, ${at.instant}, ${message}, ${JSON.stringify(values)}, ${link}
    from organisation.account
    where district = ${district} and person = ${person}::uuid and active and id::text <> ${actor.account}
    returning id`.execute(tx)
  return rows.length > 0
}

/** Newest first; ids are time-ordered. */
export async function list(context: Context, { after, limit }: { after?: string | undefined; limit: number }) {
  const { tx, district, actor } = context
  const own = tx.selectFrom('organisation.notice').where('district', '=', district).where('account', '=', actor.account)
  let rows = own.select(['id', 'at', 'message', 'messageValues', 'link', 'readAt'])
  if (after) rows = rows.where('id', '<', after)
  const found = await rows
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const { unread } = await own
    .where('readAt', 'is', null)
    .select((e) => e.fn.countAll<number>().as('unread'))
    .executeTakeFirstOrThrow()
  const items = found.slice(0, limit).map(({ messageValues, ...row }) => ({
    ...row,
    values: messageValues as Record<string, string | number>,
  }))
  return { items, next: found.length > limit ? (items.at(-1)?.id ?? null) : null, unread }
}

export async function readAll({ tx, district, actor, at }: Context): Promise<number> {
  const read = await tx
    .updateTable('organisation.notice')
    .set({ readAt: at.instant })
    .where('district', '=', district)
    .where('account', '=', actor.account)
    .where('readAt', 'is', null)
    .executeTakeFirst()
  return Number(read.numUpdatedRows)
}
