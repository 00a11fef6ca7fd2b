/** The page that people take away is a second implementation of the whole rule: the two must agree on any draw. */
import { webcrypto } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonical } from '../../../kernel/canonical.ts'
import { ruledOut } from './exclusions.ts'
import { type DrawPackage, packageText, sealOf } from './package.ts'
import { drawnPackage, hash, inspectorOf, objectOf, registerOf } from './testing.ts'
import { verify } from './verify.ts'

const page = readFileSync(new URL('./verifier.html', import.meta.url), 'utf8')
const [, script = ''] = /<script>([\s\S]*)<\/script>/.exec(page) ?? []
const nowhere = { getElementById: () => ({ addEventListener: () => undefined }) }
type Check = (
  text: string,
  published: string,
) => Promise<{ holds: boolean; checks: { words: string; holds: boolean }[] }>
const check: Check = runInNewContext(`${script};verifyPackage`, {
  crypto: webcrypto,
  TextEncoder,
  document: nowhere,
})

const take = fc.oneof(
  fc.record({ count: fc.integer({ min: 1, max: 20 }) }),
  fc.record({ perMille: fc.integer({ min: 1, max: 1000 }) }),
)
const objects = fc
  .array(fc.record({ state: fc.constantFrom('open', 'open', 'paused'), months: fc.option(fc.nat(30)) }), {
    minLength: 5,
    maxLength: 30,
  })
  .map((all) =>
    all.map(({ state, months }, i) => {
      const on =
        months === null ? null : `20${26 - Math.floor(months / 12)}-${String((months % 11) + 1).padStart(2, '0')}-28`
      const object = objectOf(i + 1, { state, lastInspectedOn: on })
      return { ...object, excluded: ruledOut(object, { capMonths: 6, day: '2026-11-27' }) }
    }),
  )
const registers = fc.record({
  objects,
  take,
  capMonths: fc.constant(6),
  perObject: fc.integer({ min: 1, max: 2 }),
  strata: fc.option(
    fc.record({
      by: fc.constantFrom('station', 'list', 'kind'),
      takes: fc.constant([] as { value: string; take: { count: number } }[]),
    }),
  ),
  inspectors: fc.integer({ min: 3, max: 6 }).map((n) => Array.from({ length: n }, (_, i) => inspectorOf(i + 1))),
  recusals: fc
    .array(fc.integer({ min: 1, max: 5 }), { maxLength: 4 })
    .map((nos) => nos.map((no) => ({ inspector: inspectorOf(1).id, object: objectOf(no).no, words: '亲属' }))),
})

it('both find any draw sound', () =>
  fc.assert(
    fc.asyncProperty(registers, fc.string({ minLength: 1 }), async (change, seed) => {
      const text = drawnPackage(registerOf(change), { seed })
      expect(verify(text, hash).differences).toEqual([])
      expect((await check(text, '')).checks.filter(({ holds }) => !holds)).toEqual([])
    }),
    { numRuns: 60 },
  ))

it('both see secrets that fit, and a draw before its seed', async () => {
  const by = ['甲', '乙'].map((name) => ({ name, commitment: hash(name) }))
  const source = { kind: 'commit' as const, by, at: '2026-11-28T01:00:00.000Z' }
  const text = drawnPackage(registerOf({ source }), { secrets: ['甲', '乙'] })
  expect((await check(text, '')).holds).toBe(true)
  const register = canonical(registerOf())
  const digest = hash(register)
  const undrawn = packageText({ register, outcome: null, digest, voided: null }, hash)
  expect((await check(undrawn, digest)).holds).toBe(true)
  expect((await check(undrawn, 'a'.repeat(64))).holds).toBe(false)
})

it('neither is deceived by a changed character', () => {
  const good = drawnPackage(registerOf(), { seed: '314159' })
  return fc.assert(
    fc.asyncProperty(fc.nat(good.length - 1), fc.string({ minLength: 1, maxLength: 1 }), async (at, char) => {
      fc.pre(good[at] !== char)
      const bad = good.slice(0, at) + char + good.slice(at + 1)
      const holds = await check(bad, '').then(
        (found) => found.holds,
        () => false,
      )
      expect(holds).toBe(false)
    }),
    { numRuns: 100 },
  )
})

it('nor by whoever puts the digests right again', async () => {
  const forge = (change: (found: DrawPackage) => void) => {
    const found: DrawPackage = JSON.parse(drawnPackage(registerOf(), { seed: '314159' }))
    change(found)
    found.digest = hash(canonical(found.register))
    found.seal = sealOf(found, hash)
    return canonical(found)
  }
  const forged = [
    forge(({ outcome }) => void outcome?.objects.pop()),
    forge(({ outcome }) => void outcome?.objects[0]?.inspectors.reverse()),
    forge(({ register }) => void Object.assign(register.objects[0] ?? {}, { excluded: 'within-cap' })),
    forge(({ register }) => void Object.assign(register, { publishedAt: '2026-11-29T00:00:00.000Z' })),
  ]
  for (const text of forged) expect((await check(text, '')).holds).toBe(false)
})
