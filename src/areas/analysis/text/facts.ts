/** The figures as the text needs them: by name, with their words and their keys. */
import type { Run } from '../../../kernel/document.ts'
import { lastYearWords, type Period, parsePeriod, previousWords } from '../../../kernel/periods.ts'
import type { Figures, IndicatorFigure, Part, RangeKey } from '../figures/contract.ts'
import { type DrillRange, figureKey, type Narrowed } from '../figures/drill.ts'
import type { IndicatorKey } from '../figures/indicators.ts'
import { areaText, percent, wanYuan, yuan } from '../figures/numbers.ts'
import type { LimitKey, Settings } from '../settings.ts'
import { figure, missing, say } from './say.ts'

export interface Facts {
  readonly figures: Figures
  readonly settings: Settings
  /** The district's name, e.g. 青澜区. */
  readonly district: string
  /** What the levels of its area tree are called, from the top: 街道, 社区. */
  readonly levels: readonly string[]
  /** The verdict that the text states: the chosen one, else the proposed one. */
  readonly verdict: string
}

/** 全区, 全县, 全市: by the district's last character. */
export function wholeOf({ district }: Facts): string {
  const last = district.at(-1) ?? ''
  return '区县市旗'.includes(last) ? `全${last}` : '全辖区'
}

export const periodOf = ({ figures }: Facts): Period => parsePeriod(figures.spans.period.key)
export const limit = ({ settings }: Facts, key: LimitKey): number => settings.limits[key]

export function indicator({ figures }: Facts, key: IndicatorKey): IndicatorFigure {
  const found = figures.indicators.find((one) => one.key === key)
  if (!found) throw new Error(`no indicator ${key}`)
  return found
}

/** The number of fires; null where the period has no records at all. */
export const firesOf = (facts: Facts): number | null => indicator(facts, 'fires').value

/** A value with its unit: 61起, 120平方米, 12.5万元 saved. Losses stand in 元 to the 分, so that differences add up. */
export function amountText(facts: Facts, key: IndicatorKey, value: number): string {
  if (key === 'saved_fen') return `${wanYuan(value)}万元`
  if (key === 'loss_fen') return `${yuan(value)}元`
  if (key === 'area_m2') return `${areaText(value)}${indicator(facts, key).unit.zh}`
  return `${value}${indicator(facts, key).unit.zh}`
}

/** The unit that stands after 〔缺〕. */
export const unitOf = (facts: Facts, key: IndicatorKey) =>
  key === 'saved_fen' ? '万元' : key === 'loss_fen' ? '元' : indicator(facts, key).unit.zh

/** The amount of an indicator, leading to its records; 〔缺〕 with its unit where it is not known. */
export function amount(facts: Facts, key: IndicatorKey, range: RangeKey = 'period'): Run[] {
  const { value, previous, lastYear } = indicator(facts, key)
  const known = { period: value, previous, lastYear }[range]
  if (known === null) return say`${missing}${unitOf(facts, key)}`
  return figure(figureKey(range, key), amountText(facts, key, known))
}

/** So many fires of a kind, leading to them. */
export const fires = (n: number, narrowed: Narrowed, range: DrillRange = 'period'): Run[] =>
  figure(figureKey(range, 'fires', narrowed), `${n}起`)

/** Its share of all fires of the period: 占50.8%. Empty where there are none. */
export function shareOf(facts: Facts, n: number): string {
  const all = firesOf(facts) ?? 0
  return all === 0 ? '' : `占${percent(n, all)}`
}
/** Whether a number of fires reaches a share of all of them. */
export const reaches = (facts: Facts, n: number, key: LimitKey): boolean => {
  const all = firesOf(facts) ?? 0
  return all > 0 && n > 0 && n / all >= limit(facts, key)
}

export const baseWords = (facts: Facts): Record<'previous' | 'lastYear', string> => ({
  previous: previousWords(periodOf(facts), 'zh'),
  lastYear: lastYearWords(periodOf(facts), 'zh'),
})
/** Of a year the period before and last year are the same: one comparison is printed. */
export const basesOf = (facts: Facts): readonly ('previous' | 'lastYear')[] =>
  periodOf(facts).kind === 'year' ? ['lastYear'] : ['previous', 'lastYear']

/** Kinds that say nothing of what burnt or why. */
const unspeaking = ['OTHR', 'UNKN', 'PEND', 'none']
export const speaking = ({ code }: Pick<Part, 'code'>): boolean => !unspeaking.includes(code)

/** 电气火灾20起 · 吸烟引发火灾5起: how a cause is counted. */
export const causeWords = (name: string): string => (name.endsWith('火灾') ? name : `${name}引发火灾`)
export const placeWords = (short: string): string => (short.endsWith('火灾') ? short : `${short}火灾`)
