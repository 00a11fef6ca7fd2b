import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkCharacter, organisationCheck, organisationDoubtful, plainUscc, usccFault } from './uscc.ts'

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const char = fc.constantFrom(...alphabet)
/** Any seventeen characters with the check that belongs to them. */
const code = fc
  .array(char, { minLength: 17, maxLength: 17 })
  .map((chars) => chars.join(''))
  .map((first) => first + checkCharacter(first))

describe('GB 32100-2015', () => {
  it.each(['91350100M000100Y43', '91512081MA62K0260E'])('%s holds', (known) => {
    expect(usccFault(known)).toBeUndefined()
    expect(organisationDoubtful(known)).toBe(false)
  })
  it('refuses the well-known code with a letter that the alphabet lacks', () =>
    expect(usccFault('91350100M000100Y4Z')).toBe('uscc-character'))
  it('gives 0, not 31, where the remainder is 0', () => {
    // Sixteen zeros and a last character whose weight makes the sum a multiple of 31.
    expect(checkCharacter('0'.repeat(17))).toBe('0')
  })
  it('holds for any code with its own check', () => fc.assert(fc.property(code, (any) => usccFault(any) === undefined)))
  it('finds every change of one character', () =>
    fc.assert(
      fc.property(code, fc.integer({ min: 0, max: 17 }), char, (good, at, other) => {
        fc.pre(good[at] !== other)
        expect(usccFault(good.slice(0, at) + other + good.slice(at + 1))).toBe('uscc-check')
      }),
      { numRuns: 2000 },
    ))
  it('takes it in full width, small letters and with blanks, and refuses another length', () =>
    fc.assert(
      fc.property(code, (good) => {
        const wide = [...good].map((one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)).join('')
        expect(plainUscc(wide)).toBe(good)
        expect(plainUscc(` ${good.slice(0, 9).toLowerCase()} ${good.slice(9).toLowerCase()}`)).toBe(good)
        expect(usccFault(good.slice(1))).toBe('uscc-length')
      }),
    ))
})

it('GB 11714: the organisation code within', () => {
  expect(organisationCheck('MA62K026')).toBe('0')
  expect(organisationCheck('M000100Y')).toBe('4')
})
