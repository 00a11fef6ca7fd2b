/** How each kind of chart is drawn: sober, every value written out, readable in greyscale and by the colour-blind. */
import type { EChartsCoreOption } from 'echarts/core'
import type { ChartSpec } from '../../kernel/document.ts'
import { missingMark } from '../../kernel/document.ts'
import { broken, printable, widthOf } from './text.ts'

export interface Size {
  readonly width: number
  readonly height: number
}

/** The first family is that of the shipped font files; the others serve a page that is read elsewhere. */
export const chartFonts =
  "'Noto Sans S Chinese', 'Noto Sans CJK SC', 'Source Han Sans SC', 'Microsoft YaHei', 'PingFang SC', sans-serif"
const fontSize = 13
const ink = '#1a1a1a'
const faint = '#d9d9d9'
const navy = '#1d3c63'

/** From the present series back: dark, light, middle, grey; lightness alone tells them apart. */
const shades = [navy, '#b7c8dc', '#c98a2b', '#6b7f8f', '#e3d3b4', '#41637a']
const shadeOf = (spec: ChartSpec, at: number): string => shades[(spec.series.length - 1 - at) % shades.length] ?? navy

/** At most two decimals, no thousands separators: as figures stand in the text. */
export const valueText = (value: number | null | undefined): string =>
  value === null || value === undefined ? missingMark : String(Math.round(value * 100) / 100)

// Latin letters and figures of the font are a little wider than half a character.
const labelWidth = (text: string): number => Math.ceil(widthOf(text) * fontSize * 1.08)
const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map(labelWidth))
const allValues = ({ series }: ChartSpec): string[] => series.flatMap(({ values }) => values.map(valueText))

/** Whether upright bars leave room for their names and values; else the bars lie. */
function standsUpright(spec: ChartSpec, width: number): boolean {
  const slot = (width - 40) / Math.max(1, spec.categories.length)
  return widest(spec.categories) <= slot - 8 && widest(allValues(spec)) * spec.series.length <= slot * 0.9
}

const top = ({ series }: ChartSpec, legend: boolean) => (legend && series.length > 1 ? 52 : 38)
const names = ({ categories }: ChartSpec) => categories.map(printable)

function frame(spec: ChartSpec, legend = spec.series.length > 1): EChartsCoreOption {
  return {
    animation: false,
    textStyle: { fontFamily: chartFonts, fontSize, color: ink },
    title: {
      text: `单位：${printable(spec.unit)}`,
      right: 4,
      top: 4,
      textStyle: { fontSize: 12, fontWeight: 'normal', color: ink },
    },
    legend: {
      show: legend,
      data: spec.series.map(({ name }) => printable(name)),
      top: 2,
      left: 'center',
      itemGap: 24,
      ...(spec.kind === 'line' ? { itemWidth: 36 } : { icon: 'rect', itemWidth: 18, itemHeight: 10 }),
      textStyle: { fontSize, color: ink },
    },
  }
}

const axisLine = { show: true, onZero: true, lineStyle: { color: ink, width: 1 } }
const nameAxis = (spec: ChartSpec, label: object = {}) => ({
  type: 'category' as const,
  data: names(spec),
  axisTick: { show: false },
  axisLine,
  axisLabel: { interval: 0, color: ink, fontSize, margin: 8, ...label },
})
const hiddenAxis = { type: 'value' as const, show: false }

