/** Tables and charts of the document. */
import type { Chart, ChartSpec, Table } from '../../../kernel/document.ts'
import { missingMark } from '../../../kernel/document.ts'
import { leading, totalOf, unknownCode } from '../figures/breakdowns.ts'
import { rateText } from '../figures/comparison.ts'
import type { IndicatorFigure, Part } from '../figures/contract.ts'
import { type IndicatorKey, indicators } from '../figures/indicators.ts'
import { areaText, wanYuan } from '../figures/numbers.ts'
import { rankingNote } from '../figures/ranking.ts'
import { basesOf, baseWords, type Facts } from './facts.ts'

const shown: Partial<Record<IndicatorKey, { unit: string; of: (value: number) => string }>> = {
  saved_fen: { unit: '万元', of: wanYuan },
  loss_fen: { unit: '万元', of: wanYuan },
  area_m2: { unit: '平方米', of: areaText },
}
const cell = (key: IndicatorKey, value: number | null): string =>
  value === null ? missingMark : (shown[key]?.of(value) ?? String(value))

const noRate = '—'
/** +13.0% · -12.9% · 持平 · — on a zero base · 无可比数据. */
function rateCell(key: IndicatorKey, comparison: IndicatorFigure['qoq']): string {
  if (comparison.course === 'none' || comparison.course === 'same') return comparison.word.zh
  const rate = rateText(indicators[key], comparison)
  return rate === null ? noRate : `${comparison.course === 'up' ? '+' : '-'}${rate}`
}

const capital = (words: string) => words.replace(/（.*）/, '')

/** 主要指标对比表: the fourteen indicators with their bases. */
export function indicatorTable(facts: Facts): Table {
  const bases = basesOf(facts)
  const rows = facts.figures.indicators.map((figure) => [
    `${figure.name.zh}（${shown[figure.key]?.unit ?? figure.unit.zh}）`,
    cell(figure.key, figure.value),
    ...bases.flatMap((base) => [
      cell(figure.key, figure[base]),
      rateCell(figure.key, base === 'previous' ? figure.qoq : figure.yoy),
    ]),
  ])
  const zeroBase = rows.some((row) => row.includes(noRate))
  const rateNames = { previous: '环比', lastYear: '同比' }
  return {
    kind: 'table',
    caption: '主要指标对比表',
    columns: [
      { header: '指标', align: 'left', width: 30 },
      { header: '本期', align: 'right', width: 16 },
      ...bases.flatMap((base): Table['columns'] => [
        { header: capital(baseWords(facts)[base]), align: 'right', width: 16 },
        { header: rateNames[base], align: 'right', width: 14 },
      ]),
    ],
    rows,
    ...(zeroBase ? { notes: [`注：“${noRate}”表示基期为0，不计算增减幅度。`] } : {}),
  }
}

const difference = (now: number, before: number | null): string =>
  before === null ? '—' : now === before ? '持平' : `${now > before ? '+' : ''}${now - before}`
const count = (n: number | null): string => (n === null ? '—' : String(n))
const sumOf = (parts: readonly Part[], of: (part: Part) => number | null): number | null =>
  parts.reduce<number | null>((sum, part) => {
    const value = of(part)
    return sum === null || value === null ? null : sum + value
  }, 0)

/** 各派出所火灾情况表: every station, and what lies in none, with the sum. */
export function stationTable(facts: Facts): Table {
  const { figures } = facts
  // Of a year the period before is last year: one column.
  const once = basesOf(facts).length === 1
  const words = baseWords(facts)
  const parts = figures.breakdowns.station
  const row = (
    name: string,
    of: (key: 'fires' | 'previousFires' | 'lastYearFires' | 'lossFen' | 'casualties') => number | null,
  ) => {
    const now = of('fires') ?? 0
    const loss = of('lossFen')
    return [
      name,
      String(now),
      ...(once ? [] : [count(of('previousFires'))]),
      count(of('lastYearFires')),
      difference(now, of('lastYearFires')),
      loss === null ? missingMark : wanYuan(loss),
      count(of('casualties')),
    ]
  }
  return {
    kind: 'table',
    caption: '各派出所辖区火灾情况表',
    columns: [
      { header: '派出所', align: 'left', width: 28 },
      { header: '本期', align: 'right', width: 10 },
      ...(once ? [] : [{ header: '上期', align: 'right', width: 10 } as const]),
      { header: words.lastYear, align: 'right', width: 14 },
      { header: '同比增减', align: 'right', width: 14 },
      { header: '损失（万元）', align: 'right', width: 19 },
      { header: '伤亡', align: 'right', width: 10 },
    ],
    rows: [
      ...parts
        .filter((part) => part.code !== unknownCode || part.fires > 0)
        .map((part) => row(part.name.zh, (key) => part[key])),
      row('合计', (key) =>
        key === 'lossFen'
          ? sumOf(
              parts.filter(({ lossFen }) => lossFen !== null),
              (part) => part.lossFen,
            )
          : sumOf(parts, (part) => part[key]),
      ),
    ],
    summed: true,
    notes: [`注：${rankingNote.zh}`],
  }
}

