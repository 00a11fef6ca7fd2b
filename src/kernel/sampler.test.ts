import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sample, ticketsOf } from './sampler.ts'

const hash = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

describe('the published examples of consistent_sampler', () => {
  const six = ['A-1', 'A-2', 'A-3', 'B-1', 'B-2', 'B-3']
  it('seed 314159 draws B-2, B-3, A-3, A-2', () =>
    expect(sample(six, { seed: '314159', take: 4 }, hash).map(({ id }) => id)).toEqual(['B-2', 'B-3', 'A-3', 'A-2']))
  it('a first ticket has these very digits', () =>
    expect(ticketsOf(['AB-130'], '01382438112797316654', hash)).toEqual([
      {
        number: '0.26299714122838008416507544297546663599715395525154425586041245287750224561854',
        id: 'AB-130',
        generation: 1,
      },
    ]))
  it('with each put back, ten are drawn from six', () => {
    const drawn = sample(['a1', 'b2', 'c3', 'd4', 'e5', 'f6'], { seed: '19283746', take: 10, putBack: true }, hash)
    expect(drawn.map(({ number, id, generation }) => [number.slice(0, 11), id, generation])).toEqual([
      ['0.303241347', 'e5', 1],
      ['0.432145156', 'b2', 1],
      ['0.487135586', 'c3', 1],
      ['0.581779914', 'b2', 2],
      ['0.680782907', 'b2', 3],
      ['0.700258702', 'c3', 2],
      ['0.816686725', 'b2', 4],
      ['0.841870265', 'a1', 1],
      ['0.857737141', 'a1', 2],
      ['0.866227993', 'f6', 1],
    ])
  })
})

/**
 * A second implementation, from the paper and the other way round: bytes become a whole number, its decimal digits are
 * turned by division, and fractions are compared exactly as numerators over one power of ten.
 */
function secondSample(ids: readonly string[], seed: string, take: number): string[] {
  const places = 90n
  const digest = (text: string) => createHash('sha256').update(Buffer.from(text, 'utf8')).digest()
  const seedHash = digest(seed).toString('hex')
  const numerator = (id: string): bigint => {
    let whole = 0n
    for (const byte of digest(seedHash + id)) whole = whole * 256n + BigInt(byte)
    let [turned, digits] = [0n, 0n]
    for (; whole > 0n || digits < 64n; digits++) {
      turned = turned * 10n + (whole % 10n)
      whole /= 10n
    }
    return turned * 10n ** (places - digits)
  }
  const left = new Map(ids.map((id) => [id, numerator(id)]))
  const drawn: string[] = []
  while (drawn.length < take && left.size > 0) {
    let least: [string, bigint] | undefined
    for (const [id, number] of left)
      if (!least || number < least[1] || (number === least[1] && id < least[0])) least = [id, number]
    if (!least) break
    drawn.push(least[0])
    left.delete(least[0])
  }
  return drawn
}

const populations = fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), { maxLength: 120 })

it('a second, independent implementation draws the same from any population', () =>
  fc.assert(
    fc.property(populations, fc.string({ maxLength: 40 }), fc.nat(130), (ids, seed, take) => {
      const drawn = sample(ids, { seed, take }, hash).map(({ id }) => id)
      expect(drawn).toEqual(secondSample(ids, seed, take))
    }),
  ))

describe('consistency', () => {
  it('the order of the list does not matter', () =>
    fc.assert(
      fc.property(populations, fc.string(), (ids, seed) => {
        expect(ticketsOf(ids.toReversed(), seed, hash)).toEqual(ticketsOf(ids, seed, hash))
      }),
    ))
  it('whoever was drawn is still drawn when others leave the list', () =>
    fc.assert(
      fc.property(populations, fc.string(), fc.nat(20), fc.array(fc.nat(119)), (ids, seed, take, leaving) => {
        const left = ids.filter((_, i) => !leaving.includes(i))
        const before = sample(ids, { seed, take }, hash).map(({ id }) => id)
        const after = sample(left, { seed, take }, hash).map(({ id }) => id)
        expect(before.filter((id) => left.includes(id) && !after.includes(id))).toEqual([])
      }),
    ))
  it('sixty new units among a thousand change few of a hundred drawn', () =>
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const old = Array.from({ length: 1000 }, (_, i) => `CS${i}`)
        const added = Array.from({ length: 60 }, (_, i) => `NEW${i}`)
        const before = sample(old, { seed, take: 100 }, hash).map(({ id }) => id)
        const after = new Set(sample([...old, ...added], { seed, take: 100 }, hash).map(({ id }) => id))
        const gone = before.filter((id) => !after.has(id)).length
        // Each that leaves was pushed out by a new one, of which a hundred draws hold about six.
        expect(gone).toBe([...after].filter((id) => id.startsWith('NEW')).length)
        expect(gone).toBeLessThanOrEqual(20)
      }),
      { numRuns: 50 },
    ))
})
