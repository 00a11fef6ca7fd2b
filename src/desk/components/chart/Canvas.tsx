/** ECharts itself, in the desk's colours. Drawn as SVG: sharp on paper and on any screen. */
import type { EChartsOption } from 'echarts'
import { BarChart, EffectScatterChart, HeatmapChart, LineChart, PieChart, ScatterChart } from 'echarts/charts'
import {
  AriaComponent,
  DatasetComponent,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TitleComponent,
  TooltipComponent,
  VisualMapComponent,
} from 'echarts/components'
import * as echarts from 'echarts/core'
import { LabelLayout } from 'echarts/features'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { useDark } from '../../settings.ts'
import { chartTheme } from './chart-theme.ts'

echarts.use([BarChart, LineChart, PieChart, HeatmapChart, ScatterChart, EffectScatterChart])
echarts.use([AriaComponent, DatasetComponent, GridComponent, LegendComponent, MarkAreaComponent, MarkLineComponent])
echarts.use([TitleComponent, TooltipComponent, VisualMapComponent, LabelLayout, SVGRenderer])

export interface CanvasProps {
  readonly option: EChartsOption
  readonly height: number
  readonly label: string
  readonly onPick?: (mark: {
    name: string
    seriesName: string
    dataIndex: number
    seriesIndex: number
    value: unknown
  }) => void
}

export function Canvas({ option, height, label, onPick }: CanvasProps) {
  const place = useRef<HTMLDivElement>(null)
  const pick = useRef(onPick)
  useEffect(() => {
    pick.current = onPick
  })
  const pickable = onPick !== undefined
  const dark = useDark()
  useEffect(() => {
    const element = place.current
    if (!element) return
    const chart = echarts.init(element, chartTheme(dark), { renderer: 'svg' })
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches
    chart.setOption({ animation: !still, animationDuration: 300, ...option })
    if (pickable)
      chart.on('click', (mark) =>
        pick.current?.({
          name: mark.name,
          seriesName: mark.seriesName ?? '',
          dataIndex: mark.dataIndex,
          seriesIndex: mark.seriesIndex ?? 0,
          value: mark.value,
        }),
      )
    const watch = new ResizeObserver(() => chart.resize())
    watch.observe(element)
    // The sheet is narrower than the screen, and how narrow is known too late to draw anew: the drawing shrinks.
    const paper = matchMedia('print')
    const fit = () => {
      const drawing = element.querySelector('svg')
      if (paper.matches) drawing?.setAttribute('viewBox', `0 0 ${chart.getWidth()} ${chart.getHeight()}`)
      else drawing?.removeAttribute('viewBox')
    }
    paper.addEventListener('change', fit)
    return () => {
      watch.disconnect()
      paper.removeEventListener('change', fit)
      chart.dispose()
    }
  }, [option, dark, pickable])
  return <div ref={place} role="img" aria-label={label} style={{ width: '100%', height }} />
}
