/** Opening files: every format and encoding that people send, and every kind of file that is none. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ZipArchive } from '@cj-tech-master/excelts/archive'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FileFault } from './faults.ts'
import { openTable, type TableOptions } from './table.ts'

let folder = ''
let files = 0
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shouwang-table-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function fileOf(content: string | Uint8Array): Promise<string> {
  const path = join(folder, `${files++}`)
  await writeFile(path, content)
  return path
}
async function read(content: string | Uint8Array, options?: TableOptions) {
  const table = await openTable(await fileOf(content), options)
  const rows = []
  for await (const row of table.rows) rows.push(row)
  return { ...table, lines: rows.map(({ line }) => line), cells: rows.map(({ cells }) => cells), read: rows }
}
/** The rule by which the file is refused, on opening or on reading. */
async function refusal(content: string | Uint8Array, options?: TableOptions): Promise<string> {
  try {
    await read(content, options)
  } catch (error) {
    if (!(error instanceof FileFault)) throw error
    expect(error.words.zh).not.toMatch(/\{\w+\}/)
    expect(error.words.en).not.toMatch(/\{\w+\}|[、。：]/)
    return error.rule
  }
  return 'accepted'
}

/** Bytes of Chinese text in GBK, by turning the platform's decoder around. */
const gbk = (() => {
  const decoder = new TextDecoder('gbk')
  const codes = new Map<string, number[]>()
  for (let high = 0x81; high < 0xff; high++)
    for (let low = 0x40; low < 0xff; low++) codes.set(decoder.decode(Uint8Array.of(high, low)), [high, low])
  return (text: string) =>
    Uint8Array.from(
      Array.from(text).flatMap((sign) => (sign < '\x80' ? [sign.charCodeAt(0)] : (codes.get(sign) ?? [0x3f]))),
    )
})()

const small = '编号,地址\n甲1,中山路1号\n甲2,解放路2号\n'
const smallCells = [
  ['甲1', '中山路1号'],
  ['甲2', '解放路2号'],
]