function bars(spec: ChartSpec, { width }: Size): EChartsCoreOption {
  const upright = standsUpright(spec, width)
  const room = Math.min(widest(spec.categories), Math.round(width * 0.4))
  const values = widest(allValues(spec)) + 12
  const ahead = upright ? 'top' : 'right'
  const behind = upright ? 'bottom' : 'left'
  const axis = upright
    ? { xAxis: nameAxis(spec), yAxis: hiddenAxis }
    : {
        xAxis: hiddenAxis,
        yAxis: { ...nameAxis(spec, inRoom(room)), inverse: true },
      }
  return {
    ...frame(spec),
    ...axis,
    grid: {
      left: upright ? 12 : room + 18,
      right: upright ? 12 : values,
      top: top(spec, true),
      bottom: upright ? 30 : 8,
      outerBoundsMode: 'none',
    },
    series: spec.series.map(({ name, values: numbers }, at) => ({
      type: 'bar',
      name: printable(name),
      barMaxWidth: upright ? 44 : 20,
      barGap: '12%',
      itemStyle: { color: shadeOf(spec, at), borderColor: navy },
      data: spec.categories.map((_, index) => {
        const value = numbers[index] ?? null
        return {
          value: value ?? 0,
          itemStyle: { borderWidth: value ? 0.8 : 0 },
          label: { position: (value ?? 0) < 0 ? behind : ahead, formatter: () => valueText(value) },
        }
      }),
      label: { show: true, color: ink, fontSize, distance: 4 },
    })),
  }
}

/** Names of an axis in so much room, broken where they do not fit: nothing is cut off, nothing slants. */
const inRoom = (room: number) => ({
  formatter: (name: string) => broken(name, room / (fontSize * 1.08)),
  lineHeight: 15,
})
function namesBelow({ categories }: ChartSpec, slot: number): { label: object; height: number } {
  const label = inRoom(slot - 2)
  const rows = Math.max(1, ...categories.map((name) => label.formatter(name).split('\n').length))
  const unit = categories[0]?.at(-1) ?? ''
  // 0–2时, 2–4时 … 22–24时: where one of them puts its unit on a second line, all do.
  const alike = rows === 2 && widthOf(unit) === 1 && categories.every((name) => name.endsWith(unit))
  const formatter = alike ? (name: string) => `${name.slice(0, -1)}\n${unit}` : label.formatter
  return { label: { ...label, formatter }, height: 15 + rows * 15 }
}

/** Above the line that is higher at this point, below the lower one, so that the figures do not meet. */
function sideOf(spec: ChartSpec, series: number, at: number): 'top' | 'bottom' {
  const here = spec.series[series]?.values[at] ?? 0
  const above = spec.series.some(({ values }, other) => {
    const value = values[at]
    return value !== null && value !== undefined && (value > here || (value === here && other > series))
  })
  return above ? 'bottom' : 'top'
}

function lines(spec: ChartSpec, { width }: Size): EChartsCoreOption {
  const below = namesBelow(spec, (width - 60) / Math.max(1, spec.categories.length))
  const last = spec.series.length - 1
  return {
    ...frame(spec),
    grid: { left: 44, right: 16, top: top(spec, true), bottom: below.height, outerBoundsMode: 'none' },
    xAxis: nameAxis(spec, below.label),
    yAxis: {
      type: 'value',
      minInterval: 1,
      splitLine: { lineStyle: { color: faint } },
      axisLabel: { color: ink, fontSize: 12 },
    },
    series: spec.series.map(({ name, values }, at) => ({
      type: 'line',
      name: printable(name),
      symbol: at === last ? 'circle' : 'emptyDiamond',
      symbolSize: at === last ? 7 : 8,
      showAllSymbol: true,
      lineStyle: {
        color: at === last ? navy : '#6b7f8f',
        width: at === last ? 2.2 : 1.5,
        type: at === last ? 'solid' : 'dashed',
      },
      itemStyle: { color: at === last ? navy : '#6b7f8f' },
      data: spec.categories.map((_, index) => ({
        value: values[index] ?? '-',
        label: { position: sideOf(spec, at, index), formatter: () => valueText(values[index]) },
      })),
      label: {
        show: spec.series.length <= 2 || at === last,
        fontSize: 12,
        color: at === last ? navy : '#4d5d69',
        distance: 4,
      },
    })),
  }
}

const tenths = (part: number, whole: number): string => (Math.round((part * 1000) / whole) / 10).toFixed(1)

