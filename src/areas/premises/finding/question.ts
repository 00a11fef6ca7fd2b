/** What a person typed into the search box, and where to look for it. */
import { fold } from '../../../kernel/fold.ts'

/** A text that LIKE takes as it stands. */
const literal = (text: string) => text.replace(/[\\%_]/g, '\\$&')

export interface Question {
  /** Folded. */
  readonly key: string
  /** How it sounds: Han characters by their commonest reading. */
  readonly sound: string
  readonly hasHan: boolean
  /** Patterns of its number or code, where it may be one: from the beginning on. */
  readonly number: string | undefined
  readonly code: string | undefined
  /** A phone number: found whole or not at all. */
  readonly phone: string | undefined
}

const han = /\p{Script=Han}/u

/** Undefined where there is nothing to look for. */
export function questionOf(text: string, soundOf: (folded: string) => string): Question | undefined {
  const key = fold(text)
  if (key === '') return undefined
  const plain = text.normalize('NFKC').replace(/\s+/g, '').toUpperCase()
  const digits = plain.replace(/[-()]/g, '')
  // Letters alone are the sound or the initials of a name.
  const numbered = /\d/.test(plain)
  return {
    key,
    sound: soundOf(key),
    hasHan: han.test(key),
    number: numbered && /^[A-Z0-9._-]{4,64}$/.test(plain) ? `${literal(plain)}%` : undefined,
    code: numbered && /^[0-9A-HJ-NPQRTUWXY]{4,18}$/.test(plain) ? `${plain}%` : undefined,
    phone: /^\+?\d{7,15}$/.test(digits) ? digits : undefined,
  }
}

export const prefixOf = (key: string): string => `${literal(key)}%`
export const partOf = (key: string): string => `%${literal(key)}%`

/** So short a text is in too many names to be found anywhere but at the beginning. */
export const isShort = ({ key, hasHan }: Question): boolean => key.length < (hasHan ? 2 : 3)

/** Three characters and more can be mistaken in one: less would be like half of everything. */
export const mayBeMistaken = ({ key, hasHan }: Question): boolean => key.length >= (hasHan ? 3 : 6) && key.length <= 20

/** Each two neighbours, as premises.pairs has them in the database. */
export function pairsOf(key: string): string[] {
  const chars = Array.from(key)
  return chars.slice(1).map((char, i) => `${chars[i]}${char}`)
}

/** One character wrong, at each place: as a pattern, and the pairs that are right in spite of it. */
export function mistakes({ key }: Question): { written: string; pairs: string[] }[] {
  const chars = Array.from(key)
  return chars.map((_, at) => {
    const [before, after] = [chars.slice(0, at), chars.slice(at + 1)]
    const across = before.length > 0 && after.length > 0 ? [`${before.at(-1)}_${after[0]}`] : []
    return {
      written: `%${literal(before.join(''))}_${literal(after.join(''))}%`,
      pairs: [...pairsOf(before.join('')), ...across, ...pairsOf(after.join(''))],
    }
  })
}
