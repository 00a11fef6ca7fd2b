/** The draw itself: which objects, in which order, inspected by whom. README.md says it so that others can write it anew. */
import { RuleViolation } from '../../../kernel/lifecycle.ts'
import { byTicket, firstNumber, type Hash, ticketsOf } from '../../../kernel/sampler.ts'
import type { DrawnObject, Inspector, ObjectFacts, Recusal, Register, Source, Strata, Take } from './package.ts'

/** What an object without a value of that kind is called. */
const unknown = 'none'

/** How many are drawn from a stratum of that size. */
export const takeOf = (take: Take, size: number): number =>
  Math.min(size, 'count' in take ? take.count : Math.ceil((size * take.perMille) / 1000))

export const stratumOf = (object: Pick<ObjectFacts, 'station' | 'list' | 'kind'>, strata: Strata | null) =>
  strata === null ? null : (object[strata.by] ?? unknown)

interface Wanted {
  readonly take: Take
  readonly strata: Strata | null
}
const takeFrom = (stratum: string | null, { take, strata }: Wanted): Take =>
  strata?.takes.find(({ value }) => value === stratum)?.take ?? take

/** How many are drawn in all, from how many eligible ones each stratum has. */
export const toDrawOf = (sizes: ReadonlyMap<string | null, number>, wanted: Wanted): number =>
  [...sizes].reduce((sum, [stratum, size]) => sum + takeOf(takeFrom(stratum, wanted), size), 0)

/** One order for all: each stratum takes the first of its own. */
function drawObjects(register: Register, seed: string, hash: Hash): Omit<DrawnObject, 'inspectors'>[] {
  const eligible = new Map(
    register.objects.filter(({ excluded }) => excluded === null).map((object) => [object.no, object]),
  )
  const strata = new Map([...eligible].map(([no, object]) => [no, stratumOf(object, register.strata)]))
  const left = new Map<string | null, number>()
  for (const stratum of strata.values()) left.set(stratum, (left.get(stratum) ?? 0) + 1)
  for (const [stratum, size] of left) left.set(stratum, takeOf(takeFrom(stratum, register), size))
  return ticketsOf([...eligible.keys()], seed, hash).flatMap(({ id, number }) => {
    const stratum = strata.get(id) ?? null
    const wanted = left.get(stratum) ?? 0
    if (wanted === 0) return []
    left.set(stratum, wanted - 1)
    return [{ no: id, stratum, ticket: number }]
  })
}

type Pool = Pick<Register, 'inspectors' | 'recusals'>
const pairs = (recusals: readonly Recusal[]) =>
  new Set(recusals.map(({ inspector, object }) => `${inspector} ${object}`))
const present = (inspectors: readonly Inspector[]) => inspectors.filter(({ away }) => away === null)

/**
 * Who inspects: object by object as they were drawn, those with the fewest objects so far come first, and among them the
 * sampler decides with the seed and the object's number, a slash between them.
 */
function assign(
  { inspectors, recusals, perObject }: Register,
  drawn: readonly Omit<DrawnObject, 'inspectors'>[],
  seed: string,
  hash: Hash,
) {
  const recused = pairs(recusals)
  const loads = new Map(present(inspectors).map(({ id }) => [id, 0]))
  return drawn.map((object): DrawnObject => {
    const seedHash = hash(`${seed}/${object.no}`)
    const chosen = [...loads]
      .filter(([id]) => !recused.has(`${id} ${object.no}`))
      .map(([id, load]) => ({ id, load, number: firstNumber(id, seedHash, hash), generation: 1 }))
      .sort((a, b) => a.load - b.load || byTicket(a, b))
      .slice(0, perObject)
    for (const { id, load } of chosen) loads.set(id, load + 1)
    return { ...object, inspectors: chosen.map(({ id }) => id) }
  })
}

/** The objects drawn with a seed, in order, each with its inspectors. */
export const drawWith = (register: Register, seed: string, hash: Hash): DrawnObject[] =>
  assign(register, drawObjects(register, seed, hash), seed, hash)

/** The first object that fewer inspectors may visit than it needs. */
export function shortOfInspectors(
  { inspectors, recusals }: Pool,
  objects: readonly string[],
  perObject: number,
): string | undefined {
  const ids = new Set(present(inspectors).map(({ id }) => id))
  const recused = new Map<string, number>()
  for (const pair of pairs(recusals)) {
    const [inspector = '', ...object] = pair.split(' ')
    const no = object.join(' ')
    if (ids.has(inspector)) recused.set(no, (recused.get(no) ?? 0) + 1)
  }
  return objects.find((no) => ids.size - (recused.get(no) ?? 0) < perObject)
}

/** The seed that revealed secrets make: the hash of all of them in order, a line each. */
export const seedOfSecrets = (secrets: readonly string[], hash: Hash): string => hash(secrets.join('\n'))

/** Whose secret does not fit what they had committed themselves to. */
export const misfitOf = (by: readonly { name: string; commitment: string }[], secrets: readonly string[], hash: Hash) =>
  by.find(({ commitment }, i) => hash(secrets[i] ?? '') !== commitment)

/** The seed as the announced source gives it. Throws RuleViolation where a secret does not fit its commitment. */
export function seedFrom(
  source: Source,
  { seed, secrets }: { seed?: string | undefined; secrets?: readonly string[] | undefined },
  hash: Hash,
): { seed: string; secrets: string[] | null } {
  if (source.kind === 'event') {
    if (!seed) throw new RuleViolation('seed-wanted')
    return { seed, secrets: null }
  }
  if (secrets?.length !== source.by.length) throw new RuleViolation('secrets-wanted', { n: source.by.length })
  const misfit = misfitOf(source.by, secrets, hash)
  if (misfit) throw new RuleViolation('secret-not-committed', { name: misfit.name })
  return { seed: seedOfSecrets(secrets, hash), secrets: [...secrets] }
}
