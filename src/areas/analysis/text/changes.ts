/** How a change reads (reference §3.7): the word, and in brackets the rate and the difference. */
import type { Run } from '../../../kernel/document.ts'
import { rateText } from '../figures/comparison.ts'
import type { Compared } from '../figures/contract.ts'
import { figureKey, type Narrowed } from '../figures/drill.ts'
import { type Indicator, type IndicatorKey, indicators } from '../figures/indicators.ts'
import { amountText, baseWords, type Facts, indicator, limit } from './facts.ts'
import { figure, say } from './say.ts'

export type Base = 'previous' | 'lastYear'

/** What is compared: its name in the sentence, and the indicator whose unit and records it has. */
export interface Named {
  readonly name: string
  readonly key: IndicatorKey
  readonly narrowed?: Narrowed
}

const comparisonTo = (compared: Pick<Compared, 'qoq' | 'yoy'>, base: Base) =>
  base === 'previous' ? compared.qoq : compared.yoy

/** Percentages of few mislead: below the limit the absolute figure comes first. Money and areas count in their unit. */
function isSmall(facts: Facts, { amount }: Indicator, base: number): boolean {
  return (amount === 'fen' ? base / 100 : base) < limit(facts, 'small-base')
}

/** 火灾起数有所上升（上升13.0%，增加7起）. The base in the brackets leads to its records. */
export function change(facts: Facts, { name, key, narrowed }: Named, compared: Compared, base: Base): Run[] {
  const comparison = comparisonTo(compared, base)
  const { course, difference, rate, word } = comparison
  if (course === 'none' || difference === null || comparison.base === null) return say`${name}${word.zh}`
  if (course === 'same') return say`${name}${word.zh}`
  const up = course === 'up'
  const absolute = `${up ? '增加' : '减少'}${amountText(facts, key, Math.abs(difference))}`
  const before = figureKey(base, key, narrowed)
  if (rate === null) return say`${name}${word.zh}（${figure(before, `${baseWords(facts)[base]}为0`)}，${absolute}）`
  const verb = facts.settings.lexicon.change[`${indicators[key].bearing}-${course}`]?.zh ?? word.zh
  const relative = figure(before, `${verb}${rateText(indicators[key], comparison) ?? ''}`)
  return isSmall(facts, indicators[key], comparison.base)
    ? say`${name}${word.zh}（${absolute}，${relative}）`
    : say`${name}${word.zh}（${relative}，${absolute}）`
}

/** The change of one of the fourteen indicators, by its own name. */
export const changeOf = (facts: Facts, key: IndicatorKey, base: Base): Run[] => {
  const compared = indicator(facts, key)
  return change(facts, { name: compared.name.zh, key }, compared, base)
}

/** 同比增加3起 · 同比减少2起 · 同比持平: a difference of fires in passing. Empty where there is nothing to compare. */
export function inPassing(now: number, before: number | null, word: '同比' | '环比'): string {
  if (before === null) return ''
  if (now === before) return `${word}持平`
  return now > before ? `${word}增加${now - before}起` : `${word}减少${before - now}起`
}
