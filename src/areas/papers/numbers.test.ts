import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { demandSoundPattern, numberOf, type Series, sameNumbers, usualLetterhead, usualPattern } from './numbers.ts'

const marks = { organ: '试公', station: '（东街）' }

describe('a number', () => {
  it('is 机关代字, 站代字, 文种字, the year in its brackets and four digits', () =>
    expect(numberOf(usualPattern, marks, { word: '消限字', year: 2026, serial: 1 })).toBe(
      '试公（东街）消限字〔2026〕第0001号',
    ))
  it('differs where the serial does, and where the year does', () => {
    const serial = fc.integer({ min: 1, max: 9999 })
    const year = fc.integer({ min: 2000, max: 2100 })
    fc.assert(
      fc.property(serial, serial, year, year, (a, b, y, z) => {
        const one = numberOf(usualPattern, marks, { word: '消限字', year: y, serial: a })
        const other = numberOf(usualPattern, marks, { word: '消限字', year: z, serial: b })
        expect(one === other).toBe(a === b && y === z)
      }),
    )
  })
})

describe('a pattern', () => {
  it.each([
    ['{organ}{wort}〔{year}〕第{serial}号', 'unknown-field'],
    ['{organ}〔{year}〕第号', 'pattern-wants'],
    ['第{serial}号', 'pattern-wants'],
    ['{year}{serial}}', 'stray-brace'],
    ['{year}{serial}{constructor}', 'unknown-field'],
  ])('%s is refused: %s', (pattern, rule) => expect(() => demandSoundPattern(pattern)).toThrow(rule))
  it('may leave marks out', () => expect(() => demandSoundPattern('〔{year}〕{serial}')).not.toThrow())
})

describe('two series', () => {
  const series = (body: string, more: Partial<Series> = {}): Series => ({
    ...{ body, form: 'orderByTerm', word: '消限字', pattern: usualPattern, ...marks },
    ...more,
  })
  it('of one body and form are one', () => expect(sameNumbers(series('a'), [series('a')])).toBeUndefined())
  it('may not give the same numbers', () =>
    expect(sameNumbers(series('a'), [series('b')])).toMatchObject({ body: 'b' }))
  it('differ by any mark', () => {
    expect(sameNumbers(series('a'), [series('b', { station: '（西街）' })])).toBeUndefined()
    expect(sameNumbers(series('a'), [series('a', { form: 'recheck', word: '消复字' })])).toBeUndefined()
  })
})

describe('a body’s letterhead until somebody says otherwise', () => {
  const district = { name: '青禾区', city: '泽州市' }
  it.each([
    ['station', '东街派出所', '青禾分局', '泽州市公安局青禾分局东街派出所', '青公', '（东街）'],
    ['station', '东街派出所', '泽州市公安局青禾分局', '泽州市公安局青禾分局东街派出所', '青公', '（东街）'],
    ['brigade', '青禾区消防救援大队', null, '泽州市青禾区消防救援大队', '青', ''],
    ['brigade', '青禾消防救援大队', null, '泽州市青禾区消防救援大队', '青', ''],
    ['brigade', '消防救援大队', null, '泽州市青禾区消防救援大队', '青', ''],
    ['street', '柳荫街道办事处', null, '泽州市青禾区柳荫街道办事处', '青街', '（柳荫）'],
  ])('%s %s below %s', (kind, name, parent, fullName, organ, station) =>
    expect(usualLetterhead({ kind, name, parent }, district)).toMatchObject({
      ...{ fullName, organ, station },
      reviewBody: '泽州市青禾区人民政府',
    }),
  )
})
