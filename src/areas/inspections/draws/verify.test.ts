import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical } from '../../../kernel/canonical.ts'
import { type DrawPackage, packageText, sealOf } from './package.ts'
import { drawnPackage, hash, inspectorOf, objectOf, registerOf } from './testing.ts'
import { verify } from './verify.ts'

const capped = objectOf(3, { lastInspectedOn: '2026-10-01' })
const objects = registerOf().objects.map((object) => {
  if (object.no === capped.no) return { ...capped, excluded: 'within-cap' as const }
  if (object.no === 'CS000004') return { ...object, lastInspectedOn: '2026-10-01', words: '有举报' }
  return object
})
const register = registerOf({
  objects,
  recusals: [{ inspector: inspectorOf(1).id, object: 'CS000005', words: '亲属' }],
  inspectors: [...registerOf().inspectors, inspectorOf(6, '年休假')],
})
const good = drawnPackage(register, { seed: '04 09 12 21 28 33 07' })
/** Puts a value in at a path. */
const put = (path: string, value: unknown) => (found: DrawPackage) => {
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  const inner = keys.reduce<Record<string, unknown>>(
    (tree, key) => tree[key] as Record<string, unknown>,
    found as unknown as Record<string, unknown>,
  )
  inner[last] = value
}
const kinds = (text: string, published?: string) => verify(text, hash, published).differences.map(({ kind }) => kind)
/** What a forger would write: everything agrees again, but for the draw. */
const forged = (change: (found: DrawPackage) => void): string => {
  const found: DrawPackage = JSON.parse(good)
  change(found)
  found.digest = hash(canonical(found.register))
  found.seal = sealOf(found, hash)
  return canonical(found)
}

describe('a sound package', () => {
  it('fits, whichever implementation of SHA-256 is used', () => {
    expect(verify(good, hash)).toMatchObject({ drawn: 10, population: 60, voided: false, differences: [] })
    const library = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
    expect(verify(good, library)).toEqual(verify(good, hash))
  })
  it('is the canonical text of itself', () => expect(canonical(JSON.parse(good))).toBe(good))
  it('fits before it is drawn, and when it is void', () => {
    const text = canonical(register)
    const voided = { at: '2026-11-27T04:00:00.000Z', by: '周巡安', reason: '名单有误' }
    const undrawn = packageText({ register: text, outcome: null, digest: hash(text), voided }, hash)
    expect(verify(undrawn, hash)).toMatchObject({ drawn: null, voided: true, differences: [] })
  })
  it('fits with commitments', () => {
    const by = ['甲', '乙'].map((name) => ({ name, commitment: hash(name) }))
    const source = { kind: 'commit' as const, by, at: '2026-11-28T01:00:00.000Z' }
    expect(kinds(drawnPackage({ ...register, source }, { secrets: ['甲', '乙'] }))).toEqual([])
  })
})

it('every changed character is found', () => {
  fc.assert(
    fc.property(fc.nat(good.length - 1), fc.string({ minLength: 1, maxLength: 1 }), (at, char) => {
      fc.pre(good[at] !== char)
      expect(kinds(good.slice(0, at) + char + good.slice(at + 1))).not.toEqual([])
    }),
    { numRuns: 400 },
  )
})
it('and so is every missing and every added one', () =>
  fc.assert(
    fc.property(fc.nat(good.length - 1), fc.string({ minLength: 1, maxLength: 1 }), (at, char) => {
      expect(kinds(good.slice(0, at) + good.slice(at + 1))).not.toEqual([])
      expect(kinds(good.slice(0, at) + char + good.slice(at))).not.toEqual([])
    }),
    { numRuns: 100 },
  ))

describe('whoever forges the digests too', () => {
  it.each<[string, string, unknown, string]>([
    ['another seed', 'outcome.seed', '04 09 12 21 28 33 08', 'object'],
    ['an object exchanged', 'outcome.objects.0.no', 'CS000060', 'object'],
    ['a shifted ticket', 'outcome.objects.3.ticket', '0.5', 'object'],
    ['other inspectors', 'outcome.objects.0.inspectors', [inspectorOf(6).id], 'inspectors'],
    ['an inspector away', 'register.inspectors.1.away', '病假', 'inspectors'],
    ['drawn too early', 'outcome.drawnAt', '2026-11-28T13:00:00.000Z', 'drawn-early'],
    ['published too late', 'register.publishedAt', '2026-11-28T13:30:00.000Z', 'published-late'],
    ['secrets where there are none', 'outcome.secrets', ['密语'], 'secret'],
    ['a cap passed over', 'register.objects.2.excluded', null, 'exclusion'],
    ['a cap made up', 'register.objects.9.excluded', 'within-cap', 'exclusion'],
    ['a longer cap', 'register.capMonths', null, 'exclusion'],
    ['a closed place', 'register.objects.9.state', 'demolished', 'exclusion'],
    ['an object twice', 'register.objects.1', objects[0], 'order'],
    ['an inspector twice', 'register.inspectors.1', inspectorOf(1), 'order'],
    ['a recusal of nobody', 'register.recusals.0.object', 'CS9', 'recusal-unknown'],
    ['more people to each', 'register.perObject', 3, 'inspectors'],
    ['more people than there are', 'register.inspectors', [inspectorOf(1)], 'too-few-inspectors'],
    ['fewer objects', 'register.take', { count: 9 }, 'object'],
    ['other strata', 'register.strata', { by: 'list', takes: [] }, 'object'],
  ])('is found out: %s', (_what, path, value, kind) => expect(kinds(forged(put(path, value)))).toContain(kind))

  it('cannot meet the digest that was published', () => {
    const text = forged(put('register.title', '另一次抽查'))
    expect(kinds(text)).toEqual([])
    expect(kinds(text, hash(canonical(register)))).toEqual(['digest-published'])
  })
})

it('says exactly what differs', () => {
  const text = forged(put('outcome.objects.0.no', 'CS000060'))
  const [first] = verify(text, hash).differences
  expect(first).toMatchObject({ kind: 'object', where: '1', said: expect.stringContaining('CS000060') })
})

it.each([
  ['not-json', '{"register"'],
  ['not-a-package', '{}'],
  ['not-a-package', good.replace('"format":"shouwang-draw/1"', '"format":"shouwang-draw/2"')],
  ['not-canonical', good.replace('{', '{ ')],
  ['not-canonical', good.replace('"perObject":2', '"perObject":9,"perObject":2')],
])('%s', (kind, text) => expect(kinds(text)).toContain(kind))

it('a hostile file is refused and harms nothing', () => {
  expect(kinds(good.replace('"district"', '"__proto__":{"polluted":true},"district"'))).not.toEqual([])
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
})
