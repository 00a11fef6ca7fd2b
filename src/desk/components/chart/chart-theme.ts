/** The desk's colours as a theme of ECharts. */
import { fontFamily, paletteOf, seriesOf } from '../../theme.ts'

export function chartTheme(isDark: boolean) {
  const colour = paletteOf(isDark)
  const axis = {
    axisLine: { lineStyle: { color: colour.line } },
    axisTick: { show: false },
    axisLabel: { color: colour.ink3 },
    splitLine: { lineStyle: { color: colour.lineSoft } },
    nameTextStyle: { color: colour.ink3 },
  }
  // ECharts outlines labels in white where it does not know what lies behind them.
  const label = { color: colour.ink2, textBorderWidth: 0 }
  return {
    darkMode: isDark,
    color: [...seriesOf(isDark)],
    backgroundColor: 'transparent',
    textStyle: { fontFamily, color: colour.ink2 },
    grid: { left: 8, right: 12, top: 32, bottom: 4 },
    categoryAxis: { ...axis, splitLine: { show: false } },
    valueAxis: { ...axis, axisLine: { show: false } },
    timeAxis: axis,
    legend: { textStyle: { color: colour.ink2 }, itemWidth: 12, itemHeight: 8, icon: 'roundRect', top: 0, left: 0 },
    tooltip: {
      backgroundColor: colour.surface,
      borderColor: colour.line,
      textStyle: { color: colour.ink, fontSize: 13 },
      confine: true,
      extraCssText: 'box-shadow:0 4px 16px rgb(0 0 0 / 16%)',
    },
    bar: { label, barMaxWidth: 22, itemStyle: { borderRadius: 2 } },
    line: { label, symbol: 'circle', symbolSize: 5, lineStyle: { width: 2 } },
    pie: { label, itemStyle: { borderColor: colour.surface, borderWidth: 2 } },
    visualMap: {
      inRange: {
        color: isDark ? ['#1b2631', '#29507b', '#6ea6de', '#ffb39b'] : ['#eef3f8', '#a9c4e0', '#3f78b4', '#bf3413'],
      },
      textStyle: { color: colour.ink3 },
    },
  }
}
