/** Colours, letters and density of the desk: ink blue on paper, one vermilion kept for alarms. */
import { type ThemeConfig, theme } from 'antd'

const light = {
  paper: '#f2f4f7',
  surface: '#ffffff',
  raised: '#f7f9fb',
  ink: '#17222e',
  ink2: '#435160',
  ink3: '#5a6877',
  line: '#d9dfe6',
  lineSoft: '#e8ecf0',
  primary: '#1f4f82',
  primaryInk: '#1f4f82',
  primarySoft: '#e6eef7',
  alarm: '#bf3413',
  alarmSoft: '#fbece7',
  good: '#1b7048',
  goodSoft: '#e5f3ec',
  caution: '#855300',
  cautionSoft: '#fbf2df',
  side: '#14202d',
  sideInk: '#b9c5d1',
  sideRaised: '#22344a',
}

export type Palette = typeof light

const dark: Palette = {
  paper: '#0e141b',
  surface: '#161f29',
  raised: '#1b2631',
  ink: '#e5ebf1',
  ink2: '#b5c0cc',
  ink3: '#93a1b0',
  line: '#2d3a47',
  lineSoft: '#232e3a',
  primary: '#3574b5',
  primaryInk: '#8dbcec',
  primarySoft: '#1c3149',
  alarm: '#ff8f6e',
  alarmSoft: '#3a211b',
  good: '#6fcf9f',
  goodSoft: '#18332a',
  caution: '#e3b566',
  cautionSoft: '#352b18',
  side: '#0b1118',
  sideInk: '#a9b6c3',
  sideRaised: '#1d2d40',
}

export const paletteOf = (isDark: boolean): Palette => (isDark ? dark : light)

/** Series of a chart in their order; the first is «this period», the second «what it is compared with». */
export const seriesOf = (isDark: boolean): readonly string[] =>
  isDark
    ? ['#6ea6de', '#7c8a99', '#d9b26a', '#7fb8a4', '#c08a64', '#a99bd0', '#93b7d9', '#b8c0c8']
    : ['#2a5c93', '#a3afbb', '#c09038', '#4f8a77', '#a4623a', '#7b6aa8', '#6d9ac7', '#5d6b79']

export const fontFamily =
  '-apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif'

/** The palette as CSS variables, so that styles and antd speak of the same colours. */
export function cssVariables(isDark: boolean): string {
  const lines = Object.entries(paletteOf(isDark)).map(([name, value]) => `--${name}:${value}`)
  return `:root{color-scheme:${isDark ? 'dark' : 'light'};--font:${fontFamily};${lines.join(';')}}`
}

/** Tags: antd's own hues are too pale to be read as text on their tint. */
const tintsOf = (colour: Palette) => ({
  ...Object.fromEntries(['gold', 'orange'].flatMap((hue) => tint(hue, colour.cautionSoft, colour.caution))),
  ...Object.fromEntries(['green', 'cyan'].flatMap((hue) => tint(hue, colour.goodSoft, colour.good))),
  ...Object.fromEntries(['red', 'volcano'].flatMap((hue) => tint(hue, colour.alarmSoft, colour.alarm))),
  ...Object.fromEntries(['blue', 'geekblue'].flatMap((hue) => tint(hue, colour.primarySoft, colour.primaryInk))),
})
// antd keeps each step of a palette under two names, 'gold1' and 'gold-1', and draws with either.
const tint = (hue: string, soft: string, strong: string) =>
  Object.entries({ 1: soft, 3: soft, 6: strong, 7: strong }).flatMap(([step, value]) => [
    [`${hue}${step}`, value],
    [`${hue}-${step}`, value],
  ])

export function antdTheme(isDark: boolean): ThemeConfig {
  const colour = paletteOf(isDark)
  return {
    algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      fontFamily,
      fontSize: 14,
      borderRadius: 4,
      controlHeight: 32,
      wireframe: false,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.18s',
      ...tintsOf(colour),
      colorPrimary: colour.primary,
      colorInfo: colour.primary,
      colorError: colour.alarm,
      colorSuccess: isDark ? '#3d9a6c' : colour.good,
      colorWarning: isDark ? '#c8912f' : '#a86a00',
      colorPrimaryBg: colour.primarySoft,
      colorPrimaryBgHover: colour.primarySoft,
      colorInfoBg: colour.primarySoft,
      colorInfoBorder: colour.line,
      colorSuccessBg: colour.goodSoft,
      colorSuccessBorder: colour.line,
      colorWarningBg: colour.cautionSoft,
      colorWarningBorder: colour.line,
      colorErrorBg: colour.alarmSoft,
      colorErrorBorder: colour.line,
      controlItemBgActive: colour.primarySoft,
      controlItemBgActiveHover: colour.primarySoft,
      colorLink: colour.primaryInk,
      colorLinkHover: isDark ? '#b4d4f5' : '#173d66',
      colorText: colour.ink,
      colorTextSecondary: colour.ink2,
      colorTextTertiary: colour.ink3,
      colorTextQuaternary: colour.ink3,
      colorTextPlaceholder: colour.ink3,
      colorTextDescription: colour.ink3,
      colorBgLayout: colour.paper,
      colorBgContainer: colour.surface,
      colorBgElevated: isDark ? colour.raised : colour.surface,
      colorBorder: isDark ? '#465667' : '#b9c3cd',
      colorBorderSecondary: colour.lineSoft,
      colorSplit: colour.lineSoft,
      colorErrorText: colour.alarm,
      colorSuccessText: colour.good,
      colorWarningText: colour.caution,
    },
    components: {
      Table: {
        cellPaddingBlockSM: 6,
        cellPaddingInlineSM: 10,
        headerBg: colour.raised,
        headerColor: colour.ink2,
        headerSplitColor: 'transparent',
        rowHoverBg: colour.primarySoft,
        headerSortActiveBg: colour.raised,
        headerSortHoverBg: colour.primarySoft,
        bodySortBg: 'transparent',
      },
      Tabs: {
        itemSelectedColor: colour.primaryInk,
        itemHoverColor: colour.primaryInk,
        inkBarColor: colour.primaryInk,
        horizontalMargin: '0 0 12px',
      },
      Menu: { itemSelectedColor: colour.primaryInk, itemHeight: 36 },
      Card: { headerHeight: 44, bodyPadding: 16, headerPadding: 16 },
      Form: { itemMarginBottom: 16, verticalLabelPadding: '0 0 4px' },
      Button: {
        defaultHoverColor: colour.primaryInk,
        defaultActiveColor: colour.primaryInk,
        // On the light red of the dark page white could not be read.
        ...(isDark ? { dangerColor: '#1f0d07' } : {}),
        primaryShadow: 'none',
        defaultShadow: 'none',
      },
      Segmented: { itemSelectedColor: colour.primaryInk },
      Tag: { defaultBg: colour.raised },
      Descriptions: { labelColor: colour.ink3 },
    },
  }
}
