/** The texts by which papers are issued: the edition in force, made from the shipped one where the district has none. */
import type { Context } from '../../../platform/context.ts'
import type { Template } from '../contract.ts'
import { type Texts, textKeys } from '../forms/form.ts'
import { forms } from '../forms.ts'
import type { FormKey } from '../record-contract.ts'
import * as store from './store.ts'

const alike = (one: Template['texts'], other: Texts): boolean =>
  textKeys.every((key) => (one[key] ?? '') === (other[key] ?? ''))

/** The edition in force; one that was shipped is renewed where a release ships other words. */
export async function templateInForce(context: Context, form: FormKey): Promise<Template> {
  const found = await store.inState(context, form, 'inForce')
  const { texts } = forms[form]
  if (found && (!found.shipped || alike(found.texts, texts))) return found
  if (found) await store.save(context, { ...found, state: 'past' })
  await store.insert(context, { form, state: 'inForce', texts, shipped: true })
  const made = await store.inState(context, form, 'inForce')
  if (!made) throw new Error(`no template of ${form} is in force`)
  return made
}

/** The texts that a preview shows, without writing anything. */
export async function textsInForce(context: Context, form: FormKey): Promise<Texts> {
  const found = await store.inState(context, form, 'inForce')
  return found && !found.shipped ? textsOf(found) : forms[form].texts
}

export const textsOf = ({ texts }: Pick<Template, 'texts'>): Texts =>
  Object.fromEntries(textKeys.flatMap((key) => (texts[key] === undefined ? [] : [[key, texts[key]]])))
