/** What of other records belongs into a record's printed file. */
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Form } from '../record-contract.ts'
import { within } from '../store.ts'

export interface Part {
  premisesNo: string
  name: string
  form: Form
}

/** Live records that are part of this one or looked after by it, and how many there are. */
export async function partsOf(context: Context, id: string, most: number): Promise<{ parts: Part[]; inAll: number }> {
  const found = within(context)
    .where('premises.state', 'in', ['open', 'paused'])
    .where((e) =>
      e.or((['building', 'estate', 'company', 'committee'] as const).map((by) => e(`premises.${by}`, '=', id))),
    )
  const { inAll } = await found.select(sql<number>`count(*)::int`.as('inAll')).executeTakeFirstOrThrow()
  const parts = await found
    .select(['premises.premisesNo', 'premises.name', 'premises.form'])
    .orderBy('premises.form')
    .orderBy('premises.premisesNo')
    .limit(most)
    .execute()
  return { inAll, parts: parts.map((part) => ({ ...part, form: part.form as Form })) }
}
