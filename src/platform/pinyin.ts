/** How a Chinese text sounds in Latin letters: what a search box finds names by. */
import { pinyin } from 'pinyin-pro'

export interface Sound {
  /** Without tones, as one word: xinhuashudian. */
  readonly pinyin: string
  /** xhsd */
  readonly initials: string
  /**
   * All of it for an index of letters: each character by its commonest reading, then by the reading of its word where that
   * differs, then the initials in capitals, so that no initials are found within a syllable.
   */
  readonly sound: string
}

const han = /\p{Script=Han}/u
const common = new Map<string, string>()

/** The commonest reading of one character, whatever stands beside it: the same in a name and in a question. */
function commonReading(char: string): string {
  const known = common.get(char)
  if (known !== undefined) return known
  const reading = plain(pinyin(char, { toneType: 'none', type: 'array' })[0] ?? char)
  if (common.size < 30_000) common.set(char, reading)
  return reading
}

/** ü is typed as v. What is no letter or digit after that has no sound. */
const plain = (reading: string) =>
  reading
    .toLowerCase()
    .replaceAll('ü', 'v')
    .replace(/[^a-z0-9]/g, '')

/** Each character by its commonest reading: what a question is turned into. `text` is folded. */
export const soundOfQuestion = (text: string): string =>
  Array.from(text, (char) => (han.test(char) ? commonReading(char) : plain(char))).join('')

/** The syllables as the words of the text are read: 重庆 is chongqing. */
const inWords = (text: string): string[] =>
  pinyin(text, { toneType: 'none', type: 'array', nonZh: 'spaced' }).map(plain)

const joinedInitials = (syllables: readonly string[], chars: readonly string[]) =>
  syllables.map((syllable, i) => (han.test(chars[i] ?? '') ? syllable.charAt(0) : syllable)).join('')

/** The sound of a folded text. */
export function soundOf(text: string): Sound {
  const chars = Array.from(text)
  const readings = inWords(text)
  const usual = chars.map((char) => (han.test(char) ? commonReading(char) : plain(char)))
  // A library that counts otherwise than we do must not tear names apart.
  const words = readings.length === chars.length ? readings : usual
  const [full, first] = [words.join(''), joinedInitials(words, chars)]
  const [usualFull, usualFirst] = [usual.join(''), joinedInitials(usual, chars)]
  const parts = [
    usualFull,
    ...(full === usualFull ? [] : [full]),
    usualFirst.toUpperCase(),
    ...(first === usualFirst ? [] : [first.toUpperCase()]),
  ]
  return { pinyin: full, initials: first, sound: parts.join('|') }
}
