import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fold } from './fold.ts'

it.each([
  ['新华书店（城东店）', '新华书店城东店'],
  ['新华书店 (城东店)', '新华书店城东店'],
  ['ＫＴＶ·12 号', 'ktv12号'],
  ['长安路3-5号', '长安路3-5号'],
  ['A-1号', 'a1号'],
])('%s folds to %s', (text, folded) => expect(fold(text)).toBe(folded))

it('folding twice is folding once', () =>
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => fold(fold(text)) === fold(text))))
