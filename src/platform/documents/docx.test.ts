import JSZip from 'jszip'
import { beforeAll, describe, expect, it } from 'vitest'
import type { OfficialDocument } from '../../kernel/document.ts'
import { toDocx } from './docx.ts'
import { sample } from './testing-sample.ts'

class Parts {
  private readonly zip: JSZip
  constructor(zip: JSZip) {
    this.zip = zip
  }
  get names(): string[] {
    return Object.keys(this.zip.files)
  }
  async text(name: string): Promise<string> {
    const file = this.zip.file(name)
    if (!file) throw new Error(`no part ${name}`)
    return file.async('string')
  }
}
const opened = async (bytes: Buffer) => new Parts(await JSZip.loadAsync(bytes))

interface Shown {
  style: string
  text: string
  xml: string
}
const paragraphsOf = (xml: string): Shown[] =>
  [...xml.matchAll(/<w:p>[\s\S]*?<\/w:p>/g)].map(([part]) => ({
    style: /<w:pStyle w:val="(\w+)"/.exec(part)?.[1] ?? '',
    text: [...part.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''),
    xml: part,
  }))
const styleOf = (styles: string, id: string): string =>
  new RegExp(String.raw`<w:style [^>]*w:styleId="${id}">[\s\S]*?</w:style>`).exec(styles)?.[0] ?? ''
/** Some of the sample, without charts: quick to make. */
const short: OfficialDocument = { title: '关于情况的报告', status: 'issued', blocks: [] }

const oneChart = sample.blocks.filter(({ kind }) => kind === 'chart').slice(-1)

let parts: Parts
let xml: string
let styles: string
let paragraphs: Shown[]
beforeAll(async () => {
  parts = await opened(await toDocx(sample))
  xml = await parts.text('word/document.xml')
  styles = await parts.text('word/styles.xml')
  paragraphs = paragraphsOf(xml)
  // Five charts: seconds on a machine that is busy with other tests.
}, 180_000)

describe('the page', () => {
  it('is A4 with margins of 37, 35, 28 and 26 mm', () => {
    expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838"/)
    for (const margin of ['w:top="2098"', 'w:bottom="1984"', 'w:left="1587"', 'w:right="1474"'])
      expect(/<w:pgMar [^>]*>/.exec(xml)?.[0]).toContain(margin)
  })
  it('has a grid of 22 lines', () => {
    expect(xml).toMatch(/<w:docGrid w:type="lines" w:linePitch="579"|<w:docGrid w:linePitch="579" w:type="lines"/)
    // 225 mm of text in twips.
    expect(22 * 579).toBeLessThanOrEqual((225 / 25.4) * 1440)
    expect(23 * 579).toBeGreaterThan((225 / 25.4) * 1440)
  })
  it('numbers odd pages at the right and even pages at the left', async () => {
    expect(await parts.text('word/settings.xml')).toContain('<w:evenAndOddHeaders/>')
    const rels = await parts.text('word/_rels/document.xml.rels')
    const footer = async (type: string) => {
      const id = new RegExp(`<w:footerReference w:type="${type}" r:id="(\\w+)"`).exec(xml)?.[1]
      const target = [...rels.matchAll(/<Relationship [^>]*>/g)].map(String).find((rel) => rel.includes(`Id="${id}"`))
      return parts.text(`word/${/Target="([^"]+)"/.exec(target ?? '')?.[1]}`)
    }
    const odd = await footer('default')
    const even = await footer('even')
    expect(odd).toContain('<w:jc w:val="right"/>')
    expect(odd).toContain('w:right="280"')
    expect(even).toContain('<w:jc w:val="left"/>')
    for (const one of [odd, even]) {
      expect(one).toMatch(/— <\/w:t>[\s\S]*PAGE[\s\S]*> —<\/w:t>/)
      expect(one).toContain('<w:pStyle w:val="Footer"/>')
    }
  })
})

describe('the fonts', () => {
  it.each([
    ['Title', '方正小标宋简体', 44],
    ['Body', '仿宋_GB2312', 32],
    ['Heading1', '黑体', 32],
    ['Heading2', '楷体_GB2312', 32],
    ['Heading3', '仿宋_GB2312', 32],
    ['Heading4', '仿宋_GB2312', 32],
    ['Footer', '宋体', 28],
  ])('%s stands in %s of %i half-points', (id, face, halves) => {
    const style = styleOf(styles, id)
    expect(style).toContain(`w:eastAsia="${face}"`)
    expect(style).toContain(`<w:sz w:val="${halves}"/>`)
  })
  it('sets figures of the text in Times New Roman, page numbers in 宋体', () => {
    expect(styleOf(styles, 'Body')).toContain('w:ascii="Times New Roman"')
    expect(styleOf(styles, 'Footer')).toContain('w:ascii="宋体"')
  })
  it('says in the file which font takes the place of a missing one', async () => {
    expect(await parts.text('word/fontTable.xml')).toContain('<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/>')
  })
  it('marks each run as Chinese, so that quotation marks are as wide as a character', () => {
    const runs = [...xml.matchAll(/<w:r>[\s\S]*?<\/w:r>/g)].map(String).filter((run) => run.includes('<w:t '))
    for (const run of runs) expect(run).toContain('w:hint="eastAsia"')
  })
  it('uses no style that the file lacks', () => {
    for (const id of new Set(paragraphs.map(({ style }) => style))) expect(styleOf(styles, id)).not.toBe('')
  })
})

