import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween } from './calendar.ts'
import {
  cumulative,
  daysFrom,
  daysIn,
  lastYearWords,
  monthsOf,
  nextPeriod,
  type Period,
  parsePeriod,
  periodFault,
  periodLabel,
  periodOf,
  periodShort,
  previousPeriod,
  previousWords,
  samePeriodLastYear,
} from './periods.ts'

const span = ({ key, from, to }: Period) => [key, from, to]

describe('a key', () => {
  it.each([
    ['2026', 'year', '2026-01-01', '2026-12-31'],
    ['2026H1', 'half', '2026-01-01', '2026-06-30'],
    ['2026H2', 'half', '2026-07-01', '2026-12-31'],
    ['2026Q2', 'quarter', '2026-04-01', '2026-06-30'],
    ['2024-02', 'month', '2024-02-01', '2024-02-29'],
    ['2026-04-10..2026-05-09', 'custom', '2026-04-10', '2026-05-09'],
  ])('%s is a %s', (key, kind, from, to) => {
    expect(parsePeriod(key)).toEqual({ key, kind, from, to })
  })

  it.each([
    ['', 'period-malformed'],
    ['2026Q5', 'period-malformed'],
    ['2026-13', 'period-malformed'],
    ['26Q1', 'period-malformed'],
    ['2026q1', 'period-malformed'],
    ['2026-04-01', 'period-malformed'],
    ['2026-04-01..2026-04-02..2026-04-03', 'period-malformed'],
    ['2026-02-29..2026-03-01', 'period-no-such-day'],
    ['2026-04-31..2026-05-01', 'period-no-such-day'],
    ['2026-05-02..2026-05-01', 'period-backwards'],
  ])('%s is refused: %s', (key, fault) => {
    expect(periodFault(key)).toBe(fault)
    expect(() => parsePeriod(key)).toThrow(fault)
  })
})

describe('环比: the period before', () => {
  it.each([
    ['2026Q1', '2025Q4'],
    ['2026Q2', '2026Q1'],
    ['2026H1', '2025H2'],
    ['2026-01', '2025-12'],
    ['2026', '2025'],
    ['2026-04-10..2026-05-09', '2026-03-11..2026-04-09'],
    ['2024-03-01..2024-03-01', '2024-02-29..2024-02-29'],
  ])('of %s is %s', (key, before) => {
    expect(previousPeriod(parsePeriod(key)).key).toBe(before)
    expect(nextPeriod(parsePeriod(before)).key).toBe(key)
  })
})

describe('同比: the same period of last year', () => {
  it.each([
    ['2026Q2', '2025Q2'],
    ['2026', '2025'],
    ['2025-02', '2024-02'],
    ['2024-02-29..2024-03-10', '2023-03-01..2023-03-10'],
    ['2024-02-20..2024-02-29', '2023-02-20..2023-02-28'],
    ['2024-02-29..2024-02-29', '2023-02-28..2023-02-28'],
    ['2024-01-01..2024-02-29', '2023-01-01..2023-02-28'],
    ['2025-01-01..2025-02-28', '2024-01-01..2024-02-29'],
    ['2025-12-20..2026-01-09', '2024-12-20..2025-01-09'],
  ])('of %s is %s', (key, lastYear) => {
    expect(samePeriodLastYear(parsePeriod(key)).key).toBe(lastYear)
  })
})

it('累计 runs from 1 January to the end of the period', () => {
  expect(span(cumulative(parsePeriod('2026Q2')))).toEqual(['2026-01-01..2026-06-30', '2026-01-01', '2026-06-30'])
})

