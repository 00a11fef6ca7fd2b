import { describe, expect, it } from 'vitest'
import { inContext } from '../../../app/parts.ts'
import { testDistrict } from '../../../app/testing/founding.ts'
import { cornerShop, shopKeeper, spots } from '../../../app/testing/premises.ts'
import { type Client, makeWorld } from '../../../app/testing/world.ts'
import type { Contacts, PremisesFacts } from '../record-contract.ts'
import { askForTwins } from './public.ts'

const world = await makeWorld()
const inspector = await world.as('inspector')
const head = await world.as('head')
const officer = await world.as('officer')
const { PCS01 = '', XF = '' } = world.ids
const reason = '现场核实为同一家'
const nobody: Contacts = {
  legalPerson: null,
  responsibleName: null,
  responsiblePhone: null,
  managerName: null,
  managerPhone: null,
}

/** No records that were changed. */
async function* nothing(): AsyncGenerator<string[]> {}

let serial = 0
/** A shop far from every other of this file, unless told otherwise. */
function place(): Pick<PremisesFacts, 'name' | 'address' | 'lng' | 'lat'> {
  serial++
  const names = [
    '麒麟',
    '碧波',
    '春晓',
    '雄关',
    '鼎盛',
    '旺角',
    '玉兰',
    '绿洲',
    '飞燕',
    '磐石',
    '锦绣',
    '枫林',
    '凤凰',
    '双喜',
  ]
  return {
    name: `${names[serial % names.length]}${'甲乙丙丁戊己庚辛'.charAt(Math.floor(serial / names.length))}商行`,
    address: `试验路${1000 + serial}号`,
    lng: 122.9005 + (serial % 9) * 0.001,
    lat: 30.9005 + Math.floor(serial / 9) * 0.001,
  }
}
const enter = (change: Partial<PremisesFacts>, contacts: Contacts = nobody, by: Client = inspector) =>
  by.premises.enter({ facts: { ...cornerShop, ...place(), ...change }, contacts })
const twinsOf = async (id: string, by: Client = inspector) => (await by.premises.twins.ofPremises({ id })).items
const otherOf = (id: string, twin: { one: { id: string }; other: { id: string } }) =>
  twin.one.id === id ? twin.other.id : twin.one.id

/** Two records of one shop, told apart by a name. */
async function pair(one: Partial<PremisesFacts> = {}, other: Partial<PremisesFacts> = {}) {
  const common = place()
  return [await enter({ ...common, ...one }), await enter({ ...common, ...other })] as const
}
type Entered = Awaited<ReturnType<typeof enter>>
const merge = (keep: Entered, drop: Entered, choices: Record<string, 'keep' | 'drop'> = {}, by: Client = inspector) =>
  by.premises.twins.merge({
    keep: keep.id,
    drop: drop.id,
    keepVersion: keep.version,
    dropVersion: drop.version,
    choices,
    reason,
  })
const get = (id: string) => inspector.premises.get({ id })
const facts = (premises: Entered) => {
  const { version: _, ...rest } = premises
  return rest
}

