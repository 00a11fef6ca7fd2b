/** What is marked in a name that was found. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { soundOfQuestion } from '../../../platform/pinyin.ts'
import { markOf } from './mark.ts'

const marked = (text: string, typed: string) => {
  const mark = markOf(text, typed, soundOfQuestion)
  return mark && text.slice(...mark)
}

describe('the mark', () => {
  it.each([
    ['青澜区沐谷五金店', '沐谷', '沐谷'],
    ['青澜区沐谷五金店', 'mgwj', '沐谷五金'],
    ['青澜区沐谷五金店', 'MuGu', '沐谷'],
    ['青澜区沐谷五金店', 'muguw', '沐谷五'],
    ['青澜区沐谷五金店', 'mug', '沐谷'],
    ['拾味水果（松泉巷分店）', '水果松泉', '水果（松泉'],
    ['拾味水果（松泉巷分店）', ' 松泉 巷', '松泉巷'],
    ['荷坞里25号-5', '25号', '25号'],
    ['Ｋ５８网咖', 'k58wk', 'Ｋ５８网咖'],
    ['𠮷野家', '野家', '野家'],
    ['青澜区沐谷五金店', 'xyz', null],
    ['青澜区沐谷五金店', '——', null],
  ])('of %s for %s is %s', (text, typed, part) => expect(marked(text, typed)).toBe(part))

  it('of any part of a text is found in it', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...'新华书店望潮𠮷12a（'), { minLength: 1, maxLength: 12 }),
        fc.nat(),
        fc.nat(),
        (chars, from, length) => {
          const part = chars.slice(from % chars.length).slice(0, 1 + (length % chars.length))
          const typed = part.join('')
          if (typed.replaceAll('（', '') !== '') expect(marked(chars.join(''), typed)).not.toBeNull()
        },
      ),
    ))
})
