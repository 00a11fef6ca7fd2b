import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { inContext } from '../../../app/parts.ts'
import { testDistrict } from '../../../app/testing/founding.ts'
import { cornerShop, shopKeeper, spots } from '../../../app/testing/premises.ts'
import { type Client, makeWorld } from '../../../app/testing/world.ts'
import type { ImportRun } from '../../../kernel/import-contract.ts'
import type { Contacts, PremisesFacts } from '../record-contract.ts'
import { enter as enterRecord } from '../recording/public.ts'
import { checkCharacter } from '../uscc.ts'
import type { UpkeepKind, UpkeepTask } from './contract.ts'
import { holdComparison } from './register/store.ts'

const world = await makeWorld()
const statistician = await world.as('statistician')
const inspector = await world.as('inspector')
const head = await world.as('head')
const officer = await world.as('officer')
const street = await world.as('street')
const { PCS01 = '', PCS02 = '', S1C1 = '' } = world.ids
const reason = '核对登记数据'
const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)

let serial = 0
/** A sound code that 市场监管 might have given. */
const newCode = () => {
  const first = `91990199${String(++serial).padStart(9, '0')}`
  return first + checkCharacter(first)
}

const header = '统一社会信用代码,企业名称,住所,法定代表人,登记状态,成立日期,注销日期'
interface Business {
  uscc: string
  name?: string
  address?: string
  person?: string
  status?: string
  ended?: string
}
const line = ({
  uscc,
  name = '韩松小吃店',
  address = '柳荫路12号',
  person = '韩松',
  status = '存续',
  ended = '',
}: Business) => `${uscc},${name},${address},${person},${status},2020-05-01,${ended}`

/** Everything that the register was told so far, so that a complete file can be made of it. */
async function bring(
  businesses: readonly Business[],
  { asOf = day, complete = false, skipBad = false, by = statistician } = {},
): Promise<ImportRun> {
  const { imports } = by.premises.upkeep
  const upload = await imports.upload({
    file: new File([`${[header, ...businesses.map(line)].join('\n')}\n`], '登记.csv'),
  })
  const columns = {
    ...upload.proposal.columns,
    as_of: { constant: asOf },
    complete: { constant: complete ? '是' : '否' },
  }
  const { id } = await imports.start({
    file: upload.file,
    profile: { ...upload.proposal, columns },
    dryRun: false,
    skipBad,
  })
  await expect.poll(async () => (await imports.get({ id })).state, { timeout: 20_000 }).not.toMatch(/waiting|running/)
  return (await imports.get({ id })) as ImportRun
}

const tasks = async (kind: UpkeepKind, uscc: string, by: Client = inspector, state: UpkeepTask['state'] = 'open') =>
  (await by.premises.upkeep.list({ kind, q: uscc, state })).items
async function only(kind: UpkeepKind, uscc: string, by: Client = inspector): Promise<UpkeepTask> {
  const items = await tasks(kind, uscc, by)
  expect(items).toHaveLength(1)
  return items[0] as UpkeepTask
}
const enter = (change: Partial<PremisesFacts> = {}, contacts: Contacts = shopKeeper) =>
  inspector.premises.enter({ facts: { ...cornerShop, name: '韩松小吃店', ...change }, contacts })