describe('a pair is found', () => {
  it('by name and address when the second is entered, with its grounds', async () => {
    const [one, other] = await pair()
    const [twin] = await twinsOf(other.id)
    expect(twin).toMatchObject({ grounds: ['name', 'address', 'near'], metres: 0, state: 'open' })
    expect(twin && otherOf(other.id, twin)).toBe(one.id)
  })
  it('by code, wherever the other lies', async () => {
    const uscc = '91350100M000100Y43'
    const one = await enter({ uscc })
    const other = await enter({ uscc, ...spots.S2C1 })
    expect((await twinsOf(one.id)).map((twin) => [otherOf(one.id, twin), twin.grounds])).toEqual([[other.id, ['uscc']]])
    // 东街派出所 does not see the other, and so no pair either.
    expect(await twinsOf(one.id, head)).toEqual([])
    const [twin] = await twinsOf(one.id)
    const id = twin?.id ?? ''
    await expect(head.premises.twins.get({ id })).rejects.toMatchObject({ status: 404 })
    await expect(head.premises.twins.different({ id, reason })).rejects.toMatchObject({ status: 404 })
    await expect(merge(one, other, {}, head)).rejects.toMatchObject({ status: 404 })
  })
  it('by phone and a name that holds the other', async () => {
    const people = { ...nobody, responsiblePhone: '19900007788' }
    const one = await enter({ name: '老城根饺子馆' }, people)
    const other = await enter(
      { name: '老城根饺子馆（北门）', ...spots.S1C2 },
      { ...nobody, managerPhone: '199 0000 7788' },
    )
    expect(await twinsOf(one.id)).toMatchObject([{ grounds: ['similar', 'phone'] }])
    expect((await twinsOf(other.id)).length).toBe(1)
  })
  it('and goes when a correction takes its grounds away', async () => {
    const [one, other] = await pair()
    const moved = { ...cornerShop, ...place() }
    await inspector.premises.correct({ id: other.id, version: other.version, facts: moved, reason })
    expect(await twinsOf(one.id)).toEqual([])
  })
  it('three times in one file: each with each', async () => {
    const common = place()
    const ids = [(await enter(common)).id, (await enter(common)).id, (await enter(common)).id]
    for (const id of ids)
      expect((await twinsOf(id)).map((twin) => otherOf(id, twin)).sort()).toEqual(
        ids.filter((one) => one !== id).sort(),
      )
  })
  it('never of two forms', async () => {
    const common = place()
    const shop = await enter(common)
    await enter({ ...common, form: 'building', kind: null })
    expect(await twinsOf(shop.id)).toEqual([])
  })
  it('not by a value that a crowd shares', async () => {
    const { address, ...common } = place()
    const ids: string[] = []
    for (let i = 0; i < 23; i++)
      ids.push(
        (
          await enter({
            ...common,
            address: `${address}${i}室`,
            lng: null,
            lat: null,
            community: world.ids.S1C2 ?? null,
          })
        ).id,
      )
    const last = ids.at(-1) ?? ''
    expect(await twinsOf(last)).toEqual([])
  }, 60_000)
  it('before it is entered: the form is warned, and nothing is written', async () => {
    const known = await enter({})
    const { form, name, address, uscc, lng, lat, community } = known
    const asked = { form, name, address, uscc, lng, lat, community, phone: null }
    const { items } = await officer.premises.twins.like({ ...asked, id: null })
    expect(items).toMatchObject([{ record: { id: known.id }, grounds: ['name', 'address', 'near'], metres: 0 }])
    expect((await officer.premises.twins.like({ ...asked, id: known.id })).items).toEqual([])
    expect(await twinsOf(known.id)).toEqual([])
  })
  it('by the job that follows an import', async () => {
    const [one, other] = await pair()
    await world.parts.database.db.deleteFrom('premises.twin').where('other', '=', other.id).execute()
    expect(await twinsOf(one.id)).toEqual([])
    await inContext(world.parts, { district: testDistrict, name: 'test' }, (context) =>
      askForTwins(context, one.enteredAt, nothing()),
    )
    await expect.poll(async () => (await twinsOf(one.id)).length, { timeout: 15_000 }).toBe(1)
  })
})

describe('the list', () => {
  it('has the surest first, pages without losing one, and filters by ground and station', async () => {
    const all: string[] = []
    let after: string | undefined
    let before = 1
    do {
      const page = await inspector.premises.twins.list({ limit: 2, ...(after ? { after } : {}) })
      for (const { id, score } of page.items) {
        expect(score).toBeLessThanOrEqual(before)
        before = score
        all.push(id)
      }
      after = page.next ?? undefined
    } while (after)
    expect(new Set(all).size).toBe(all.length)
    expect(all.length).toBeGreaterThan(4)
    const byCode = await inspector.premises.twins.list({ ground: ['uscc'], limit: 200 })
    expect(byCode.items.length).toBeGreaterThan(0)
    expect(byCode.items.every(({ grounds }) => grounds.includes('uscc'))).toBe(true)
    const ofStation = await inspector.premises.twins.list({ station: [PCS01], limit: 200 })
    expect(ofStation.items.every(({ one, other }) => [one.station, other.station].includes(PCS01))).toBe(true)
    const own = await head.premises.twins.list({ limit: 200 })
    expect(own.items.every(({ one, other }) => one.station === PCS01 && other.station === PCS01)).toBe(true)
  })
})

