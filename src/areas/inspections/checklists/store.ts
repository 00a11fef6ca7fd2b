/** Checklists in the database. */
import { type Context, NotFound } from '../../../platform/context.ts'
import type { Checklist, Item } from './contract.ts'
import type { ShippedChecklist } from './shipped.ts'

type World = Pick<Context, 'tx' | 'district'>

const rows = ({ tx, district }: World) =>
  tx
    .selectFrom('inspections.checklist')
    .select(['id', 'key', 'zh', 'en', 'forms', 'edition', 'state', 'fromOn', 'untilOn', 'items'])
    .select(['changedBy', 'changedAt', 'version'])
    .where('district', '=', district)

type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]
const shown = ({ fromOn, untilOn, ...row }: Row): Checklist =>
  ({ ...row, from: fromOn, until: untilOn }) as unknown as Checklist

export async function list(context: World, key?: string): Promise<Checklist[]> {
  const found = key === undefined ? rows(context) : rows(context).where('key', '=', key)
  return (await found.orderBy('key').orderBy('edition', 'desc').execute()).map(shown)
}

/** Editions in force, with those that held before. */
export async function issued(context: World): Promise<Checklist[]> {
  return (await rows(context).where('state', '=', 'issued').orderBy('edition', 'desc').execute()).map(shown)
}

/** Throws NotFound. */
export async function get(context: World, id: string): Promise<Checklist> {
  const row = await rows(context).where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('checklist')
  return shown(row)
}

export async function lock(context: World, id: string): Promise<Checklist | undefined> {
  const row = await rows(context).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && shown(row)
}

export async function insertDraft(context: Context, from: Checklist): Promise<Checklist> {
  const { tx, district, actor, at } = context
  const editions = await list(context, from.key)
  const { key, zh, en, forms, items } = from
  const { id } = await tx
    .insertInto('inspections.checklist')
    .values({
      ...{ district, key, zh, en, forms, state: 'draft', changedBy: actor.name, changedAt: at.instant },
      edition: Math.max(0, ...editions.map(({ edition }) => edition)) + 1,
      items: JSON.stringify(items),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return get(context, id)
}

/** Writes the edition as its next version; one that is put in force ends the one before it. */
export async function save(context: Context, checklist: Checklist): Promise<Checklist> {
  const { tx, district, actor, at } = context
  const { id, key, state, from, items, version } = checklist
  if (state === 'issued' && from !== null)
    await tx
      .updateTable('inspections.checklist')
      .set({ untilOn: from })
      .where('district', '=', district)
      .where('key', '=', key)
      .where('state', '=', 'issued')
      .where('untilOn', 'is', null)
      .where('id', '<>', id)
      .execute()
  await tx
    .updateTable('inspections.checklist')
    .set({ state, fromOn: from, items: JSON.stringify(items), changedBy: actor.name, changedAt: at.instant })
    .set({ version: version + 1 })
    .where('district', '=', district)
    .where('id', '=', id)
    .execute()
  return get(context, id)
}

/** Puts the shipped checklists in where there is none of their key. */
export async function ship({ tx, district }: World, at: string, shipped: readonly ShippedChecklist[]): Promise<void> {
  await tx
    .insertInto('inspections.checklist')
    .values(
      shipped.map(({ key, zh, en, forms, from, items }) => ({
        ...{ district, key, zh, en, forms: [...forms], edition: 1, state: 'issued', fromOn: from },
        ...{ items: JSON.stringify(items satisfies readonly Item[]), changedBy: '守望', changedAt: at },
      })),
    )
    .onConflict((on) => on.columns(['district', 'key', 'edition']).doNothing())
    .execute()
}
