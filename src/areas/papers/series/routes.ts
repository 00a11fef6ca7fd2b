/** Numbers of papers: each body's series and how it calls itself. */
import { implement } from '@orpc/server'
import { RuleViolation } from '../../../kernel/lifecycle.ts'
import { type Context, NotFound } from '../../../platform/context.ts'
import { record } from '../../../platform/ledger/store.ts'
import { type BodySeries, paperContract } from '../contract.ts'
import { demandSoundPattern, numberOf, sameNumbers, usualPattern } from '../numbers.ts'
import type { FormKey, Letterhead } from '../record-contract.ts'
import { formsNow, type IssuingBody, issuingBodies, type NamedForm, seriesOf } from './public.ts'
import * as store from './store.ts'

const os = implement(paperContract.series).$context<Context>()

/** A body keeps its own numbers; who reaches the whole district keeps all. */
const mine = ({ actor }: Context, body: string) =>
  actor.permissions.includes('papers.keep') && (actor.reach.district || actor.body === body)

interface Counted {
  readonly year: number
  readonly lasts: ReadonlyMap<string, number>
  readonly voided: ReadonlyMap<string, number>
}

async function countedIn(context: Context, year: number): Promise<Counted> {
  const key = ({ body, form }: { body: string; form: string }) => `${body} ${form}`
  return {
    year,
    lasts: new Map((await store.lasts(context, year)).map((row) => [key(row), row.last])),
    voided: new Map((await store.voided(context, year)).map((row) => [key(row), row.n])),
  }
}

function shown(context: Context, one: IssuingBody, forms: readonly NamedForm[], counted: Counted): BodySeries {
  const { body, kind, name, letterhead, usual, patternOf } = one
  const { year, lasts, voided } = counted
  return {
    body,
    bodyKind: kind,
    name,
    letterhead,
    usual,
    mine: mine(context, body),
    series: forms
      .filter(({ bodies }) => (bodies as readonly string[]).includes(kind))
      .map(({ form, word }) => {
        const last = lasts.get(`${body} ${form}`) ?? 0
        const pattern = patternOf(form)
        return {
          form,
          pattern,
          usual: pattern === usualPattern,
          last,
          voided: voided.get(`${body} ${form}`) ?? 0,
          next: numberOf(pattern, letterhead, { word, year, serial: last + 1 }),
        }
      }),
  }
}

async function list(context: Context, asked: number | undefined) {
  const { actor, at } = context
  const year = asked ?? Number(at.day.slice(0, 4))
  const bodies = (await issuingBodies(context)).filter(({ body }) => actor.reach.district || body === actor.body)
  const forms = await formsNow(context)
  const counted = await countedIn(context, year)
  return { items: bodies.map((one) => shown(context, one, forms, counted)) }
}

async function bodyNow(context: Context, id: string) {
  const found = (await list(context, undefined)).items.find(({ body }) => body === id)
  if (!found) throw new NotFound('body')
  return found
}

/** Refused where two series would give the same numbers. */
async function demandOwnNumbers(context: Context, body: string): Promise<void> {
  const bodies = await issuingBodies(context)
  const all = seriesOf(bodies, await formsNow(context))
  for (const one of all.filter((series) => series.body === body)) {
    const other = sameNumbers(one, all)
    if (other)
      throw new RuleViolation('same-numbers', {
        form: one.form,
        with: bodies.find((issuing) => issuing.body === other.body)?.name ?? '',
      })
  }
}

async function begin(context: Context, body: string): Promise<BodySeries> {
  await store.hold(context)
  const before = await bodyNow(context, body)
  if (!before.mine) throw new RuleViolation('not-own-series', {})
  return before
}

async function end(context: Context, act: 'paper.setSeries' | 'paper.setLetterhead', before: BodySeries) {
  await demandOwnNumbers(context, before.body)
  const after = await bodyNow(context, before.body)
  const told = ({ letterhead, series }: BodySeries) => ({
    ...letterhead,
    ...Object.fromEntries(series.map(({ form, pattern }) => [form, pattern])),
  })
  const change = { before: told(before), after: told(after) }
  const subject = { kind: 'body', id: before.body }
  if (act === 'paper.setSeries') await record(context, 'paper.setSeries', subject, change)
  else await record(context, 'paper.setLetterhead', subject, change)
  return after
}

async function setPattern(context: Context, input: { body: string; form: FormKey; pattern: string }) {
  const before = await begin(context, input.body)
  const pattern = input.pattern === '' || input.pattern === usualPattern ? null : input.pattern
  if (pattern !== null) demandSoundPattern(pattern)
  await store.setPattern(context, { ...input, pattern })
  return end(context, 'paper.setSeries', before)
}

async function setLetterhead(context: Context, { body, ...letterhead }: Letterhead & { body: string }) {
  const before = await begin(context, body)
  await store.setLetterhead(context, body, letterhead)
  return end(context, 'paper.setLetterhead', before)
}

export const seriesRoutes = os.router({
  list: os.list.handler(({ input, context }) => list(context, input.year)),
  set: os.set.handler(({ input, context }) => setPattern(context, input)),
  setLetterhead: os.setLetterhead.handler(({ input, context }) => setLetterhead(context, input)),
})