describe('encodings', () => {
  const utf16 = (text: string) => Buffer.from(text, 'utf16le')
  it.each([
    ['UTF-8', Buffer.from(small), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${small}`), 'utf-8'],
    ['GBK', gbk(small), 'gb18030'],
    ['UTF-16 little end first', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16(small)]), 'utf-16le'],
    ['UTF-16 big end first', Buffer.concat([Buffer.from([0xfe, 0xff]), utf16(small).swap16()]), 'utf-16be'],
  ])('%s is found', async (_, bytes, encoding) => {
    const table = await read(bytes)
    expect(table.encoding).toBe(encoding)
    expect(table.headers).toEqual(['编号', '地址'])
    expect(table.cells).toEqual(smallCells)
  })

  it('finds GBK whose first Chinese character stands far behind the head of the file', async () => {
    const head = Buffer.from(`id,address\n${'1,a street without any name\n'.repeat(40_000)}`)
    const table = await read(Buffer.concat([head, gbk('2,火灾\n')]))
    expect(table.encoding).toBe('gb18030')
    expect(table.cells.at(-1)).toEqual(['2', '火灾'])
  })

  it('decodes characters that are cut between two reads', async () => {
    const text = `编号,地址\n${'x,火\n'.repeat(60_000)}`
    for (const bytes of [Buffer.from(text), Buffer.from(`${text.slice(0, 6)}y${text.slice(6)}`), gbk(text)])
      expect((await read(bytes)).cells.every((cells) => cells[1] === '火')).toBe(true)
  })

  it('takes the encoding that is named, and refuses one that does not fit or does not exist', async () => {
    const latin = Buffer.from('id,place\n1,Montréal\n', 'latin1')
    expect((await read(latin, { encoding: 'windows-1252' })).cells).toEqual([['1', 'Montréal']])
    expect(await refusal(latin, { encoding: 'utf-8' })).toBe('encoding-named')
    expect(await refusal(latin, { encoding: 'klingon' })).toBe('encoding-unknown')
  })

  it('refuses bytes that are in no known encoding, and damaged UTF-8, and UTF-16 without a mark', async () => {
    expect(await refusal(Buffer.from('id,place\n1,Caf\xe9\n2,x\n', 'latin1'))).toBe('encoding')
    const damaged = Buffer.concat([Buffer.from(small.repeat(50)), Buffer.from([0xe4, 0xb8, 0x0a])])
    expect(await refusal(damaged)).toBe('damaged')
    expect(await refusal(utf16(small.repeat(10)))).toBe('encoding')
    const marked = read(Buffer.concat([Buffer.from('\ufeff'), gbk(small.repeat(50))]))
    await expect(marked).rejects.toMatchObject({ words: { zh: expect.stringContaining('开头标明是 UTF-8') } })
  })

  it('says that a file ends in the middle of a character', async () => {
    expect(await refusal(Buffer.from(`${small.repeat(50)}火`).subarray(0, -1))).toBe('truncated')
  })
})

describe('files that cannot be imported', () => {
  const header = '编号,地址\n'
  it.each<[string, string | Uint8Array, string, TableOptions?]>([
    ['of 0 bytes', '', 'empty'],
    ['of blank lines', '\ufeff\n\n  \n', 'empty'],
    ['with a header only', header, 'header-only'],
    ['with a header and empty rows only', `${header},\n , \n`, 'header-only'],
    ['cut off within a quotation', `${header}1,"中山`, 'truncated'],
    ['with headers that occur twice', '编号,地址,编号\n1,2,3\n', 'duplicate-headers'],
    ['with a delimiter nobody knows', '编号^地址\n1^2\n', 'delimiter'],
    ['read with the wrong delimiter', '编号;地址\n1;2\n', 'delimiter', { delimiter: ',' }],
    ['read with a delimiter that is none', small, 'delimiter-named', { delimiter: '||' }],
    ['that is a PDF', '%PDF-1.7\n1 0 obj', 'not-a-table'],
    ['that is a web page', '<!DOCTYPE html><html><table><tr><td>1</td></tr></table>', 'not-a-table'],
    ['that is a web page under the name of a workbook', '<html xmlns:x="urn:x"><table></table></html>', 'not-a-table'],
    ['that is XML', '<?xml version="1.0"?><rows><row/></rows>', 'not-a-table'],
    ['that is an image', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'not-a-table'],
    ['that is binary', Buffer.from(Array.from({ length: 400 }, (_, i) => (i % 3 ? 0 : i % 256))), 'not-a-table'],
    ['that is an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'encrypted'],
    ['that is a whole JSON document', '[\n{"a": 1},\n{"a": 2}\n]', 'not-a-table'],
    ['that is one JSON object over several lines', '{\n  "a": 1\n}\n', 'not-a-table'],
    ['that is an archive of nothing', Buffer.from('PK\x05\x06'.padEnd(22, '\0'), 'latin1'), 'not-a-table'],
    ['larger than the limit', small, 'too-large', { mostBytes: 20 }],
    ['of more rows than the limit', small, 'too-many-rows', { mostRows: 1 }],
    [
      'of a thousand columns and one',
      `${Array.from({ length: 1001 }, (_, i) => `c${i}`).join(',')}\n1\n`,
      'too-many-columns',
      {},
    ],
  ])('%s', async (_, content, rule, options) => {
    expect(await refusal(content, options)).toBe(rule)
  })

  it('says so of a folder and of a file that is not there', async () => {
    await expect(openTable(folder)).rejects.toMatchObject({ rule: 'not-a-table' })
    await expect(openTable(join(folder, 'none'))).rejects.toMatchObject({ rule: 'unreadable' })
  })

  it('names both sizes in the words for a file that is too large', async () => {
    const error = await openTable(await fileOf(Buffer.alloc(3_000_000, 'a')), { mostBytes: 1_048_576 }).catch((e) => e)
    expect(error.words.zh).toContain('2.9 MB')
    expect(error.words.zh).toContain('1 MB')
  })

  it('throws nothing but a FileFault, whatever the bytes', async () => {
    const starts = fc.constantFrom('', 'PK\x03\x04', '{"', '\xff\xfe', '\xef\xbb\xbf', 'a,b\n', '"')
    const bytes = fc
      .tuple(starts, fc.uint8Array({ maxLength: 300 }))
      .map(([start, rest]) => Buffer.concat([Buffer.from(start, 'latin1'), rest]))
    await fc.assert(
      fc.asyncProperty(bytes, async (content) => {
        await refusal(content)
      }),
      { numRuns: 150 },
    )
  })
})

describe('CSV', () => {
  it('leaves out empty rows and columns, and keeps the lines of the file', async () => {
    const table = await read('\n编号,地址,,\n甲1,x,,\n,,,\n\n甲2,"y\nz",,\n')
    expect(table.headers).toEqual(['编号', '地址'])
    expect(table.read).toEqual([
      { line: 3, cells: ['甲1', 'x'] },
      { line: 6, cells: ['甲2', 'y\nz'] },
    ])
  })

  it('makes a row of too few or too many cells a fault of that row alone', async () => {
    const { read: rows } = await read('a,b,c\n1,2\n1,2,3\n1,2,3,4\n1,2,3,\n')
    expect(rows.map(({ fault }) => fault?.rule)).toEqual(['column-count', undefined, 'column-count', undefined])
    expect(rows[0]?.fault).toMatchObject({ line: 2, zh: '此行有 2 列，表头有 3 列。' })
  })

  it('finds the header below a title, on the line that is named, and under the hint of Excel', async () => {
    expect((await read('2026年第二季度火灾统计,,\n编号,地址,时间\n1,2,3\n')).headers).toEqual(['编号', '地址', '时间'])
    expect((await read('x,y\nnote,1\na,b\n1,2\n', { headerRow: 3 })).headers).toEqual(['a', 'b'])
    expect((await read('sep=;\r\na;b\r\n1,5;2\r\n')).cells).toEqual([['1,5', '2']])
  })

  it('gives a column without a name one, and knows a name whatever blanks are in it', async () => {
    expect((await read('a,,接警\u3000 时间 \n1,2,3\n')).headers).toEqual(['a', '第2列', '接警 时间'])
  })

  it('can be walked again, and tells how far it is', async () => {
    const table = await openTable(await fileOf(small))
    for (let walk = 0; walk < 2; walk++) {
      let rows = 0
      for await (const _ of table.rows) rows++
      expect(rows).toBe(2)
      expect(table.progress()).toBe(1)
    }
  })
})

describe('JSON Lines', () => {
  it('takes its header from all lines; what a line lacks is empty', async () => {
    const table = await read('{"id":"甲1","n":3,"yes":true}\n\n{"id":"甲2","x":null,"rate":0.25}\r\n')
    expect(table.format).toBe('jsonl')
    expect(table.headers).toEqual(['id', 'n', 'yes', 'x', 'rate'])
    expect(table.read).toEqual([
      { line: 1, cells: ['甲1', '3', 'true', '', ''] },
      { line: 3, cells: ['甲2', '', '', '', '0.25'] },
    ])
  })

  it('keeps every digit of a long number', async () => {
    expect((await read('{"id":20260401000000012345}\n')).cells).toEqual([['20260401000000012345']])
  })

  it('makes a line that is no flat object a fault of that line', async () => {
    const { read: rows } = await read('{"a":1}\nnonsense\n{"a":[1]}\n{"a":2}\n')
    expect(rows.map(({ line, fault }) => [line, fault?.rule])).toEqual([
      [1, undefined],
      [2, 'json'],
      [3, 'nested'],
      [4, undefined],
    ])
  })

  it('says that the last line is cut off', async () => {
    expect(await refusal('{"a":1}\n{"a":"x')).toBe('truncated')
  })
})

/** A workbook by hand, so that it can hold what no program would write. */
async function workbook(sheet: string, parts: Record<string, string | Uint8Array> = {}): Promise<Uint8Array> {
  const all: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><sheets><sheet name="藏" state="hidden" r:id="r2"/><sheet name="火灾" r:id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Target="/xl/worksheets/hidden.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
    'xl/worksheets/hidden.xml':
      '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row></sheetData></worksheet>',
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy/m/d\\ h:mm;@"/><numFmt numFmtId="165" formatCode="0.00&quot;元/d&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf/><xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="20"/><xf numFmtId="165"/></cellXfs></styleSheet>',
    'xl/sharedStrings.xml':
      '<sst><si><t>编号</t></si><si><r><t>接警</t></r><r><t>时间</t></r><rPh><t>jiejing</t></rPh></si><si><t>a_x000D_b</t></si></sst>',
    ...parts,
  }
  const archive = new ZipArchive({ level: 6 })
  for (const [name, content] of Object.entries(all)) archive.add(name, Buffer.from(content))
  return archive.bytes()
}
const header = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
const rowOf = (cells: string) => `${header}<row r="3">${cells}</row>`

describe('XLSX', () => {
  it('reads the first sheet that is not hidden, or the named one', async () => {
    const bytes = await workbook(rowOf('<c r="A3"><v>1</v></c><c r="B3"><v>2</v></c>'))
    const table = await read(bytes)
    expect(table).toMatchObject({
      format: 'xlsx',
      sheet: '火灾',
      sheets: ['藏', '火灾'],
      headers: ['编号', '接警时间'],
    })
    expect(table.read).toEqual([{ line: 3, cells: ['1', '2'] }])
    expect((await read(bytes, { sheet: '藏' })).headers).toEqual(['1'])
    expect(await refusal(bytes, { sheet: '没有' })).toBe('sheet-missing')
  })

  it.each([
    ['a date and time', '<c r="B3" s="1"><v>46113.354166666664</v></c>', '2026-04-01 08:30:00'],
    ['a date', '<c r="B3" s="2"><v>46113</v></c>', '2026-04-01'],
    ['a time of day', '<c r="B3" s="3"><v>0.3541666666666667</v></c>', '08:30:00'],
    ['a date before the leap day that Excel invented', '<c r="B3" s="2"><v>59</v></c>', '1900-02-28'],
    ['a sum that binary fractions spoil', '<c r="B3"><v>0.30000000000000004</v></c>', '0.3'],
    ['a small number', '<c r="B3"><v>1.0000000000000001E-5</v></c>', '0.00001'],
    ['a number of more digits than Excel keeps', '<c r="B3"><v>2.0260401000000001E+17</v></c>', '2.0260401E+17'],
    ['an amount whose unit holds the letter of days', '<c r="B3" s="4"><v>12.5</v></c>', '12.5'],
    ['a formula with its value', '<c r="B3"><f>A1*2</f><v>84</v></c>', '84'],
    ['a formula with its text', '<c r="B3" t="str"><f>A1</f><v>火</v></c>', '火'],
    ['a formula without a value', '<c r="B3"><f>A1*2</f></c>', '=A1*2'],
    ['an error', '<c r="B3" t="e"><f>1/0</f><v>#DIV/0!</v></c>', '#DIV/0!'],
    ['a truth value', '<c r="B3" t="b"><v>1</v></c>', 'TRUE'],
    ['text in several runs', '<c r="B3" t="inlineStr"><is><r><t>中山</t></r><r><t>路</t></r></is></c>', '中山路'],
    ['an escaped character', '<c r="B3" t="s"><v>2</v></c>', 'a\rb'],
    ['an ISO date', '<c r="B3" t="d"><v>2026-04-01T08:30:00</v></c>', '2026-04-01T08:30:00'],
  ])('gives %s as text', async (_, cell, text) => {
    const { cells } = await read(await workbook(rowOf(`<c r="A3"><v>1</v></c>${cell}`)))
    expect(cells).toEqual([['1', text]])
  })

  it('reads cells and rows that do not say where they stand, and prefixed tags', async () => {
    const { read: rows } = await read(await workbook(`${header}<row><c><v>1</v></c><c><v>2</v></c></row>`))
    expect(rows).toEqual([{ line: 2, cells: ['1', '2'] }])
    const prefixed = header.replaceAll(/<(\/?)(\w)/g, '<$1x:$2')
    const bytes = await workbook('', {
      'xl/worksheets/sheet1.xml': `<x:worksheet xmlns:x="x"><x:sheetData>${prefixed}<x:row r="2"><x:c r="B2"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
    })
    expect((await read(bytes)).cells).toEqual([['', '7']])
  })

  it('counts from 1904 where the workbook does', async () => {
    const bytes = await workbook(rowOf('<c r="B3" s="2"><v>44651</v></c>'), {
      'xl/workbook.xml':
        '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="s" r:id="r1"/></sheets></workbook>',
    })
    expect((await read(bytes)).cells).toEqual([['', '2026-04-01']])
  })

  it('refuses a damaged, cut off or foreign archive', async () => {
    const bytes = await workbook(rowOf('<c r="A3"><v>1</v></c>'.repeat(500)))
    expect(await refusal(bytes.subarray(0, bytes.length - 40))).toBe('truncated')
    const broken = Buffer.from(bytes)
    const at = broken.indexOf('xl/worksheets/sheet1.xml') + 60
    broken.fill(0x55, at, at + 20)
    expect(await refusal(broken)).toBe('damaged')
    expect(await refusal(await workbook('<row r="1"><c r="A1"><v>1</v></wrong></row>'))).toBe('damaged')
    expect(await refusal(await workbook('', { 'xl/worksheets/sheet1.xml': Buffer.from([0x3c, 0xff, 0xfe]) }))).toBe(
      'damaged',
    )
    expect(await refusal(await new ZipArchive().add('word/document.xml', '<w/>').bytes())).toBe('not-a-table')
    expect(await refusal(await workbook(''))).toBe('empty')
    expect(await refusal(await workbook(header))).toBe('header-only')
  })

  it('refuses a zip bomb without unpacking it', async () => {
    const bytes = await workbook(`${header}${' '.repeat(30_000_000)}`)
    expect(bytes.length).toBeLessThan(100_000)
    expect(await refusal(bytes, { mostUnpackedBytes: 10_000_000 })).toBe('unpacked-too-large')
  })

  it('believes no size that the archive states of itself', async () => {
    const bytes = Buffer.from(await workbook(`${header}${' '.repeat(3_000_000)}`))
    // The unpacked size in the central directory, 24 bytes into the entry, becomes 1.
    const name = bytes.lastIndexOf('xl/worksheets/sheet1.xml')
    bytes.writeUInt32LE(1, name - 46 + 24)
    expect(await refusal(bytes, { mostUnpackedBytes: 1_000_000 })).toBe('unpacked-too-large')
  })

  it('never throws anything but a FileFault, whatever byte of a workbook is changed', async () => {
    const bytes = await workbook(rowOf('<c r="A3"><v>1</v></c><c r="B3" s="1"><v>46113.5</v></c>'))
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(255), async (at, byte) => {
        const changed = Buffer.from(bytes)
        changed[at] = byte
        await refusal(changed)
      }),
      { numRuns: 150 },
    )
  })
})
