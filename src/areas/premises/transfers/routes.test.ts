import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { cornerShop, shopKeeper, spots } from '../../../app/testing/premises.ts'
import { makeWorld } from '../../../app/testing/world.ts'
import type { PremisesFacts } from '../record-contract.ts'

const world = await makeWorld()
const inspector = await world.as('inspector')
const head = await world.as('head')
const officer = await world.as('officer')
const street = await world.as('street')
const leader = await world.as('leader')
const { PCS01 = '', PCS02 = '', XF = '', JD01 = '', JD02 = '', BM01 = '' } = world.ids
const reason = '符合重点单位标准'

const enter = (change: Partial<PremisesFacts> = {}, by = head) =>
  by.premises.enter({ facts: { ...cornerShop, ...change }, contacts: shopKeeper })
/** Entered by the station, though by the rule it is the brigade's. */
const hospital = (name = '东街医院') => enter({ name, kind: 'CARE-HOSP', beds: 120 })

describe('a record that meets a criterion of key units', () => {
  it('is proposed, offered with the criterion, accepted, and then the brigade’s', async () => {
    const before = await hospital()
    expect(before).toMatchObject({ supervisor: PCS01, proposed: true, criteria: ['HOSP'], dueBody: 'brigade' })
    const transfer = await head.premises.transfers.offer({ premises: before.id, to: null, reason })
    expect(transfer).toMatchObject({
      ...{ state: 'offered', fromBody: PCS01, toBody: XF, criteria: ['HOSP'] },
      ...{ offeredBy: '赵望', openDays: 0, inReach: true, name: '东街医院' },
    })
    const proposals = { proposed: 'true', supervisor: [PCS01] } as const
    expect((await head.premises.list({ ...proposals, offered: 'false' })).items).toEqual([])
    expect((await head.premises.list({ ...proposals, offered: 'true' })).items).toHaveLength(1)
    const told = await inspector.organisation.accounts.notices({})
    expect(told.items[0]).toMatchObject({
      message: 'transferOffered',
      values: { from: '东街派出所', what: '东街医院' },
      link: '/premises/transfers?tab=in',
    })
    expect(await inspector.premises.transfers.accept({ id: transfer.id })).toMatchObject({
      ...{ state: 'accepted', answeredBy: '周巡安', answer: null },
    })
    const after = await head.premises.get({ id: before.id })
    expect(after).toMatchObject({ supervisor: XF, list: 'KEY', proposed: false, station: PCS01, keptCriteria: null })
    expect((await head.premises.list({ supervisor: [PCS01], q: '东街医院' })).items).toEqual([])
    const [entry] = (await head.premises.history({ id: before.id })).items
    expect(entry).toMatchObject({ act: 'premises.transfer', note: reason, actor: '周巡安' })
    expect(entry?.changes).toContainEqual({ field: 'supervisor', before: PCS01, after: XF })
    expect((await head.organisation.accounts.notices({})).items[0]).toMatchObject({ message: 'transferAccepted' })
  })

  it('is returned with a reason, told to whoever offered it, and may be offered again', async () => {
    const { id } = await hospital('退回医院')
    const first = await head.premises.transfers.offer({ premises: id, to: XF, reason })
    const again = () => head.premises.transfers.offer({ premises: id, to: XF, reason })
    await expect(again()).rejects.toMatchObject({ message: 'transfer-open', status: 409 })
    await expect(inspector.premises.transfers.return({ id: first.id, reason: '' })).rejects.toMatchObject({
      status: 400,
    })
    const returned = await inspector.premises.transfers.return({ id: first.id, reason: '床位数未核实' })
    expect(returned).toMatchObject({ state: 'returned', answer: '床位数未核实' })
    expect((await head.organisation.accounts.notices({})).items[0]).toMatchObject({
      message: 'transferReturned',
      values: { to: '试验消防救援大队', reason: '床位数未核实' },
    })
    expect(await head.premises.get({ id })).toMatchObject({ supervisor: PCS01, proposed: true })
    const second = await again()
    await head.premises.transfers.withdraw({ id: second.id })
    const { items } = await head.premises.transfers.list({ premises: [id] })
    expect(items.map(({ state }) => state)).toEqual(['withdrawn', 'returned'])
  })

  it('stays offered when its facts change: a person decides', async () => {
    const { id, version } = await hospital('缩编医院')
    const transfer = await head.premises.transfers.offer({ premises: id, to: XF, reason })
    const facts = { ...cornerShop, name: '缩编医院', kind: 'CARE-HOSP', beds: 10 }
    const changed = await head.premises.correct({ id, version, facts, reason: '床位核减' })
    expect(changed).toMatchObject({ criteria: [], proposed: false })
    const { items } = await head.premises.transfers.list({ premises: [id], state: ['offered'] })
    expect(items).toMatchObject([{ id: transfer.id, criteria: ['HOSP'] }])
    // The brigade takes it all the same: two bodies agreed, so nothing is proposed at once again.
    await inspector.premises.transfers.accept({ id: transfer.id })
    expect(await inspector.premises.get({ id })).toMatchObject({ supervisor: XF, dueBody: 'station', proposed: false })
  })
})

