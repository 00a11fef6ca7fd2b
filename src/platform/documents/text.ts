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

/** How ill a title is parted here: far from where the line should end, or within what belongs together. */
function cost(before: string, after: string, wanted: number): number {
  const width = widthOf(before)
  const together = /^([年月日季度第的、，）》”]|[上下]半年)/.test(after) || /[年月]\d$/.test(before + after[0])
  if (width > titleWidth || together || /[和与及至第（《“]$/.test(before)) return Number.POSITIVE_INFINITY
  const sensible = /(年|季度|半年|月)$/.test(before) || after.startsWith('关于')
  return Math.abs(width - wanted) + (sensible ? 0 : 3)
}

function parted(title: string, lines: number): string[] {
  if (lines <= 1) return [title]
  const wanted = widthOf(title) / lines
  const ends = [...words.segment(title)].map(({ index }) => index).filter((at) => at > 0)
  const costs = ends.map((at) => ({ at, cost: cost(title.slice(0, at), title.slice(at), wanted) }))
  const best = costs.toSorted((a, b) => a.cost - b.cost)[0]
  if (!best || best.cost === Number.POSITIVE_INFINITY) return [title]
  return [title.slice(0, best.at), ...parted(title.slice(best.at), lines - 1)]
}

/** A title that is too long for a line, in lines of about one length, parted after its period or between words. */
export function titleLines(title: string): string[] {
  const lines = title.split(/\r?\n/).filter((line) => line.trim() !== '')
  if (lines.length !== 1) return lines.map(printable)
  return parted(title.trim(), Math.ceil(widthOf(title.trim()) / titleWidth)).map(printable)
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
