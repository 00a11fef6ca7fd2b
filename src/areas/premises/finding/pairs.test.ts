/** The pairs of characters by which the search box finds, in the rule and in the database: they must mean the same. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cloneDatabase } from '../../../platform/db/testing.ts'
import { mistakes, pairsOf, questionOf } from './question.ts'

const database = await cloneDatabase()
const character = fc.constantFrom(...'新华书店望潮路锦澜霁𠮷12号a_%')
const text = (least: number) => fc.array(character, { minLength: least, maxLength: 9 }).map((chars) => chars.join(''))
const has = async (whole: string, pairs: readonly string[]): Promise<boolean> => {
  const { rows } = await database.pool.query<{ has: boolean }>('select premises.pairs($1) @> $2::text[] as has', [
    whole,
    pairs,
  ])
  return rows[0]?.has ?? false
}
const question = (key: string) => questionOf(key, (folded) => folded) ?? expect.fail('nothing to look for')

describe('pairs', () => {
  it('of a part are among those of the whole', () =>
    fc.assert(
      fc.asyncProperty(text(0), text(2), text(0), async (before, part, after) => {
        expect(await has(before + part + after, pairsOf(part))).toBe(true)
      }),
      { numRuns: 200 },
    ))
  it('that are right in spite of one wrong character are among those of what was meant', () =>
    fc.assert(
      fc.asyncProperty(text(0), text(3), fc.nat(), character, async (before, meant, place, other) => {
        const chars = Array.from(meant)
        const at = place % chars.length
        const typed = chars.with(at, other).join('')
        const likely = mistakes({ ...question('新华书店'), key: typed })[at]
        expect(await has(before + meant, likely?.pairs ?? ['nothing'])).toBe(true)
      }),
      { numRuns: 200 },
    ))
  it('are none of a single character', async () => {
    expect(pairsOf('新')).toEqual([])
    expect((await database.pool.query("select premises.pairs('新') as one, premises.pairs('') as none")).rows).toEqual([
      { one: [], none: [] },
    ])
  })
  it.each([
    ['新华书店', true],
    ['新画书店', false],
  ])('find by %s what is written so', async (q, found) => expect(await has('海岚市新华书店', pairsOf(q))).toBe(found))
})

describe('a question', () => {
  it.each([
    ['qlql', undefined],
    ['xinhua', undefined],
    ['9901010000042', '9901010000042%'],
    ['XF-12', 'XF-12%'],
  ])('%s may be a number only where it has a digit', (q, number) => expect(question(q).number).toBe(number))
})
