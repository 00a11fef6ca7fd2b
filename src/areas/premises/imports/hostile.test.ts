/** Files as an attacker, a careless clerk or a bad program would send them. */
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { cornerShop, shopKeeper, spots } from '../../../app/testing/premises.ts'
import { makeWorld } from '../../../app/testing/world.ts'
import type { ImportRun } from '../../../kernel/import-contract.ts'
import type { Profile } from '../../../kernel/layout.ts'
import type { PremisesFacts } from '../record-contract.ts'

const world = await makeWorld()
const inspector = await world.as('inspector')
const head = await world.as('head')
const { db } = world.parts.database
const { PCS01 = '', PCS02 = '', XF = '' } = world.ids
type Who = typeof inspector

async function ended(who: Who, id: string): Promise<ImportRun> {
  const { imports } = who.premises
  await expect.poll(async () => (await imports.get({ id })).state, { timeout: 20_000 }).not.toMatch(/waiting|running/)
  return (await imports.get({ id })) as ImportRun
}

type Change = (proposal: Profile) => Profile
interface How {
  who?: Who
  dryRun?: boolean
  skipBad?: boolean
  change?: Change
}
async function read(csv: string, { who = inspector, dryRun = false, skipBad = false, change }: How = {}) {
  const { imports } = who.premises
  const { file, proposal } = await imports.upload({ file: new File([csv], 'own.csv', { type: 'text/csv' }) })
  const profile = change ? change(proposal as Profile) : (proposal as Profile)
  return ended(who, (await imports.start({ file, profile, dryRun, skipBad })).id)
}
/** A trial, and all that it would change approved. */
async function readApproved(csv: string, how: How = {}): Promise<ImportRun> {
  const { who = inspector } = how
  const trial = await read(csv, { ...how, dryRun: true })
  const run = await who.premises.imports.approve({ id: trial.id, skipBad: how.skipBad ?? false, except: [] })
  return ended(who, run.id)
}
const rules = ({ faults }: ImportRun) => faults.map(({ line, column, rule }) => [line, column, rule])
const first = async (q: string, who: Who = inspector) => (await who.premises.list({ q })).items[0]
const enter = (change: Partial<PremisesFacts>, who: Who = inspector) =>
  who.premises.enter({ facts: { ...cornerShop, ...change }, contacts: shopKeeper })

describe("a station's file", () => {
  it('hears nothing of a record elsewhere that has the name and the address', async () => {
    await enter({ ...spots.S2C1, name: '麦田暗店', address: '麦田路1号' })
    const run = await read('名称,地址,社区\n麦田暗店,麦田路1号,柳荫社区\n', { who: head, dryRun: true })
    expect(run).toMatchObject({ state: 'done', rowsNew: 1, faults: [] })
  })
  it('puts no record under another body', async () => {
    for (const supervisor of ['西街派出所', '试验消防救援大队']) {
      const run = await read(`场所编号,名称,社区,监管单位\nA-1,塞给别人的店,柳荫社区,${supervisor}\n`, { who: head })
      expect(rules(run)).toEqual([[2, '监管单位', 'supervisor-not-own']])
    }
    const own = await read('场所编号,名称,社区,监管单位\nA-2,自己的店,柳荫社区,东街派出所\n', { who: head })
    expect(own).toMatchObject({ rowsNew: 1, faults: [] })
    expect(await first('自己的店')).toMatchObject({ supervisor: PCS01 })
    expect(await read('场所编号,名称,社区,监管单位\nA-3,大队的店,柳荫社区,试验消防救援大队\n')).toMatchObject({
      rowsNew: 1,
    })
    expect(await first('大队的店')).toMatchObject({ supervisor: XF })
  })
})

it('a position that may count as unknown, and is nowhere near, becomes unknown', async () => {
  const blank: Change = (proposal) => ({
    ...proposal,
    columns: { ...proposal.columns, lng: { from: '经度', invalid: 'blank' } },
  })
  const csv = '场所编号,名称,社区,经度,纬度\nB-1,远店,柳荫社区,121.47,31.23\n'
  const half = await read(csv, { change: blank })
  expect(rules(half)).toEqual([[2, '纬度', 'half-point']])
  const both: Change = (proposal) => {
    const { columns } = blank(proposal)
    return { ...proposal, columns: { ...columns, lat: { from: '纬度', invalid: 'blank' } } }
  }
  expect(await read(csv, { change: both })).toMatchObject({ state: 'done', rowsNew: 1 })
  expect(await first('远店')).toMatchObject({ lng: null, lat: null })
})

