/**
 * Idempotency-Key: a POST that is repeated with its key gets the first answer and does nothing again. A route whose
 * contract says `repeatable` or `secret` does without.
 */
import { createHash } from 'node:crypto'
import { ORPCError } from '@orpc/server'
import { type Kysely, sql } from 'kysely'
import type { RouteMeta } from '../../kernel/contract.ts'
import type { Context } from '../context.ts'
import type { Tables } from '../tables.ts'
import type { Arrival } from './arrival.ts'

/** What is asked: by which route, and with which input. */
export interface Question {
  readonly path: readonly string[]
  readonly input: unknown
  readonly meta: RouteMeta
}

const applies = (context: Context, arrival: Arrival, { meta }: Question) =>
  arrival.idempotencyKey !== undefined &&
  arrival.method === 'POST' &&
  context.actor.account !== '' &&
  meta.repeatable !== true &&
  meta.secret !== true

const digestOf = ({ path, input }: Question) =>
  createHash('sha256')
    .update(JSON.stringify([path, input]))
    .digest('hex')

/**
 * The first answer to this key, if there was one. Otherwise the key is taken: a second request with it waits for this
 * transaction. Throws CONFLICT where the key came with another question.
 */
export async function answered(
  context: Context,
  arrival: Arrival,
  asked: Question,
): Promise<{ answer: unknown } | undefined> {
  if (!applies(context, arrival, asked)) return undefined
  const key = { district: context.district, account: context.actor.account, key: arrival.idempotencyKey ?? '' }
  const question = digestOf(asked)
  const { rows } = await sql<{ taken: boolean }>`
    insert into platform.idempotent_answer (district, account, key, question, at)
    values (${key.district}, ${key.account}, ${key.key}, ${question}, ${context.at.instant})
    on conflict do nothing returning true as taken`.execute(context.tx)
  if (rows.length > 0) return undefined
  const first = await context.tx
    .selectFrom('platform.idempotentAnswer')
    .select(['question', 'answer'])
    .where('district', '=', key.district)
    .where('account', '=', key.account)
    .where('key', '=', key.key)
    .executeTakeFirstOrThrow()
  if (first.question !== question) throw new ORPCError('CONFLICT', { message: 'idempotency-key-reused' })
  return { answer: first.answer }
}

/** Keeps the answer for whoever asks with the same key again; in the transaction of what was done. */
export async function remember(context: Context, arrival: Arrival, asked: Question, answer: unknown): Promise<void> {
  if (!applies(context, arrival, asked)) return
  await context.tx
    .updateTable('platform.idempotentAnswer')
    .set({ answer: JSON.stringify(answer) })
    .where('district', '=', context.district)
    .where('account', '=', context.actor.account)
    .where('key', '=', arrival.idempotencyKey ?? '')
    .execute()
}

/** Forgets answers of more than a week ago. */
export async function forgetAnswers(db: Kysely<Tables>): Promise<void> {
  await sql`delete from platform.idempotent_answer where at < now() - interval '7 days'`.execute(db)
}
