/** When fires happen: month by month beside last year, and by weekday and hour. */
import { useNavigate } from '@tanstack/react-router'
import { Chart } from '../../../../desk/components/Chart.tsx'
import { paths } from '../../../../desk/paths.ts'
import { fill, useWords } from '../../../../desk/words.ts'
import { parsePeriod } from '../../../../kernel/periods.ts'
import type { Figures } from '../../figures/contract.ts'
import { figureKey } from '../../figures/drill.ts'
import { messages } from '../messages.ts'
import { placeOf } from './shown.ts'

const months = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0'))

export function Trend({ figures }: { figures: Figures }) {
  const words = useWords(messages).home
  const navigate = useNavigate()
  const year = Number(figures.spans.period?.to.slice(0, 4))
  const firesIn = (of: number, month: string) =>
    figures.trend.find((figure) => figure.month === `${of}-${month}`)?.fires ?? null
  const line = (of: number) => months.map((month) => firesIn(of, month))
  const name = (of: number) => fill(words.thisYear, { year: of })
  return (
    <Chart
      bare
      title={words.trend}
      height={232}
      onPick={({ seriesIndex, dataIndex }) => {
        const { from, to } = parsePeriod(`${year - seriesIndex}-${months[dataIndex]}`)
        void navigate(paths.incidents({ from, to, counted: 'fires' }))
      }}
      option={{
        grid: { left: 4, right: 12, top: 28, bottom: 0, containLabel: true },
        legend: { top: 0, left: 0 },
        tooltip: { trigger: 'axis' },
        xAxis: { type: 'category', data: months.map(Number) },
        yAxis: { type: 'value', minInterval: 1 },
        series: [
          { type: 'line', name: name(year), data: line(year), symbolSize: 6, z: 3 },
          { type: 'line', name: name(year - 1), data: line(year - 1), lineStyle: { type: 'dashed' }, symbolSize: 4 },
        ],
      }}
      table={{
        columns: [words.name, name(year - 1), name(year)],
        rows: months.map((month) => [Number(month), firesIn(year - 1, month), firesIn(year, month)]),
      }}
    />
  )
}

/** The count of a cell of the grid; an empty one stays empty. */
const countIn = ({ value }: { value?: unknown }) => {
  const count = Array.isArray(value) ? Number(value[2]) : 0
  return count > 0 ? String(count) : ''
}

export function Heat({ figures }: { figures: Figures }) {
  const words = useWords(messages).home
  const navigate = useNavigate()
  const weekdays = words.weekdays.split(',')
  const hours = Array.from({ length: 24 }, (_, hour) => hour)
  const at = new Map(figures.heat.map(({ weekday, hour, fires }) => [`${weekday}/${hour}`, fires]))
  // A single fire is no heat, however few there are.
  const most = Math.max(4, ...figures.heat.map(({ fires }) => fires))
  return (
    <Chart
      bare
      title={words.heat}
      height={184}
      onPick={({ value }) => {
        const [hour = 0, row = 0] = Array.isArray(value) ? value.map(Number) : []
        const place = placeOf(figures, figureKey('period', 'fires', { weekday: row + 1, hour: [hour] }))
        if (place) void navigate(place)
      }}
      option={{
        grid: { left: 4, right: 8, top: 4, bottom: 0, containLabel: true },
        tooltip: { trigger: 'item' },
        xAxis: { type: 'category', data: hours, splitArea: { show: true } },
        yAxis: { type: 'category', data: weekdays, inverse: true },
        visualMap: { show: false, min: 0, max: most },
        series: [
          {
            type: 'heatmap',
            name: words.fires,
            label: { show: true, fontSize: 10, formatter: countIn },
            data: weekdays.flatMap((_, row) => hours.map((hour) => [hour, row, at.get(`${row + 1}/${hour}`) ?? 0])),
          },
        ],
      }}
      table={{
        columns: [words.name, ...hours.map(String)],
        rows: weekdays.map((day, row) => [day, ...hours.map((hour) => at.get(`${row + 1}/${hour}`) ?? 0)]),
      }}
    />
  )
}
