/** Text as it is printed: what XML allows, how wide it is, where lines of a title end. */
import { missingMark, type Run } from '../../kernel/document.ts'

// Word refuses a file with any character that XML 1.0 does not allow: controls, halves of surrogate pairs.
const unprintable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

export const printable = (text: string): string => text.replace(unprintable, '')

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Safe between tags and within quoted attributes, of HTML and of XML. */
export const escaped = (text: string): string => printable(text).replace(/[&<>"']/g, (mark) => entities[mark] ?? '')

/** Width in characters of the body: Latin letters and figures take half of one. */
export const widthOf = (text: string): number => [...text].reduce((sum, char) => sum + (char < '\u2014' ? 0.5 : 1), 0)

/** Broken into lines of so many characters; figures and Latin words stay whole. */
export function broken(text: string, room: number): string {
  const lines = ['']
  for (const word of text.match(/[\u0021-\u2013]+|[^\u0021-\u2013]/gu) ?? []) {
    const line = lines.at(-1) ?? ''
    if (line !== '' && widthOf(line + word) > room) lines.push(word)
    else lines[lines.length - 1] = line + word
  }
  return lines.join('\n')
}

/** A piece of one line. */
export interface Piece {
  readonly text: string
  readonly figure?: string
  readonly missing?: boolean
}

const pieceOf = (run: Run): Piece => ('missing' in run ? { text: missingMark, missing: true } : run)

/** The lines of a paragraph: a break that a person typed begins a paragraph of its own. Empty ones are left out. */
export function linesOf(runs: readonly Run[]): Piece[][] {
  const lines: Piece[][] = [[]]
  for (const piece of runs.map(pieceOf))
    piece.text.split(/\r?\n/).forEach((text, at) => {
      if (at > 0) lines.push([])
      if (text !== '') lines.at(-1)?.push({ ...piece, text: printable(text) })
    })
  return lines.filter((line) => line.length > 0)
}

/** Characters of 2号 in a line of 156 mm, with some air. */
const titleWidth = 19
const words = new Intl.Segmenter('zh-CN', { granularity: 'word' })

/** A title that is too long for a line, in two lines of about one length, parted after its period or between words. */
export function titleLines(title: string): string[] {
  const lines = title.split(/\r?\n/).filter((line) => line.trim() !== '')
  if (lines.length !== 1 || widthOf(title) <= titleWidth) return lines.map(printable)
  const cost = (at: number): number => {
    const [before, after] = [title.slice(0, at), title.slice(at)]
    if (/^[年月日季度第的和与、，）》”]/.test(after)) return Number.POSITIVE_INFINITY
    const length = Math.abs(widthOf(before) - widthOf(after))
    return length + (/(年|季度|半年|月|的)$/.test(before) ? 0 : 6)
  }
  const ends = [...words.segment(title)].map(({ index }) => index).filter((at) => at > 0)
  const best = ends.toSorted((a, b) => cost(a) - cost(b))[0]
  return best === undefined ? [printable(title)] : [title.slice(0, best), title.slice(best)].map(printable)
}

/** Characters from the right edge: the date stands four, the issuer is centred to it, and nobody nearer than two. */
export function closingIndents(issuer: string, day: string): { issuer: number; date: number } {
  const longer = widthOf(issuer) - widthOf(dayInWords(day))
  const ofIssuer = Math.max(2, 4 - longer / 2)
  return { issuer: ofIssuer, date: ofIssuer + longer / 2 }
}

/** 2026-07-10 → 2026年7月10日 */
export function dayInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
