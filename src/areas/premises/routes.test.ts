import { describe, expect, it } from 'vitest'
import { cornerShop, shopKeeper, spots } from '../../app/testing/premises.ts'
import { makeWorld } from '../../app/testing/world.ts'
import type { Contacts, PremisesFacts } from './record-contract.ts'

const world = await makeWorld()
const inspector = await world.as('inspector')
const head = await world.as('head')
const officer = await world.as('officer')
const { PCS01 = '', PCS02 = '', XF = '', S1C1 = '', S1 = '', S2C1 = '' } = world.ids
const reason = '核对后更正'

const enter = (change: Partial<PremisesFacts> = {}, contacts: Contacts = shopKeeper, by = inspector) =>
  by.premises.enter({ facts: { ...cornerShop, ...change }, contacts })

describe('entering', () => {
  it('finds community, street and station of the point, gives a number and masks the people', async () => {
    const shop = await enter()
    expect(shop).toMatchObject({
      community: S1C1,
      street: S1,
      station: PCS01,
      supervisor: PCS01,
      list: 'SMALL',
      dueBody: 'station',
      proposed: false,
      state: 'open',
      expiresOn: '2027-05-01',
      contacts: { responsibleName: '韩*', responsiblePhone: '199****1234', managerName: null },
    })
    expect(shop.premisesNo).toMatch(/^990199\d{7}$/)
  })
  it('proposes what meets a criterion of key units to the brigade, and cites it', async () => {
    const hotel = await enter({ kind: 'HOTEL-HOTEL', rooms: 50, name: '柳荫宾馆' }, shopKeeper, head)
    expect(hotel).toMatchObject({ supervisor: PCS01, criteria: ['HOTEL'], dueBody: 'brigade', proposed: true })
    expect(await enter({ kind: 'HOTEL-HOTEL', rooms: 50, name: '石桥宾馆' })).toMatchObject({
      supervisor: XF,
      list: 'KEY',
      proposed: false,
    })
    const kept = await head.premises.keep({ id: hotel.id, reason: '大队研究后仍由派出所监管' })
    expect(kept.proposed).toBe(false)
    const facts = { ...cornerShop, kind: 'HOTEL-HOTEL', rooms: 50, heightM: 30, name: '柳荫宾馆' }
    const taller = await head.premises.correct({ id: hotel.id, version: kept.version, facts, reason })
    expect(taller).toMatchObject({ criteria: ['HIGHPUB', 'HOTEL'], proposed: true })
  })
  it('names every fault with its field', async () => {
    const odd = enter({ uscc: '91350100M000100Y44', name: '0571-88886666', kind: 'MOON', lng: 30.905, lat: 80 })
    await expect(odd).rejects.toMatchObject({
      message: 'facts-unsound',
      data: {
        faults: [
          { field: 'name', rule: 'name-is-phone' },
          { field: 'uscc', rule: 'uscc-check' },
          { field: 'kind', rule: 'unknown-code' },
          { field: 'lng', rule: 'point-outside' },
        ],
      },
    })
    await expect(enter({ areaM2: -5 })).rejects.toMatchObject({ status: 400 })
    await expect(enter({ heightM: 3000 })).rejects.toMatchObject({ status: 400 })
    await expect(enter({}, { ...shopKeeper, responsibleName: '19900001234' })).rejects.toMatchObject({
      data: { faults: [{ field: 'responsibleName', rule: 'name-is-phone' }] },
    })
  })
  it('takes a code as it is written, and keeps it plain', async () => {
    const { uscc } = await enter({ uscc: ' ９１３５０１００m000100y43' })
    expect(uscc).toBe('91350100M000100Y43')
  })
  it('refuses a relation to a record of another form, and one to itself', async () => {
    const shop = await enter()
    await expect(enter({ building: shop.id })).rejects.toMatchObject({
      data: { faults: [{ field: 'building', rule: 'relation-of-wrong-form' }] },
    })
  })
  it('keeps a station on its own ground', async () => {
    await expect(enter(spots.S2C1, shopKeeper, officer)).rejects.toMatchObject({ message: 'not-own-ground' })
    const shop = await enter({}, shopKeeper, officer)
    const facts = { ...cornerShop, ...spots.S2C1 }
    await expect(officer.premises.correct({ id: shop.id, version: shop.version, facts, reason })).rejects.toMatchObject(
      { message: 'not-own-ground' },
    )
  })
})

describe('people in charge', () => {
  it('are told for a purpose, which the ledger keeps, and are in no history', async () => {
    const { id } = await enter()
    await expect(head.premises.reveal({ id, purpose: '' })).rejects.toMatchObject({ status: 400 })
    expect(await head.premises.reveal({ id, purpose: '通知整改' })).toMatchObject(shopKeeper)
    const history = await head.premises.history({ id })
    expect(history.items[0]).toMatchObject({ act: 'premises.reveal', note: '通知整改', actor: '赵望' })
    expect(JSON.stringify(history)).not.toContain('19900001234')
  })
  it('stay through a correction and change by an act of their own', async () => {
    const { id, version } = await enter()
    const changed = await head.premises.correct({ id, version, facts: { ...cornerShop, staff: 9 }, reason })
    expect(await head.premises.reveal({ id, purpose: '核对' })).toMatchObject(shopKeeper)
    const contacts = { ...shopKeeper, managerName: '朱岚', managerPhone: '1990000 5678' }
    const after = await head.premises.setContacts({ id, version: changed.version, contacts, reason })
    expect(after.contacts).toMatchObject({ managerName: '朱*', managerPhone: '199****5678' })
  })
})

