/** Where in a name or an address stands what was typed, as it is written or as it sounds: a rule. */
import { fold } from '../../../kernel/fold.ts'

/** Counted as a string counts. */
export type Mark = [from: number, to: number]

interface Letter {
  /** Folded; empty of what is no letter and no digit. */
  readonly key: string
  readonly end: number
}

function lettersOf(text: string): Letter[] {
  let end = 0
  return Array.from(text, (char) => {
    end += char.length
    return { key: fold(char), end }
  })
}

/** The first place that fits. `soundOf` reads one character; null where nothing does. */
export function markOf(text: string, typed: string, soundOf: (char: string) => string): Mark | null {
  const key = fold(typed)
  if (key === '') return null
  const letters = lettersOf(text)
  for (const [at, letter] of letters.entries()) {
    const end = letter.key === '' ? undefined : endFrom(letters.slice(at), key, soundOf)
    if (end !== undefined) return [letters[at - 1]?.end ?? 0, end]
  }
  return null
}

/** Each character takes a part of what was typed in every way it can; those who take all of it are the end. */
function endFrom(letters: readonly Letter[], key: string, soundOf: (char: string) => string): number | undefined {
  let taken = new Set([0])
  for (const { key: char, end } of letters) {
    if (char === '') continue
    const next = new Set<number>()
    for (const at of taken) {
      const rest = key.slice(at)
      const sound = soundOf(char)
      if (char.startsWith(rest) || sound.startsWith(rest)) return end
      for (const part of [char, sound, sound.charAt(0)])
        if (part !== '' && rest.startsWith(part)) next.add(at + part.length)
    }
    if (next.size === 0) return undefined
    taken = next
  }
  return undefined
}
