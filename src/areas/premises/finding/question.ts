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
  return {
    key,
    sound: soundOf(key),
    hasHan: han.test(key),
    number: /^[A-Z0-9._-]{4,64}$/.test(plain) ? `${literal(plain)}%` : undefined,
    code: /^[0-9A-HJ-NPQRTUWXY]{4,18}$/.test(plain) ? `${plain}%` : undefined,
    phone: /^\+?\d{7,15}$/.test(digits) ? digits : undefined,
  }
}

export const prefixOf = (key: string): string => `${literal(key)}%`
export const partOf = (key: string): string => `%${literal(key)}%`

/** So short a text is in too many names to be found anywhere but at the beginning. */
export const isShort = ({ key, hasHan }: Question): boolean => key.length < (hasHan ? 2 : 3)

/** Three characters and more can be mistaken in one: less would be like half of everything. */
export const mayBeMistaken = ({ key, hasHan }: Question): boolean => key.length >= (hasHan ? 3 : 6) && key.length <= 20

/** One character wrong, at each place: as a pattern of what is written and one of its sound, for the index. */
export function mistakes(
  { key, hasHan }: Question,
  soundOf: (folded: string) => string,
): { written: string; sound: string }[] {
  const chars = Array.from(key)
  return chars.map((_, at) => {
    const [before, after] = [chars.slice(0, at).join(''), chars.slice(at + 1).join('')]
    const written = `%${literal(before)}_${literal(after)}%`
    const sounded = hasHan ? `%${soundOf(before)}%${soundOf(after)}%` : written
    return { written, sound: sounded }
  })
}
