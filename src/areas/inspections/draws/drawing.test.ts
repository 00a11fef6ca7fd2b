import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawWith, seedFrom, shortOfInspectors, takeOf, toDrawOf } from './drawing.ts'
import type { ObjectFacts, Register } from './package.ts'
import { hash, inspectorOf, objectOf, registerOf } from './testing.ts'

const seeds = fc.string({ minLength: 1, maxLength: 20 })

describe('how many', () => {
  it('a share is rounded up, and nobody is drawn twice', () => {
    expect(takeOf({ perMille: 50 }, 21)).toBe(2)
    expect(takeOf({ perMille: 1 }, 1)).toBe(1)
    expect(takeOf({ count: 30 }, 21)).toBe(21)
  })
  it('each stratum by its own number, else by that of the whole', () => {
    const strata = { by: 'list', takes: [{ value: 'KEY', take: { perMille: 1000 } }] } as const
    const sizes = new Map([
      ['KEY', 15],
      ['GENERAL', 45],
    ])
    expect(toDrawOf(sizes, { take: { count: 5 }, strata: { ...strata, takes: [...strata.takes] } })).toBe(20)
    const drawn = drawWith(
      registerOf({ take: { count: 5 }, strata: { ...strata, takes: [...strata.takes] } }),
      '1',
      hash,
    )
    expect(drawn.filter(({ stratum }) => stratum === 'KEY')).toHaveLength(15)
    expect(drawn.filter(({ stratum }) => stratum === 'GENERAL')).toHaveLength(5)
  })
  it('what has no value is a stratum too', () => {
    const drawn = drawWith(registerOf({ take: { count: 1 }, strata: { by: 'kind', takes: [] } }), '1', hash)
    expect(new Set(drawn.map(({ stratum }) => stratum))).toEqual(new Set(['SHOP-STORE', 'none']))
  })
})

describe('objects', () => {
  it('are drawn by their tickets, excluded ones never', () =>
    fc.assert(
      fc.property(seeds, fc.array(fc.integer({ min: 1, max: 60 })), (seed, out) => {
        const objects = registerOf().objects.map((object, i) =>
          out.includes(i + 1) ? { ...object, excluded: 'by-hand' as const, words: '在建' } : object,
        )
        const drawn = drawWith(registerOf({ objects }), seed, hash)
        expect(drawn).toHaveLength(Math.min(10, 60 - new Set(out).size))
        expect(drawn.map(({ ticket }) => ticket)).toEqual(drawn.map(({ ticket }) => ticket).sort())
        for (const { no } of drawn) expect(objects.find((object) => object.no === no)?.excluded).toBeNull()
      }),
      { numRuns: 40 },
    ))
})

describe('inspectors', () => {
  it('each object gets as many as it needs, nobody twice, none who is away, and all bear nearly the same', () =>
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 2 }), (seed, perObject, away) => {
        const inspectors = [1, 2, 3, 4, 5].map((n) => inspectorOf(n, n <= away ? '年休假' : null))
        const drawn = drawWith(registerOf({ inspectors, perObject, take: { count: 30 } }), seed, hash)
        const loads = new Map(inspectors.slice(away).map(({ id }) => [id, 0]))
        for (const { inspectors: sent } of drawn) {
          expect(new Set(sent).size).toBe(perObject)
          for (const id of sent) loads.set(id, (loads.get(id) ?? Number.NaN) + 1)
        }
        expect(Math.max(...loads.values()) - Math.min(...loads.values())).toBeLessThanOrEqual(1)
      }),
      { numRuns: 40 },
    ))
  it('none is sent where recused', () =>
    fc.assert(
      fc.property(
        seeds,
        fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 60 }))),
        (seed, pairs) => {
          const recusals = pairs.map(([n, o]) => ({
            inspector: inspectorOf(n).id,
            object: objectOf(o).no,
            words: '亲属',
          }))
          const recused = new Set(recusals.map(({ inspector, object }) => `${inspector} ${object}`))
          for (const { no, inspectors } of drawWith(registerOf({ recusals }), seed, hash)) {
            expect(inspectors).toHaveLength(2)
            for (const id of inspectors) expect(recused.has(`${id} ${no}`)).toBe(false)
          }
        },
      ),
      { numRuns: 40 },
    ))
  it('an object that too few may visit is named before the draw', () => {
    const inspectors = [inspectorOf(1), inspectorOf(2), inspectorOf(3, '学习')]
    const recusal = { inspector: inspectorOf(1).id, object: 'CS000002', words: '亲属' }
    expect(shortOfInspectors({ inspectors, recusals: [] }, ['CS000001', 'CS000002'], 2)).toBeUndefined()
    expect(shortOfInspectors({ inspectors, recusals: [recusal, recusal] }, ['CS000001', 'CS000002'], 2)).toBe(
      'CS000002',
    )
  })
})

