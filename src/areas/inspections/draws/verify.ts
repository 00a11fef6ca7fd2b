/** Recomputes a draw from its package alone and says what differs. */

import { dayOf } from '../../../kernel/calendar.ts'
import { canonical } from '../../../kernel/canonical.ts'
import type { Hash } from '../../../kernel/sampler.ts'
import { drawWith, misfitOf, seedOfSecrets, shortOfInspectors } from './drawing.ts'
import { agrees } from './exclusions.ts'
import { type DrawnObject, DrawPackage, type Outcome, type Register, sealOf } from './package.ts'

/** What can differ; `where` names the field, object or person, `said` and `found` the two values. */
export const differenceKinds = [
  'not-json',
  'not-a-package',
  'not-canonical',
  'digest',
  'digest-published',
  'exclusion',
  'order',
  'recusal-unknown',
  'too-few-inspectors',
  'published-late',
  'drawn-early',
  'secret',
  'seed',
  'object',
  'inspectors',
  'seal',
] as const
export interface Difference {
  readonly kind: (typeof differenceKinds)[number]
  readonly where: string
  readonly said: string
  readonly found: string
}

export interface Verdict {
  readonly title: string | null
  /** As it was recomputed. */
  readonly digest: string | null
  readonly population: number
  readonly drawn: number | null
  readonly voided: boolean
  readonly differences: readonly Difference[]
}

/** More would only repeat that something is wrong. */
const mostShown = 50

const nothing = { title: null, digest: null, population: 0, drawn: null, voided: false }
const only = (difference: Difference): Verdict => ({ ...nothing, differences: [difference] })

/** `published` is the digest that was announced before the draw, where the reader knows it from elsewhere. */
export function verify(text: string, hash: Hash, published?: string): Verdict {
  const read = parsed(text)
  if (!read.ok) return only(read.difference)
  const { register, digest, outcome, voided, seal } = read.found
  const found = hash(canonical(register))
  const differences: Difference[] = [
    ...differ('not-canonical', '', text, canonical(read.found), 'bytes'),
    ...differ('digest', 'digest', digest, found),
    ...(published === undefined ? [] : differ('digest-published', 'digest', published, found)),
    ...registerDifferences(register),
    ...(outcome ? outcomeDifferences(register, outcome, hash) : []),
    ...differ('seal', 'seal', seal, sealOf({ digest, outcome, voided }, hash)),
  ]
  return {
    title: register.title,
    digest: found,
    population: register.objects.length,
    drawn: outcome ? outcome.objects.length : null,
    voided: voided !== null,
    differences: differences.slice(0, mostShown),
  }
}

type Parsed = { ok: true; found: DrawPackage } | { ok: false; difference: Difference }

function parsed(text: string): Parsed {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    const found = error instanceof Error ? error.message : ''
    return { ok: false, difference: { kind: 'not-json', where: '', said: '', found } }
  }
  const { data, success, error } = DrawPackage.safeParse(value)
  if (success) return { ok: true, found: data }
  const [issue] = error.issues
  const where = issue?.path.join('.') ?? ''
  return { ok: false, difference: { kind: 'not-a-package', where, said: '', found: issue?.message ?? '' } }
}

/** Two values that ought to be one; of long ones only the length, or the place at which they part. */
function differ(kind: Difference['kind'], where: string, said: string, found: string, long?: 'bytes'): Difference[] {
  if (said === found) return []
  if (!long) return [{ kind, where, said, found }]
  let at = 0
  while (said[at] === found[at]) at++
  const near = (text: string) => text.slice(at, at + 40)
  return [{ kind, where: String(at), said: near(said), found: near(found) }]
}

function registerDifferences(register: Register): Difference[] {
  const { objects, capMonths, snapshotAt, publishedAt, source, inspectors, recusals, perObject } = register
  const cap = { capMonths, day: dayOf(snapshotAt) }
  const nos = new Set(objects.map(({ no }) => no))
  const people = new Set(inspectors.map(({ id }) => id))
  const eligible = objects.filter(({ excluded }) => excluded === null).map(({ no }) => no)
  const short = shortOfInspectors(register, eligible, perObject)
  return [
    ...objects
      .filter((object) => !agrees(object, cap))
      .map(({ no, excluded, words }) => difference('exclusion', no, `${excluded ?? '-'} ${words ?? ''}`.trim())),
    ...objects
      .filter(({ no }, i) => i > 0 && no <= (objects[i - 1]?.no ?? ''))
      .map(({ no }) => difference('order', no)),
    ...(people.size < inspectors.length ? [difference('order', 'inspectors')] : []),
    ...recusals
      .filter(({ inspector, object }) => !people.has(inspector) || !nos.has(object))
      .map(({ inspector, object }) => difference('recusal-unknown', `${inspector} ${object}`)),
    ...(short === undefined ? [] : [difference('too-few-inspectors', short)]),
    ...(source.at > publishedAt
      ? []
      : [{ kind: 'published-late' as const, where: 'publishedAt', said: publishedAt, found: source.at }]),
  ]
}

const difference = (kind: Difference['kind'], where: string, said = '', found = ''): Difference => ({
  kind,
  where,
  said,
  found,
})

function outcomeDifferences(register: Register, outcome: Outcome, hash: Hash): Difference[] {
  const { source } = register
  const early = outcome.drawnAt < source.at ? [difference('drawn-early', 'drawnAt', outcome.drawnAt, source.at)] : []
  return [
    ...early,
    ...seedDifferences(register, outcome, hash),
    ...drawnDifferences(outcome.objects, drawWith(register, outcome.seed, hash)),
  ]
}

function seedDifferences({ source }: Register, { seed, secrets }: Outcome, hash: Hash): Difference[] {
  if (source.kind === 'event') return secrets === null ? [] : [difference('secret', 'secrets')]
  if (secrets?.length !== source.by.length) return [difference('secret', 'secrets')]
  const misfit = misfitOf(source.by, secrets, hash)
  return [
    ...(misfit ? [difference('secret', misfit.name, misfit.commitment)] : []),
    ...differ('seed', 'seed', seed, seedOfSecrets(secrets, hash)),
  ]
}

function drawnDifferences(said: readonly DrawnObject[], found: readonly DrawnObject[]): Difference[] {
  const count = Math.max(said.length, found.length)
  return Array.from({ length: count }, (_, i): Difference[] => {
    const [one, other] = [said[i], found[i]]
    const where = String(i + 1)
    const name = (object: DrawnObject | undefined) =>
      object ? `${object.no} ${object.stratum ?? ''} ${object.ticket}`.replace('  ', ' ') : '-'
    if (name(one) !== name(other)) return [difference('object', where, name(one), name(other))]
    return differ(
      'inspectors',
      `${where} ${one?.no ?? ''}`,
      one?.inspectors.join(' ') ?? '',
      other?.inspectors.join(' ') ?? '',
    )
  }).flat()
}
