import { describe, expect, it } from 'vitest'
import type { Block, OfficialDocument } from '../../kernel/document.ts'
import { toHtml } from './html.ts'
import { sample } from './testing-sample.ts'

const html = toHtml(sample)
const count = (pattern: RegExp, text = html): number => [...text.matchAll(pattern)].length
const short: OfficialDocument = { title: '报告', status: 'issued', blocks: [] }

describe('the page', () => {
  it('needs nothing else: no script, no address of another file', () => {
    expect(html).not.toMatch(/<script|<link|@import|url\((?!#)|src="|javascript:| on\w+="/i)
    expect(html.replaceAll(/xmlns(:\w+)?="[^"]*"/g, '')).not.toMatch(/https?:/)
  })
  it('prints on A4 with the margins of an official document and numbers its pages', () => {
    expect(html).toContain('@page { size: A4; margin: 37mm 26mm 35mm 28mm }')
    expect(html).toMatch(/:right \{ @bottom-right \{ content: "— " counter\(page\) " —"/)
    expect(html).toMatch(/:left \{ @bottom-left/)
  })
  it('has one title, and headings by level with their numbers', () => {
    expect(count(/<h1>/g)).toBe(1)
    expect(html).toContain('<h2>一、火灾基本情况</h2>')
    expect(html).toContain('<h3>（二）住宅火灾多发，电气火灾居首</h3>')
    expect(html).toContain('<h4>1.起火原因</h4>')
    expect(html).toContain('<h5>（2）生活用火</h5>')
  })
  it('says which language it is in, and what the words around it are in', () => {
    expect(html).toContain('<html lang="zh-CN">')
    expect(toHtml({ ...short, status: 'draft' }, { lang: 'en' })).toContain('<p class="draft" lang="en">(Draft)</p>')
  })
  it('marks a draft below its title and in print on each page; an issued document not', () => {
    const draft = toHtml({ ...short, status: 'draft' })
    expect(draft).toContain('（草稿）</p>')
    expect(draft).toContain("@top-right { content: '（草稿）'")
    expect(html).not.toContain('草稿')
  })
  it('is the same text for the same document', () => {
    expect(toHtml(sample)).toBe(html)
  })
})

describe('the content', () => {
  it('keeps what is missing visible, in text and tables', () => {
    expect(count(/<mark class="missing">〔缺〕<\/mark>/g)).toBe(2)
  })
  it('knows each traceable figure by its key', () => {
    expect(html).toContain('<span data-figure="period.fires">61起</span>')
  })
  it('gives tables a caption, a head and names of rows', () => {
    expect(html).toContain('<caption>表1 主要指标对比表</caption>')
    expect(html).toContain('<th scope="col">上年同期</th>')
    expect(html).toContain('<th scope="row" class="left">火灾（起）</th><td class="right">61</td>')
    expect(html).toContain('<tr class="sum"><th scope="row" class="left">合计</th>')
  })
  it('draws each chart, in words too, with its figures as a table', () => {
    expect(count(/<figure>/g)).toBe(5)
    expect(html).toContain('<svg role="img" aria-label="2026年逐月火灾起数：1月16、')
    expect(html).toContain('<figcaption>图1 逐月火灾起数与上年对比图</figcaption>')
    expect(html).toContain('<caption>图1 逐月火灾起数与上年对比图（起）</caption>')
  })
  it('gives no id twice', () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })
  it('closes with issuer and day', () => {
    expect(html).toContain('<p>海岚市公安局青澜分局</p><p><time datetime="2026-07-08">2026年7月8日</time></p>')
  })
})

it('escapes text wherever it comes from', () => {
  const evil = `"><script>alert('1')</script>&amp;\u0000`
  const blocks: Block[] = [
    { kind: 'heading', level: 1, text: evil },
    { kind: 'paragraph', key: evil, runs: [{ text: evil }, { text: evil, figure: evil }] },
    { kind: 'note', text: evil },
    {
      kind: 'table',
      caption: evil,
      columns: [{ header: evil, align: 'left', width: 1 }],
      rows: [[evil]],
      notes: [evil],
    },
    {
      kind: 'chart',
      caption: evil,
      alt: `$& ${evil}`,
      spec: { kind: 'bar', categories: [evil], series: [{ name: evil, values: [1] }], unit: evil },
    },
  ]
  const page = toHtml({
    ...short,
    title: evil,
    issuer: evil,
    number: evil,
    addressee: evil,
    secrecy: evil,
    blocks,
    attachments: [evil, evil],
    closing: { body: evil, day: evil },
  })
  expect(page).not.toContain('<script')
  expect(page).not.toContain('\u0000')
  expect(page).toContain('$&amp; &quot;&gt;&lt;script&gt;')
})
