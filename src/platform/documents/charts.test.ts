import { describe, expect, it } from 'vitest'
import type { ChartSpec } from '../../kernel/document.ts'
import { sizeOf } from './chart-options.ts'
import { chartPng, chartSvg } from './charts.ts'

const drawn = (spec: ChartSpec, name?: string) => chartSvg(spec, sizeOf(spec), name)
/** What is written in the picture, line by line. */
const written = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text ?? '')
const series = (...values: (number | null)[]) => [{ name: '本期', values }]

const kinds: ChartSpec['kind'][] = ['bar', 'groupedBar', 'line', 'pie', 'heat']

describe.each(kinds)('a chart of kind %s', (kind) => {
  const categories = ['住宅', '商店', '厂房']
  const spec: ChartSpec = {
    kind,
    categories,
    series: [
      { name: '上年', values: [17, 8, 0] },
      { name: '本期', values: [31, 9, 4] },
    ],
    unit: '起',
  }

  it('is one SVG element without script or moving parts, with every category, value and its unit', () => {
    const svg = drawn(spec)
    expect(svg).toMatch(/^<svg [^>]*viewBox="0 0 567 \d+">[\s\S]*<\/svg>$/)
    expect(svg).not.toMatch(/<script|<style|<animate|NaN|undefined|onload/)
    const text = written(svg).join(' ')
    for (const name of categories) expect(text).toContain(name)
    for (const value of kind === 'pie' ? ['17', '8', '0'] : ['17', '8', '31', '9', '4']) expect(text).toContain(value)
    expect(text).toContain('单位：起')
  })
  it('is the same text each time, with ids under its own name', () => {
    expect(drawn(spec, 'chart7')).toBe(drawn(spec, 'chart7'))
    for (const [, id] of drawn(spec, 'chart7').matchAll(/(?: id="|url\(#)([^")]*)/g)) expect(id).toMatch(/^chart7-/)
  })
  it('escapes what is written in it', () => {
    const svg = drawn({ kind, categories: ['<b>&"甲"', '{c}'], series: [{ name: '<i>', values: [1, 2] }], unit: '<u>' })
    expect(svg).not.toMatch(/<b>|<i>|<u>/)
    expect(svg).toContain('&lt;b&gt;')
    expect(written(svg).join(' ')).toContain('{c}')
  })
  it('draws nothing but its frame where there is nothing', () => {
    for (const empty of [[], series(), series(null)])
      expect(
        drawn({
          kind,
          categories: empty.length > 0 && empty[0]?.values.length ? ['甲'] : [],
          series: empty,
          unit: '起',
        }),
      ).toMatch(/^<svg/)
  })
})

it('shows what is missing as missing, never as zero', () => {
  const bars = written(drawn({ kind: 'bar', categories: ['甲', '乙'], series: series(null, 3), unit: '起' }))
  expect(bars).toContain('〔缺〕')
  expect(bars).not.toContain('0')
})

it('lays bars down when their names are long, and cuts none', () => {
  const categories = Array.from({ length: 20 }, (_, at) => `望海路第${at + 1}派出所辖区`)
  const text = written(
    drawn({ kind: 'groupedBar', categories, series: series(...categories.map((_, at) => at)), unit: '起' }),
  )
  for (const name of categories) expect(text).toContain(name)
})

it('names each of 24 hours', () => {
  const categories = Array.from({ length: 24 }, (_, hour) => `${hour}时`)
  const text = written(
    drawn({ kind: 'heat', categories, series: series(...categories.map(() => 7)), unit: '起' }),
  ).join('')
  expect(text.match(/\d+时/g)).toHaveLength(24)
})

it('writes shares of a pie with one decimal', () => {
  const text = written(drawn({ kind: 'pie', categories: ['甲', '乙'], series: series(1, 2), unit: '起' })).join(' ')
  expect(text).toContain('33.3%')
  expect(text).toContain('66.7%')
})

it('fits a page however many names it has', () => {
  const categories = Array.from({ length: 60 }, (_, at) => `第${at + 1}社区居民委员会`)
  expect(sizeOf({ kind: 'bar', categories, series: series(), unit: '起' }).height).toBeLessThanOrEqual(800)
})

it('becomes a PNG at print resolution, its text drawn with the font that is shipped', async () => {
  const spec: ChartSpec = { kind: 'bar', categories: ['住宅'], series: series(1), unit: '起' }
  const png = await chartPng(drawn(spec))
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  expect(png.readUInt32BE(16)).toBe(3 * 567)
  const alone = (text: string) =>
    chartPng(`<svg xmlns="http://www.w3.org/2000/svg" width="60" height="30"><text y="20">${text}</text></svg>`)
  expect((await alone('澜堃')).length).toBeGreaterThan(2 * (await alone('')).length)
})
