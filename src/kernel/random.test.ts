/** Chance from a seed is the same each time, and as even as a picture of a district needs. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { random, wheel } from './random.ts'

const draw = (seed: string, n: number) => {
  const chance = random(seed)
  return Array.from({ length: n }, () => chance.next())
}
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

describe('a seed', () => {
  it('gives the same numbers again, and another seed gives others', () => {
    expect(draw('one', 50)).toEqual(draw('one', 50))
    expect(draw('one', 50)).not.toEqual(draw('two', 50))
  })
  it('gives these very numbers, on every machine', () => {
    expect(draw('shouwang', 3).map((n) => n.toFixed(6))).toEqual(['0.457908', '0.801195', '0.439985'])
  })
  it('has streams that do not disturb each other', () => {
    const [plain, disturbed] = [random('one'), random('one')]
    disturbed.stream('other').next()
    expect(disturbed.next()).toBe(plain.next())
    expect(random('one').stream('a').next()).not.toBe(random('one').stream('b').next())
  })
})

describe('numbers by chance', () => {
  it('stay within their bounds and reach both', () =>
    fc.assert(
      fc.property(
        fc.string(),
        fc.integer({ min: -20, max: 20 }),
        fc.integer({ min: 0, max: 5 }),
        (seed, least, width) => {
          const chance = random(seed)
          const seen = new Set(Array.from({ length: 300 }, () => chance.between(least, least + width)))
          expect([...seen].sort((a, b) => a - b)).toEqual(Array.from({ length: width + 1 }, (_, i) => least + i))
        },
      ),
      { numRuns: 50 },
    ))
  it('are even', () => {
    const tenths = Array.from({ length: 10 }, () => 0)
    for (const n of draw('even', 20_000)) tenths[Math.floor(n * 10)] = (tenths[Math.floor(n * 10)] ?? 0) + 1
    for (const n of tenths) expect(Math.abs(n - 2000)).toBeLessThan(200)
  })
  it.each([0.3, 8, 120, 900])('by Poisson have the mean and the spread of %d', (asked) => {
    const chance = random('poisson')
    const drawn = Array.from({ length: 4000 }, () => chance.poisson(asked))
    const middle = mean(drawn)
    expect(Math.abs(middle / asked - 1)).toBeLessThan(0.05)
    expect(Math.abs(mean(drawn.map((n) => (n - middle) ** 2)) / asked - 1)).toBeLessThan(0.12)
  })
  it('follow their weights, whether made ready or not', () => {
    const weights = { often: 6, seldom: 3, never: 0, rarely: 1 }
    const [ready, chance] = [wheel(Object.entries(weights)), random('weights')]
    for (const turn of [() => ready(chance), () => chance.weighted(weights)]) {
      const drawn = Array.from({ length: 10_000 }, turn)
      const share = (key: string) => drawn.filter((one) => one === key).length / drawn.length
      expect(share('often')).toBeCloseTo(0.6, 1)
      expect(share('seldom')).toBeCloseTo(0.3, 1)
      expect(share('never')).toBe(0)
    }
  })
  it('shuffle without losing or repeating anything', () =>
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.string(), (all, seed) => {
        const numeric = (a: number, b: number) => a - b
        expect(random(seed).shuffle(all).sort(numeric)).toEqual([...all].sort(numeric))
      }),
    ))
})

it('nothing to pick from is an error', () => {
  expect(() => random('none').pick([])).toThrow()
  expect(() => wheel([['never', 0]])).toThrow()
})
