/** Comparing a figure with a base (reference §3.7): difference, rate, and the word for it. */
import type { Words } from '../../../kernel/words.ts'
import type { Lexicon } from '../settings.ts'
import { type Bearing, fromSteps, type Indicator, type IndicatorKey, indicators, steps } from './indicators.ts'
import { percent } from './numbers.ts'

/**
 * How a figure stands to its base. `rate` is unrounded; null where there is none: a zero base, or nothing to compare.
 * `course` none: the figure or its base is not known.
 */
export interface Comparison {
  readonly base: number | null
  readonly difference: number | null
  readonly rate: number | null
  readonly course: 'up' | 'down' | 'same' | 'none'
  /** The step reached, by its code in the table of degrees; null below the first one and where there is no rate. */
  readonly degree: string | null
  readonly word: Words
}

const none = (lexicon: Lexicon, base: number | null): Comparison => ({
  base,
  difference: null,
  rate: null,
  course: 'none',
  degree: null,
  word: wordOf(lexicon, 'none'),
})

const wordOf = (lexicon: Lexicon, code: string): Words => lexicon.change[code] ?? { zh: code, en: code }
const joined = (degree: Words, change: Words): Words => ({
  zh: `${degree.zh}${change.zh}`,
  en: `${degree.en} ${change.en}`,
})

/** The highest step that a rate reaches, in whatever order the table has them. */
function degreeOf(lexicon: Lexicon, key: string, rate: number) {
  const reached = lexicon.degrees
    .map((degree) => ({ ...degree, from: degree.indicators[key] ?? degree.from }))
    .filter(({ from }) => Math.abs(rate) >= from)
  return reached.sort((a, b) => b.from - a.from)[0]
}

export interface Compared {
  /** Names the thresholds of its own, where the table has some. */
  readonly key: string
  readonly bearing: Bearing
  readonly amount: Indicator['amount']
}
export const comparedAs = (key: IndicatorKey): Compared => ({ key, ...indicators[key] })

/** Compares a figure with its base; null is unknown. */
export function compare(what: Compared, now: number | null, base: number | null, lexicon: Lexicon): Comparison {
  if (now === null || base === null) return none(lexicon, base)
  const [a, b] = [steps(what.amount, now), steps(what.amount, base)]
  const difference = fromSteps(what.amount, a - b)
  const rate = b === 0 ? null : (a - b) / b
  if (a === b) return { base, difference, rate, course: 'same', degree: null, word: wordOf(lexicon, 'same') }
  const course = a > b ? 'up' : 'down'
  const change = wordOf(lexicon, `${what.bearing}-${course}`)
  if (rate === null) return { base, difference, rate, course, degree: null, word: change }
  const degree = degreeOf(lexicon, what.key, rate)
  const word = degree ? joined(degree.words, change) : wordOf(lexicon, 'about-same')
  return { base, difference, rate, course, degree: degree?.code ?? null, word }
}

/** The rate with one decimal and without its sign: 13.0%; of a fall to nothing 100%. Null where there is no rate. */
export function rateText(what: Pick<Compared, 'amount'>, { base, difference, rate }: Comparison): string | null {
  if (rate === null || base === null || difference === null) return null
  const [d, b] = [steps(what.amount, difference), steps(what.amount, base)]
  return d === -b ? '100%' : percent(Math.abs(d), b)
}

/** A share of a total in percent, and what it moved by against another share: 个百分点. */
export const pointsBetween = (share: number, base: number): number => Math.round((share - base) * 1000) / 10
