/** Days, moments and articles as papers write them. A rule. */
import { wallClockOf } from '../../kernel/calendar.ts'
import { chineseNumber } from '../../kernel/document.ts'
import { citation } from '../../kernel/law.ts'

/** 2026-07-10 → 2026年7月10日 */
export function dayWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** 2026-07-10T01:05:00Z → 2026年7月10日9时05分 */
export function minuteWords(instant: string): string {
  const clock = wallClockOf(instant)
  return `${dayWords(clock.slice(0, 10))}${Number(clock.slice(11, 13))}时${clock.slice(14, 16)}分`
}

/** 《…》第33条 → 《…》, 第三十三条. */
function parted(law: string): { instrument: string; article: string } | undefined {
  const cited = law === 'house' ? undefined : citation(law, 'zh')
  if (!cited) return undefined
  const [whole, instrument = '', number = ''] = /^(.*)第(\d+)条$/.exec(cited) ?? []
  if (!whole) return { instrument: cited, article: '' }
  return { instrument, article: `第${chineseNumber(Number(number))}条` }
}

/** The articles that laws name, each instrument once: 《消防法》第五十三条、《…规定》第十九条、第三十三条. */
export function basisWords(laws: readonly string[]): string {
  const articles = new Map<string, string[]>()
  for (const law of new Set(laws)) {
    const one = parted(law)
    if (one) articles.set(one.instrument, [...(articles.get(one.instrument) ?? []), one.article].filter(Boolean))
  }
  return [...articles].map(([instrument, named]) => `${instrument}${named.join('、')}`).join('、')
}

/** 1, 2, 5 → 1、2、5 */
export const numbersWords = (numbers: readonly number[]): string => numbers.join('、')
