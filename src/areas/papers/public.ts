/** What other areas may ask of papers: to issue one, to serve it, and which there are about a record. */
import { perform, RuleViolation } from '../../kernel/lifecycle.ts'
import { spansText } from '../../kernel/sheet.ts'
import { type Context, NotFound } from '../../platform/context.ts'
import { record } from '../../platform/ledger/store.ts'
import { whereaboutsOf } from '../premises/public.ts'
import type { Head } from './forms/form.ts'
import { forms } from './forms.ts'
import { type PaperInputs, paperActs } from './lifecycle.ts'
import type { FormKey, Paper, Subject } from './record-contract.ts'
import { formsNow, type IssuingBody, issuingBodies, takeNumber } from './series/public.ts'
import * as store from './store.ts'
import { templateInForce, textsOf } from './templates/public.ts'
import { lineSpans } from './templates/rules.ts'

export interface Issue {
  readonly form: FormKey
  readonly subject: Subject
  /** Other records that it is about: one notice covers several hazards. */
  readonly also?: readonly Subject[]
  readonly premises: string | null
  /** What is filled in, as the form's shape wants it. */
  readonly values: unknown
}

/** The form as the district has it, where the actor's body may issue it. Throws RuleViolation 'no-power'. */
async function formFor(context: Context, form: FormKey) {
  const named = (await formsNow(context)).find((one) => one.form === form)
  const { bodyKind } = context.actor
  if (!named || !(named.bodies as readonly string[]).includes(bodyKind))
    throw new RuleViolation('no-power', { form, law: named?.law ?? 'house' })
  return named
}

/** The actor's body as it issues papers. Throws RuleViolation 'no-power' where it issues none. */
async function issuerOf(context: Context): Promise<IssuingBody> {
  const found = (await issuingBodies(context)).find(({ body }) => body === context.actor.body)
  if (!found) throw new RuleViolation('no-power', {})
  return found
}

/** The values as the form takes them. Throws RuleViolation 'paper-unsound', which names the field. */
function soundValues(form: FormKey, values: unknown): unknown {
  const { success, data, error } = forms[form].shape.safeParse(values)
  if (success) return data
  const [issue] = error.issues
  throw new RuleViolation('paper-unsound', { form, field: issue?.path.join('.') ?? '', why: issue?.message ?? '' })
}

/** What a paper is headed by before it is issued: for a preview. */
export async function headOf(context: Context): Promise<Head> {
  const { letterhead, kind } = await issuerOf(context)
  return { letterhead, bodyKind: kind, number: null, day: null, served: null }
}

/**
 * Issues a paper in the actor's body's name: it takes the next number, and stays as it was filled in. Throws
 * RuleViolation 'no-power', 'paper-unsound' or 'series-full', or NotFound for a place that is none.
 */
export async function issuePaper(
  context: Context,
  { form, subject, also = [], premises, values }: Issue,
): Promise<Paper> {
  const named = await formFor(context, form)
  const issuer = await issuerOf(context)
  const sound = soundValues(form, values)
  const place = premises === null ? undefined : await whereaboutsOf(context, premises)
  if (premises !== null && !place) throw new NotFound('premises')
  const template = await templateInForce(context, form)
  const { no, year, serial } = await takeNumber(context, issuer, named)
  const { district: _, tx: __, actor, at } = context
  const head: Head = { letterhead: issuer.letterhead, bodyKind: issuer.kind, number: no, day: at.day, served: null }
  const title = spansText(lineSpans(textsOf(template).title ?? named.title, forms[form].fill(sound, head)))
  const after = await store.insert(
    context,
    {
      ...{ form, title, no, year, serial, subject, premises },
      body: issuer.body,
      bodyKind: issuer.kind,
      letterhead: issuer.letterhead,
      partyName: forms[form].partyOf(sound),
      station: place?.station ?? (issuer.kind === 'station' ? issuer.body : null),
      community: place?.community ?? null,
      edition: template.edition,
      issuedAt: at.instant,
      issuedOn: at.day,
      issuedBy: actor.name,
      values: sound,
      copies: named.copies,
    },
    also,
  )
  await record(context, 'paper.issue', { kind: 'paper', id: after.id }, { after })
  return after
}

/** The papers about a record, newest first. The caller has seen to it that the actor may see the record. */
export const papersOf = (context: Context, kind: string, id: string): Promise<Paper[]> =>
  store.about(context, { kind, id })

/** A paper and every record that it is about, locked. Throws NotFound, or RuleViolation where it is another body's. */
export async function lockPaper(context: Context, id: string): Promise<{ paper: Paper; about: Subject[] }> {
  const paper = await store.lock(context, id)
  if (!paper) throw new NotFound('paper')
  if (paper.body !== context.actor.body) throw new RuleViolation('of-another-body', { paper: id })
  return { paper, about: await store.aboutOf(context, id) }
}

/** Notes that a locked paper was served. Throws the ground on which that cannot be. */
export async function servePaper(context: Context, before: Paper, input: PaperInputs['serve']): Promise<Paper> {
  const after = await store.save(context, perform(paperActs, 'serve', before, input, context.at))
  await record(context, 'paper.serve', { kind: 'paper', id: after.id }, { before, after })
  return after
}
