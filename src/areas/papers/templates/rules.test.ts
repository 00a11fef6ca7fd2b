import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spansText } from '../../../kernel/sheet.ts'
import { forms } from '../forms.ts'
import { formKeys } from '../record-contract.ts'
import { demandSoundTexts, faultsOf, lineSpans, sayer } from './rules.ts'

const form = forms.orderByTerm

describe('a template', () => {
  it.each(formKeys)('of %s is sound as shipped', (key) => {
    expect(faultsOf(forms[key], forms[key].texts)).toEqual([])
    expect(() => demandSoundTexts(forms[key], forms[key].texts)).not.toThrow()
  })
  it('with an unknown field is refused by the field’s name and where it stands', () => {
    const texts = { title: '通知书', opening: '第一行\n根据{basis}，{premisName}存在：' }
    expect(faultsOf(form, texts)).toEqual([
      { rule: 'unknown-field', part: 'opening', field: 'premisName', line: 2, column: 11 },
    ])
    expect(() => demandSoundTexts(form, texts)).toThrow('unknown-field')
  })
  it.each(['{constructor}', '{__proto__}', '{toString}', '{values.party.name}', '{1+1}', '{}'])(
    'holds no code: %s is no field',
    (text) => expect(faultsOf(form, { title: text })).toHaveLength(1),
  )
  it.each(['{basis', 'basis}', '{{basis}}', '}{'])('%s has a stray brace', (text) =>
    expect(faultsOf(form, { title: text }).map(({ rule }) => rule)).toContain('stray-brace'),
  )
  it('without a title is none', () => expect(() => demandSoundTexts(form, { title: ' ' })).toThrow('title-wanted'))
})

describe('what is said', () => {
  it('has what is filled in at its place, and a stroke where nothing is', () => {
    const filling = { a: '甲', b: null, c: '' }
    expect(lineSpans('前{a}中{b}后{c}', filling)).toEqual([
      { text: '前' },
      { text: '甲', mark: 'filled' },
      { text: '中' },
      { text: '／' },
      { text: '后' },
      { text: '／' },
    ])
  })
  it('never reads what is filled in as a template', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (a) => {
        fc.pre(a.trim() !== '')
        expect(spansText(lineSpans('<{a}>', { a: `{b}${a}`, b: '乙' }))).toBe(`<{b}${a}>`)
      }),
    )
  })
  it('is one block a line, blank ones left out', () =>
    expect(sayer({ notes: '一\n\n 二' }, {})('notes')).toHaveLength(2))
  it('says nothing where a part is left out', () => expect(sayer({}, {})('notes')).toEqual([]))
})