it('two people with one record: the second is told, with both versions', async () => {
  const { id, version } = await enter()
  await head.premises.correct({ id, version, facts: { ...cornerShop, staff: 4 }, reason })
  const second = officer.premises.correct({ id, version, facts: { ...cornerShop, staff: 5 }, reason })
  await expect(second).rejects.toMatchObject({ message: 'moved-meanwhile', data: { seen: 1, now: { staff: 4 } } })
})

it('numbers go on behind the highest that is in use, whoever gave it', async () => {
  await enter({ premisesNo: '9901990500000' })
  await enter({ premisesNo: '99019905' })
  expect((await enter()).premisesNo).toBe('9901990500001')
  expect((await enter()).premisesNo).toBe('9901990500002')
})

describe('its state', () => {
  it('goes by the table, with the day since which it is so', async () => {
    const { id } = await enter()
    const since = { since: '2026-05-01', reason: '现场核实' }
    expect(await head.premises.pause({ id, ...since })).toMatchObject({ state: 'paused', stateSince: '2026-05-01' })
    expect(await head.premises.deregister({ id, ...since })).toMatchObject({ state: 'deregistered' })
    await expect(head.premises.pause({ id, ...since })).rejects.toMatchObject({ message: 'act-not-allowed' })
    await expect(head.premises.reopen({ id, since: '2999-01-01', reason: '现场核实' })).rejects.toMatchObject({
      message: 'since-ahead',
    })
  })
})

describe('finding', () => {
  it.each([
    ['新华书店', 'name'],
    ['华书', 'name'],
    ['xhs', 'name'],
    ['xinhuashu', 'name'],
    ['柳荫路12', 'address'],
    ['lyl12', 'address'],
    ['新花书店', 'near'],
    ['新毕书店', 'near'],
  ])('%s finds 新华书店 by its %s', async (q, by) => {
    const { id } = await enter({ name: '新华书店（望潮店）' })
    const { items } = await inspector.premises.find({ q, limit: 50 })
    expect(items.find((item) => item.id === id)).toMatchObject({ by })
    expect((await inspector.premises.list({ q: by === 'near' ? '新华' : q })).items.map((item) => item.id)).toContain(
      id,
    )
  })
  it('finds by number and code, and by a phone only whole and for who may', async () => {
    const { id, premisesNo } = await enter(
      { uscc: '91512081MA62K0260E' },
      { ...shopKeeper, responsiblePhone: '19900007777' },
    )
    const first = async (by: typeof inspector, q: string) => (await by.premises.find({ q })).items[0]
    expect(await first(inspector, premisesNo)).toMatchObject({ id, by: 'number' })
    expect(await first(inspector, '91512081ma62')).toMatchObject({ id, by: 'code' })
    expect(await first(inspector, '19900007777')).toMatchObject({ id, by: 'phone' })
    expect(await first(inspector, '1990000777')).toBeUndefined()
    expect(await first(await world.as('planner'), '19900007777')).toBeUndefined()
  })
  it('pages in every order without losing or doubling one', async () => {
    for (const name of ['乙店', '甲店', '丙店', '甲店']) await enter({ name, address: '翻页巷1号' })
    for (const sort of ['name', '-name', 'enteredAt', '-enteredAt', 'premisesNo', 'lastInspectedOn'] as const) {
      const seen: string[] = []
      let after: string | undefined
      do {
        const page = await inspector.premises.list({ q: '翻页巷', sort, limit: 3, ...(after ? { after } : {}) })
        seen.push(...page.items.map(({ id }) => id))
        after = page.next ?? undefined
      } while (after)
      expect(new Set(seen).size).toBe(4)
      expect(seen).toHaveLength(4)
    }
  })
  it('counts by value as the list finds, whether the tally or the register answers', async () => {
    const { id } = await enter({ tags: ['EBIKE'], kind: 'CATER-REST', name: '计数饭店' })
    await head.premises.pause({ id, since: '2026-05-01', reason: '停业' })
    for (const filter of [
      {},
      { kind: ['CATER-REST'] },
      { tag: ['EBIKE'] },
      { neverInspected: 'true' },
      { q: '计数饭店' },
    ]) {
      const { total, facets } = await inspector.premises.counts({ ...filter, by: ['kind', 'state', 'tag', 'station'] })
      const { items } = await inspector.premises.list({ ...filter, limit: 200 })
      expect(total).toBe(items.length)
      const states = facets.find(({ by }) => by === 'state')?.values ?? []
      expect(Object.fromEntries(states.map(({ value, n }) => [value, n])).paused).toBe(
        items.filter(({ state }) => state === 'paused').length || undefined,
      )
    }
  })
})

