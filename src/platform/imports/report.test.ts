/** The report of bad rows, and the survey of a file: what people see before and after an import. */
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SourceRow } from './csv.ts'
import type { Fault } from './faults.ts'
import { openFaultReport } from './report.ts'
import { surveyTable } from './survey.ts'
import { openTable } from './table.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shouwang-report-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const headers = ['编号', '地址', '死亡人数']
const faultOf = (line: number, column: string, value: string): Fault => ({
  line,
  column,
  value,
  rule: 'x',
  zh: '不对。',
  en: 'Wrong.',
})

async function rowsOf(path: string): Promise<SourceRow[]> {
  const rows: SourceRow[] = []
  for await (const row of (await openTable(path)).rows) rows.push(row)
  return rows
}

describe('the report of bad rows', () => {
  it('says line, column, value and reason, and holds the row harmless for spreadsheets', async () => {
    const report = await openFaultReport(join(folder, 'a.csv'), headers)
    const bad = { line: 7, cells: ['甲1', '=cmd()', 'x,"y"'] }
    await report.add(bad, [faultOf(7, '地址', '=cmd()'), faultOf(7, '死亡人数', 'x,"y"')])
    const text = await readFile((await report.close()) as string, 'utf8')
    expect(text).toBe(
      '\ufeff行号,列,原值,原因,编号,地址,死亡人数\r\n' +
        `7,地址；死亡人数,"'=cmd()；x,""y""",地址：不对。；死亡人数：不对。,甲1,'=cmd(),"x,""y"""\r\n`,
    )
  })

  it('can be mended and read as the file from which it came', async () => {
    const report = await openFaultReport(join(folder, 'b.csv'), headers, { lang: 'en' })
    await report.add({ line: 3, cells: ['甲1', '中山路', '三'] }, [faultOf(3, '死亡人数', '三')])
    const path = (await report.close()) as string
    await writeFile(path, (await readFile(path, 'utf8')).replace(/三\r\n$/, '3\r\n'))
    const table = await openTable(path)
    expect(table.headers).toEqual(headers)
    expect(await rowsOf(path)).toEqual([{ line: 2, cells: ['甲1', '中山路', '3'] }])
  })

  it('makes no file where nothing is bad', async () => {
    const path = join(folder, 'c.csv')
    expect(await (await openFaultReport(path, headers)).close()).toBeUndefined()
    await expect(stat(path)).rejects.toThrow()
  })

  it('lists so many rows, counts the others, and never reads its closing line as a row', async () => {
    const report = await openFaultReport(join(folder, 'd.csv'), headers, { most: 1000 })
    for (let line = 2; line < 30_002; line++)
      await report.add({ line, cells: [`${line}`, 'x'.repeat(50), ''] }, [faultOf(line, '地址', 'x')])
    const path = (await report.close()) as string
    expect(await readFile(path, 'utf8')).toContain('另有 29000 行有误，未列出。')
    expect(await rowsOf(path)).toHaveLength(1000)
  })
})

describe('a survey', () => {
  it('counts the values of each column, the empty and the unreadable', async () => {
    const path = join(folder, 'e.csv')
    await writeFile(path, 'kind,no\nfire,1\nfire,2\nrescue,3\n,4\nshort\n')
    const survey = await surveyTable(await openTable(path))
    expect(survey).toMatchObject({ rows: 5, broken: 1, brokenLine: 6 })
    expect(survey.columns[0]).toEqual({
      header: 'kind',
      empty: 1,
      open: false,
      values: [
        { value: 'fire', count: 2 },
        { value: 'rescue', count: 1 },
      ],
    })
  })

  it('leaves a column of very many values open', async () => {
    const path = join(folder, 'f.csv')
    await writeFile(path, `no\n${Array.from({ length: 1000 }, (_, i) => i).join('\n')}\n`)
    const [column] = (await surveyTable(await openTable(path))).columns
    expect(column).toMatchObject({ open: true, empty: 0 })
    expect(column?.values).toHaveLength(400)
  })
})