function pie(spec: ChartSpec, { width, height }: Size): EChartsCoreOption {
  const values = spec.series[0]?.values ?? []
  const whole = values.reduce<number>((sum, value) => sum + (value ?? 0), 0)
  const radius = Math.round(Math.min(width * 0.19, height * 0.36))
  const room = Math.round(width / 2 - radius - 30)
  const label = (category: string, value: number | null | undefined): string => {
    const share = value === null || value === undefined || whole === 0 ? '' : `（${tenths(value, whole)}%）`
    const line = `${category} ${valueText(value)}${share}`
    return labelWidth(line) <= room ? line : `${category}\n${valueText(value)}${share}`
  }
  return {
    ...frame(spec, false),
    series: [
      {
        type: 'pie',
        radius,
        center: ['50%', '54%'],
        stillShowZeroSum: true,
        itemStyle: { borderColor: '#ffffff', borderWidth: 1.5 },
        label: { color: ink, fontSize, position: 'outside', overflow: 'break', width: room, lineHeight: 16 },
        labelLine: { length: 10, length2: 12, lineStyle: { color: ink } },
        data: spec.categories.map((category, at) => ({
          name: printable(category),
          value: values[at] ?? 0,
          itemStyle: { color: slices[at % slices.length] },
          label: { formatter: () => label(printable(category), values[at]) },
        })),
      },
    ],
  }
}
/** Neighbours differ in lightness; the name stands at the slice. */
const slices = [
  navy,
  '#b7c8dc',
  '#7f95aa',
  '#e6dcc6',
  '#c98a2b',
  '#d5dde5',
  '#41637a',
  '#ead0a0',
  '#8a6a3a',
  '#c3cbd3',
  '#5b6b78',
]

function heat(spec: ChartSpec, { width }: Size): EChartsCoreOption {
  const cells = spec.series.flatMap(({ values }, row) =>
    spec.categories.map((_, column) => ({ row, column, value: values[column] ?? null })),
  )
  const most = Math.max(1, ...cells.map(({ value }) => value ?? 0))
  const rows = spec.series.map(({ name }) => printable(name))
  const room = Math.min(widest(rows), Math.round(width * 0.3))
  const below = namesBelow(spec, (width - room - 26) / Math.max(1, spec.categories.length))
  return {
    ...frame(spec, false),
    grid: { left: room + 16, right: 10, top: 30, bottom: below.height, outerBoundsMode: 'none' },
    xAxis: nameAxis(spec, below.label),
    yAxis: { ...nameAxis(spec, inRoom(room)), data: rows, inverse: true },
    visualMap: { show: false, min: 0, max: most, inRange: { color: ['#ffffff', '#b7c8dc', navy] } },
    series: [
      {
        type: 'heatmap',
        itemStyle: { borderColor: '#bfbfbf', borderWidth: 0.8 },
        label: { show: true, fontSize: 12 },
        data: cells.map(({ row, column, value }) => ({
          value: [column, row, value ?? 0],
          label: {
            formatter: () => (value === null ? '缺' : value === 0 ? '' : valueText(value)),
            color: (value ?? 0) > most * 0.78 ? '#ffffff' : ink,
          },
        })),
      },
    ],
  }
}

const kinds = { bar: bars, groupedBar: bars, line: lines, pie, heat }

export const optionOf = (spec: ChartSpec, size: Size): EChartsCoreOption => kinds[spec.kind](spec, size)

/** As wide as the text of a page at 96 dpi (150 mm), and as high as what it shows needs; never higher than a page. */
export function sizeOf(spec: ChartSpec, width = 567): Size {
  const { kind, categories, series } = spec
  if (kind === 'pie') return { width, height: Math.min(420, Math.max(250, 120 + categories.length * 22)) }
  if (kind === 'heat') return { width, height: Math.min(780, 90 + series.length * 24) }
  if (kind === 'line' || standsUpright(spec, width)) return { width, height: 250 }
  return { width, height: Math.min(780, top(spec, true) + 12 + categories.length * (series.length * 18 + 10)) }
}