describe('something new', () => {
  it('lies where its address tells, and is seen by that station', async () => {
    await enter({ address: '试验市试验区望潮路88号' })
    const uscc = newCode()
    await bring([{ uscc, address: '试验区望潮路88号2层' }])
    expect(await only('new', uscc, head)).toMatchObject({
      station: PCS01,
      community: S1C1,
      locatedBy: 'number',
      record: null,
      says: { name: '韩松小吃店', legalPerson: '韩*', status: 'active', openedOn: '2020-05-01' },
    })
    expect(await tasks('new', uscc, street)).toHaveLength(1)
  })
  it('of which nobody knows where it lies is the district’s', async () => {
    const uscc = newCode()
    await bring([{ uscc, address: '无名巷1号' }])
    expect(await tasks('new', uscc, head)).toEqual([])
    expect(await only('new', uscc)).toMatchObject({ station: null, locatedBy: null })
    const { items } = await inspector.premises.upkeep.list({ kind: 'new', station: ['none'] })
    expect(items.map((task) => task.uscc)).toContain(uscc)
  })
  it('gets a record, with the person whom the register names', async () => {
    const uscc = newCode()
    await bring([{ uscc, address: '麦田村无名路1号', person: '朱岚' }])
    const { id } = await only('new', uscc)
    const facts = { ...cornerShop, ...spots.S1C1, name: '韩松小吃店', uscc: null }
    const contacts = { ...shopKeeper, legalPerson: null }
    const done = await inspector.premises.upkeep.register({ id, facts, contacts })
    expect(done).toMatchObject({ state: 'done', settledHow: 'register', settledBy: '周巡安' })
    const record = await inspector.premises.get({ id: done.record?.id ?? '' })
    expect(record).toMatchObject({ uscc, contacts: { legalPerson: '朱*' } })
    await bring([{ uscc, address: '麦田村无名路1号', person: '朱岚' }])
    expect(await tasks('new', uscc)).toEqual([])
  })
  it('that was recorded meanwhile is not recorded twice', async () => {
    const uscc = newCode()
    await bring([{ uscc }])
    const { id } = await only('new', uscc)
    await enter({ uscc })
    await expect(
      inspector.premises.upkeep.register({ id, facts: cornerShop, contacts: shopKeeper }),
    ).rejects.toMatchObject({ message: 'code-registered' })
  })
  it('may be a record without a code, which then gets it', async () => {
    const uscc = newCode()
    const shop = await enter({ name: '独一无二杂货铺' })
    await bring([{ uscc, name: '独一无二杂货铺', address: '柳荫社区某处' }])
    const { id, alike } = await only('new', uscc, head)
    expect(alike).toMatchObject({ id: shop.id })
    const done = await head.premises.upkeep.link({ id, premises: shop.id, reason })
    expect(done).toMatchObject({ state: 'done', settledHow: 'link', record: { id: shop.id } })
    expect(await head.premises.get({ id: shop.id })).toMatchObject({ uscc })
  })
})

describe('a change', () => {
  it('is told field by field, and taken over as a correction', async () => {
    const uscc = newCode()
    const shop = await enter({ uscc })
    await bring([{ uscc, name: '韩记大排档', address: '石桥路9号', person: '韩梅' }])
    const task = await only('changed', uscc, head)
    expect(task.differences).toEqual([
      { field: 'name', ours: '韩松小吃店', theirs: '韩记大排档' },
      { field: 'address', ours: cornerShop.address, theirs: '石桥路9号' },
      { field: 'legalPerson', ours: '韩*', theirs: '韩*' },
    ])
    const done = await head.premises.upkeep.adopt({ id: task.id, fields: ['name', 'legalPerson'], reason })
    expect(done).toMatchObject({ state: 'done', settledHow: 'adopt' })
    expect(await head.premises.get({ id: shop.id })).toMatchObject({ name: '韩记大排档', address: cornerShop.address })
    expect(await head.premises.reveal({ id: shop.id, purpose: reason })).toMatchObject({ legalPerson: '韩梅' })
    const { items } = await head.premises.history({ id: shop.id })
    expect(items.map(({ act }) => act)).toEqual([
      'premises.reveal',
      'premises.setContacts',
      'premises.correct',
      'premises.enter',
    ])
  })
  it('is none where the register only says less or more of the same', async () => {
    const uscc = newCode()
    await enter({ uscc })
    await bring([{ uscc, address: '柳荫路12号1层东侧' }])
    expect(await tasks('changed', uscc)).toEqual([])
  })
  it('that newer data no longer tell is over, and says so', async () => {
    const uscc = newCode()
    await enter({ uscc })
    await bring([{ uscc, name: '韩记大排档' }])
    await only('changed', uscc)
    await bring([{ uscc }])
    expect(await tasks('changed', uscc)).toEqual([])
    const [over] = await tasks('changed', uscc, inspector, 'done')
    expect(over).toMatchObject({ settledHow: 'lapse', note: '已由新数据消除', settledBy: null })
  })
})

