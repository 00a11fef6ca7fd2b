/** What rules are read by, kept in the process while it holds: code tables and the calendar. */
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'

type World = Pick<Context, 'tx' | 'district'>

/** Asked once a transaction; forgotten where the transaction itself changes what is read. */
const stamps = new WeakMap<object, Promise<string>>()

/**
 * Who wrote the district's stamp and where it lies: no two states share one, as numbers could after a change that was
 * rolled back.
 */
function stampOf({ tx, district }: World): Promise<string> {
  const asked = stamps.get(tx)
  if (asked) return asked
  const stamp = sql<{ stamp: string }>`
    select concat(xmin, ctid) as stamp from organisation.reference_stamp where district = ${district}`
    .execute(tx)
    .then(({ rows }) => rows[0]?.stamp ?? '')
  stamps.set(tx, stamp)
  return stamp
}

/** The transaction has changed what it may have read before. */
export const forgetStamp = ({ tx }: Pick<World, 'tx'>): void => void stamps.delete(tx)

const known = new Map<string, { readonly stamp: string; readonly value: unknown }>()

/** What `read` answers, read again only where something of the district's reference has changed since. */
export async function whileItHolds<T>(world: World, what: string, read: () => Promise<T>): Promise<T> {
  const stamp = await stampOf(world)
  const key = `${world.district} ${what}`
  const before = known.get(key)
  if (before && stamp !== '' && before.stamp === stamp) return before.value as T
  const value = await read()
  known.set(key, { stamp, value })
  return value
}
