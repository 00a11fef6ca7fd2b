/** A chart that comes when it is needed, with the same figures as a table for those who do not see it. */
import { BarChartOutlined, TableOutlined } from '@ant-design/icons'
import { Button, Skeleton } from 'antd'
import type { EChartsOption } from 'echarts'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { messages } from '../messages.ts'
import { fill, useWords } from '../words.ts'

const Canvas = lazy(async () => ({ default: (await import('./chart/Canvas.tsx')).Canvas }))

export interface ChartTable {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number | null)[])[]
}

export interface ChartProps {
  /** What the chart shows; also its name for a screen reader. */
  readonly title: string
  /** Colours of series and axes come from the theme; leave them out. */
  readonly option: EChartsOption
  /** The figures behind it. */
  readonly table: ChartTable
  readonly height?: number
  /** A click on a mark: `name`, `seriesName`, `dataIndex`, `value` as ECharts gives them. */
  readonly onPick?: (mark: {
    name: string
    seriesName: string
    dataIndex: number
    seriesIndex: number
    value: unknown
  }) => void
  /** In the head of the chart, beside the switch to the table. */
  readonly extra?: ReactNode
  /** Without the visible title: where the panel around it already says it. */
  readonly bare?: boolean
}

export function Chart({ title, option, table, height = 260, onPick, extra, bare = false }: ChartProps) {
  const words = useWords(messages)
  const [asTable, setAsTable] = useState(false)
  return (
    <figure className="chart">
      <figcaption className="chart-head">
        <span className={bare ? 'visually-hidden' : 'chart-title'}>{title}</span>
        <span className="chart-tools no-print">
          {extra}
          <Button
            type="text"
            size="small"
            icon={asTable ? <BarChartOutlined /> : <TableOutlined />}
            aria-label={fill(asTable ? words.chart.showChart : words.chart.showTable, { title })}
            title={asTable ? words.chart.asChart : words.chart.asTable}
            onClick={() => setAsTable(!asTable)}
          />
        </span>
      </figcaption>
      {asTable ? (
        <div className="chart-table" style={{ maxHeight: height }}>
          <ChartFigures table={table} title={title} />
        </div>
      ) : (
        <>
          <Suspense fallback={<Skeleton.Node active style={{ width: '100%', height }} />}>
            <Canvas option={option} height={height} label={title} {...(onPick ? { onPick } : {})} />
          </Suspense>
          <div className="visually-hidden">
            <ChartFigures table={table} title={title} />
          </div>
        </>
      )}
    </figure>
  )
}

function ChartFigures({ table, title }: { table: ChartTable; title: string }) {
  return (
    <table className="plain-table">
      <caption className="visually-hidden">{title}</caption>
      <thead>
        <tr>
          {table.columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row, line) => (
          <tr key={line}>
            {row.map((cell, column) => (
              <td key={column} className={typeof cell === 'number' ? 'num' : ''}>
                {cell ?? '—'}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
