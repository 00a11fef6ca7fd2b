/** A chart of the document, drawn by the desk from the same figures that the printed one is drawn from. */
import type { EChartsOption } from 'echarts'
import { Chart } from '../../../../desk/components/Chart.tsx'
import { useWords } from '../../../../desk/words.ts'
import type { Chart as ChartBlock, ChartSpec } from '../../../../kernel/document.ts'
import { messages } from '../messages.ts'

export function DocumentChart({ chart }: { chart: ChartBlock }) {
  const words = useWords(messages).home
  const { categories, series } = chart.spec
  return (
    <Chart
      title={chart.caption}
      height={chart.spec.kind === 'bar' ? Math.max(160, categories.length * 26) : 260}
      option={optionOf(chart.spec)}
      table={{
        columns: [words.name, ...series.map(({ name }) => name)],
        rows: categories.map((category, i) => [category, ...series.map(({ values }) => values[i] ?? null)]),
      }}
    />
  )
}

function optionOf({ kind, categories, series }: ChartSpec): EChartsOption {
  const common = {
    tooltip: {},
    grid: { left: 8, right: 40, top: series.length > 1 ? 32 : 8, bottom: 8, containLabel: true },
  }
  const names = [...categories]
  if (kind === 'pie')
    return {
      tooltip: {},
      series: series.slice(0, 1).map(({ name, values }) => ({
        type: 'pie' as const,
        name,
        radius: ['40%', '70%'],
        data: names.map((category, i) => ({ name: category, value: values[i] ?? 0 })),
      })),
    }
  if (kind === 'heat')
    return {
      ...common,
      xAxis: { type: 'category', data: names },
      yAxis: { type: 'category', data: series.map(({ name }) => name), inverse: true },
      visualMap: {
        show: false,
        min: 0,
        max: Math.max(1, ...series.flatMap(({ values }) => values.map((v) => v ?? 0))),
      },
      series: [
        {
          type: 'heatmap',
          data: series.flatMap(({ values }, row) => values.map((value, column) => [column, row, value ?? 0])),
        },
      ],
    }
  const legend = series.length > 1 ? { legend: { top: 0 } } : {}
  if (kind === 'line')
    return {
      ...common,
      ...legend,
      xAxis: { type: 'category', data: names },
      yAxis: { type: 'value' },
      // The present year comes first and is drawn out, as in print.
      series: series.toReversed().map(({ name, values }, at) => ({
        type: 'line' as const,
        name,
        data: [...values],
        lineStyle: { type: at === 0 ? ('solid' as const) : ('dashed' as const) },
      })),
    }
  const drawn = series.map(({ name, values }) => ({
    type: 'bar' as const,
    name,
    data: [...values],
    ...(kind === 'bar' ? { label: { show: true, position: 'right' as const }, barMaxWidth: 14 } : {}),
  }))
  if (kind === 'bar')
    return {
      ...common,
      ...legend,
      xAxis: { type: 'value', show: false },
      yAxis: { type: 'category', data: names, inverse: true },
      series: drawn,
    }
  return { ...common, ...legend, xAxis: { type: 'category', data: names }, yAxis: { type: 'value' }, series: drawn }
}
