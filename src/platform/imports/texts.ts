/** Reads texts, and refuses what is no text or would be a formula in a spreadsheet. */
import { Refusal } from './faults.ts'

/** Control characters, marks that turn the direction of writing, and code points that are no characters. */
const forbidden = /[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/u
const unusual = /[^\S ]| {2}|[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufffd-\uffff]/u
const formulaSigns = '=+@＝＋＠'
const errorValue = /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)$/i

function findForbidden(text: string): Refusal | undefined {
  if (!text.isWellFormed() || text.includes('\ufffd')) return new Refusal('broken-text')
  const found = forbidden.exec(text)?.[0].codePointAt(0)
  if (found === undefined) return undefined
  return new Refusal('control-character', { code: `U+${found.toString(16).toUpperCase().padStart(4, '0')}` })
}

/** A reader of texts of so many characters at most. Line breaks and runs of blanks become one blank. */
export const textReader =
  (max: number) =>
  (raw: string): string | Refusal => {
    let text = raw
    if (unusual.test(raw)) {
      text = raw.replace(/\s+/g, ' ').trim()
      const refusal = findForbidden(text)
      if (refusal) return refusal
    }
    const sign = text[0] ?? ''
    if (sign !== '' && formulaSigns.includes(sign)) return new Refusal('formula-like', { sign })
    if (sign === '#' && errorValue.test(text)) return new Refusal('formula-error')
    // A long number of an incident that a spreadsheet took for a figure: 2.0260401E+17.
    if (/^\d(\.\d+)?E\+\d+$/i.test(text)) return new Refusal('long-number')
    return text.length > max ? new Refusal('too-long', { max }) : text
  }

const yes = new Set(['yes', 'y', 'true', '1', '是'])
const no = new Set(['no', 'n', 'false', '0', '否'])

export function readYesNo(text: string): boolean | Refusal {
  const word = text.toLowerCase()
  if (yes.has(word)) return true
  return no.has(word) ? false : new Refusal('not-yes-no')
}
