/** How figures are shown: numbers with their unit, comparisons with the direction that is welcome. */

import type { Comparison as Shown } from '../../../../desk/components/Figure.tsx'
import { moneyText, numberText } from '../../../../desk/components/numbers.ts'
import { messages as shell } from '../../../../desk/messages.ts'
import { type Place, paths } from '../../../../desk/paths.ts'
import type { Lang } from '../../../../kernel/words.ts'
import type { Comparison, Figures, IndicatorFigure } from '../../figures/contract.ts'
import { drillOf } from '../../figures/drill.ts'
import { indicators } from '../../figures/indicators.ts'

/** The list of exactly the records that a figure counts; nothing where there is none. */
export function placeOf(figures: Pick<Figures, 'spans' | 'cumulative'>, key: string): Place | undefined {
  const filter = drillOf(figures, key)
  return filter && paths.incidents({ ...filter, figure: key })
}

/** Of a year the period before and last year are the same: one comparison is shown. */
export const oneBase = ({ spans }: Pick<Figures, 'spans'>): boolean => spans.previous.key === spans.lastYear.key

export function valueText(key: IndicatorFigure['key'], value: number | null): string | null {
  if (value === null) return null
  const { amount } = indicators[key]
  if (amount === 'fen') return moneyText(value, 'wan')
  return numberText(value, amount === 'area' ? 1 : 0)
}

export const unitText = ({ key, unit }: IndicatorFigure, lang: Lang): string =>
  indicators[key].amount === 'fen' ? shell[lang].money.wan : unit[lang]

/** A rise is welcome of what is saved, and unwelcome of what is lost; the neutral is neither. */
export function comparisonOf(
  key: IndicatorFigure['key'],
  label: string,
  { course, rate, word }: Comparison,
  lang: Lang,
): Shown {
  const { bearing } = indicators[key]
  const welcome = bearing === 'good' ? 'up' : 'down'
  const moved = course === 'up' || course === 'down'
  return {
    label,
    percent: rate === null ? null : rate * 100,
    ...(rate === null ? { words: word[lang] } : {}),
    ...(moved && bearing !== 'neutral' ? { tone: course === welcome ? ('good' as const) : ('bad' as const) } : {}),
  }
}
