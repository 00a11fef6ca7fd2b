/** A breakdown of the fires as bars; the parts add up to the total, and each opens its records. */
import { useNavigate } from '@tanstack/react-router'
import { Chart } from '../../../../desk/components/Chart.tsx'
import { moneyText, percentText } from '../../../../desk/components/numbers.ts'
import { fill, useLang, useWords } from '../../../../desk/words.ts'
import type { Lang } from '../../../../kernel/words.ts'
import { leading } from '../../figures/breakdowns.ts'
import type { Dimension, Figures, Part } from '../../figures/contract.ts'
import { messages } from '../messages.ts'
import { partPlace } from './part-place.ts'

export interface BreakdownProps {
  readonly figures: Figures
  readonly dimension: Dimension
  readonly title: string
  /** How many kinds have a bar of their own; the others are one bar, and apart in the table. */
  readonly most?: number
}

export function Breakdown({ figures, dimension, title, most = 6 }: BreakdownProps) {
  const words = useWords(messages).home
  const lang = useLang()
  const navigate = useNavigate()
  const parts = figures.breakdowns[dimension]
  const total = parts.reduce((sum, { fires }) => sum + fires, 0)
  const bars = barsOf(parts, most, (n) => fill(words.rest, { n }), lang)
  const open = (bar: Bar | undefined) => {
    const place = bar?.part && partPlace(figures, dimension, bar.part)
    if (place) void navigate(place)
  }
  return (
    <Chart
      bare
      title={title}
      height={184}
      onPick={({ name }) => open(bars.find((bar) => bar.name === name))}
      option={{
        grid: { left: 4, right: 76, top: 0, bottom: 0, containLabel: true },
        tooltip: { trigger: 'item' },
        xAxis: { type: 'value', show: false },
        yAxis: {
          type: 'category',
          inverse: true,
          data: bars.map(({ name }) => name),
          axisTick: { show: false },
          axisLine: { show: false },
          axisLabel: { width: 128, overflow: 'truncate' },
        },
        series: [
          {
            type: 'bar',
            name: words.fires,
            barMaxWidth: 14,
            data: bars.map(({ fires }) => fires),
            label: {
              show: true,
              position: 'right',
              formatter: ({ value }) => `${value} · ${shareOf(Number(value), total)}`,
            },
          },
        ],
      }}
      table={{
        columns: [words.name, words.fires, words.share, words.previous, words.lastYear, words.loss],
        rows: parts.map(({ name, fires, previousFires, lastYearFires, lossFen }) => [
          name[lang],
          fires,
          shareOf(fires, total),
          previousFires,
          lastYearFires,
          lossFen === null ? null : moneyText(lossFen, 'wan'),
        ]),
      }}
    />
  )
}

interface Bar {
  readonly name: string
  readonly fires: number
  /** None behind the bar of all others. */
  readonly part?: Part
}

/** All bars together are the total. */
function barsOf(parts: readonly Part[], most: number, restOf: (n: number) => string, lang: Lang): Bar[] {
  const bar = (part: Part): Bar => ({ name: part.name[lang], fires: part.fires, part })
  const { top, rest, apart } = leading(parts, most)
  // One kind alone needs no word for the others.
  if (rest.kinds === 1) return [...leading(parts, most + 1).top, ...apart].map(bar)
  return [
    ...top.map(bar),
    ...(rest.kinds > 0 ? [{ name: restOf(rest.kinds), fires: rest.fires }] : []),
    ...apart.map(bar),
  ]
}

const shareOf = (part: number, total: number) => (total === 0 ? '—' : percentText((part / total) * 100))