const chart = (caption: string, spec: ChartSpec, alt: string): Chart => ({ kind: 'chart', caption, spec, alt })

/** 逐月火灾起数: this year on last year. */
export function trendChart({ figures }: Facts): Chart {
  const months = figures.trend
  const year = figures.spans.period.to.slice(0, 4)
  const before = months.filter(({ month }) => !month.startsWith(year))
  const now = months.filter(({ month }) => month.startsWith(year))
  const lastYear = before[0]?.month.slice(0, 4) ?? ''
  const values = before.map((_, at) => now[at]?.fires ?? null)
  return chart(
    '逐月火灾起数与上年对比图',
    {
      kind: 'line',
      categories: before.map(({ month }) => `${Number(month.slice(5))}月`),
      series: [
        { name: `${lastYear}年`, values: before.map(({ fires }) => fires) },
        { name: `${year}年`, values },
      ],
      unit: '起',
    },
    `${year}年逐月火灾起数：${now.map(({ month, fires }) => `${Number(month.slice(5))}月${fires ?? missingMark}`).join('、')}`,
  )
}

/** Bars of the leading kinds, the rest as one bar, and what stands apart. */
function kindChart(caption: string, parts: readonly Part[], rest: string, named: (part: Part) => string): Chart {
  const { top, rest: others, apart } = leading(parts, 8)
  const bars = [
    ...top.map((part): [string, number] => [named(part), part.fires]),
    ...(others.fires > 0 ? [[rest, others.fires] as [string, number]] : []),
    ...apart.map((part): [string, number] => [part.name.zh, part.fires]),
  ]
  return chart(
    caption,
    {
      kind: 'bar',
      categories: bars.map(([name]) => name),
      series: [{ name: '火灾起数', values: bars.map(([, n]) => n) }],
      unit: '起',
    },
    `${caption}：${bars.map(([name, n]) => `${name}${n}起`).join('、')}，共${totalOf(parts)}起`,
  )
}
export const placeChart = ({ figures }: Facts): Chart =>
  kindChart('起火场所分布图', figures.breakdowns.place, '其余场所', ({ short }) => short)
export const causeChart = ({ figures }: Facts): Chart =>
  kindChart('起火原因分布图', figures.breakdowns.cause, '其余原因', ({ name }) => name.zh)

const days = ['一', '二', '三', '四', '五', '六', '日']
/** 星期与时段: a grid of weekdays and two-hour bands. */
export function heatChart({ figures }: Facts): Chart {
  const bands = Array.from({ length: 12 }, (_, band) => band * 2)
  const inCell = (weekday: number, hour: number) =>
    figures.heat
      .filter((one) => one.weekday === weekday && Math.floor(one.hour / 2) * 2 === hour)
      .reduce((sum, { fires }) => sum + fires, 0)
  return chart(
    '火灾星期、时段（时）分布图',
    {
      kind: 'heat',
      categories: bands.map((hour) => `${hour}–${hour + 2}`),
      series: days.map((day, at) => ({ name: `星期${day}`, values: bands.map((hour) => inCell(at + 1, hour)) })),
      unit: '起',
    },
    `火灾按星期和两小时时段的分布，共${figures.heat.reduce((sum, { fires }) => sum + fires, 0)}起`,
  )
}
