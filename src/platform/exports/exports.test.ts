/** Exported lists: what is written comes back, in spreadsheets and in our own import. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { Workbook } from '@cj-tech-master/excelts'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Busy } from '../context.ts'
import { openTable } from '../imports/table.ts'
import type { ExportColumn } from './columns.ts'
import { escapeFormula, writeCsv } from './csv.ts'
import { exportFile } from './file.ts'
import { columnName, writeXlsx } from './xlsx.ts'

let folder = ''
let files = 0
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shouwang-exports-test-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function readBack(stream: Readable) {
  const path = join(folder, `${files++}`)
  await writeFile(path, await buffer(stream))
  const table = await openTable(path)
  const cells: (readonly string[])[] = []
  for await (const row of table.rows) cells.push(row.cells)
  return { format: table.format, headers: table.headers, cells }
}

const columns: readonly ExportColumn[] = [
  { header: '警情编号', kind: 'text' },
  { header: '接警时间', kind: 'instant' },
  { header: '日期', kind: 'day' },
  { header: '直接财产损失(元)', kind: 'money' },
  { header: '死亡人数', kind: 'number' },
]
const rows = [
  ['甲1', '2026-04-01T00:30:15.000Z', '2026-04-01', 123450, 0],
  ['=cmd|" /C calc"', null, null, null, null],
  ['0012', '1999-12-31T16:00:00.000Z', '2000-01-01', 5, 1.5],
]

describe('formulas', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+86 138', "'+86 138"],
    ['@x', "'@x"],
    ['-x', "'-x"],
    ['\tx', "'\tx"],
    ['＝1', "'＝1"],
    ['-5', '-5'],
    ['+3.5', '+3.5'],
    ['a=b', 'a=b'],
    ['', ''],
  ])('%j is written as %j', (cell, written) => {
    expect(escapeFormula(cell)).toBe(written)
  })
})

describe('CSV', () => {
  it('opens as it is meant: a mark, Shanghai time, yuan, harmless texts', async () => {
    const text = (await buffer(writeCsv(columns, rows))).toString()
    expect(text).toBe(
      '\ufeff警情编号,接警时间,日期,直接财产损失(元),死亡人数\r\n' +
        '甲1,2026-04-01 08:30:15,2026-04-01,1234.50,0\r\n' +
        `"'=cmd|"" /C calc""",,,,\r\n` +
        '0012,2000-01-01 00:00:00,2000-01-01,0.05,1.5\r\n',
    )
  })

  it('gives back any table that was written raw', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '火', ',', '"', '\n', '\r', ';', '\t', ' ', '=', '\ufeff'),
      maxLength: 6,
    })
    const table = fc
      .integer({ min: 2, max: 5 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
      )
      .filter((cells) => cells.every((row) => row.some((text) => text.trim() !== '')))
    await fc.assert(
      fc.asyncProperty(table, async (cells) => {
        const headers = (cells[0] ?? []).map((_, i) => `h${i}`)
        const plain = headers.map((header): ExportColumn => ({ header, kind: 'text' }))
        const back = await readBack(writeCsv(plain, cells, { raw: true }))
        expect(back).toEqual({ format: 'csv', headers, cells })
      }),
      { numRuns: 60 },
    )
  })
})

describe('XLSX', () => {
  it('comes back through our import', async () => {
    expect(await readBack(writeXlsx(columns, rows))).toEqual({
      format: 'xlsx',
      headers: columns.map(({ header }) => header),
      cells: [
        ['甲1', '2026-04-01 08:30:15', '2026-04-01', '1234.5', '0'],
        ['=cmd|" /C calc"', '', '', '', ''],
        ['0012', '2000-01-01 00:00:00', '2000-01-01', '0.05', '1.5'],
      ],
    })
  })

  it('opens in another library: numbers are numbers, times dates, formulas texts, the header frozen', async () => {
    const workbook = new Workbook()
    await workbook.xlsx.load(await buffer(writeXlsx(columns, rows, { sheet: '警情/火灾' })))
    const sheet = workbook.getWorksheet('警情 火灾')
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
    expect(sheet?.getCell('B2').value).toEqual(new Date('2026-04-01T08:30:15Z'))
    expect(sheet?.getCell('D2').value).toBe(1234.5)
    expect(sheet?.getCell('A3').value).toBe('=cmd|" /C calc"')
    expect(sheet?.getCell('A4').value).toBe('0012')
  })

  it('gives back any text and any amount that a workbook can hold', async () => {
    const text = fc.string({
      unit: fc.constantFrom('a', '火', '<', '&', '"', ']]>', '\n', '🔥', '_x0041_', '\r'),
      minLength: 1,
      maxLength: 6,
    })
    const row = fc.tuple(text, fc.integer({ min: 0, max: 10 ** 13 }))
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 5 }), async (written) => {
        const pair: ExportColumn[] = [
          { header: 'a', kind: 'text' },
          { header: 'b', kind: 'money' },
        ]
        const { cells } = await readBack(writeXlsx(pair, written))
        expect(cells.map(([first]) => first)).toEqual(written.map(([first]) => first))
        expect(cells.map(([, second]) => Math.round(Number(second) * 100))).toEqual(written.map(([, fen]) => fen))
      }),
      { numRuns: 40 },
    )
  })

  it('leaves out what no workbook can hold', async () => {
    const { cells } = await readBack(writeXlsx([{ header: 'a', kind: 'text' }], [['x\u0000\u000b\ud800y']]))
    expect(cells).toEqual([['xy']])
  })

  it('of more rows than a sheet holds is refused', async () => {
    const rows = Array.from({ length: 1_048_576 }, () => [''])
    const writing = exportFile('a.xlsx', 'xlsx', [{ header: 'a', kind: 'text' }], rows)
    await expect(writing).rejects.toMatchObject({ rule: 'sheet-full', detail: { most: 1_048_575 } })
  })

  it('names columns as spreadsheets do', () => {
    expect([0, 25, 26, 701, 702, 16_383].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD'])
  })

  it('passes on an error of the rows instead of sending half a file as if it were whole', async () => {
    async function* failing() {
      yield ['x']
      throw new Error('the database has gone')
    }
    await expect(buffer(writeXlsx([{ header: 'a', kind: 'text' }], failing()))).rejects.toThrow('gone')
    await expect(buffer(writeCsv([{ header: 'a', kind: 'text' }], failing()))).rejects.toThrow('gone')
  })
})

describe('a file', () => {
  it.each(['csv', 'xlsx'] as const)('of %s counts its rows and reads as it was written', async (format) => {
    const { file, rows: count } = await exportFile(`警情.${format}`, format, columns, rows)
    expect([file.name, count]).toEqual([`警情.${format}`, 3])
    const path = join(folder, file.name)
    await writeFile(path, Buffer.from(await file.arrayBuffer()))
    expect((await openTable(path)).format).toBe(format)
  })

  it('waits for no turn: beyond four at once it is refused, and later it will do', async () => {
    const gate = Promise.withResolvers<void>()
    async function* slow() {
      await gate.promise
      yield ['x']
    }
    const write = () => exportFile('a.csv', 'csv', [{ header: 'a', kind: 'text' }], slow())
    const four = [write(), write(), write(), write()]
    await expect(write()).rejects.toBeInstanceOf(Busy)
    gate.resolve()
    expect((await Promise.all(four)).map(({ rows: count }) => count)).toEqual([1, 1, 1, 1])
    expect((await write()).rows).toBe(1)
  })
})