describe('a file that was exported before', () => {
  it('says nothing of people by what was masked in it', async () => {
    const shop = await enter({ name: '往返书店', premisesNo: 'C-1' })
    const { body } = await inspector.premises.export({ q: '往返书店', format: 'csv' })
    const csv = await (body as File).text()
    expect(csv).toContain('199****1234')
    expect(await readApproved(csv)).toMatchObject({ state: 'done', rowsBad: 0, rowsChanged: 0 })
    expect(await readApproved(csv.replace(',80,', ',85,'))).toMatchObject({ state: 'done', rowsChanged: 1 })
    expect(await inspector.premises.reveal({ id: shop.id, purpose: '核对' })).toMatchObject(shopKeeper)
    expect(await inspector.premises.get({ id: shop.id })).toMatchObject({ areaM2: 85 })
  })
  it('brings no masked people into a new record', async () => {
    await read('场所编号,名称,社区,消防安全责任人,责任人电话\nC-2,掩码店,柳荫社区,韩*,199****1234\n')
    const { id = '' } = (await first('掩码店')) ?? {}
    expect(await inspector.premises.reveal({ id, purpose: '核对' })).toMatchObject({
      responsibleName: null,
      responsiblePhone: null,
    })
  })
})

it('numbers are given though the highest of seven digits is taken', async () => {
  await enter({ name: '末号店', premisesNo: '9901999999999' })
  await read('名称,地址,社区\n续号甲店,续号路1号,柳荫社区\n续号乙店,续号路2号,柳荫社区\n')
  const numbers = [(await first('续号甲店'))?.premisesNo, (await first('续号乙店'))?.premisesNo]
  expect(numbers).toEqual(['99019910000000', '99019910000001'])
})

describe('a file that still has two records that were merged', () => {
  const csv = (area: number) =>
    `场所编号,名称,地址,社区,面积(平方米)\nE-1,双份店,双份路1号,柳荫社区,60\nE-2,双份店,双份路2号,柳荫社区,${area}\n`
  it('changes nothing by rows that say what was known, and goes to the kept one by those that do not', async () => {
    await read(csv(60))
    const { items } = await inspector.premises.list({ q: '双份店', sort: 'premisesNo' })
    const [keep, drop] = items
    await inspector.premises.twins.merge({
      keep: keep?.id ?? '',
      drop: drop?.id ?? '',
      keepVersion: 1,
      dropVersion: 1,
      choices: { address: 'keep' },
      reason: '同一家',
    })
    expect(await read(csv(60), { dryRun: true })).toMatchObject({ rowsBad: 0, rowsNew: 0, rowsChanged: 0, rowsSame: 2 })
    const alone = csv(75).split('\n').toSpliced(1, 1).join('\n')
    expect(await readApproved(alone)).toMatchObject({ rowsChanged: 1, rowsNew: 0 })
    expect(await inspector.premises.get({ id: keep?.id ?? '' })).toMatchObject({ areaM2: 75, premisesNo: 'E-1' })
    expect(await inspector.premises.get({ id: drop?.id ?? '' })).toMatchObject({ state: 'merged', areaM2: 60 })
  })
})

describe('what a form would refuse', () => {
  it('a relation to itself or of a form that has none such is refused of a file too', async () => {
    const run = await read(`场所编号,名称,对象类型,社区,所在小区,所在建筑
F-1,自环小区,住宅小区,柳荫社区,自环小区,
F-2,套楼,建筑,柳荫社区,,套楼
F-3,真楼,建筑,柳荫社区,,
F-4,楼里的公司,物业服务企业,柳荫社区,,真楼
`)
    expect(rules(run)).toEqual([
      [2, '所在小区', 'relation-not-of-this-form'],
      [3, '所在建筑', 'relation-not-of-this-form'],
      [5, '所在建筑', 'relation-not-of-this-form'],
    ])
  })
  it('is refused of a known record by what it would become', async () => {
    await enter({ name: '某小区', premisesNo: 'G-1', form: 'estate', kind: null })
    await enter({ name: '某楼', premisesNo: 'G-2', form: 'building', kind: null })
    const run = await readApproved('场所编号,名称,场所类别,所在建筑\nG-1,某小区,商店,\nG-2,某楼,,某楼\n')
    expect(rules(run)).toEqual([
      [2, '场所类别', 'only-for-units'],
      [3, '所在建筑', 'relation-not-of-this-form'],
    ])
  })
  it('or by what only another act may do, with the row that says so', async () => {
    await enter({ name: '移交店', premisesNo: 'G-3' })
    const run = await readApproved('场所编号,名称,监管单位\nG-3,移交店,西街派出所\n')
    expect(run.faults).toMatchObject([{ column: '监管单位', value: 'G-3', rule: 'supervisor-by-transfer' }])
  })
  it('a state of a day to come', async () => {
    const run = await read('场所编号,名称,社区,状态,状态日期\nH-1,明天关门店,柳荫社区,停业,2199-01-01\n')
    expect(rules(run)).toEqual([[2, '状态日期', 'in-the-future']])
  })
})

