/** Numbers of the demonstration's records: valid as codes, unlike each other, and nobody's. */
import { checkCharacter, organisationCheck } from '../../../areas/premises/uscc.ts'
import type { Random } from '../../../kernel/random.ts'
import { phone } from '../names.ts'

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const codes = alphabet.length ** 6

/** The body that registered it and what it is: state organ, public institution, private school or clinic, firm, shop. */
export type Registration = '11' | '12' | '52' | '54' | '91' | '92'

/** A valid 统一社会信用代码 in a district that there is none of, another for each of many millions of serial numbers. */
export function usccOf(kind: Registration, district: string, serial: number): string {
  let left = (serial * 7_919_123 + 1190) % codes
  let organisation = ''
  for (let i = 0; i < 6; i++) {
    organisation += alphabet.charAt(left % alphabet.length)
    left = Math.floor(left / alphabet.length)
  }
  organisation = `MA${organisation}`
  const first17 = kind + district + organisation + organisationCheck(organisation)
  return first17 + checkCharacter(first17)
}

/** The last four characters of an identity number that was never seen whole. */
export const idTail = (chance: Random): string =>
  String(chance.between(0, 999)).padStart(3, '0') + (chance.chance(0.09) ? 'X' : chance.between(0, 9))

/** Mobiles that the district's officers have. */
const officers = 1000
const mobiles = 9000

/**
 * Plainly made up and never twice. Mobile numbers of that kind are few: every other one until they run out is one, the
 * rest are lines of an area code that was never given out.
 */
export const lineOf = (which: number): string =>
  which % 2 === 0 && which < 2 * mobiles
    ? phone(officers + which / 2)
    : `011-${String((which * 7919 + 1190) % 100_000_000).padStart(8, '0')}`