describe('commit and reveal', () => {
  const by = ['甲', '乙'].map((name) => ({ name, commitment: hash(`${name}的密语`) }))
  const source = { kind: 'commit' as const, by, at: '2026-11-28T01:00:00.000Z' }
  it('the seed is the hash of all secrets in order', () => {
    expect(seedFrom(source, { secrets: ['甲的密语', '乙的密语'] }, hash).seed).toBe(hash('甲的密语\n乙的密语'))
  })
  it('a secret that does not fit its commitment is refused, and so is a missing one', () => {
    const refused = (secrets: string[]) => () => seedFrom(source, { secrets }, hash)
    expect(refused(['乙的密语', '甲的密语'])).toThrow('secret-not-committed')
    expect(refused(['甲的密语'])).toThrow('secrets-wanted')
  })
})

/** The rule of README.md a second time, from its words: fractions as numbers, people counted anew for each object. */
function secondDraw(register: Register, seed: string): { no: string; inspectors: string[] }[] {
  const number = (text: string) => {
    const digits = [
      ...BigInt(`0x${hash(text)}`)
        .toString()
        .padStart(64, '0'),
    ]
      .reverse()
      .join('')
    return BigInt(digits.padEnd(100, '0'))
  }
  const ranked = register.objects
    .filter(({ excluded }) => excluded === null)
    .map((object) => ({ object, number: number(hash(seed) + object.no) }))
    .sort((a, b) => (a.number < b.number ? -1 : 1))
  const stratum = (object: ObjectFacts) => (register.strata ? (object[register.strata.by] ?? 'none') : '')
  const drawn = ranked.filter(({ object }, at) => {
    const same = ranked.filter((other) => stratum(other.object) === stratum(object)).length
    const before = ranked.slice(0, at).filter((other) => stratum(other.object) === stratum(object)).length
    const take = register.strata?.takes.find(({ value }) => value === stratum(object))?.take ?? register.take
    return before < ('count' in take ? take.count : Math.ceil((same * take.perMille) / 1000))
  })
  const sent: string[] = []
  return drawn.map(({ object: { no } }) => {
    const inspectors: string[] = []
    const may = register.inspectors.filter(
      ({ id, away }) => away === null && !register.recusals.some((one) => one.inspector === id && one.object === no),
    )
    const load = (id: string) => sent.filter((one) => one === id).length
    while (inspectors.length < register.perObject) {
      const [next] = may
        .filter(({ id }) => !inspectors.includes(id))
        .toSorted((a, b) => {
          const [x, y] = [a, b].map(({ id }) => number(hash(`${seed}/${no}`) + id))
          return load(a.id) - load(b.id) || ((x ?? 0n) < (y ?? 0n) ? -1 : 1)
        })
      if (!next) break
      inspectors.push(next.id)
    }
    sent.push(...inspectors)
    return { no, inspectors }
  })
}

it('a second, independent implementation of the whole rule draws and sends the same', () => {
  const take = fc.oneof(
    fc.record({ count: fc.integer({ min: 1, max: 70 }) }),
    fc.record({ perMille: fc.integer({ min: 1, max: 1000 }) }),
  )
  const strata = fc.option(
    fc.record({
      by: fc.constantFrom('station', 'list', 'kind'),
      takes: fc.array(fc.record({ value: fc.constantFrom('KEY', 'none', 'SHOP-STORE'), take }), { maxLength: 2 }),
    }),
  )
  const recusal = fc.record({
    inspector: fc.integer({ min: 1, max: 3 }).map((n) => inspectorOf(n).id),
    object: fc.integer({ min: 1, max: 60 }).map((n) => objectOf(n).no),
    words: fc.constant('亲属'),
  })
  const registers = fc.record({ take, strata, recusals: fc.array(recusal), perObject: fc.integer({ min: 1, max: 2 }) })
  fc.assert(
    fc.property(registers, seeds, (change, seed) => {
      const register = registerOf(change)
      const drawn = drawWith(register, seed, hash).map(({ no, inspectors }) => ({ no, inspectors }))
      expect(drawn).toEqual(secondDraw(register, seed))
    }),
    { numRuns: 60 },
  )
})