describe('not the same place', () => {
  it('is said once with a reason, and stays until more speaks for it', async () => {
    const [one, other] = await pair({ lng: null, lat: null, community: world.ids.S1C1 ?? null }, { address: '' })
    const [twin] = await twinsOf(one.id)
    const id = twin?.id ?? ''
    await expect(officer.premises.twins.different({ id, reason })).rejects.toMatchObject({ status: 403 })
    expect(await head.premises.twins.different({ id, reason })).toMatchObject({ state: 'different', judgedBy: '赵望' })
    await expect(head.premises.twins.different({ id, reason })).rejects.toMatchObject({ message: 'already-judged' })
    const again = { ...cornerShop, name: other.name, address: '', lng: other.lng, lat: other.lat, staff: 9 }
    const { version } = await inspector.premises.correct({ id: other.id, version: 1, facts: again, reason })
    expect(await twinsOf(one.id)).toEqual([])
    const sameAddress = { ...again, address: one.address }
    await inspector.premises.correct({ id: other.id, version, facts: sameAddress, reason })
    expect(await twinsOf(one.id)).toMatchObject([{ grounds: ['name', 'address'] }])
  })
})

describe('merging', () => {
  it('asks for every contradiction, people included, and takes what they are, not what is shown of them', async () => {
    const common = place()
    const keep = await enter({ ...common, staff: 3, areaM2: null }, { ...nobody, responsibleName: '韩松' })
    const drop = await enter({ ...common, staff: 5, areaM2: 60 }, { ...shopKeeper, responsibleName: '韩梅' })
    const [twin] = await twinsOf(keep.id)
    const shown = await head.premises.twins.get({ id: twin?.id ?? '' })
    expect(shown.conflicts).toEqual(['staff', 'responsibleName'])
    expect([shown.one.contacts.responsibleName, shown.other.contacts.responsibleName]).toEqual(['韩*', '韩*'])
    await expect(merge(keep, drop, { staff: 'drop' })).rejects.toMatchObject({
      status: 409,
      message: 'choice-missing',
      data: { fields: ['responsibleName'] },
    })
    expect(await merge(keep, drop, { staff: 'drop', responsibleName: 'drop' }, head)).toMatchObject({
      kept: { id: keep.id },
      dropped: { id: drop.id, state: 'merged' },
      mergedBy: '赵望',
      undoneAt: null,
    })
    expect(await get(keep.id)).toMatchObject({ staff: 5, areaM2: 60, premisesNo: keep.premisesNo })
    const people = await head.premises.reveal({ id: keep.id, purpose: '核对' })
    expect(people).toMatchObject({ responsibleName: '韩梅', responsiblePhone: '19900001234' })
    const aside = await get(drop.id)
    expect(aside).toMatchObject({ state: 'merged', mergedInto: keep.id, staff: 5 })
    const facts = { ...cornerShop, ...common, staff: 9 }
    await expect(
      inspector.premises.correct({ id: drop.id, version: aside.version, facts, reason }),
    ).rejects.toMatchObject({ message: 'act-not-allowed' })
    expect((await inspector.premises.list({ q: common.name })).items.map(({ id }) => id)).toEqual([keep.id])
    for (const id of [keep.id, drop.id]) {
      const history = await inspector.premises.history({ id })
      expect(history.items.map(({ act, note }) => [act, note])).toContainEqual(['premises.merge', reason])
      expect(JSON.stringify(history)).not.toContain('韩梅')
    }
  })
  it('and undoing leaves both as they were', async () => {
    const [keep, drop] = await pair(
      { staff: null, tags: ['OLD'], lastInspectedOn: '2026-03-01' },
      {
        staff: 8,
        tags: ['EBIKE'],
        papers: [{ kind: 'LICENCE', no: '1', issuedOn: null, expiresOn: '2026-12-31', file: null }],
      },
    )
    const done = await merge(keep, drop)
    expect(await get(keep.id)).toMatchObject({ staff: 8, tags: ['EBIKE', 'OLD'], expiresOn: '2026-12-31' })
    const undone = await inspector.premises.twins.undo({ id: done.id, reason: '两家，误并' })
    expect(undone).toMatchObject({ undoneBy: '周巡安' })
    expect(facts(await get(keep.id))).toEqual(facts(keep))
    expect(facts(await get(drop.id))).toEqual(facts(drop))
    expect((await twinsOf(keep.id)).map((twin) => otherOf(keep.id, twin))).toEqual([drop.id])
    await expect(inspector.premises.twins.undo({ id: done.id, reason })).rejects.toMatchObject({
      message: 'already-undone',
    })
    const { items } = await inspector.premises.twins.merges({ premises: drop.id })
    expect(items).toMatchObject([{ id: done.id, undoneBy: '周巡安', reason }])
  })
  it('keeps what was corrected since when it is taken back', async () => {
    const [keep, drop] = await pair({ staff: null, exits: null }, { staff: 8, exits: 2 })
    const done = await merge(keep, drop)
    const now = await get(keep.id)
    const { name, address, lng, lat } = now
    const corrected = { ...cornerShop, name, address, lng, lat, staff: 11, exits: 2 }
    await inspector.premises.correct({ id: keep.id, version: now.version, facts: corrected, reason })
    await inspector.premises.twins.undo({ id: done.id, reason })
    expect(await get(keep.id)).toMatchObject({ staff: 11, exits: null })
  })
  it('takes what was part of it along, and back', async () => {
    const common = { ...place(), form: 'building' as const, kind: null, facilities: [], exits: null }
    const [keep, drop] = [await enter(common), await enter(common)]
    const shop = await enter({ building: drop.id })
    const done = await merge(keep, drop)
    expect(done.moved).toBe(1)
    expect(await get(shop.id)).toMatchObject({ building: keep.id, version: shop.version + 1 })
    expect((await inspector.premises.history({ id: shop.id })).items[0]).toMatchObject({
      act: 'premises.follow',
      changes: [{ field: 'building', before: drop.id, after: keep.id }],
    })
    await inspector.premises.twins.undo({ id: done.id, reason })
    expect(await get(shop.id)).toMatchObject({ building: drop.id })
  })
  it('refuses what moved meanwhile, one record twice, two forms, an open transfer', async () => {
    const [keep, drop] = await pair()
    await expect(merge(keep, { ...drop, version: 7 })).rejects.toMatchObject({ message: 'moved-meanwhile' })
    await expect(merge(keep, keep)).rejects.toMatchObject({ message: 'same-record' })
    const building = await enter({ form: 'building', kind: null })
    await expect(merge(keep, building)).rejects.toMatchObject({ message: 'different-forms' })
    await head.premises.transfers.offer({ premises: drop.id, to: XF, reason: '移交大队' })
    await expect(merge(keep, drop)).rejects.toMatchObject({ message: 'transfer-open' })
  })
  it('three into one are taken back in turn; what was merged elsewhere is taken back there first', async () => {
    const common = place()
    const [a, b, c, d] = [await enter(common), await enter(common), await enter(common), await enter(common)]
    const first = await merge(a, b)
    const second = await merge(await get(a.id), c)
    await expect(inspector.premises.twins.undo({ id: first.id, reason })).rejects.toMatchObject({
      message: 'later-merge-stands',
    })
    const third = await merge(d, await get(a.id))
    expect(third.moved).toBe(2)
    expect(await get(b.id)).toMatchObject({ state: 'merged', mergedInto: d.id })
    await expect(inspector.premises.twins.undo({ id: second.id, reason })).rejects.toMatchObject({
      message: 'merged-meanwhile',
    })
    for (const { id } of [third, second, first]) await inspector.premises.twins.undo({ id, reason })
    for (const one of [a, b, c, d]) expect(facts(await get(one.id))).toEqual(facts(one))
  })
  it('two people with one pair: one merges, the other is told', async () => {
    const [keep, drop] = await pair()
    const both = await Promise.allSettled([merge(keep, drop), merge(drop, keep, {}, head)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { message: 'moved-meanwhile' } })
  })
  it('exactly one body supervises: of two the chosen one, and each its own when it is taken back', async () => {
    const common = place()
    const keep = await enter({ ...common }, nobody, head)
    const drop = await enter({ ...common, kind: 'HOTEL-HOTEL', rooms: 80 })
    expect([keep.supervisor, drop.supervisor]).toEqual([PCS01, XF])
    await expect(merge(keep, drop, { kind: 'drop' })).rejects.toMatchObject({ data: { fields: ['supervisor'] } })
    for (const [side, body] of [
      ['keep', PCS01],
      ['drop', XF],
    ] as const) {
      const done = await merge(await get(keep.id), await get(drop.id), { kind: 'drop', supervisor: side })
      expect(await get(keep.id)).toMatchObject({ supervisor: body, kind: 'HOTEL-HOTEL', rooms: 80 })
      await inspector.premises.twins.undo({ id: done.id, reason })
      expect(facts(await get(keep.id))).toEqual(facts(keep))
      expect(facts(await get(drop.id))).toEqual(facts(drop))
    }
  })
  it('counts each place once', async () => {
    const [keep, drop] = await pair({ usage: '计数' })
    const count = async () => (await inspector.premises.counts({})).total
    const before = await count()
    const done = await merge(keep, drop)
    expect(await count()).toBe(before - 1)
    await inspector.premises.twins.undo({ id: done.id, reason })
    expect(await count()).toBe(before)
  })
})
