import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { alternatives, filled, options, plain, type Sheet, type SheetFile } from '../../kernel/sheet.ts'
import { sheetsToDocx } from './sheet-docx.ts'
import { sheetsToHtml } from './sheet-html.ts'

const sheet: Sheet = {
  issuer: '试验市公安局试验分局东街派出所',
  title: '责令限期改正通知书',
  number: '试公（东街）消限字〔2026〕第0001号',
  copy: '存档',
  blocks: [
    { kind: 'words', spans: [...alternatives(['你单位', '你'], 0), plain('于'), filled('2026年11月27日 <b>&')] },
    {
      kind: 'grid',
      widths: [1, 2, 3],
      head: 1,
      rows: [
        [
          { lines: [[plain('甲')]], label: true, rows: 2 },
          { lines: [[plain('乙')]], cols: 2 },
        ],
        [
          {
            lines: [
              options([
                { text: '是', ticked: true },
                { text: '否', ticked: false },
              ]),
            ],
          },
          { lines: [[filled('丁')]] },
        ],
      ],
    },
    { kind: 'signing', places: [{ label: '检查人员' }, { label: '检查人员' }, { label: '见证人' }] },
    { kind: 'closing', body: '东街派出所', day: '2026-11-27' },
    { kind: 'cut', text: '回执' },
  ],
}
const file: SheetFile = { name: '通知书', day: '2026-11-27', sheets: [sheet, { ...sheet, copy: '交当事人' }] }

const opened = async (bytes: Buffer, name = 'word/document.xml') =>
  (await (await JSZip.loadAsync(bytes)).file(name)?.async('string')) ?? ''
const textOf = (xml: string) => [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, said]) => said).join('')

describe('the Word file of a form', () => {
  it('is A4 with margins of 37 and 28 mm and a text of 156 × 225 mm, on each copy', async () => {
    const xml = await opened(await sheetsToDocx(file))
    const pages = [...xml.matchAll(/<w:pgMar [^>]*>/g)].map(String)
    expect(pages).toHaveLength(2)
    for (const margins of pages)
      for (const margin of ['w:top="2098"', 'w:bottom="1984"', 'w:left="1587"', 'w:right="1474"'])
        expect(margins).toContain(margin)
    expect(xml.match(/<w:pgSz w:w="11906" w:h="16838"/g)).toHaveLength(2)
  })
  it('strikes, underlines and ticks', async () => {
    const xml = await opened(await sheetsToDocx(file))
    expect(xml).toMatch(/<w:strike\/>[\s\S]*?<w:t[^>]*>你<\/w:t>/)
    expect(xml).toMatch(/<w:u w:val="single"\/>[\s\S]*?2026年11月27日 &lt;b&gt;&amp;/)
    expect(textOf(xml)).toContain('☑\u00a0是　☐\u00a0否')
  })
  it('says everything twice but whose copy it is', async () => {
    const text = textOf(await opened(await sheetsToDocx(file)))
    expect(text.match(/责令限期改正通知书/g)).toHaveLength(2)
    expect(text).toContain('（存档）')
    expect(text).toContain('（交当事人）')
  })
  it('gives cells that go down and across their columns', async () => {
    const xml = await opened(await sheetsToDocx(file))
    expect(xml).toContain('<w:vMerge w:val="restart"/>')
    expect(xml).toContain('<w:gridSpan w:val="2"/>')
    expect(xml).toContain('<w:tblHeader/>')
  })
  it('is the same bytes for the same sheets', async () =>
    expect((await sheetsToDocx(file)).equals(await sheetsToDocx(file))).toBe(true))
  it('has every style that it names', async () => {
    const bytes = await sheetsToDocx(file)
    const styles = await opened(bytes, 'word/styles.xml')
    const named = new Set([...(await opened(bytes)).matchAll(/<w:pStyle w:val="(\w+)"/g)].map(([, id]) => id))
    expect(named.size).toBeGreaterThan(8)
    for (const id of named) expect(styles).toContain(`w:styleId="${id}"`)
  })
})

describe('the page of a form', () => {
  const html = sheetsToHtml(file)
  it('strikes and underlines, and takes nothing for a tag', () => {
    expect(html).toContain('<s>你</s>')
    expect(html).toContain('<u>2026年11月27日 &lt;b&gt;&amp;</u>')
  })
  it('is a page of paper a copy, A4 with the margins of the form', () => {
    expect(html.match(/<article class="sheet">/g)).toHaveLength(2)
    expect(html).toContain('@page { size: A4; margin: 37mm 26mm 35mm 28mm }')
  })
  it('needs nothing else', () => expect(html).not.toMatch(/<script|<link|src="|href="/))
})
