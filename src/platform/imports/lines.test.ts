import fc from 'fast-check'
import { expect, it } from 'vitest'
import { lineMemory } from './lines.ts'

it('tells what a map would tell', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 6 }), { maxLength: 400 }), (texts) => {
      const lineOf = lineMemory()
      const known = new Map<string, number>()
      texts.forEach((text, line) => {
        expect(lineOf(text, line)).toBe(known.get(text))
        if (!known.has(text)) known.set(text, line)
      })
    }),
  )
})

it('keeps two hundred thousand like numbers apart', () => {
  const lineOf = lineMemory()
  for (let n = 0; n < 200_000; n++) expect(lineOf(`990101${String(n).padStart(7, '0')}`, n)).toBeUndefined()
  expect(lineOf('9901010123456', 1)).toBe(123_456)
})
