/** Texts of forms in the database, by edition. */
import type { Context } from '../../../platform/context.ts'
import type { Template } from '../contract.ts'
import type { Texts } from '../forms/form.ts'
import type { FormKey } from '../record-contract.ts'

const columns = [
  'form',
  'edition',
  'state',
  'texts',
  'shipped',
  'changedBy',
  'changedAt',
  'inForceAt',
  'version',
] as const

const rows = ({ tx, district }: Context) =>
  tx.selectFrom('papers.template').select(columns).where('district', '=', district)

interface Row extends Omit<Template, 'form' | 'state' | 'texts'> {
  form: string
  state: string
  texts: unknown
}
const shown = (row: Row): Template => ({
  ...row,
  form: row.form as FormKey,
  state: row.state as Template['state'],
  texts: row.texts as Template['texts'],
})

export async function list(context: Context, form: FormKey | undefined): Promise<Template[]> {
  const all = form ? rows(context).where('form', '=', form) : rows(context)
  return (await all.orderBy('form').orderBy('edition', 'desc').execute()).map(shown)
}

export async function inState(
  context: Context,
  form: FormKey,
  state: Template['state'],
): Promise<Template | undefined> {
  const row = await rows(context).where('form', '=', form).where('state', '=', state).executeTakeFirst()
  return row && shown(row)
}

/** The newest edition of a form; 0 where there is none. */
async function newest({ tx, district }: Context, form: FormKey): Promise<number> {
  const { edition } = await tx
    .selectFrom('papers.template')
    .select(({ fn }) => fn.max('edition').as('edition'))
    .where('district', '=', district)
    .where('form', '=', form)
    .executeTakeFirstOrThrow()
  return edition ?? 0
}

/** Makes the next edition, or none where somebody else has made it meanwhile. */
export async function insert(
  context: Context,
  { form, state, texts, shipped }: { form: FormKey; state: Template['state']; texts: Texts; shipped: boolean },
): Promise<void> {
  const { tx, district, actor, at } = context
  const edition = (await newest(context, form)) + 1
  await tx
    .insertInto('papers.template')
    .values({
      district,
      form,
      edition,
      state,
      texts: JSON.stringify(texts),
      shipped,
      changedBy: actor.name,
      changedAt: at.instant,
      inForceAt: state === 'inForce' ? at.instant : null,
    })
    .onConflict((on) => on.doNothing())
    .execute()
}

export async function save(
  { tx, district, actor, at }: Context,
  { form, edition, state, texts, version, inForceAt }: Template,
): Promise<void> {
  await tx
    .updateTable('papers.template')
    .set({
      state,
      texts: JSON.stringify(texts),
      inForceAt,
      version: version + 1,
      changedBy: actor.name,
      changedAt: at.instant,
    })
    .where('district', '=', district)
    .where('form', '=', form)
    .where('edition', '=', edition)
    .execute()
}

export async function remove({ tx, district }: Context, form: FormKey, edition: number): Promise<void> {
  await tx
    .deleteFrom('papers.template')
    .where('district', '=', district)
    .where('form', '=', form)
    .where('edition', '=', edition)
    .where('state', '=', 'draft')
    .execute()
}

/** Makes others wait who would change the texts of a form. */
export async function hold({ tx, district }: Context, form: FormKey): Promise<void> {
  await tx
    .selectFrom('papers.template')
    .select('edition')
    .where('district', '=', district)
    .where('form', '=', form)
    .orderBy('edition')
    .forUpdate()
    .execute()
}
