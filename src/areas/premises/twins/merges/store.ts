/** Merges in the database: both records as they were, what was moved, and who took it back. */
import { type RawBuilder, sql } from 'kysely'
import { cursorText, parseCursor } from '../../../../kernel/cursor.ts'
import type { Context } from '../../../../platform/context.ts'
import { entryForEach } from '../../../../platform/ledger/store.ts'
import type { Premises } from '../../record-contract.ts'
import { contactsOf, lock, reachOf } from '../../store.ts'
import type { MergeRecord } from '../contract.ts'
import { recordOf, recordsOf } from '../store.ts'
import type { Merge } from '../undo.ts'

/** A record that was a part of another, by the column that says so. */
export interface Moved {
  readonly id: string
  readonly field: (typeof relations)[number]
}
// What was merged into it before is now to be found where it went itself.
const relations = ['building', 'estate', 'company', 'committee', 'mergedInto'] as const

export interface Kept extends Merge {
  readonly id: string
  readonly kept: string
  readonly dropped: string
  readonly moved: Moved[]
  readonly undoneAt: string | null
}

/** A record locked, with its people as they are: what is merged is what is stored, not what is shown. */
async function lockWhole(context: Context, id: string): Promise<Premises | undefined> {
  const premises = await lock(context, id)
  const contacts = premises && (await contactsOf(context, id))
  return contacts && { ...premises, contacts }
}

/** Both records, locked in one order whoever asks. */
export async function lockBoth(
  context: Context,
  one: string,
  other: string,
): Promise<readonly [Premises | undefined, Premises | undefined]> {
  const first = await lockWhole(context, one < other ? one : other)
  const second = one === other ? first : await lockWhole(context, one < other ? other : one)
  return one < other ? [first, second] : [second, first]
}

/** The people of some records of the actor's reach, as they are. */
export async function wholeOf(context: Context, premises: Premises): Promise<Premises> {
  return { ...premises, contacts: (await contactsOf(context, premises.id)) ?? premises.contacts }
}

/** The dropped record stands aside: all else of it stays as it is. */
export async function setAside({ tx, district }: Context, drop: Premises, kept: string): Promise<void> {
  await tx
    .updateTable('premises.premises')
    .set({ state: 'merged', mergedInto: kept, proposed: false, version: drop.version + 1 })
    .where('district', '=', district)
    .where('id', '=', drop.id)
    .execute()
}

/** The dropped record stands for itself again, in the state that it had. */
export async function bringBack({ tx, district }: Context, now: Premises, before: Premises): Promise<void> {
  await tx
    .updateTable('premises.premises')
    .set({ state: before.state, mergedInto: null, proposed: before.proposed, version: now.version + 1 })
    .where('district', '=', district)
    .where('id', '=', before.id)
    .execute()
}

/** Each record remembers that it is now a part of another, with the reason of the merge. */
async function point(
  context: Context,
  field: Moved['field'],
  { from, to, reason }: { from: string; to: string; reason: string },
  which: RawBuilder<unknown>,
): Promise<string[]> {
  const entry = {
    act: 'premises.follow',
    kind: 'premises',
    subject: sql`id`,
    before: sql`jsonb_build_object(${field}::text, ${from}::uuid)`,
    after: sql`jsonb_build_object(${field}::text, ${to}::uuid)`,
    note: reason,
  }
  const { rows } = await sql<{ id: string }>`
    with was as (
      select id from premises.premises
      where district = ${context.district} and ${sql.ref(field)} = ${from}::uuid and ${which} order by id for update),
    changed as (
      update premises.premises p set ${sql.ref(field)} = ${to}::uuid, version = p.version + 1
      from was where p.district = ${context.district} and p.id = was.id returning p.id)
    ${entryForEach(context, entry, sql`changed`)} returning subject as id`.execute(context.tx)
  return rows.map(({ id }) => id)
}

/** Parts of the one become parts of the other; returns which. */
export async function movePoints(
  context: Context,
  change: { from: string; to: string; reason: string },
): Promise<Moved[]> {
  const moved: Moved[] = []
  for (const field of relations)
    moved.push(...(await point(context, field, change, sql`true`)).map((id) => ({ id, field })))
  return moved
}

