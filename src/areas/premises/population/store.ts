/** What a filter finds, as a population to draw from: few columns of many records, by number. */
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { PremisesFilter } from '../finding/contract.ts'
import { matching } from '../finding/store.ts'
import type { Form } from '../record-contract.ts'

export interface Member {
  readonly id: string
  readonly premisesNo: string
  readonly name: string
  readonly address: string
  readonly form: Form
  readonly kind: string | null
  readonly station: string | null
  readonly list: string
  readonly officer: string | null
  readonly state: string
  readonly lastInspectedOn: string | null
}

/**
 * Row by row, so that a hundred thousand take no more memory than the reader gives them. Until it is read to its end the
 * transaction answers nothing else.
 */
export async function* population(context: Context, filter: PremisesFilter): AsyncGenerator<Member> {
  const rows = context.tx
    .selectFrom('premises.premises as premises')
    .select([
      'premises.id',
      'premises.premisesNo',
      'premises.name',
      'premises.address',
      'premises.form',
      'premises.kind',
      'premises.station',
      'premises.list',
      'premises.officer',
      'premises.state',
      'premises.lastInspectedOn',
    ])
    .where(sql<boolean>`${matching(context, filter)}`)
    .orderBy('premises.premisesNo')
    .stream(2000)
  for await (const row of rows) yield { ...row, form: row.form as Form }
}
