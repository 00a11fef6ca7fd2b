import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { degreeWords } from '../codes.ts'
import { settingsOf, shippedSettings } from '../settings.ts'
import { compare, comparedAs, rateText } from './comparison.ts'
import { areaText, durationText, percent, wanYuan, yuan } from './numbers.ts'

const { lexicon } = shippedSettings
const fires = (now: number | null, base: number | null) => compare(comparedAs('fires'), now, base, lexicon)
const word = (now: number | null, base: number | null) => fires(now, base).word.zh

describe('§3.7 comparison', () => {
  it('gives the difference and the unrounded rate', () => {
    expect(fires(61, 54)).toMatchObject({ base: 54, difference: 7, rate: 7 / 54, course: 'up', degree: 'some' })
    expect(fires(61, 70)).toMatchObject({ difference: -9, rate: -9 / 70, course: 'down' })
    expect([word(61, 54), word(61, 70)]).toEqual(['有所上升', '有所下降'])
  })
  it('has no rate on a zero base', () => {
    expect(fires(7, 0)).toMatchObject({ base: 0, difference: 7, rate: null, course: 'up', degree: null })
    expect(word(7, 0)).toBe('上升')
    expect(rateText(comparedAs('fires'), fires(7, 0))).toBeNull()
  })
  it('says 持平 where both are zero, or alike', () => {
    expect(fires(0, 0)).toMatchObject({ difference: 0, rate: null, course: 'same' })
    expect([word(0, 0), word(5, 5)]).toEqual(['持平', '持平'])
  })
  it('says 下降100% where nothing is left', () => {
    expect(rateText(comparedAs('fires'), fires(0, 3))).toBe('100%')
  })
  it('says 无可比数据 where the base or the figure is unknown', () => {
    expect(fires(3, null)).toMatchObject({ base: null, difference: null, rate: null, course: 'none' })
    expect([word(3, null), word(null, 3)]).toEqual(['无可比数据', '无可比数据'])
  })
  it.each([
    [10_099, '基本持平'],
    [10_100, '略有上升'],
    [10_999, '略有上升'],
    [11_000, '有所上升'],
    [12_999, '有所上升'],
    [13_000, '明显上升'],
    [14_999, '明显上升'],
    [15_000, '大幅上升'],
    [9_901, '基本持平'],
    [9_900, '略有下降'],
    [5_000, '大幅下降'],
  ])('10,000 → %i is %s', (now, expected) => {
    expect(word(now, 10_000)).toBe(expected)
  })
  it('words what is good otherwise than what is bad', () => {
    expect(compare(comparedAs('rescued'), 20, 10, lexicon).word.zh).toBe('大幅增加')
    expect(compare(comparedAs('saved_fen'), 5, 10, lexicon).word.zh).toBe('大幅减少')
    expect(compare(comparedAs('alarms'), 12, 10, lexicon).word).toEqual({ zh: '有所增加', en: 'somewhat up' })
  })
  it('takes an indicator’s own threshold where the district set one', () => {
    const entries = degreeWords.entries.map((entry) =>
      entry.code === 'sharp' ? { ...entry, props: { from: 0.5, indicators: { loss_fen: 0.8 } } } : entry,
    )
    const own = settingsOf([{ ...degreeWords, entries }], '2026-06-30').lexicon
    expect(compare(comparedAs('loss_fen'), 160, 100, own).degree).toBe('clear')
    expect(compare(comparedAs('fires'), 160, 100, own).degree).toBe('sharp')
  })
})

describe('one decimal, half away from zero, from unrounded values', () => {
  it.each([
    [1, 2000, '0.1%'],
    [-1, 2000, '-0.1%'],
    [1, 2001, '0.0%'],
    [10_05, 100_000, '1.0%'],
    [10_50, 100_000, '1.1%'],
    [1, 8, '12.5%'],
    [23, 80_000, '0.0%'],
    [186, 560, '33.2%'],
    [25, 10_000, '0.3%'],
  ])('%i of %i is %s', (part, whole, text) => {
    expect(percent(part, whole)).toBe(text)
  })
  it('reads money and areas from whole steps', () => {
    expect([yuan(123_450), yuan(5), wanYuan(128_500_000), wanYuan(4_999), wanYuan(5_000)]).toEqual([
      '1234.5',
      '0.05',
      '128.5',
      '0',
      '0.01',
    ])
    expect([areaText(0.1 + 0.2), areaText(120), areaText(0)]).toEqual(['0.3', '120', '0'])
    expect([durationText(301), durationText(42.4), durationText(59.6)]).toEqual(['5分01秒', '42秒', '1分00秒'])
  })
  it('differs by hundredths of a square metre exactly', () => {
    expect(compare(comparedAs('area_m2'), 0.3, 0.1, lexicon).difference).toBe(0.2)
  })
})

describe('whatever the figures', () => {
  const count = fc.integer({ min: 0, max: 1_000_000 })
  it('swapping now and base turns the sign and the course', () => {
    fc.assert(
      fc.property(count, count, (a, b) => {
        const [ab, ba] = [fires(a, b), fires(b, a)]
        expect((ab.difference ?? 0) + (ba.difference ?? 0)).toBe(0)
        const turned = { up: 'down', down: 'up', same: 'same', none: 'none' }
        expect(ba.course).toBe(turned[ab.course])
      }),
    )
  })
  it('base plus difference is the figure, and base times rate the difference', () => {
    fc.assert(
      fc.property(count, count, (now, base) => {
        const { difference, rate } = fires(now, base)
        expect(base + (difference ?? 0)).toBe(now)
        if (rate !== null) expect(base * rate).toBeCloseTo(now - base, 4)
      }),
    )
  })
  it('the printed rate lies within half a step of the true one', () => {
    fc.assert(
      fc.property(count, fc.integer({ min: 1, max: 1_000_000 }), (part, whole) => {
        expect(Math.abs(Number.parseFloat(percent(part, whole)) - (part / whole) * 100)).toBeLessThanOrEqual(
          0.05 + 1e-6,
        )
      }),
    )
  })
})