describe('what is gone', () => {
  it('is closed as of the day on which the business ended', async () => {
    const [one, other] = [newCode(), newCode()]
    const shops = [await enter({ uscc: one }), await enter({ uscc: other })]
    await bring([
      { uscc: one, status: '注销', ended: '2026-03-01' },
      { uscc: other, status: '吊销，未注销' },
    ])
    const ids = [(await only('gone', one, head)).id, (await only('gone', other, head)).id]
    expect(await head.premises.upkeep.close({ ids, since: '2026-04-01', reason })).toEqual({ done: 2 })
    const after = await Promise.all(shops.map(({ id }) => head.premises.get({ id })))
    expect(after.map(({ state, stateSince }) => [state, stateSince])).toEqual([
      ['deregistered', '2026-03-01'],
      ['deregistered', '2026-04-01'],
    ])
  })
  it('in a complete file is what it leaves out, of codes that the market regulator gives', async () => {
    const [kept, left, never] = [newCode(), newCode(), newCode()]
    const school = `52990199${'0'.repeat(8)}7`
    const codes = [kept, left, never, school + checkCharacter(school)]
    for (const uscc of codes) await enter({ uscc })
    await bring([{ uscc: kept }, { uscc: left }], { asOf: '2026-05-01' })
    expect(await bring([{ uscc: kept }], { complete: true })).toMatchObject({ state: 'done' })
    const found = await Promise.all(codes.map(async (uscc) => (await tasks('gone', uscc)).length))
    expect(found).toEqual([0, 1, 1, 0])
    expect(await only('gone', left)).toMatchObject({ says: { missingSince: day, status: 'active' } })
    expect(await only('gone', never)).toMatchObject({ says: { missingSince: day, status: null } })
    await bring([{ uscc: left }])
    expect(await tasks('gone', left)).toEqual([])
  })
  it('is none where a record was only closed meanwhile', async () => {
    const uscc = newCode()
    const shop = await enter({ uscc })
    await bring([{ uscc, status: '注销' }])
    const { id } = await only('gone', uscc)
    await head.premises.demolish({ id: shop.id, since: '2026-05-01', reason })
    expect(await head.premises.upkeep.close({ ids: [id], since: day, reason })).toEqual({ done: 1 })
    expect(await head.premises.get({ id: shop.id })).toMatchObject({ state: 'demolished' })
  })
})

describe('by two at once', () => {
  it('who close and dismiss in other orders, the same twice: each is settled once and nobody waits for ever', async () => {
    const codes = Array.from({ length: 8 }, newCode)
    for (const uscc of codes) await enter({ uscc })
    await bring(codes.map((uscc) => ({ uscc, status: '注销', ended: '2199-01-01' })))
    const ids = await Promise.all(codes.map(async (uscc) => (await only('gone', uscc, head)).id))
    const asked = [
      head.premises.upkeep.close({ ids: [...ids, ...ids], since: '2026-04-01', reason }),
      officer.premises.upkeep.close({ ids: ids.toReversed(), since: '2026-04-01', reason }),
      inspector.premises.upkeep.dismiss({ ids: ids.toReversed(), reason }),
      head.premises.reassign({ filter: { q: '韩松小吃店' }, to: null, reason }),
    ]
    const ended = await Promise.allSettled(asked)
    expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
    for (const one of ended) if (one.status === 'rejected') expect(one.reason).toMatchObject({ status: 409 })
  })
})

it('of a code that has a record on another ground a station hears no number', async () => {
  const uscc = newCode()
  await bring([{ uscc, address: '柳荫社区某处' }])
  const { id } = await only('new', uscc, head)
  await enter({ ...spots.S2C1, uscc, premisesNo: 'ELSEWHERE-1' })
  const asked = head.premises.upkeep.register({ id, facts: cornerShop, contacts: shopKeeper })
  await expect(asked).rejects.toMatchObject({ message: 'code-registered-elsewhere', data: {} })
})

describe('what was dismissed', () => {
  it('is not asked again while the data say the same, and is taken up by hand', async () => {
    const uscc = newCode()
    await bring([{ uscc }])
    const { id } = await only('new', uscc)
    await inspector.premises.upkeep.dismiss({ ids: [id], reason: '注册地址无实际经营场所' })
    await bring([{ uscc }])
    expect(await tasks('new', uscc)).toEqual([])
    expect(await inspector.premises.upkeep.restore({ id, reason })).toMatchObject({ state: 'open', note: null })
    await inspector.premises.upkeep.dismiss({ ids: [id], reason: '注册地址无实际经营场所' })
    await bring([{ uscc, address: '石桥路77号' }])
    expect((await only('new', uscc)).id).not.toBe(id)
    await expect(inspector.premises.upkeep.restore({ id, reason })).rejects.toMatchObject({ message: 'open-already' })
  })
  it('wants a reason, and only once', async () => {
    const uscc = newCode()
    await bring([{ uscc }])
    const { id } = await only('new', uscc)
    await expect(inspector.premises.upkeep.dismiss({ ids: [id], reason: '' })).rejects.toMatchObject({ status: 400 })
    await inspector.premises.upkeep.dismiss({ ids: [id], reason })
    await expect(inspector.premises.upkeep.dismiss({ ids: [id], reason })).rejects.toMatchObject({
      message: 'act-not-allowed',
    })
  })
})

