/** What an attacker or two hurried people would ask of the register's routes. */
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { cornerShop, shopKeeper, spots } from '../../app/testing/premises.ts'
import { makeWorld } from '../../app/testing/world.ts'
import type { PremisesFacts } from './record-contract.ts'

const world = await makeWorld()
const inspector = await world.as('inspector')
const head = await world.as('head')
const street = await world.as('street')
const planner = await world.as('planner')
const { db } = world.parts.database
const { PCS01 = '', S1C1 = '' } = world.ids
const reason = '核对后更正'

const enter = (change: Partial<PremisesFacts> = {}, by = inspector) =>
  by.premises.enter({ facts: { ...cornerShop, ...change }, contacts: shopKeeper })
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])
const bring = async (by = inspector) =>
  (await by.premises.bringFile({ file: new File([png], '门头.png', { type: 'image/png' }) })).file

describe('a file', () => {
  it("that another brought is not shown by putting its id into one's own record", async () => {
    const file = await bring()
    const photos = [{ file, caption: null, takenOn: null }]
    const papers = [{ kind: 'ACCEPT', no: null, issuedOn: null, expiresOn: null, file }]
    for (const change of [{ photos }, { papers }])
      await expect(enter(change, head)).rejects.toMatchObject({
        message: 'facts-unsound',
        data: { faults: [{ field: Object.keys(change)[0], rule: 'unknown-file' }] },
      })
    await expect(head.premises.file({ id: file })).rejects.toMatchObject({ status: 404 })
  })
  it('that a record shows stays in it, whoever corrects it', async () => {
    const photos = [{ file: await bring(), caption: null, takenOn: null }]
    const { id, version } = await enter({ photos })
    const facts = { ...cornerShop, photos, staff: 8 }
    expect(await head.premises.correct({ id, version, facts, reason })).toMatchObject({ photos, staff: 8 })
    const more = [{ file: await bring(head), caption: '新', takenOn: null }, ...photos]
    const added = { id, version: 2, facts: { ...facts, photos: more }, reason }
    expect(await head.premises.correct(added)).toMatchObject({ photos: more })
  })
  it('of an import is no picture, for whoever reaches the district too', async () => {
    const csv = new File(['名称,责任人电话\n甲,19900001234\n'], 'own.csv', { type: 'text/csv' })
    const { file } = await inspector.premises.imports.upload({ file: csv })
    for (const who of [planner, inspector])
      await expect(who.premises.file({ id: file })).rejects.toMatchObject({ status: 404 })
    await expect(enter({ photos: [{ file, caption: null, takenOn: null }] })).rejects.toMatchObject({
      data: { faults: [{ field: 'photos', rule: 'unknown-file' }] },
    })
  })
})

describe('relations', () => {
  const company = () => enter({ form: 'company', kind: null, name: '西街物业', ...spots.S2C1 })
  it('that lie elsewhere stay through a correction by who does not see them, and none are added so', async () => {
    const { id: of } = await company()
    const estate = await enter({ form: 'estate', kind: null, name: '东街小区', company: of })
    const facts = { ...cornerShop, form: 'estate' as const, kind: null, name: '东街小区', company: of }
    const { id, version } = estate
    expect(await head.premises.correct({ id, version, facts: { ...facts, staff: 9 }, reason })).toMatchObject({
      staff: 9,
    })
    expect(await head.premises.locate({ id, version: 2, ...spots.S1C2, community: null })).toMatchObject({
      company: of,
    })
    await expect(enter({ ...facts, name: '另一小区' }, head)).rejects.toMatchObject({
      data: { faults: [{ field: 'company', rule: 'relation-of-wrong-form' }] },
    })
    const findings = async (self: string | null) =>
      (await head.premises.check({ id: self, facts })).findings.filter(({ weight }) => weight === 'fault')
    expect([await findings(id), (await findings(null)).length]).toEqual([[], 1])
  })
  it('to what was merged away are none', async () => {
    const [keep, drop] = [await company(), await company()]
    const versions = { keepVersion: 1, dropVersion: 1 }
    await inspector.premises.twins.merge({ keep: keep.id, drop: drop.id, ...versions, choices: {}, reason })
    await expect(enter({ form: 'estate', kind: null, name: '晚来小区', company: drop.id })).rejects.toMatchObject({
      data: { faults: [{ field: 'company', rule: 'relation-of-wrong-form' }] },
    })
  })
})

