/** Response time (§7): from the order to turn out to arrival, of the fires where both are known. */
import type { Words } from '../../../kernel/words.ts'
import type { Response } from './contract.ts'

/** 建标152-2017 and GB 51080-2015: the brigade arrives within five minutes of the order. */
export const goalSeconds = 300

/** What is measured, as the report prints it. */
export const responseDefinition: Words = {
  zh: '到场用时自下达出动命令起算，至到达现场止；缺少出动时间或到场时间、以及先后颠倒的记录不参与计算，另行计数。',
  en: 'Response time runs from the order to turn out to arrival; records that lack either time, or run backwards, are left out and counted apart.',
}

/** The share of measured fires reached within five minutes; null where none is measured. */
export const withinShare = ({ n, within }: Pick<Response, 'n' | 'within'>): number | null =>
  n === 0 ? null : within / n

/**
 * The percentile of sorted values with linear interpolation between neighbours, as PostgreSQL's percentile_cont and
 * Excel's PERCENTILE.INC take it. Null of no value.
 */
export function percentile(sorted: readonly number[], share: number): number | null {
  const at = (sorted.length - 1) * share
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]]
  return low === undefined || high === undefined ? null : low + (high - low) * (at - Math.floor(at))
}