describe('a file', () => {
  it('older than what is known tells nothing of it', async () => {
    const uscc = newCode()
    await enter({ uscc })
    await bring([{ uscc, status: '注销', ended: '2026-05-01' }], { asOf: '2026-05-02' })
    expect(await bring([{ uscc }], { asOf: '2026-05-01' })).toMatchObject({ rowsNew: 0, rowsChanged: 0, rowsSame: 1 })
    expect(await tasks('gone', uscc)).toHaveLength(1)
  })
  it('names each bad row: a code that is none, one named twice, a day that has not come', async () => {
    const uscc = newCode()
    const small = uscc.toLowerCase()
    const twice = await bring([{ uscc }, { uscc: `${small.slice(0, 2)} ${small.slice(2)}` }])
    expect(twice).toMatchObject({ state: 'refused', faults: [{ line: 3, rule: 'code-repeated' }] })
    const wrong = await bring([{ uscc: `${uscc.slice(0, 17)}${uscc.endsWith('A') ? 'B' : 'A'}` }])
    expect(wrong).toMatchObject({ state: 'refused', faults: [{ rule: 'uscc-check' }] })
    expect(await bring([{ uscc }], { asOf: '2999-01-01' })).toMatchObject({ state: 'refused', rowsBad: 1 })
    expect(await tasks('new', uscc)).toEqual([])
  })
  it('is listed with its day, and is not for a station to bring', async () => {
    await bring([{ uscc: newCode() }], { asOf: '2026-06-01' })
    const { items } = await head.premises.upkeep.files()
    expect(items[0]).toMatchObject({ asOf: '2026-06-01', complete: false, businesses: 1, broughtBy: '孙明算' })
    await expect(bring([{ uscc: newCode() }], { by: head })).rejects.toMatchObject({ status: 403 })
  })
})

it('another station’s tasks are nowhere', async () => {
  const [gone, fresh] = [newCode(), newCode()]
  await enter({ ...spots.S2C1, uscc: gone, address: '麦田村5号' })
  await bring([
    { uscc: gone, status: '注销', address: '麦田村5号' },
    { uscc: fresh, address: '麦田村6号' },
  ])
  for (const [kind, uscc] of [
    ['gone', gone],
    ['new', fresh],
  ] as const) {
    const { id, station } = await only(kind, uscc)
    expect(station).toBe(PCS02)
    for (const who of [head, officer, street]) {
      const { upkeep } = who.premises
      expect(await tasks(kind, uscc, who)).toEqual([])
      expect((await upkeep.counts({ q: uscc }))[kind]).toBe(0)
      for (const asked of [
        () => upkeep.dismiss({ ids: [id], reason }),
        () => upkeep.close({ ids: [id], since: day, reason }),
        () => upkeep.register({ id, facts: cornerShop, contacts: shopKeeper }),
        () => upkeep.adopt({ id, fields: ['name'], reason }),
        () => upkeep.restore({ id, reason }),
      ])
        await expect(asked()).rejects.toMatchObject({ status: 404 })
    }
  }
  const { items } = await head.premises.upkeep.list({ kind: 'new', limit: 200 })
  expect(items.every(({ station }) => station === PCS01)).toBe(true)
})

it('a comparison waits for whoever is entering a record, and sees it', async () => {
  const uscc = newCode()
  const { db } = world.parts.database
  const waiting = async () => {
    const { rows } =
      await sql`select from pg_stat_activity where datname = current_database() and wait_event = 'advisory'`.execute(db)
    return rows.length > 0
  }
  const ended = await inContext(world.parts, { district: testDistrict, name: 'test' }, async (context) => {
    await holdComparison(context)
    await enterRecord(context, { ...cornerShop, uscc }, shopKeeper)
    const run = bring([{ uscc, name: cornerShop.name }])
    await expect.poll(waiting, { timeout: 20_000 }).toBe(true)
    return { run }
  })
  expect(await ended.run).toMatchObject({ state: 'done' })
  expect(await tasks('new', uscc)).toEqual([])
})

it('the counts are those of the lists, page by page', async () => {
  await bring(Array.from({ length: 5 }, (_, i) => ({ uscc: newCode(), name: `翻页商行${i}` })))
  const filter = { q: '翻页商行' }
  expect(await inspector.premises.upkeep.counts(filter)).toEqual({ new: 5, changed: 0, gone: 0 })
  const seen: string[] = []
  let after: string | undefined
  do {
    const page = await inspector.premises.upkeep.list({ ...filter, kind: 'new', limit: 2, ...(after ? { after } : {}) })
    seen.push(...page.items.map(({ id }) => id))
    after = page.next ?? undefined
  } while (after)
  expect(new Set(seen).size).toBe(5)
})
