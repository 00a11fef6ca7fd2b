import { describe, expect, it } from 'vitest'
import { makeWorld } from '../../../app/testing/world.ts'
import type { ImportRun } from '../../../kernel/import-contract.ts'

const world = await makeWorld()
const inspector = await world.as('inspector')
const head = await world.as('head')
const { PCS01 = '', S1C1 = '' } = world.ids
type Who = typeof inspector

async function ended(who: Who, id: string): Promise<ImportRun> {
  const { imports } = who.premises
  await expect.poll(async () => (await imports.get({ id })).state, { timeout: 20_000 }).not.toMatch(/waiting|running/)
  return (await imports.get({ id })) as ImportRun
}

async function read(
  csv: string,
  how: { who?: Who; dryRun?: boolean; skipBad?: boolean; coordinates?: 'WGS-84' | 'GCJ-02' } = {},
): Promise<ImportRun> {
  const { who = inspector, dryRun = false, skipBad = false, coordinates = 'WGS-84' } = how
  const { imports } = who.premises
  const { file, proposal } = await imports.upload({ file: new File([csv], 'own.csv', { type: 'text/csv' }) })
  const run = await imports.start({ file, profile: { ...proposal, coordinates }, dryRun, skipBad })
  return ended(who, run.id)
}
/** A trial, and all that it would change approved. */
async function readApproved(csv: string, except: string[] = []): Promise<ImportRun> {
  const trial = await read(csv, { dryRun: true })
  const run = await inspector.premises.imports.approve({ id: trial.id, skipBad: false, except })
  return ended(inspector, run.id)
}
const first = async (q: string, who: Who = inspector) => (await who.premises.list({ q })).items[0]
const rules = ({ faults }: ImportRun) => faults.map(({ line, column, rule }) => [line, column, rule])

const header = '场所编号,名称,场所类别,地址,经度,纬度,面积(平方米),标签,消防安全责任人,责任人电话,灭火器,灭火器到期日'
const bookshop = 'A-1,新华书店,商店,柳荫路12号,122.905,30.905,80,三合一、自建房,韩松,19900001234,2,2027-05-01'

