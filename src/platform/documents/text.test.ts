import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { broken, closingIndents, dayInWords, escaped, linesOf, printable, titleLines, widthOf } from './text.ts'

describe('escaped', () => {
  it('leaves nothing that could open a tag, an attribute or an entity of its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(escaped(text)).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|#39);)/)
      }),
    )
  })
  it('drops what XML forbids and keeps every other character', () => {
    expect(printable('甲\u0000\u0008乙\u001f\ud800丙\ufffe𠮷\t')).toBe('甲乙丙𠮷\t')
  })
})

describe('lines', () => {
  it('makes a paragraph of each line that a person typed, and leaves out empty ones', () => {
    expect(
      linesOf([{ text: '甲\n\n乙' }, { missing: true }, { text: '丙', figure: 'fires' }, { text: '\r\n丁' }]),
    ).toEqual([
      [{ text: '甲' }],
      [{ text: '乙' }, { text: '〔缺〕', missing: true }, { text: '丙', figure: 'fires' }],
      [{ text: '丁' }],
    ])
  })
  it('parts a long title after its period, a short one not at all', () => {
    expect(titleLines('海岚市青澜区2026年第二季度消防安全形势分析')).toEqual([
      '海岚市青澜区2026年第二季度',
      '消防安全形势分析',
    ])
    expect(titleLines('2026年第二季度消防安全形势分析')).toEqual(['2026年第二季度消防安全形势分析'])
  })
  it('parts a very long title in three, none with a last character alone', () => {
    const title = '青澜区消防安全委员会办公室关于进一步加强夏季居民住宅和小经营场所消防安全工作的通知'
    expect(titleLines(title)[0]).toBe('青澜区消防安全委员会办公室')
    expect(titleLines(title)).toHaveLength(3)
    for (const line of titleLines(title)) expect(widthOf(line)).toBeGreaterThan(8)
  })
  it('leaves a title parted as it was written', () => {
    expect(titleLines('海岚市\n青澜区')).toEqual(['海岚市', '青澜区'])
  })
  it('loses no character of a title', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'海岚2026年第二季度（试行）的a '), { maxLength: 60 }), (chars) => {
        const title = chars.join('')
        expect(titleLines(title).join('')).toBe(title.trim())
      }),
    )
  })
  it('breaks names at the room they have, and never within a figure', () => {
    expect(broken('22–24时', 3)).toBe('22–24\n时')
    expect(broken('电动自行车停放处', 4)).toBe('电动自行\n车停放处')
    expect(broken('短名', 4)).toBe('短名')
  })
})

describe('the closing', () => {
  it('writes the day in figures without noughts in front', () => {
    expect(dayInWords('2026-07-08')).toBe('2026年7月8日')
  })
  it('puts the date four characters from the edge and centres the issuer to it', () => {
    // 公安局 is three characters, the date six.
    expect(closingIndents('公安局', '2026-07-08')).toEqual({ issuer: 5.5, date: 4 })
  })
  it('puts a long issuer two characters from the edge and centres the date to it', () => {
    const issuer = '海岚市青澜区消防安全委员会办公室'
    const indents = closingIndents(issuer, '2026-07-08')
    expect(indents.issuer).toBe(2)
    expect(indents.date - indents.issuer).toBe((widthOf(issuer) - widthOf('2026年7月8日')) / 2)
  })
})