it('has words in Chinese and English', () => {
  const words = (key: string) => {
    const period = parsePeriod(key)
    return [periodLabel(period, 'zh'), periodShort(period), previousWords(period, 'zh'), lastYearWords(period, 'zh')]
  }
  expect(words('2026Q2')).toEqual(['2026年第二季度', '第二季度', '第一季度', '上年同期'])
  expect(words('2026Q1')).toEqual(['2026年第一季度', '第一季度', '上年第四季度', '上年同期'])
  expect(words('2026H1')).toEqual(['2026年上半年', '上半年', '上年下半年', '上年同期'])
  expect(words('2026')).toEqual(['2026年', '全年', '上年', '上年'])
  expect(words('2026-06')).toEqual(['2026年6月', '6月', '5月', '上年同期'])
  expect(words('2026-01')[2]).toBe('上年12月')
  expect(words('2026-04-10..2026-05-09')).toEqual([
    '2026年4月10日至5月9日',
    '4月10日至5月9日',
    '此前同长时段（3月11日至4月9日）',
    '上年同期',
  ])
  expect(words('2026-04-10..2026-04-20')[0]).toBe('2026年4月10日至20日')
  expect(words('2026-04-10..2026-04-10')[0]).toBe('2026年4月10日')
  expect(words('2025-12-20..2026-01-09')[0]).toBe('2025年12月20日至2026年1月9日')
  expect(words('2026-01-01..2026-06-30')[0]).toBe('2026年1至6月')
  expect(words('2025-11-01..2026-02-28')[0]).toBe('2025年11月至2026年2月')
  const english = ['2026Q2', '2026', '2026H1', '2026-06', '2026-04-10..2026-05-09', '2025-12-20..2026-01-09']
  expect(english.map((key) => periodLabel(parsePeriod(key), 'en'))).toEqual([
    'Q2 2026',
    '2026',
    'H1 2026',
    'June 2026',
    '10 April – 9 May 2026',
    '20 December 2025 – 9 January 2026',
  ])
  expect(previousWords(parsePeriod('2026Q1'), 'en')).toBe('Q4 2025')
})

const day = fc.integer({ min: 0, max: 73_000 }).map((n) => addDays('1900-01-01', n))
const kind = fc.constantFrom('year', 'half', 'quarter', 'month')
const custom = fc.tuple(day, fc.integer({ min: 0, max: 800 })).map(([from, n]) => daysFrom(from, addDays(from, n)))
const period = fc.oneof(
  custom,
  fc.tuple(kind, day).map(([k, d]) => periodOf(k as 'year', d)),
)

describe('whatever the period', () => {
  it('its key reads back as itself', () => {
    fc.assert(
      fc.property(period, (p) => {
        expect(parsePeriod(p.key)).toEqual(p)
      }),
    )
  })
  it('the one before ends the day before, and next undoes previous', () => {
    fc.assert(
      fc.property(period, (p) => {
        expect(addDays(previousPeriod(p).to, 1)).toBe(p.from)
        expect(addDays(p.to, 1)).toBe(nextPeriod(p).from)
        expect(nextPeriod(previousPeriod(p))).toEqual(p)
      }),
    )
  })
  it('a run of days is compared with as many days', () => {
    fc.assert(
      fc.property(custom, (p) => {
        expect(daysIn(previousPeriod(p))).toBe(daysIn(p))
      }),
    )
  })
  it('last year’s differs in length by the leap day at most, and lies a year back', () => {
    fc.assert(
      fc.property(period, (p) => {
        const before = samePeriodLastYear(p)
        expect(Math.abs(daysIn(before) - daysIn(p))).toBeLessThanOrEqual(1)
        expect(daysBetween(before.from, p.from)).toBeGreaterThanOrEqual(364)
        expect(daysBetween(before.from, p.from)).toBeLessThanOrEqual(366)
      }),
    )
  })
  it('the kinds fit into each other, and the months fill the year', () => {
    fc.assert(
      fc.property(day, (d) => {
        const [year, half, quarter, month] = (['year', 'half', 'quarter', 'month'] as const).map((k) => periodOf(k, d))
        for (const p of [year, half, quarter, month])
          expect(p && p.from <= d && d <= p.to && year && year.from <= p.from && p.to <= year.to).toBe(true)
        const months = monthsOf(Number(d.slice(0, 4)))
        expect(months.reduce((sum, p) => sum + daysIn(p), 0)).toBe(daysIn(year as Period))
      }),
    )
  })
})