describe('the text', () => {
  it('has a title of two lines, and headings that Word lists in its outline', () => {
    const title = paragraphs.filter(({ style }) => style === 'Title')
    expect(title.map(({ text }) => text)).toEqual(['海岚市青澜区2026年第二季度消防安全形势分析'])
    expect(title[0]?.xml).toContain('<w:br/>')
    for (const level of [1, 2, 3, 4]) {
      expect(styleOf(styles, `Heading${level}`)).toContain(`<w:name w:val="heading ${level}"/>`)
      expect(styleOf(styles, `Heading${level}`)).toContain(`<w:outlineLvl w:val="${level - 1}"/>`)
    }
    expect(paragraphs.filter(({ style }) => style.startsWith('Heading')).map(({ text }) => text)).toEqual([
      '一、火灾基本情况',
      '（一）火灾形势总体上保持稳定',
      '（二）住宅火灾多发，电气火灾居首',
      '1.起火原因',
      '（1）电气火灾',
      '（2）生活用火',
      '2.时间分布',
      '（三）各派出所辖区情况',
      '二、存在的主要问题',
      '（一）群众消防安全意识有待提高',
      '三、对策建议',
      '（一）抓好居民住宅火灾防控',
    ])
  })
  it('stands in by two characters, in lines of 28.95 points', () => {
    expect(styleOf(styles, 'Body')).toContain('<w:ind w:firstLineChars="200" w:firstLine="630"/>')
    expect(styleOf(styles, 'Body')).toContain('w:line="579" w:lineRule="exact"')
  })
  it('keeps what is missing visible and highlighted', () => {
    const missing = [...xml.matchAll(/<w:r>[\s\S]*?<\/w:r>/g)].map(String).filter((run) => run.includes('〔缺〕'))
    expect(missing).toHaveLength(2)
    for (const run of missing) expect(run).toContain('<w:highlight w:val="yellow"/>')
  })
  it('names the addressee flush left', () => {
    const [addressee] = paragraphs.filter(({ style }) => style === 'Addressee')
    expect(addressee?.text).toBe('各街道办事处，区消防安全委员会各成员单位，各派出所：')
    expect(styleOf(styles, 'Addressee')).not.toContain('<w:ind')
  })
  it('closes with the issuer centred to the date, which stays on a page with text', () => {
    const [issuer, date] = paragraphs.filter(({ style }) => style === 'Signature')
    expect([issuer?.text, date?.text]).toEqual(['海岚市公安局青澜分局', '2026年7月8日'])
    expect(date?.xml).toContain('w:right="1260"')
    expect(issuer?.xml).toContain('w:right="630"')
    const end = paragraphs.slice(
      paragraphs.findLastIndex(({ style }) => style === 'Attachment'),
      -1,
    )
    for (const one of end) expect(one.xml).toContain('<w:keepNext/>')
  })
  it('lists attachments two characters in', () => {
    expect(paragraphs.filter(({ style }) => style === 'Attachment').map(({ text }) => text)).toEqual([
      '附件：1.2026年第二季度火灾明细表',
      '2.火灾高发社区名单',
    ])
  })
  it('makes paragraphs of the lines that a person typed', async () => {
    const blocks = [{ kind: 'paragraph' as const, key: 'a', runs: [{ text: '甲\n乙' }] }]
    const body = paragraphsOf(await (await opened(await toDocx({ ...short, blocks }))).text('word/document.xml'))
    expect(body.filter(({ style }) => style === 'Body').map(({ text }) => text)).toEqual(['甲', '乙'])
  })
  it('escapes text and drops what Word would refuse', async () => {
    const blocks = [{ kind: 'paragraph' as const, key: 'a', runs: [{ text: '<w:br/>&"\u0000\u000b\ud800{0}' }] }]
    const body = await (await opened(await toDocx({ ...short, title: '<b>&', blocks }))).text('word/document.xml')
    expect(body).toMatch(/&lt;w:br\/&gt;&amp;(&quot;|"){0}<|&lt;w:br\/&gt;&amp;(&quot;|")\{0\}</)
    expect(body).not.toContain('<b>')
  })
})