describe('an import', () => {
  it('brings records in with all that follows from them, and their people masked in the ledger', async () => {
    expect(await read(`${header}\n${bookshop}\n`)).toMatchObject({ state: 'done', rowsNew: 1, faults: [] })
    const shop = await first('新华书店')
    expect(shop).toMatchObject({
      premisesNo: 'A-1',
      kind: 'SHOP-STORE',
      tags: ['MIXED', 'SELF'],
      community: S1C1,
      supervisor: PCS01,
      list: 'SMALL',
      expiresOn: '2027-05-01',
      facilities: [{ kind: 'EXT', count: 2, expiresOn: '2027-05-01' }],
      contacts: { responsiblePhone: '199****1234' },
    })
    const history = await inspector.premises.history({ id: shop?.id ?? '' })
    expect(history.items[0]).toMatchObject({ act: 'premises.import', note: 'own.csv' })
    expect(JSON.stringify(history)).not.toContain('19900001234')
    expect(await read(`${header}\n${bookshop}\n`)).toMatchObject({
      state: 'done',
      rowsNew: 0,
      rowsChanged: 0,
      rowsSame: 1,
    })
  })
  it('changes a known record only where a person approved it, and an empty cell says nothing', async () => {
    await read(`${header}\n${bookshop.replace('A-1', 'B-1').replace('新华书店', '望潮书店')}\n`)
    const more = '场所编号,名称,面积(平方米),地址,灭火器\nB-1,望潮书店,95,,4\n'
    expect(await read(more)).toMatchObject({ state: 'done', rowsChanged: 0, rowsKept: 1 })
    const trial = await read(more, { dryRun: true })
    const { items, total } = await inspector.premises.imports.changes({ id: trial.id })
    expect(total).toBe(1)
    expect(items[0]).toMatchObject({
      no: 'B-1',
      fields: [{ field: 'areaM2', before: 80, after: 95 }, { field: 'facilities' }],
    })
    expect(await readApproved(more)).toMatchObject({ state: 'done', rowsChanged: 1, rowsKept: 0 })
    expect(await first('望潮书店')).toMatchObject({
      areaM2: 95,
      address: '柳荫路12号',
      version: 2,
      facilities: [{ kind: 'EXT', count: 4, expiresOn: null }],
    })
  })
  it('does not change what moved since the trial', async () => {
    await read(`${header}\n${bookshop.replace('A-1', 'C-1').replace('新华书店', '听汐书店')}\n`)
    const trial = await read('场所编号,名称,面积(平方米)\nC-1,听汐书店,95\n', { dryRun: true })
    const { id = '', version = 0 } = (await first('听汐书店')) ?? {}
    const { contacts: _, ...facts } = await inspector.premises.get({ id })
    await inspector.premises.correct({ id, version, facts: { ...facts, areaM2: 70 }, reason: '现场丈量' })
    const run = await inspector.premises.imports.approve({ id: trial.id, skipBad: false, except: [] })
    expect(await ended(inspector, run.id)).toMatchObject({ rowsChanged: 0, rowsKept: 1 })
    expect(await first('听汐书店')).toMatchObject({ areaM2: 70 })
  })
  it('gives numbers to rows without one, and finds them again by name and address', async () => {
    const csv = '名称,地址,社区\n甲店,石桥巷1号,石桥社区\n乙店,石桥巷2号,石桥社区\n'
    expect(await read(csv)).toMatchObject({ rowsNew: 2 })
    const [one, two] = [await first('甲店'), await first('乙店')]
    expect(one?.premisesNo).toMatch(/^990199\d{7}$/)
    expect(two?.premisesNo).not.toBe(one?.premisesNo)
    expect(await read(csv.replace('石桥巷1号', '试验市试验区石桥巷 1 号'))).toMatchObject({ rowsNew: 0 })
  })
  it('resolves buildings and estates of the same file and of the register', async () => {
    const csv = `场所编号,名称,对象类型,社区,所在建筑,所在小区,物业服务企业
DD-4,底层超市,单位场所,柳荫社区,1号楼,,
DD-3,1号楼,建筑,柳荫社区,,DD-2,
DD-2,柳荫小区,住宅小区,柳荫社区,,,柳荫物业
DD-1,柳荫物业,物业服务企业,柳荫社区,,,
`
    expect(await read(csv)).toMatchObject({ state: 'done', rowsNew: 4, faults: [] })
    const [shop, building, estate] = [await first('底层超市'), await first('DD-3'), await first('DD-2')]
    expect(shop?.building).toBe(building?.id)
    expect(building?.estate).toBe(estate?.id)
    const unknown = await read('场所编号,名称,社区,所在建筑\nD-5,顶层饭店,柳荫社区,9号楼\n')
    expect(rules(unknown)).toEqual([[2, '所在建筑', 'unknown-relation']])
  })
})

