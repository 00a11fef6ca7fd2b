import { describe, expect, it } from 'vitest'
import { basisWords, dayWords, minuteWords } from './words.ts'

describe('papers write', () => {
  it('days', () => expect(dayWords('2026-07-01')).toBe('2026年7月1日'))
  it('moments by the clock of Shanghai', () =>
    expect(minuteWords('2026-11-27T16:05:00Z')).toBe('2026年11月28日0时05分'))
  it('articles in Chinese, each instrument once', () =>
    expect(basisWords(['120-19', '120-33', '120-19', '5-37'])).toBe(
      '《消防监督检查规定》（公安部令第120号）第十九条、第三十三条、《高层民用建筑消防安全管理规定》（应急管理部令第5号）第三十七条',
    ))
  it('nothing of a house rule', () => expect(basisWords(['house', 'nowhere-3'])).toBe(''))
})
