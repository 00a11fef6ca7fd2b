/** 统一社会信用代码 (GB 32100-2015): 18 characters, of which the last checks the others and nine carry a check of their own. */

/** Without I, O, S, V and Z, which look like digits or like each other; a character's place is its value. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
/** 3^(i−1) mod 31. */
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

export type UsccFault = 'uscc-length' | 'uscc-character' | 'uscc-check'

/** As people write it: full-width and small letters, blanks and hyphens between. Nothing is guessed or mended. */
export const plainUscc = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\-－—]/g, '')
    .toUpperCase()

const worthOf = (char: string) => alphabet.indexOf(char)

/** C18 = (31 − Σ Ci·Wi mod 31) mod 31; a remainder of 0 gives 0, not 31. */
export function checkCharacter(first17: string): string {
  const sum = weights.reduce((total, weight, i) => total + weight * worthOf(first17.charAt(i)), 0)
  return alphabet.charAt((31 - (sum % 31)) % 31)
}

const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2]
const organisationValue = (char: string) => (/\d/.test(char) ? Number(char) : char.charCodeAt(0) - 55)

/** The check of characters 9 to 17, the organisation code (GB 11714): mod 11, where 10 is X and 11 is 0. */
export function organisationCheck(first8: string): string {
  const sum = organisationWeights.reduce((total, weight, i) => total + weight * organisationValue(first8.charAt(i)), 0)
  const left = (11 - (sum % 11)) % 11
  return left === 10 ? 'X' : String(left)
}

/** What is wrong with a code in its plain form; undefined where nothing is. */
export function usccFault(code: string): UsccFault | undefined {
  if (code.length !== 18) return 'uscc-length'
  if ([...code].some((char) => worthOf(char) < 0)) return 'uscc-character'
  if (checkCharacter(code.slice(0, 17)) !== code.charAt(17)) return 'uscc-check'
  return undefined
}

/** Whether a code that is right as a whole holds an organisation code that is not: worth a second look, no refusal. */
export const organisationDoubtful = (code: string): boolean => organisationCheck(code.slice(8, 16)) !== code.charAt(16)
