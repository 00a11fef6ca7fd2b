import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../kernel/fold.ts'
import { soundOf, soundOfQuestion } from './pinyin.ts'

it('reads a word as it is read, and each character by its commonest reading', () => {
  expect(soundOf(fold('重庆新华书店'))).toEqual({
    pinyin: 'chongqingxinhuashudian',
    initials: 'cqxhsd',
    sound: 'zhongqingxinhuashudian|chongqingxinhuashudian|ZQXHSD|CQXHSD',
  })
  expect(soundOf(fold('KTV 12号楼'))).toMatchObject({ pinyin: 'ktv12haolou', initials: 'ktv12hl' })
  expect(soundOf('')).toEqual({ pinyin: '', initials: '', sound: '|' })
})

describe('a part of a name sounds like a part of it, whatever stands around it', () => {
  const names = fc.array(fc.constantFrom(...'重长行乐新华书店东街朝阳单解大小超市12Ak绿女'), {
    minLength: 1,
    maxLength: 14,
  })
  it('so that any part is found', () =>
    fc.assert(
      fc.property(names, fc.nat(13), fc.nat(13), (chars, a, b) => {
        const name = fold(chars.join(''))
        const letters = [...name]
        const [from, to] = [Math.min(a, b), Math.max(a, b) + 1]
        const part = letters.slice(from, to).join('')
        expect(soundOf(name).sound).toContain(soundOfQuestion(part))
      }),
    ))
})
