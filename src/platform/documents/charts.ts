/** Charts as SVG, for pages, and as PNG, for documents; drawn on the server, with the fonts of a package. */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { renderAsync } from '@resvg/resvg-js'
import { BarChart, HeatmapChart, LineChart, PieChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TitleComponent, VisualMapComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import type { ChartSpec } from '../../kernel/document.ts'
import { optionOf, type Size } from './chart-options.ts'

use([
  BarChart,
  HeatmapChart,
  LineChart,
  PieChart,
  GridComponent,
  LegendComponent,
  TitleComponent,
  VisualMapComponent,
  SVGRenderer,
])

const fonts = join(dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')), '../fonts')
const fontFiles = [join(fonts, 'NotoSansHans-Regular.otf')]

/**
 * The chart as an SVG element of its own.
 * `name` begins the ids within it: two charts of one page need two names.
 */
export function chartSvg(spec: ChartSpec, size: Size, name = 'chart'): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...size })
  try {
    chart.setOption({ ...optionOf(spec, size), backgroundColor: '#ffffff' })
    return still(chart.renderToSVGString({ useViewBox: true }), name)
  } finally {
    // An instance that is left open keeps a timer, and the process with it.
    chart.dispose()
  }
}

/**
 * Without what answers to a mouse, which paper has not: style sheet, classes, marks of series.
 * ECharts counts its instances in its ids; under a given name the same chart is the same text.
 */
const still = (svg: string, name: string): string =>
  svg
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/ (?:class|ecmeta_\w+)="[^"]*"/g, '')
    .replace(/( id="|url\(#)zr\d+-/g, `$1${name}-`)

/** Dots per unit of the SVG: 3 gives 288 dpi on paper. */
const zoom = 3

export async function chartPng(svg: string): Promise<Buffer> {
  const image = await renderAsync(svg, {
    fitTo: { mode: 'zoom', value: zoom },
    background: '#ffffff',
    font: { loadSystemFonts: false, fontFiles, defaultFontFamily: 'Noto Sans S Chinese' },
  })
  return image.asPng()
}