describe('tables and charts', () => {
  const tables = () => [...xml.matchAll(/<w:tbl>[\s\S]*?<\/w:tbl>/g)].map(String)

  it('repeat their head and split no row', () => {
    expect(tables()).toHaveLength(2)
    for (const table of tables()) {
      const rows = table.match(/<w:tr>[\s\S]*?<\/w:tr>/g) ?? []
      expect(rows.filter((row) => row.includes('<w:tblHeader/>'))).toEqual([rows[0]])
      for (const row of rows) expect(row).toContain('<w:cantSplit/>')
    }
  })
  it('are as wide as the text, with figures at the right', () => {
    for (const table of tables()) {
      const widths = [...table.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width))
      expect(widths.reduce((sum, width) => sum + width, 0)).toBe(8844)
    }
    expect(tables()[0]?.match(/<w:jc w:val="right"\/>/g)).toHaveLength(14 * 5)
  })
  it('have captions, above a table and below a chart, numbered each for itself', () => {
    expect(paragraphs.filter(({ style }) => style === 'TableCaption').map(({ text }) => text)).toEqual([
      '表1 主要指标对比表',
      '表2 各派出所辖区火灾情况表',
    ])
    const at = paragraphs.findIndex(({ style }) => style === 'Picture')
    expect(paragraphs[at + 1]?.text).toBe('图1 逐月火灾起数与上年对比图')
    expect(paragraphs.filter(({ style }) => style === 'PictureCaption')).toHaveLength(5)
  })
  it('put a unit that does not fit on a second line of the head', () => {
    const head = paragraphs.filter(({ style }) => style === 'TableHead')
    expect(head.filter(({ xml: one }) => one.includes('<w:br/>')).map(({ text }) => text)).toEqual(['上年同期（起）'])
  })
  it('embed each chart as a picture with words for those who cannot see it', () => {
    expect(parts.names.filter((name) => /^word\/media\/.*\.png$/.test(name))).toHaveLength(5)
    const pictures = [...xml.matchAll(/<wp:docPr [^>]*>/g)].map(String)
    expect(pictures).toHaveLength(5)
    expect(new Set(pictures.map((one) => /\bid="(\d+)"/.exec(one)?.[1])).size).toBe(5)
    expect(pictures[0]).toContain('descr="2026年逐月火灾起数：1月16、2月21、3月17、4月21、5月22、6月18"')
  })
})

describe('a draft', () => {
  it('says so below its title and on every page after the first; an issued document does not', async () => {
    const draft = await opened(await toDocx({ ...short, status: 'draft' }))
    const body = await draft.text('word/document.xml')
    expect(paragraphsOf(body).find(({ style }) => style === 'Subtitle')?.text).toBe('（草稿）')
    const headers = await Promise.all(
      draft.names.filter((name) => /^word\/header\d/.test(name)).map((name) => draft.text(name)),
    )
    expect(headers.filter((header) => header.includes('（草稿）'))).toHaveLength(2)
    expect(body).toContain('<w:titlePg/>')
    expect(xml).not.toContain('草稿')
    expect(xml).not.toContain('<w:titlePg/>')
  })
})

describe('the file', () => {
  it('has the title and the day of the document, and no author', async () => {
    const properties = await parts.text('docProps/core.xml')
    expect(properties).toContain('<dc:title>海岚市青澜区2026年第二季度消防安全形势分析</dc:title>')
    expect(properties).toContain('2026-07-08T00:00:00Z')
    expect(properties).not.toMatch(/creator|lastModifiedBy|Un-named/)
  })
  it('is the same bytes for the same document', async () => {
    const document = { ...sample, blocks: sample.blocks.filter(({ kind }) => kind !== 'chart').concat(oneChart) }
    const once = await toDocx(document)
    expect(once.equals(await toDocx(document))).toBe(true)
    expect(once.includes(process.cwd())).toBe(false)
  })
  it('dates every entry 1980, in the directory and in the entry itself', async () => {
    const bytes = await toDocx(short)
    const { files } = await JSZip.loadAsync(bytes)
    for (const { date } of Object.values(files)) expect(date.getUTCFullYear()).toBe(1980)
    expect(bytes.readUInt32LE(10)).toBe(0x00210000)
  })
  it('has a red head where there is an issuer, and none where there is not', async () => {
    const plain = await (await opened(await toDocx(short))).text('word/document.xml')
    expect(plain).not.toMatch(/FF0000|"Issuer"|"Number"/)
    const headed = await opened(
      await toDocx({ ...short, issuer: '海岚市公安局青澜分局文件', number: '青公〔2026〕3号', urgency: '特急' }),
    )
    const shown = paragraphsOf(await headed.text('word/document.xml'))
    expect(shown.slice(0, 4).map(({ style, text }) => [style, text])).toEqual([
      ['Mark', '特急'],
      ['Issuer', '海岚市公安局青澜分局文件'],
      ['Blank', ''],
      ['Number', '青公〔2026〕3号'],
    ])
  })
})
