import fc from 'fast-check'
import { expect, it } from 'vitest'
import { passwordFault } from '../../../../platform/auth/password.ts'
import { hintsOf } from './password-hints.ts'

it('what is shown as met while typing is what the server accepts', () => {
  const character = fc.constantFrom(...'a b A B 1 2 - + = s u n'.split(' '))
  const password = fc.array(character, { minLength: 1, maxLength: 16 }).map((letters) => letters.join(''))
  fc.assert(
    fc.property(password, (typed) => {
      const allMet = Object.values(hintsOf(typed, 'sun')).every(Boolean)
      expect(allMet).toBe(passwordFault(typed, 'sun') === undefined)
    }),
  )
})
