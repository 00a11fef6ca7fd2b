/** Transfers in the database. Seen by both of their sides, and by whoever sees the record. */
import { type SqlBool, sql } from 'kysely'
import { dayOf, daysBetween } from '../../../kernel/calendar.ts'
import { cursorText, parseCursor } from '../../../kernel/cursor.ts'
import type { Context } from '../../../platform/context.ts'
import type { PremisesFilter } from '../finding/contract.ts'
import { matching } from '../finding/store.ts'
import { reachOf } from '../store.ts'
import type { Transfer, TransferFilter, TransferQuery } from './contract.ts'

const seen = (context: Context) =>
  context.tx
    .selectFrom('premises.transfer as transfer')
    .innerJoin('premises.premises as premises', (join) =>
      join.onRef('premises.district', '=', 'transfer.district').onRef('premises.id', '=', 'transfer.premises'),
    )
    .where('transfer.district', '=', context.district)
    .where(sql<SqlBool>`(${reachOf(context)} or ${context.actor.body}::uuid in (transfer.from_body, transfer.to_body))`)

const rows = (context: Context) =>
  seen(context)
    .select([
      'transfer.id',
      'transfer.premises',
      'premises.premisesNo',
      'premises.name',
      'premises.address',
      'premises.form',
      'premises.kind',
      'transfer.fromBody',
      'transfer.toBody',
      'transfer.state',
      'transfer.criteria',
      'transfer.reason',
      'transfer.offeredBy',
      'transfer.offeredAt',
      'transfer.answer',
      'transfer.answeredBy',
      'transfer.answeredAt',
      'transfer.version',
    ])
    .select(sql<boolean>`coalesce(${reachOf(context)}, false)`.as('inReach'))

type Row = Omit<Transfer, 'form' | 'state' | 'openDays'> & { form: string; state: string }

const shown = (row: Row, today: string): Transfer => ({
  ...row,
  form: row.form as Transfer['form'],
  state: row.state as Transfer['state'],
  openDays: daysBetween(dayOf(row.offeredAt), row.answeredAt === null ? today : dayOf(row.answeredAt)),
})

async function get(context: Context, id: string): Promise<Transfer> {
  const row = await rows(context).where('transfer.id', '=', id).executeTakeFirstOrThrow()
  return shown(row, context.at.day)
}

export async function lock(context: Context, id: string): Promise<Transfer | undefined> {
  const row = await rows(context).where('transfer.id', '=', id).forUpdate('transfer').executeTakeFirst()
  return row && shown(row, context.at.day)
}

export async function insert(
  context: Context,
  transfer: Pick<Transfer, 'premises' | 'fromBody' | 'toBody' | 'criteria' | 'reason' | 'offeredBy'>,
): Promise<Transfer> {
  const { tx, district, at } = context
  const { id } = await tx
    .insertInto('premises.transfer')
    .values({ district, ...transfer, state: 'offered', offeredAt: at.instant })
    .returning('id')
    .executeTakeFirstOrThrow()
  return get(context, id)
}

export async function save(
  context: Context,
  { id, state, answer, answeredBy, answeredAt, version }: Transfer,
): Promise<Transfer> {
  await context.tx
    .updateTable('premises.transfer')
    .set({ state, answer, answeredBy, answeredAt, version: version + 1 })
    .where('district', '=', context.district)
    .where('id', '=', id)
    .execute()
  return get(context, id)
}

const filtered = (context: Context, { premises, state, direction, body }: TransferFilter) => {
  let found = rows(context)
  if (premises?.length) found = found.where('transfer.premises', 'in', premises)
  if (state?.length) found = found.where('transfer.state', 'in', state)
  if (direction) found = found.where(`transfer.${direction === 'in' ? 'toBody' : 'fromBody'}`, '=', context.actor.body)
  if (body?.length)
    found = found.where((e) => e.or([e('transfer.fromBody', 'in', body), e('transfer.toBody', 'in', body)]))
  return found
}

/** The last offered first; ids are time-ordered. */
export async function list(context: Context, { after, limit, ...filter }: TransferQuery) {
  const cursor = after === undefined ? undefined : parseCursor(after)
  let found = filtered(context, filter)
  if (cursor) found = found.where('transfer.id', '<', cursor[1])
  const page = await found
    .orderBy('transfer.id', 'desc')
    .limit(limit + 1)
    .execute()
  const items = page.slice(0, limit).map((row) => shown(row, context.at.day))
  const last = items.at(-1)
  return { items, next: last && page.length > limit ? cursorText([last.offeredAt, last.id]) : null }
}

/** How many open transfers there are: to the actor's body, from it, and in all that the actor sees. */
export async function counts(context: Context): Promise<{ in: number; out: number; open: number }> {
  const { body } = context.actor
  const count = (which: 'toBody' | 'fromBody') =>
    sql<number>`count(*) filter (where ${sql.ref(`transfer.${which}`)} = ${body}::uuid)`
  return seen(context)
    .where('transfer.state', '=', 'offered')
    .select([count('toBody').as('in'), count('fromBody').as('out'), sql<number>`count(*)`.as('open')])
    .executeTakeFirstOrThrow()
}

/** Which of these records are offered to somebody and not yet answered. */
export async function openOf({ tx, district }: Context, premises: readonly string[]): Promise<string[]> {
  if (premises.length === 0) return []
  const open = await tx
    .selectFrom('premises.transfer')
    .select('premises')
    .where('district', '=', district)
    .where('premises', 'in', [...premises])
    .where('state', '=', 'offered')
    .execute()
  return open.map((transfer) => transfer.premises)
}

/** The records that a filter finds, as many as are asked for. */
export async function found(context: Context, filter: PremisesFilter, most: number): Promise<string[]> {
  const { rows: records } = await sql<{ id: string }>`
    select premises.id from premises.premises premises where ${matching(context, filter)}
    order by premises.id limit ${most}`.execute(context.tx)
  return records.map(({ id }) => id)
}