describe('bad rows', () => {
  it('are named by line, column and reason', async () => {
    const csv = `场所编号,名称,统一社会信用代码,面积(平方米),建筑高度(米),经度,纬度,责任人电话
E-1,甲店,91350100M000100Y44,,,,,
E-2,乙店,９１３５０１００m000100y43,,,,,
E-3,丙店,,-5,,,,
E-4,丁店,,,3000,,,
E-5,0571-88886666,,,,,,
E-6,戊店,,,,30.905,80,
E-7,己店,,,,121.47,31.23,
E-8,庚店,,,,,,不知道
E-2,辛店,,,,,,
`
    const run = await read(csv)
    expect(run).toMatchObject({ state: 'refused', rowsRead: 9, rowsBad: 8, rowsNew: 0, faultFile: true })
    expect(rules(run)).toEqual([
      [2, '统一社会信用代码', 'uscc-check'],
      [4, '面积(平方米)', 'too-small'],
      [5, '建筑高度(米)', 'too-big'],
      [6, '名称', 'name-is-phone'],
      [7, '经度', 'point-outside'],
      [8, '经度', 'point-outside'],
      [9, '责任人电话', 'not-a-phone'],
      [10, '场所编号', 'duplicate'],
    ])
    expect(run.faults[5]?.zh).toContain('公里')
    expect(run.faults[5]?.zh).toContain('GCJ-02')
  })
  it('of the same shop three times name the line where it stood first', async () => {
    const run = await read('名称,地址\n丙店,石桥巷3号\n丙店 ,石桥巷３号\n丙店,石桥巷3号\n丁店,石桥巷3号\n')
    expect(rules(run)).toEqual([
      [3, '名称', 'same-place-again'],
      [4, '名称', 'same-place-again'],
    ])
    expect(run.faults[1]?.zh).toContain('第 2 行')
  })
  it('of swapped coordinates say so', async () => {
    const run = await read('名称,经度,纬度\n甲乙店,30.905,122.905\n')
    expect(run.faults[0]?.rule).toMatch(/too-big|point-swapped/)
    expect(run.faults[0]?.zh).toContain('反')
  })
  it('are all in the file of faults, ten thousand of them', async () => {
    const rows = Array.from({ length: 10_000 }, (_, n) => `F-${n},F店${n},-1`).join('\n')
    const run = await read(`场所编号,名称,面积(平方米)\n${rows}\n`)
    expect(run).toMatchObject({ state: 'refused', rowsBad: 10_000 })
    const report = await inspector.premises.imports.faults({ id: run.id })
    expect((await (report.body as File).text()).trimEnd().split('\n')).toHaveLength(10_001)
  })
})

it('a file in the coordinates of a map maker is refused as a whole, with the system to choose', async () => {
  // A community edge: 122.91 parts 柳荫 and 石桥; GCJ-02 shifts by some 400 m here.
  const rows = Array.from(
    { length: 40 },
    (_, n) => `G-${n},G店${n},${(122.9141 + n * 1e-6).toFixed(6)},30.905,柳荫社区`,
  )
  const csv = `场所编号,名称,经度,纬度,社区\n${rows.join('\n')}\n`
  const run = await read(csv)
  expect(run).toMatchObject({ state: 'refused', rowsNew: 0 })
  expect(run.message?.zh).toContain('GCJ-02')
  expect(await read(csv, { coordinates: 'GCJ-02' })).toMatchObject({ state: 'done', rowsNew: 40 })
})

it('looks for duplicates of what it brought, when it is done', async () => {
  const rows = ['I-1,柳荫五金店,柳荫路88号,柳荫社区,19900008888', 'I-2,柳荫五金商店,柳荫路88号,柳荫社区,19900008888']
  await read(`场所编号,名称,地址,社区,责任人电话\n${rows.join('\n')}\n`)
  const shop = await first('柳荫五金店')
  const pairs = async () => (await inspector.premises.twins.ofPremises({ id: shop?.id ?? '' })).items
  await expect.poll(async () => (await pairs()).length, { timeout: 20_000 }).toBe(1)
  expect((await pairs())[0]?.grounds).toContain('phone')
})

describe("a station's import", () => {
  it('brings in records of its own ground alone, and learns nothing of others', async () => {
    await read('场所编号,名称,社区\nH-1,麦田粮店,麦田村\n')
    const elsewhere = await read('场所编号,名称,社区\nH-2,麦田茶馆,麦田村\n', { who: head })
    expect(rules(elsewhere)).toMatchObject([[2, expect.any(String), 'not-own-ground']])
    const taken = await read('场所编号,名称,社区\nH-1,柳荫粮店,柳荫社区\n', { who: head })
    expect(rules(taken)).toEqual([[2, '场所编号', 'number-of-another']])
    expect(await read('场所编号,名称,社区\nH-3,柳荫茶馆,柳荫社区\n', { who: head })).toMatchObject({ rowsNew: 1 })
    expect(await first('柳荫茶馆', head)).toMatchObject({ supervisor: PCS01, station: PCS01 })
  })
})