describe('who supervises', () => {
  it('decides that it keeps a record; a street does not decide it for a station', async () => {
    const hotel = await enter({ kind: 'HOTEL-HOTEL', rooms: 50, name: '越权宾馆' }, head)
    expect(hotel).toMatchObject({ supervisor: PCS01, proposed: true })
    await expect(street.premises.keep({ id: hotel.id, reason })).rejects.toMatchObject({
      message: 'supervised-by-another',
    })
    const big = await enter({ kind: 'HOTEL-HOTEL', rooms: 50, name: '大队宾馆' })
    await expect(head.premises.setList({ id: big.id, list: 'LARGE', reason })).rejects.toMatchObject({
      message: 'supervised-by-another',
    })
    expect(await head.premises.keep({ id: hotel.id, reason })).toMatchObject({ proposed: false })
  })
  it('is not taken from another body by a merge', async () => {
    const facts = { kind: 'HOTEL-HOTEL', rooms: 50, name: '双管宾馆', address: '双管路1号' }
    const [big, own] = [await enter(facts), await enter(facts, head)]
    const input = { keep: own.id, drop: big.id, keepVersion: 1, dropVersion: 1, reason }
    for (const supervisor of ['keep', 'drop'] as const)
      await expect(head.premises.twins.merge({ ...input, choices: { supervisor } })).rejects.toMatchObject({
        message: 'supervisors-differ',
      })
    const { id } = await inspector.premises.twins.merge({ ...input, choices: { supervisor: 'drop' } })
    await expect(head.premises.twins.undo({ id, reason })).rejects.toMatchObject({ message: 'supervisors-differ' })
    await inspector.premises.twins.undo({ id, reason })
  })
  it('may correct a record of its own that lies on another ground, and moves none there', async () => {
    const { JD01 = '', S2C1 = '' } = world.ids
    const clinic = await enter({ ...spots.S2C1, name: '隔街诊所' })
    await sql`update premises.premises set supervisor = ${JD01} where id = ${clinic.id}`.execute(db)
    const facts = { ...cornerShop, ...spots.S2C1, name: '隔街诊所', staff: 7 }
    expect(await street.premises.correct({ id: clinic.id, version: 1, facts, reason })).toMatchObject({
      staff: 7,
      supervisor: JD01,
      community: S2C1,
    })
    const { id } = await enter({ name: '本街诊所' })
    await expect(
      street.premises.correct({ id, version: 1, facts: { ...facts, name: '本街诊所' }, reason }),
    ).rejects.toMatchObject({ message: 'not-own-ground' })
  })
})

describe('two at once', () => {
  const outcomes = async (asked: readonly Promise<unknown>[]) =>
    (await Promise.allSettled(asked)).map((one) =>
      one.status === 'fulfilled' ? 'done' : (one.reason as { message: string; status: number }).message,
    )
  it('with one number: one has it, the other is told', async () => {
    for (let n = 0; n < 4; n++) {
      const number = { premisesNo: `T-${n}` }
      const all = await outcomes([enter(number), enter({ ...number, name: '另一家' })])
      expect(all.sort()).toEqual(['done', 'number-taken'])
    }
  })
  it('merging and assigning in opposite orders wait for each other', async () => {
    const ids: string[] = []
    for (let n = 0; n < 8; n++) ids.push((await enter({ name: `并行店${n}`, address: `并行路${n}号` })).id)
    const offered = (order: readonly string[]) =>
      head.premises.transfers.offerMany({ ids: [...order], to: world.ids.JD01 ?? '', reason })
    const back = ids.toReversed()
    const all = await outcomes([
      offered(ids),
      offered(back),
      head.premises.reassign({ filter: { q: '并行店' }, to: null, reason }),
    ])
    expect(all).toEqual(['done', 'done', 'done'])
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from premises.transfer where premises = any(${ids}::uuid[]) and state = 'offered'`.execute(
      db,
    )
    expect(rows[0]?.n).toBe(8)
  })
})

describe('what no person would type', () => {
  const nul = '\u0000'
  it.each([
    ['list', () => inspector.premises.list({ kind: [nul] })],
    ['list after', () => inspector.premises.list({ after: 'nowhere' })],
    [
      'list after another order',
      () =>
        inspector.premises.list({
          after: '%5B%22x%22%2C%22019a0000-0000-7000-8000-000000000000%22%5D',
          sort: '-lastInspectedOn',
        }),
    ],
    ['counts', () => inspector.premises.counts({ tag: [nul], by: ['tag'] })],
    ['find', () => inspector.premises.find({ q: nul })],
    [
      'twins',
      () => inspector.premises.twins.list({ after: '%5B%22x%22%2C%22019a0000-0000-7000-8000-000000000000%22%5D' }),
    ],
    ['merges', () => inspector.premises.twins.merges({ after: 'x' })],
    ['upkeep', () => inspector.premises.upkeep.list({ kind: 'new', after: 'x' })],
    ['transfers', () => inspector.premises.transfers.list({ after: 'x' })],
    ['runs', () => inspector.premises.imports.list({ after: 'x' })],
    ['phone', () => inspector.premises.twins.like({ ...cornerShop, id: null, phone: nul })],
    [
      'profile',
      () =>
        inspector.premises.imports.saveProfile({
          profile: { name: `a${nul}b`, columns: {}, zone: 'Asia/Shanghai' } as never,
        }),
    ],
    ['setList', async () => inspector.premises.setList({ id: (await enter()).id, list: nul, reason })],
    ['uscc', () => enter({ uscc: nul })],
    ['number', () => enter({ areaM2: 1e308 })],
    [
      'choices',
      async () =>
        inspector.premises.twins.merge({
          keep: S1C1,
          drop: PCS01,
          keepVersion: 1,
          dropVersion: 1,
          choices: { [nul]: 'keep' },
          reason,
        }),
    ],
  ])('%s', async (_what, ask) => {
    const status = await ask().then(
      () => 200,
      (error: { status?: number }) => error.status,
    )
    expect([200, 400, 404, 409]).toContain(status)
  })
  it('markup in a name is a name on paper, in a page and in a table', async () => {
    const name = '<script>alert(1)</script>&"书店'
    const { id } = await enter({ name, address: '=1+1', remarks: '<img src=x onerror=alert(1)>' })
    const { body } = await inspector.premises.document({ id, format: 'html' })
    const html = await (body as File).text()
    expect(html).toContain('&lt;script&gt;')
    expect(html).not.toMatch(/<script>alert|<img src=x/)
    const file = await inspector.premises.export({ q: '<script>alert', format: 'csv' })
    expect(await (file.body as File).text()).toContain("'=1+1")
  })
})