describe('who may', () => {
  it('offers is the supervising body; answers the receiving one; takes back the one that offered', async () => {
    const { id } = await hospital('权限医院')
    const { transfers } = inspector.premises
    await expect(transfers.offer({ premises: id, to: XF, reason })).rejects.toMatchObject({
      message: 'not-the-supervisor',
    })
    await expect(officer.premises.transfers.offer({ premises: id, to: XF, reason })).rejects.toMatchObject({
      status: 403,
    })
    const offer = await head.premises.transfers.offer({ premises: id, to: JD01, reason })
    // The brigade sees the whole district and still answers for nobody but itself.
    for (const asked of [
      () => transfers.accept({ id: offer.id }),
      () => transfers.return({ id: offer.id, reason }),
      () => head.premises.transfers.accept({ id: offer.id }),
    ])
      await expect(asked()).rejects.toMatchObject({ message: 'not-the-receiver', data: { law: '120-3' } })
    for (const asked of [inspector, street])
      await expect(asked.premises.transfers.withdraw({ id: offer.id })).rejects.toMatchObject({
        message: 'not-the-offerer',
      })
    await street.premises.transfers.accept({ id: offer.id })
    expect(await street.premises.get({ id })).toMatchObject({ supervisor: JD01, list: 'GENERAL' })
  })

  it('refuses a body that does not supervise, the own one, and records that are closed for good', async () => {
    const { id } = await hospital('停办医院')
    const offer = (to: string | null) => head.premises.transfers.offer({ premises: id, to, reason })
    await expect(offer(BM01)).rejects.toMatchObject({ message: 'not-a-supervising-body' })
    await expect(offer(PCS01)).rejects.toMatchObject({ message: 'transfer-to-itself' })
    const open = await offer(XF)
    await head.premises.deregister({ id, since: '2026-05-01', reason: '已停办' })
    await expect(inspector.premises.transfers.accept({ id: open.id })).rejects.toMatchObject({
      message: 'act-not-allowed',
    })
    await inspector.premises.transfers.return({ id: open.id, reason: '已注销' })
    await expect(offer(XF)).rejects.toMatchObject({ message: 'act-not-allowed' })
    expect(await head.premises.get({ id })).toMatchObject({ supervisor: PCS01 })
  })

  it('asks for the body where the rule cannot name one', async () => {
    const store = await enter({ name: '无址商店', lng: null, lat: null }, inspector)
    expect(store).toMatchObject({ supervisor: XF, station: null, dueBody: 'station' })
    await expect(inspector.premises.transfers.offer({ premises: store.id, to: null, reason })).rejects.toMatchObject({
      message: 'no-proposed-body',
    })
    const offer = await inspector.premises.transfers.offer({ premises: store.id, to: PCS01, reason })
    // It is not on the station's ground before, but is offered to it.
    await expect(head.premises.get({ id: store.id })).rejects.toMatchObject({ status: 404 })
    expect((await head.premises.transfers.list({ premises: [store.id] })).items).toMatchObject([{ inReach: false }])
    expect(await head.premises.transfers.accept({ id: offer.id })).toMatchObject({ inReach: true })
    expect(await head.premises.get({ id: store.id })).toMatchObject({ station: PCS01, supervisor: PCS01 })
  })
})

it('two people answer at once: one does it, the other is told', async () => {
  const { id } = await hospital('争办医院')
  const offer = await head.premises.transfers.offer({ premises: id, to: XF, reason })
  const answers = await Promise.allSettled([
    inspector.premises.transfers.accept({ id: offer.id }),
    inspector.premises.transfers.return({ id: offer.id, reason: '未核实' }),
    head.premises.transfers.withdraw({ id: offer.id }),
    inspector.premises.transfers.accept({ id: offer.id }),
  ])
  const refused = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []))
  expect(refused).toHaveLength(3)
  for (const refusal of refused) expect(refusal).toMatchObject({ message: 'act-not-allowed', status: 409 })
  const [transfer] = (await leader.premises.transfers.list({ premises: [id] })).items
  const { supervisor } = await leader.premises.get({ id })
  expect(supervisor).toBe(transfer?.state === 'accepted' ? XF : PCS01)
})

