/** Reporting periods: year, half-year, quarter, month or any run of days; what comes before, after, and a year earlier. */
import { addDays, daysBetween } from './calendar.ts'
import { RuleViolation } from './lifecycle.ts'
import type { Lang } from './words.ts'

export type PeriodKind = 'year' | 'half' | 'quarter' | 'month' | 'custom'

/** `key` is one of `2026`, `2026H1`, `2026Q2`, `2026-06`, `2026-04-10..2026-05-09`. Both days belong to the period. */
export interface Period {
  readonly key: string
  readonly kind: PeriodKind
  readonly from: string
  readonly to: string
}

/** Why a text is no period. */
type PeriodFault = 'period-malformed' | 'period-no-such-day' | 'period-backwards'

const monthsIn = { year: 12, half: 6, quarter: 3, month: 1 } as const
type Regular = keyof typeof monthsIn

const pad = (n: number, width = 2) => String(n).padStart(width, '0')
const yearOf = (day: string) => Number(day.slice(0, 4))
const monthOf = (day: string) => Number(day.slice(5, 7))
const dateOf = (day: string) => Number(day.slice(8))
const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
const lastDate = (year: number, month: number) =>
  [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
const dayText = (year: number, month: number, date: number) => `${pad(year, 4)}-${pad(month)}-${pad(date)}`

const dayPattern = /^([12]\d{3})-(\d{2})-(\d{2})$/
function dayExists(day: string): boolean {
  const [, year, month, date] = dayPattern.exec(day) ?? []
  return date !== undefined && Number(date) >= 1 && Number(date) <= lastDate(Number(year), Number(month))
}

const suffix = {
  year: () => '',
  half: (nth: number) => `H${nth}`,
  quarter: (nth: number) => `Q${nth}`,
  month: (nth: number) => `-${pad(nth)}`,
}

/** The regular period that begins `nth` periods (from 1) into a year; `nth` may run over into other years. */
function regular(kind: Regular, year: number, nth: number): Period {
  const months = monthsIn[kind]
  const first = year * 12 + (nth - 1) * months
  const [y, m] = [Math.floor(first / 12), (first % 12) + 1]
  const last = m + months - 1
  return {
    key: `${pad(y, 4)}${suffix[kind](Math.floor((m - 1) / months) + 1)}`,
    kind,
    from: dayText(y, m, 1),
    to: dayText(y, last, lastDate(y, last)),
  }
}
const nthOf = (kind: Regular, { from }: Period) => Math.floor((monthOf(from) - 1) / monthsIn[kind]) + 1

/** Any run of days. Throws RuleViolation where a day does not exist or the days run backwards. */
export const daysFrom = (from: string, to: string): Period => parsePeriod(`${from}..${to}`)

const patterns: readonly [Regular, RegExp][] = [
  ['year', /^([12]\d{3})$/],
  ['half', /^([12]\d{3})H([12])$/],
  ['quarter', /^([12]\d{3})Q([1-4])$/],
  ['month', /^([12]\d{3})-(0[1-9]|1[0-2])$/],
]

function read(key: string): Period | PeriodFault {
  for (const [kind, pattern] of patterns) {
    const [, year, nth = '1'] = pattern.exec(key) ?? []
    if (year !== undefined) return regular(kind, Number(year), Number(nth))
  }
  const [from, to, ...rest] = key.split('..')
  if (from === undefined || to === undefined || rest.length > 0) return 'period-malformed'
  if (!dayPattern.test(from) || !dayPattern.test(to)) return 'period-malformed'
  if (!dayExists(from) || !dayExists(to)) return 'period-no-such-day'
  if (from > to) return 'period-backwards'
  return { key, kind: 'custom', from, to }
}

/** What is wrong with a period's key; null where nothing is. */
export function periodFault(key: string): PeriodFault | null {
  const found = read(key)
  return typeof found === 'string' ? found : null
}

/** The period of a key. Throws RuleViolation with the fault's name. */
export function parsePeriod(key: string): Period {
  const found = read(key)
  if (typeof found === 'string') throw new RuleViolation(found, { period: key })
  return found
}

/** The period of a kind in which a day lies. */
export const periodOf = (kind: Regular, day: string): Period =>
  regular(kind, yearOf(day), Math.floor((monthOf(day) - 1) / monthsIn[kind]) + 1)

export const daysIn = ({ from, to }: Period): number => daysBetween(from, to) + 1

/** The twelve months of a year. */
export const monthsOf = (year: number): Period[] =>
  Array.from({ length: 12 }, (_, index) => regular('month', year, index + 1))

function shifted(period: Period, by: 1 | -1): Period {
  const { kind, from, to } = period
  if (kind !== 'custom') return regular(kind, yearOf(from), nthOf(kind, period) + by)
  const length = daysIn(period) * by
  return daysFrom(addDays(from, length), addDays(to, length))
}

/** 环比: the month, quarter, half-year or year before; of a run of days, as many days just before it. */
export const previousPeriod = (period: Period): Period => shifted(period, -1)
export const nextPeriod = (period: Period): Period => shifted(period, 1)

/** Whether the days are whole months, whatever the kind. */
const isWholeMonths = ({ from, to }: Period): boolean =>
  dateOf(from) === 1 && dateOf(to) === lastDate(yearOf(to), monthOf(to))

/**
 * 同比: the same period of the year before. Whole months stay whole months (1–2月 is compared with 1–2月 whether or not
 * a 29 February lies in one of them). A run of days that begins on 29 February begins on 1 March, one that ends on it
 * ends on 28 February, so that runs that follow each other do not overlap a year earlier.
 */
export function samePeriodLastYear(period: Period): Period {
  const { kind, from, to } = period
  if (kind !== 'custom') return regular(kind, yearOf(from) - 1, nthOf(kind, period))
  const [fromYear, toYear] = [yearOf(from) - 1, yearOf(to) - 1]
  const fromDay = dayText(fromYear, monthOf(from), dateOf(from))
  const end = lastDate(toYear, monthOf(to))
  const toDay = dayText(toYear, monthOf(to), isWholeMonths(period) ? end : Math.min(dateOf(to), end))
  const start = dayExists(fromDay) ? fromDay : dayText(fromYear, 3, 1)
  // 29 February alone: the day before stands for it.
  return start > toDay ? daysFrom(toDay, toDay) : daysFrom(start, toDay)
}

/** 累计: from 1 January to the end of the period. */
export const cumulative = ({ to }: Period): Period => daysFrom(`${to.slice(0, 4)}-01-01`, to)

const monthNames = 'January February March April May June July August September October November December'.split(' ')
const halves = ['上半年', '下半年']
const quarters = ['第一季度', '第二季度', '第三季度', '第四季度']

function shortZh(period: Period): string {
  const { kind, from, to } = period
  if (kind === 'year') return '全年'
  if (kind === 'half') return halves[nthOf(kind, period) - 1] ?? ''
  if (kind === 'quarter') return quarters[nthOf(kind, period) - 1] ?? ''
  if (kind === 'month') return `${monthOf(from)}月`
  const sameYear = yearOf(from) === yearOf(to)
  const toYear = sameYear ? '' : `${yearOf(to)}年`
  if (isWholeMonths(period)) {
    if (sameYear && monthOf(from) === monthOf(to)) return `${monthOf(from)}月`
    return `${monthOf(from)}${sameYear ? '' : '月'}至${toYear}${monthOf(to)}月`
  }
  const end = from === to ? '' : `至${toYear}${sameYear && monthOf(from) === monthOf(to) ? '' : `${monthOf(to)}月`}`
  return `${monthOf(from)}月${dateOf(from)}日${end}${from === to ? '' : `${dateOf(to)}日`}`
}

const dayEn = (day: string, year: boolean) =>
  `${dateOf(day)} ${monthNames[monthOf(day) - 1]}${year ? ` ${yearOf(day)}` : ''}`

function labelEn(period: Period): string {
  const { kind, from, to } = period
  if (kind === 'year') return String(yearOf(from))
  if (kind === 'half') return `H${nthOf(kind, period)} ${yearOf(from)}`
  if (kind === 'quarter') return `Q${nthOf(kind, period)} ${yearOf(from)}`
  if (kind === 'month') return `${monthNames[monthOf(from) - 1]} ${yearOf(from)}`
  return from === to ? dayEn(from, true) : `${dayEn(from, yearOf(from) !== yearOf(to))} – ${dayEn(to, true)}`
}

/** 2026年第二季度 · Q2 2026. */
export function periodLabel(period: Period, lang: Lang): string {
  if (lang === 'en') return labelEn(period)
  return period.kind === 'year' ? `${yearOf(period.from)}年` : `${yearOf(period.from)}年${shortZh(period)}`
}

/** The period without its year, where the year is plain: 第二季度, 上半年, 6月; 全年. */
export const periodShort = (period: Period): string => shortZh(period)

/** How running text names the period before: 第一季度, 上年第四季度, 5月, 上年; of a run of days its own label. */
export function previousWords(period: Period, lang: Lang): string {
  const before = previousPeriod(period)
  if (lang === 'en') return labelEn(before)
  if (period.kind === 'year') return '上年'
  const sameYear = yearOf(before.from) === yearOf(period.from)
  if (period.kind === 'custom') return `此前同长时段（${sameYear ? shortZh(before) : periodLabel(before, 'zh')}）`
  return `${sameYear ? '' : '上年'}${shortZh(before)}`
}

/** How running text names the same period of last year. */
export const lastYearWords = (period: Period, lang: Lang): string =>
  lang === 'en' ? 'the same period last year' : period.kind === 'year' ? '上年' : '上年同期'
