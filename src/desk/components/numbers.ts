/** Numbers as people read them. Null is unknown and stays visibly so. */
import type { Lang } from '../../kernel/words.ts'

export const unknownMark = '—'
const formats = new Map<number, Intl.NumberFormat>()

/** 12345.6 → '12,345.6'; at most `digits` decimals, none padded unless `fixed`. */
export function numberText(value: number | null | undefined, digits = 0, fixed = false): string {
  if (value === null || value === undefined) return unknownMark
  const key = digits * 2 + (fixed ? 1 : 0)
  let format = formats.get(key)
  if (!format) {
    format = new Intl.NumberFormat('en-US', {
      maximumFractionDigits: digits,
      minimumFractionDigits: fixed ? digits : 0,
    })
    formats.set(key, format)
  }
  return format.format(value)
}

/** 分 as 元 with decimals, or as 万元 with two, so that a column stands in line: what sums in reports are given in. */
export function moneyText(fen: number | null | undefined, unit: 'yuan' | 'wan' = 'yuan'): string {
  if (fen === null || fen === undefined) return unknownMark
  return unit === 'yuan' ? numberText(fen / 100, 2) : numberText(fen / 1_000_000, fen === 0 ? 0 : 2, true)
}

/** 1536000 → '1.5 MB'. */
export function bytesText(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB']
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3))
  return `${numberText(bytes / 1000 ** step, step > 0 ? 1 : 0)} ${units[step]}`
}

/** 12.34 → '+12.3%' . A change in per cent, one decimal. */
export const percentText = (percent: number | null | undefined, signed = false): string =>
  percent === null || percent === undefined
    ? unknownMark
    : `${signed && percent > 0 ? '+' : ''}${numberText(percent, 1, true)}%`

/** The list in the language's own manner: 甲、乙、丙. */
export const listText = (items: readonly string[], lang: Lang): string => items.join(lang === 'zh' ? '、' : ', ')
