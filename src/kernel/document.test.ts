import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Block, chineseNumber, numbered, sectionsOf } from './document.ts'

const heading = (level: 1 | 2 | 3 | 4, text = ''): Block => ({ kind: 'heading', level, text })
const paragraph = (text: string): Block => ({ kind: 'paragraph', key: text, runs: [{ text }, { missing: true }] })

it('numbers in Chinese to 99', () => {
  expect([1, 10, 11, 20, 21, 99].map(chineseNumber)).toEqual(['一', '十', '十一', '二十', '二十一', '九十九'])
})

it('numbers headings by level, beginning anew below each higher one', () => {
  const levels = [1, 2, 2, 3, 4, 1, 2] as const
  const texts = numbered(levels.map((level) => heading(level))).map((block) =>
    block.kind === 'heading' ? block.text : '',
  )
  expect(texts).toEqual(['一、', '（一）', '（二）', '1.', '（1）', '二、', '（一）'])
})

it('keeps every paragraph in its section, with what is missing visible', () => {
  expect(sectionsOf({ blocks: [heading(1, '形势'), paragraph('甲'), heading(2, '总体'), paragraph('乙')] })).toEqual([
    { heading: '一、形势', paragraphs: ['甲〔缺〕'] },
    { heading: '（一）总体', paragraphs: ['乙〔缺〕'] },
  ])
})

it('numbers tables and charts each for itself', () => {
  const table: Block = { kind: 'table', caption: '指标', columns: [], rows: [] }
  const chart: Block = {
    kind: 'chart',
    caption: '走势',
    spec: { kind: 'bar', categories: [], series: [], unit: '' },
    alt: '',
  }
  const captions = numbered([table, chart, table]).flatMap((block) => ('caption' in block ? [block.caption] : []))
  expect(captions).toEqual(['表1 指标', '图1 走势', '表2 指标'])
})

it('leaves the blocks that it numbers as they were', () => {
  const blocks = [heading(1, '形势')]
  numbered(blocks)
  expect(blocks).toEqual([heading(1, '形势')])
})

it('goes on in figures where Chinese headings end', () => {
  expect(chineseNumber(100)).toBe('100')
})

it('never gives two sister headings the same number', () => {
  const level = fc.constantFrom(1, 2, 3, 4) as fc.Arbitrary<1 | 2 | 3 | 4>
  fc.assert(
    fc.property(fc.array(level, { maxLength: 40 }), (levels) => {
      const blocks = numbered(levels.map((l) => heading(l)))
      const seen = new Set<string>()
      let open: (string | undefined)[] = []
      blocks.forEach((block, i) => {
        if (block.kind !== 'heading') return
        open = open.slice(0, (levels[i] ?? 1) - 1)
        open[(levels[i] ?? 1) - 1] = block.text
        const path = open.join('/')
        expect(seen.has(path)).toBe(false)
        seen.add(path)
      })
    }),
  )
})