/** Those that were moved and still are where they were moved to go back. */
export async function movePointsBack(
  context: Context,
  change: { from: string; to: string; reason: string },
  moved: readonly Moved[],
): Promise<void> {
  for (const field of relations) {
    const ids = moved.filter((one) => one.field === field).map(({ id }) => id)
    if (ids.length > 0) await point(context, field, change, sql`id = any(${ids}::uuid[])`)
  }
}

export async function insert(
  { tx, district, actor, at }: Context,
  { keptBefore, keptAfter, droppedBefore, moved, reason }: Merge & { moved: readonly Moved[]; reason: string },
): Promise<string> {
  const { id } = await tx
    .insertInto('premises.merge')
    .values({
      district,
      kept: keptBefore.id,
      dropped: droppedBefore.id,
      keptBefore: JSON.stringify(keptBefore),
      keptAfter: JSON.stringify(keptAfter),
      droppedBefore: JSON.stringify(droppedBefore),
      moved: JSON.stringify(moved),
      reason,
      mergedBy: actor.name,
      mergedAt: at.instant,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** A merge with all that is needed to take it back, locked. */
export async function lockMerge({ tx, district }: Context, id: string): Promise<Kept | undefined> {
  return tx
    .selectFrom('premises.merge')
    .select(['id', 'kept', 'dropped', 'keptBefore', 'keptAfter', 'droppedBefore', 'moved', 'undoneAt'])
    .where('district', '=', district)
    .where('id', '=', id)
    .forUpdate()
    .$narrowType<{ keptBefore: Premises; keptAfter: Premises; droppedBefore: Premises; moved: Moved[] }>()
    .executeTakeFirst()
}

/** Whether something was merged into the same record after this, and still is. */
export async function hasLater({ tx, district }: Context, { id, kept }: Kept): Promise<boolean> {
  const found = await tx
    .selectFrom('premises.merge')
    .select('id')
    .where('district', '=', district)
    .where('kept', '=', kept)
    .where('id', '>', id)
    .where('undoneAt', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

export async function markUndone({ tx, district, actor, at }: Context, id: string): Promise<void> {
  await tx
    .updateTable('premises.merge')
    .set({ undoneBy: actor.name, undoneAt: at.instant })
    .where('district', '=', district)
    .where('id', '=', id)
    .execute()
}

/** Merges of which both records lie in the actor's reach, newest first. */
export async function list(
  context: Context,
  {
    after,
    limit,
    premises,
    id,
  }: { after?: string | undefined; limit: number; premises?: string | undefined; id?: string },
): Promise<{ items: MergeRecord[]; next: string | null }> {
  const cursor = after === undefined ? undefined : parseCursor(after)
  const seen = (side: 'kept' | 'dropped') => sql<boolean>`
    exists (select from premises.premises premises
      where premises.district = ${context.district} and premises.id = ${sql.ref(`merge.${side}`)} and ${reachOf(context)})`
  let query = context.tx
    .selectFrom('premises.merge as merge')
    .select(['merge.id', 'merge.kept', 'merge.dropped', 'merge.reason', 'merge.mergedBy', 'merge.mergedAt'])
    .select(['merge.undoneBy', 'merge.undoneAt', sql<number>`jsonb_array_length(merge.moved)`.as('moved')])
    .where('merge.district', '=', context.district)
    .where(seen('kept'))
    .where(seen('dropped'))
  if (premises) query = query.where((e) => e.or([e('merge.kept', '=', premises), e('merge.dropped', '=', premises)]))
  if (id) query = query.where('merge.id', '=', id)
  if (cursor) query = query.where('merge.id', '<', cursor[1])
  const rows = await query
    .orderBy('merge.id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = rows.slice(0, limit)
  const records = await recordsOf(context, [...new Set(page.flatMap(({ kept, dropped }) => [kept, dropped]))])
  const items = page.flatMap((row) => {
    const [kept, dropped] = [records.get(row.kept), records.get(row.dropped)]
    return kept && dropped ? [{ ...row, kept: recordOf(kept), dropped: recordOf(dropped) }] : []
  })
  const last = page.at(-1)
  return { items, next: last && rows.length > limit ? cursorText([last.mergedAt, last.id]) : null }
}
