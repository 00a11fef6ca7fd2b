/** Numbers: what each body's papers are numbered by, and the next one taken. */
import { findCode, propsOf } from '../../../kernel/codes.ts'
import { RuleViolation } from '../../../kernel/lifecycle.ts'
import type { Context } from '../../../platform/context.ts'
import { codeTable, issuersOf } from '../../organisation/public.ts'
import { FormProps, paperForms } from '../codes.ts'
import { numberOf, type Series, usualLetterhead, usualPattern } from '../numbers.ts'
import { type FormKey, formKeys, type Letterhead } from '../record-contract.ts'
import * as store from './store.ts'

export interface NamedForm extends FormProps {
  readonly form: FormKey
  readonly title: string
}

/** The forms as the district's code table has them now. */
export async function formsNow(context: Context): Promise<readonly NamedForm[]> {
  const table = await codeTable(context, paperForms.key)
  return formKeys.flatMap((form) => {
    const entry = findCode(table, form, context.at.day)
    return entry ? [{ form, title: entry.zh, ...propsOf(FormProps, paperForms.key, entry) }] : []
  })
}

export interface IssuingBody {
  readonly body: string
  readonly kind: string
  readonly name: string
  readonly letterhead: Letterhead
  readonly usual: boolean
  readonly patternOf: (form: string) => string
}

/** Every body that issues papers, with how it calls itself and its patterns. */
export async function issuingBodies(context: Context): Promise<readonly IssuingBody[]> {
  const { bodies, district } = await issuersOf(context)
  const letterheads = new Map((await store.letterheads(context)).map(({ body, ...rest }) => [body, rest]))
  const patterns = new Map((await store.patterns(context)).map((row) => [`${row.body} ${row.form}`, row.pattern]))
  return bodies.map((one) => ({
    body: one.id,
    kind: one.kind,
    name: one.name,
    letterhead: letterheads.get(one.id) ?? usualLetterhead(one, district),
    usual: !letterheads.has(one.id),
    patternOf: (form) => patterns.get(`${one.id} ${form}`) ?? usualPattern,
  }))
}

export const seriesOf = (bodies: readonly IssuingBody[], forms: readonly NamedForm[]): Series[] =>
  bodies.flatMap(({ body, kind, letterhead, patternOf }) =>
    forms
      .filter(({ bodies: kinds }) => (kinds as readonly string[]).includes(kind))
      .map(({ form, word }) => ({
        body,
        form,
        word,
        pattern: patternOf(form),
        organ: letterhead.organ,
        station: letterhead.station,
      })),
  )

const most = 9999

/** The next number of a body's form in the year of the moment. Throws RuleViolation 'series-full' after 9999. */
export async function takeNumber(
  context: Context,
  { body, letterhead, patternOf }: IssuingBody,
  { form, word }: Pick<NamedForm, 'form' | 'word'>,
): Promise<{ no: string; year: number; serial: number }> {
  const year = Number(context.at.day.slice(0, 4))
  const serial = await store.take(context, body, form, year)
  if (serial > most) throw new RuleViolation('series-full', { year, most })
  return { no: numberOf(patternOf(form), letterhead, { word, year, serial }), year, serial }
}