it('two offers at once: one stands', async () => {
  const { id } = await hospital('双送医院')
  const offer = (to: string) => head.premises.transfers.offer({ premises: id, to, reason })
  const answers = await Promise.allSettled([offer(XF), offer(JD01), offer(XF)])
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

describe('many at once', () => {
  it('go each to the body that the rule names, one notice a body; who cannot be offered is named', async () => {
    const names = ['批量甲医院', '批量乙医院', '批量丙医院']
    const ids: string[] = []
    for (const name of names) ids.push((await hospital(name)).id)
    const [first = ''] = ids
    await head.premises.transfers.offer({ premises: first, to: XF, reason })
    const { offered, refused } = await head.premises.transfers.offerMany({ ids, to: null, reason })
    expect(offered).toBe(2)
    expect(refused).toMatchObject([{ premises: first, name: '批量甲医院', rule: 'transfer-open' }])
    const [told] = (await inspector.organisation.accounts.notices({})).items
    expect(told).toMatchObject({ message: 'transfersOffered', values: { n: 2 } })
  })
  it('by a filter, inside the reach', async () => {
    await hospital('筛选医院')
    const filter = { q: '筛选医院', proposed: 'true' } as const
    expect(await head.premises.transfers.offerMany({ filter, to: XF, reason })).toEqual({ offered: 1, refused: [] })
    expect(await street.premises.transfers.offerMany({ filter, to: XF, reason })).toMatchObject({ offered: 0 })
    expect(await head.premises.transfers.offerMany({ to: XF, reason })).toEqual({ offered: 0, refused: [] })
  })
})

describe('transfers between others', () => {
  it('are nowhere for a station: no list, no count, no act', async () => {
    const there = await enter({ ...spots.S2C1, name: '麦田医院', kind: 'CARE-HOSP', beds: 90 }, inspector)
    expect(there).toMatchObject({ station: PCS02, supervisor: XF })
    const before = await head.premises.transfers.counts()
    for (const to of [PCS02, JD02]) {
      const { id } = await inspector.premises.transfers.offer({ premises: there.id, to, reason })
      for (const who of [head, street]) {
        const { transfers } = who.premises
        expect((await transfers.list({ premises: [there.id] })).items).toEqual([])
        expect((await transfers.list({ body: [PCS02, JD02] })).items).toEqual([])
        for (const asked of [
          () => transfers.accept({ id }),
          () => transfers.return({ id, reason }),
          () => transfers.withdraw({ id }),
          () => transfers.offer({ premises: there.id, to: PCS01, reason }),
        ])
          await expect(asked()).rejects.toMatchObject({ status: 404 })
      }
      expect(await head.premises.transfers.counts()).toEqual(before)
      await inspector.premises.transfers.withdraw({ id, reason: '改送' })
    }
  })
  it('are seen by the district, which does not answer for them', async () => {
    const { id } = await hospital('旁观医院')
    const offer = await head.premises.transfers.offer({ premises: id, to: XF, reason })
    const open = await leader.premises.transfers.counts()
    expect(open).toMatchObject({ in: 0, out: 0 })
    expect(open.open).toBeGreaterThan(0)
    await expect(leader.premises.transfers.accept({ id: offer.id })).rejects.toMatchObject({ status: 403 })
  })
})

it('pages through transfers without losing or doubling one', async () => {
  const all = (await leader.premises.transfers.list({ limit: 200 })).items.map(({ id }) => id)
  const seen: string[] = []
  let after: string | undefined
  do {
    const page = await leader.premises.transfers.list({ limit: 3, ...(after ? { after } : {}) })
    seen.push(...page.items.map(({ id }) => id))
    after = page.next ?? undefined
  } while (after)
  expect(seen).toEqual(all)
  expect(new Set(seen).size).toBe(all.length)
})

it('of a body that was closed is offered to another by who reaches the whole district', async () => {
  const { db } = world.parts.database
  const open = async (active: boolean) =>
    void (await sql`update organisation.body set active = ${active} where id = ${PCS02}`.execute(db))
  const { id } = await enter({ ...spots.S2C1, name: '撤所遗留店' }, inspector)
  await open(false)
  try {
    const entered = await enter({ ...spots.S2C1, name: '撤所之后店' }, inspector)
    expect(entered.supervisor).toBe(XF)
    const given = { premises: id, to: PCS01, reason }
    await expect(leader.premises.transfers.offer(given)).rejects.toMatchObject({ status: 403 })
    const { id: transfer } = await inspector.premises.transfers.offer(given)
    await head.premises.transfers.accept({ id: transfer })
    expect(await head.premises.get({ id })).toMatchObject({ supervisor: PCS01, station: PCS01 })
  } finally {
    await open(true)
  }
})
