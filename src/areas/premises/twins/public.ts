/** What other parts of the register may ask of the search for duplicates. */
import { z } from 'zod'
import { now } from '../../../platform/clock.ts'
import type { Actor, Context, Db } from '../../../platform/context.ts'
import { addJob } from '../../../platform/jobs/jobs.ts'
import * as finding from './finding/store.ts'

/** Looks for duplicates of records that were entered or changed, in the same transaction. For a few at a time. */
export const lookForTwins = (context: Context, ids: readonly string[]): Promise<void> =>
  finding.renewPairs(context, ids)

const atATime = 200
const Order = z.object({ district: z.string(), since: z.string().nullable(), ids: z.array(z.string()) })

/**
 * Asks for the search after the transaction: for all that were entered since an instant, and for some that were changed, a
 * job for each batch: its payload is a row of the database.
 */
export async function askForTwins(
  context: Context,
  since: string,
  changed: AsyncIterable<readonly string[]>,
): Promise<void> {
  const { district, at } = context
  let part = 0
  const ask = (order: z.infer<typeof Order>) =>
    addJob(context, 'premises-twins', order, `premises-twins ${at.instant} ${part++}`)
  await ask({ district, since, ids: [] })
  for await (const ids of changed) await ask({ district, since: null, ids: [...ids] })
}

/** The job behind it, a few records a transaction. */
export async function findTwinsWaiting({ db }: { db: Db }, payload: unknown, actor: Actor): Promise<void> {
  const { district, since, ids } = Order.parse(payload)
  const inTurn = <T>(work: (context: Context) => Promise<T>): Promise<T> =>
    db.transaction().execute((tx) => work({ tx, district, actor, at: now(), request: 'premises-twins' }))
  for (let from = 0; from < ids.length; from += atATime)
    await inTurn((context) => finding.renewPairs(context, ids.slice(from, from + atATime)))
  if (since === null) return
  let after: string | undefined
  do {
    const last: string | undefined = after
    after = await inTurn(async (context) => {
      const next = await finding.enteredSince(context, since, last, atATime)
      await finding.renewPairs(context, next)
      return next.length < atATime ? undefined : next.at(-1)
    })
  } while (after !== undefined)
}