it('another state without a day has none, rather than the day of the state before', async () => {
  await read('场所编号,名称,社区,状态,状态日期\nI-1,先停后销店,柳荫社区,停业,2020-01-01\n')
  await readApproved('场所编号,名称,状态\nI-1,先停后销店,注销\n')
  expect(await first('先停后销店')).toMatchObject({ state: 'deregistered', stateSince: null })
})

it('two officers of one name are told apart by their station', async () => {
  await sql`
    with post as (insert into organisation.post (district, body, name) values
      ('990199', ${PCS01}, '民警'), ('990199', ${PCS02}, '民警') returning id)
    insert into organisation.person (district, name, post) select '990199', '同名', id from post`.execute(db)
  const run = await read('场所编号,名称,社区,责任民警\nJ-1,同名店,柳荫社区,同名\n')
  expect(rules(run)).toEqual([[2, '责任民警', 'ambiguous-name']])
  expect(run.faults[0]?.zh).toContain('同名（东街派出所）')
  expect(await read('场所编号,名称,社区,责任民警\nJ-1,同名店,柳荫社区,同名(东街派出所)\n')).toMatchObject({
    rowsNew: 1,
  })
  expect((await first('同名店'))?.officer).not.toBeNull()
})

describe('at the same time', () => {
  const names = Array.from({ length: 40 }, (_, n) => `同时店${n}`)
  it('an import, a reassignment, a batch of offers and corrections of the same records all come to an end', async () => {
    const made = [
      '场所编号,名称,场所类别,社区,面积(平方米)',
      ...names.map((name, n) => `K-${n},${name},商店,柳荫社区,60`),
    ]
    expect(await read(`${made.join('\n')}\n`)).toMatchObject({ rowsNew: 40 })
    const { items } = await inspector.premises.list({ q: '同时店', limit: 200, sort: 'enteredAt' })
    // The file goes from the last record to the first, everybody else from the first to the last.
    const rows = items.map(({ premisesNo, name }) => `${premisesNo},${name},75`).reverse()
    const { file, proposal } = await head.premises.imports.upload({
      file: new File([`场所编号,名称,面积(平方米)\n${rows.join('\n')}\n`], 'own.csv', { type: 'text/csv' }),
    })
    const order = { file, profile: proposal as Profile, skipBad: false }
    const trial = await ended(head, (await head.premises.imports.start({ ...order, dryRun: true })).id)
    expect(trial).toMatchObject({ rowsChanged: 40 })
    // Another person approves what the station tried.
    const run = inspector.premises.imports.approve({ id: trial.id, skipBad: false, except: [] })
    const reason = '同时办理'
    const asked = [
      run.then(({ id }) => ended(inspector, id)),
      head.premises.reassign({ filter: { q: '同时店' }, to: null, reason }),
      head.premises.transfers.offerMany({ ids: items.map(({ id }) => id), to: world.ids.JD01 ?? '', reason }),
      ...items.slice(0, 10).map(({ id }) => head.premises.pause({ id, since: '2026-05-01', reason })),
    ]
    expect((await Promise.all(asked)).slice(0, 3)).toMatchObject([
      { state: 'done', rowsChanged: 40 },
      {},
      { offered: 40 },
    ])
    const after = await inspector.premises.list({ q: '同时店', limit: 200, sort: 'enteredAt' })
    expect(after.items.map(({ areaM2 }) => areaM2)).toEqual(items.map(() => 75))
    expect(after.items.filter(({ state }) => state === 'paused')).toHaveLength(10)
  }, 60_000)
})