describe("another station's records", () => {
  it('are nowhere: no list, count, search, export, page or act', async () => {
    const there = await enter(
      { ...spots.S2C1, name: '麦田饭馆', address: '麦田村3号' },
      { ...shopKeeper, responsiblePhone: '19900003333' },
    )
    expect(there).toMatchObject({ station: PCS02, community: S2C1 })
    const { id, version } = there
    for (const who of [head, officer]) {
      const { premises } = who
      expect((await premises.list({ q: '麦田饭馆' })).items).toEqual([])
      expect((await premises.counts({ q: '麦田饭馆' })).total).toBe(0)
      expect((await premises.counts({ station: [PCS02] })).total).toBe(0)
      for (const q of ['麦田饭馆', 'mtfg', there.premisesNo, '19900003333'])
        expect((await premises.find({ q })).items).toEqual([])
      expect((await premises.names({ id: [id] })).items).toEqual([])
      for (const asked of [
        () => premises.get({ id }),
        () => premises.history({ id }),
        () => premises.reveal({ id, purpose: '核对' }),
        () => premises.correct({ id, version, facts: cornerShop, reason }),
        () => premises.locate({ id, version, ...spots.S1C1, community: null }),
        () => premises.setContacts({ id, version, contacts: shopKeeper, reason }),
        () => premises.pause({ id, since: '2026-05-01', reason }),
      ])
        await expect(asked()).rejects.toMatchObject({ status: 404 })
    }
    expect((await head.premises.loads()).items.every(({ station }) => station === PCS01)).toBe(true)
  })
})

describe('officers', () => {
  it('take records of their own station alone, one by one or all of a filter', async () => {
    const me = await officer.organisation.accounts.me()
    const shop = await enter({ name: '分派商店' })
    const person = me.person
    expect(await head.premises.assign({ id: shop.id, officer: person, reason: '调整管段' })).toMatchObject({
      officer: person,
    })
    const { moved } = await head.premises.reassign({ filter: { officer: [person] }, to: null, reason: '民警调离' })
    expect(moved).toBe(1)
    const [entry] = (await head.premises.history({ id: shop.id })).items
    expect(entry).toMatchObject({
      act: 'premises.assign',
      note: '民警调离',
      changes: [{ field: 'officer', after: null }],
    })
    const there = await enter({ ...spots.S2C1, name: '麦田商店' })
    await expect(
      inspector.premises.assign({ id: there.id, officer: person, reason: '调整管段' }),
    ).rejects.toMatchObject({ message: 'officer-of-another-station' })
    await expect(
      inspector.premises.reassign({ filter: { q: '麦田商店' }, to: person, reason: '调整管段' }),
    ).rejects.toMatchObject({ message: 'officer-of-another-station', data: { outside: 1 } })
  })
})

describe('an export', () => {
  it('can be imported again and changes nothing; people are masked in it, and it is logged', async () => {
    const building = await enter({ form: 'building', kind: null, name: '导出大楼', tags: [] })
    await enter({ name: '导出商店', building: building.id, tags: ['EBIKE', 'SELF'], fireRating: 2 })
    const { body } = await head.premises.export({ q: '导出', format: 'csv', sort: 'name' })
    const text = await (body as File).text()
    expect(text).toContain('199****1234')
    expect(text).not.toContain('19900001234')
    const { imports } = inspector.premises
    const { file, proposal } = await imports.upload({ file: new File([text], '导出.csv') })
    const people = ['legal_person', 'responsible_name', 'responsible_phone', 'manager_name', 'manager_phone']
    const columns = Object.fromEntries(Object.entries(proposal.columns).filter(([key]) => !people.includes(key)))
    const run = await imports.start({
      file,
      profile: { ...proposal, columns, ignore: '*' },
      dryRun: true,
      skipBad: false,
    })
    await expect.poll(async () => (await imports.get({ id: run.id })).state, { timeout: 20_000 }).toBe('done')
    expect(await imports.get({ id: run.id })).toMatchObject({ rowsBad: 0, rowsNew: 0, rowsChanged: 0, rowsSame: 2 })
  })
})

describe('pictures', () => {
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])
  it('are shown to whoever sees a record that has them', async () => {
    const { file } = await officer.premises.bringFile({ file: new File([png], '门头.png', { type: 'image/png' }) })
    await expect(head.premises.file({ id: file })).rejects.toMatchObject({ status: 404 })
    await enter({ photos: [{ file, caption: '门头', takenOn: '2026-05-01' }] }, shopKeeper, officer)
    const { body } = await head.premises.file({ id: file })
    expect(new Uint8Array(await (body as File).arrayBuffer())).toEqual(png)
  })
  it('are told by their bytes', async () => {
    const page = new File(['<script>alert(1)</script>'], 'x.png', { type: 'image/png' })
    await expect(officer.premises.bringFile({ file: page })).rejects.toMatchObject({ message: 'not-a-picture' })
  })
})
