import { describe, expect, it } from 'vitest'
import { haveOtherNumbers, type Likeness, mayBeOne, scoreOf } from './score.ts'

const nothing: Likeness = {
  sameCode: false,
  otherCode: false,
  sameName: false,
  similarity: 0,
  contained: false,
  otherNumber: false,
  sameAddress: false,
  sameCommunity: false,
  samePhone: false,
  metres: null,
}
const like = (change: Partial<Likeness>): Likeness => ({ ...nothing, ...change })

describe('what makes a pair', () => {
  it.each([
    ['the same code', { sameCode: true }],
    ['a name within 300 m', { sameName: true, similarity: 1, metres: 300 }],
    ['a name in one community', { sameName: true, similarity: 1, sameCommunity: true }],
    ['a name at one address', { sameName: true, similarity: 1, sameAddress: true }],
    ['a similar name at one address', { similarity: 0.5, sameAddress: true }],
    ['a name that holds the other, with the same phone', { contained: true, similarity: 0.2, samePhone: true }],
    ['a very similar name at arm’s length', { similarity: 0.6, metres: 40 }],
  ])('%s', (_what, change) => expect(mayBeOne(like(change))).toBe(true))
  it.each([
    ['a name in another community', { sameName: true, similarity: 1 }],
    ['a name farther than 300 m', { sameName: true, similarity: 1, metres: 301 }],
    ['an address alone', { sameAddress: true }],
    ['a phone alone', { samePhone: true, similarity: 0.49 }],
    ['a similar name across the road', { similarity: 0.9, metres: 41 }],
    ['a place alone', { metres: 0 }],
    ['a name in one community, where the points are far apart', { sameName: true, sameCommunity: true, metres: 400 }],
    ['building 2 and building 5', { otherNumber: true, similarity: 0.9, sameAddress: true, metres: 10 }],
    [
      'two companies with a code each in one office building',
      { otherCode: true, similarity: 0.8, sameAddress: true, metres: 0 },
    ],
  ])('but not %s', (_what, change) => expect(mayBeOne(like(change))).toBe(false))
})

it.each([
  ['云庭小区2号楼', '云庭小区7号楼', true],
  ['第一幼儿园', '第二幼儿园', true],
  ['云庭小区2号楼', '云庭2号楼', false],
  ['张三饭店', '张记饭店', false],
])('%s and %s have other numbers: %s', (one, other, so) => expect(haveOtherNumbers(one, other)).toBe(so))

describe('the score', () => {
  it('tells its grounds, the surest first', () => {
    const all = like({
      sameCode: true,
      sameName: true,
      similarity: 1,
      contained: true,
      sameAddress: true,
      samePhone: true,
      metres: 5,
    })
    expect(scoreOf(all)).toMatchObject({ grounds: ['uscc', 'name', 'address', 'phone', 'near'] })
    expect(scoreOf(all).score).toBeGreaterThan(0.95)
  })
  it('grows with every ground, and stays below one', () => {
    const steps = [{ sameName: true }, { sameAddress: true }, { metres: 10 }, { samePhone: true }, { sameCode: true }]
    let likeness = like({ similarity: 1 })
    let before = 0
    for (const step of steps) {
      likeness = { ...likeness, ...step }
      const { score } = scoreOf(likeness)
      expect(score).toBeGreaterThan(before)
      expect(score).toBeLessThan(1)
      before = score
    }
  })
  it('halves where both have a code and not the same', () => {
    const shop = like({ sameName: true, similarity: 1, sameAddress: true })
    expect(scoreOf({ ...shop, otherCode: true }).score).toBeCloseTo(scoreOf(shop).score / 2, 2)
  })
  it('weighs near by how near', () => {
    const at = (metres: number) => scoreOf(like({ sameName: true, similarity: 1, metres })).score
    expect(at(30)).toBeGreaterThan(at(200))
    expect(at(200)).toBeGreaterThan(at(301))
  })
})
