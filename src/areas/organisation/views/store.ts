/** A person's saved filters of lists. */
import type { Context } from '../../../platform/context.ts'
import type { SavedView } from '../accounts/contract.ts'

const columns = ['id', 'list', 'name', 'query'] as const

export async function list({ tx, district, actor }: Context, of: string): Promise<SavedView[]> {
  const rows = await tx
    .selectFrom('organisation.savedView')
    .select(columns)
    .where('district', '=', district)
    .where('account', '=', actor.account)
    .where('list', '=', of)
    .orderBy('name')
    .execute()
  return rows.map((row) => ({ ...row, query: row.query as SavedView['query'] }))
}

/** Saves under a name; the same name again replaces what it held. */
export async function save({ tx, district, actor }: Context, view: Omit<SavedView, 'id'>): Promise<SavedView> {
  const query = JSON.stringify(view.query)
  const row = await tx
    .insertInto('organisation.savedView')
    .values({ district, account: actor.account, list: view.list, name: view.name, query })
    .onConflict((on) => on.columns(['district', 'account', 'list', 'name']).doUpdateSet({ query }))
    .returning(columns)
    .executeTakeFirstOrThrow()
  return { ...row, query: row.query as SavedView['query'] }
}

export async function remove({ tx, district, actor }: Context, id: string): Promise<boolean> {
  const removed = await tx
    .deleteFrom('organisation.savedView')
    .where('district', '=', district)
    .where('account', '=', actor.account)
    .where('id', '=', id)
    .executeTakeFirst()
  return removed.numDeletedRows > 0n
}
