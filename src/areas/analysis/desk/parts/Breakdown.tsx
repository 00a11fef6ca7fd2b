/** A breakdown of the fires as bars; the parts add up to the total, and each opens its records. */
import { useNavigate } from '@tanstack/react-router'
import { Chart } from '../../../../desk/components/Chart.tsx'
import { moneyText, percentText } from '../../../../desk/components/numbers.ts'
import { useLang, useWords } from '../../../../desk/words.ts'
import type { Dimension, Figures, Part } from '../../figures/contract.ts'
import { figureKey, type Narrowed } from '../../figures/drill.ts'
import { messages } from '../messages.ts'
import { placeOf } from './shown.ts'

const filterOf: Readonly<Partial<Record<Dimension, keyof Narrowed>>> = {
  place: 'place',
  cause: 'cause',
  subCause: 'subCause',
  severity: 'statClass',
  station: 'station',
  street: 'street',
  community: 'community',
  urban: 'urban',
}

export interface BreakdownProps {
  readonly figures: Figures
  readonly dimension: Dimension
  readonly title: string
  /** How many bars; the others are in the table. */
  readonly most?: number
}

export function Breakdown({ figures, dimension, title, most = 10 }: BreakdownProps) {
  const words = useWords(messages).home
  const lang = useLang()
  const navigate = useNavigate()
  const parts = figures.breakdowns[dimension] ?? []
  const total = parts.reduce((sum, { fires }) => sum + fires, 0)
  const bars = parts.filter(({ fires }) => fires > 0).slice(0, most)
  const open = (part: Part | undefined) => {
    const filter = filterOf[dimension]
    const place = part && filter && placeOf(figures, figureKey('period', 'fires', { [filter]: part.code }))
    if (place) void navigate(place)
  }
  return (
    <Chart
      bare
      title={title}
      height={Math.max(140, bars.length * 26 + 30)}
      onPick={({ name }) => open(bars.find((part) => part.name[lang] === name))}
      option={{
        grid: { left: 4, right: 84, top: 4, bottom: 4, containLabel: true },
        tooltip: { trigger: 'item' },
        xAxis: { type: 'value', show: false },
        yAxis: {
          type: 'category',
          inverse: true,
          data: bars.map(({ name }) => name[lang]),
          axisTick: { show: false },
          axisLine: { show: false },
          axisLabel: { width: 112, overflow: 'truncate' },
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

const shareOf = (part: number, total: number) => (total === 0 ? '—' : percentText((part / total) * 100))
