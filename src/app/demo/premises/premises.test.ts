/** The demonstration's register is believable, fits its district and its import, and never contradicts itself. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { relationKeys, relations, tagsCalledFor } from '../../../areas/premises/checks.ts'
import { premisesKinds, premisesTags } from '../../../areas/premises/codes.ts'
import { premisesLayout } from '../../../areas/premises/import-layout.ts'
import type { Form } from '../../../areas/premises/record-contract.ts'
import { keyUnitRules, smallPremises, supervisionLists } from '../../../areas/premises/supervision/codes.ts'
import { supervisionRules } from '../../../areas/premises/supervision/rules.ts'
import { organisationDoubtful, usccFault } from '../../../areas/premises/uscc.ts'
import { addDays } from '../../../kernel/calendar.ts'
import { inPolygon } from '../../../kernel/geo.ts'
import { random } from '../../../kernel/random.ts'
import { compileRows } from '../../../platform/imports/compile.ts'
import { lookupOf, lookupOfRegister } from '../../../platform/imports/lookups.ts'
import { openTable } from '../../../platform/imports/table.ts'
import { makeDistrict } from '../district.ts'
import { incidents } from '../incidents.ts'
import type { CommunityKind } from '../land/kinds.ts'
import { premisesFile } from './file.ts'
import { mixtures } from './mixtures.ts'
import { premises } from './premises.ts'
import type { PremisesDemoRow } from './row.ts'

const seedName = 'shouwang-demonstration-1'
const demo = makeDistrict(random(seedName))
const day = '2026-11-27'
const order = { count: 20_000, day }
const all = [...premises(random(seedName), demo, order)]
const units = all.filter(({ form }) => form === 'unit')
const areas = new Map(demo.areas.map((area) => [area.code, area]))
const kindOf = new Map(demo.communities.map(({ code, kind }) => [code, kind]))

const count = (rows: readonly PremisesDemoRow[], holds: (row: PremisesDemoRow) => boolean) => rows.filter(holds).length
const share = (rows: readonly PremisesDemoRow[], holds: (row: PremisesDemoRow) => boolean) =>
  count(rows, holds) / rows.length
const tagsOf = ({ tags }: PremisesDemoRow) => (tags === undefined ? [] : String(tags).split(','))
const ofForm = (form: Form) => all.filter((row) => row.form === form)
const inKind = (rows: readonly PremisesDemoRow[], kind: CommunityKind) =>
  rows.filter(({ community }) => kindOf.get(String(community)) === kind)

describe('a seed', () => {
  it('makes the same register again, and another seed another', () => {
    const few = { count: 3000, day }
    const made = (seed: string) => JSON.stringify([...premises(random(seed), demo, few)])
    expect(made(seedName)).toBe(made(seedName))
    expect(made('another')).not.toBe(made(seedName))
  })
  it.each([1000, 4321, 20_000, 60_000])('makes exactly as many records as are asked for: %i', (wanted) => {
    let made = 0
    for (const _ of premises(random(seedName), demo, { count: wanted, day })) made++
    expect(made).toBe(wanted)
  })
  it('says so where there is no room for the committees and buildings alone', () =>
    expect(() => premises(random(seedName), demo, { count: 200, day }).next()).toThrow(RangeError))
  it('makes 100,000 in six seconds of one processor', () => {
    const before = process.cpuUsage()
    for (const _ of premises(random(seedName), demo, { count: 100_000, day }));
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1e6).toBeLessThan(6)
  })
})

describe('the register', () => {
  it('has committees, companies, estates and buildings in their numbers, and units for the bulk', () => {
    const numbers = Object.fromEntries(
      Object.entries(Object.groupBy(all, ({ form }) => form)).map(([k, v]) => [k, v.length]),
    )
    expect(numbers.committee).toBeGreaterThanOrEqual(150)
    expect(numbers.committee).toBeLessThanOrEqual(170)
    expect(numbers.company).toBe(90)
    expect(numbers.estate).toBeGreaterThan(300)
    expect(numbers.estate).toBeLessThan(400)
    expect(numbers.building).toBeGreaterThan(2200)
    expect(numbers.building).toBeLessThan(2900)
    expect(numbers.unit).toBeGreaterThan(16_000)
  })
  it('has a number of its own for each record, and for most a name that few others have', () => {
    expect(new Set(all.map(({ premises_no }) => premises_no)).size).toBe(all.length)
    expect(new Set(all.map(({ name }) => name)).size / all.length).toBeGreaterThan(0.9)
    expect(count(units, ({ name }) => name.startsWith('海岚市新华书店（'))).toBeGreaterThan(20)
  })
  it('has part closed, unknown or never seen, as registers do', () => {
    const open = ({ state }: PremisesDemoRow) => state === 'open'
    expect(share(units, ({ state }) => state === 'paused')).toBeCloseTo(0.04, 2)
    expect(share(units, ({ state }) => state === 'deregistered')).toBeCloseTo(0.03, 2)
    expect(count(units, (row) => !open(row) && row.state_since === undefined)).toBe(0)
    expect(share(units, ({ lng }) => lng === undefined)).toBeCloseTo(0.02, 2)
    expect(share(all, ({ last_inspected_on }) => last_inspected_on === undefined)).toBeCloseTo(0.05, 2)
    const shops = units.filter(({ uscc }) => uscc === undefined || String(uscc).startsWith('92'))
    const without = share(shops, ({ uscc }) => uscc === undefined)
    expect(without).toBeGreaterThan(0.22)
    expect(without).toBeLessThan(0.4)
  })
  it('tells of no day that lies ahead but those on which something runs out', () => {
    for (const { last_inspected_on, state_since, acceptance_on } of all)
      for (const told of [last_inspected_on, state_since, acceptance_on])
        expect(told === undefined || String(told) <= day).toBe(true)
    const past = share(units, ({ extinguishers_expire_on }) => String(extinguishers_expire_on ?? '9') < day)
    expect(past).toBeGreaterThan(0.05)
    expect(past).toBeLessThan(0.2)
    const within = count(units, ({ last_inspected_on }) => String(last_inspected_on ?? '0') >= addDays(day, -365))
    // Most are inspected in time, and some are overdue: a work list that is empty shows nothing.
    expect(within / units.length).toBeGreaterThan(0.75)
    expect(within / units.length).toBeLessThan(0.9)
  })
  it('was inspected while it stood', () => {
    for (const { state, state_since, last_inspected_on } of all)
      if (state !== 'open' && last_inspected_on !== undefined && state_since !== undefined)
        expect(String(last_inspected_on) <= String(state_since)).toBe(true)
  })
  it('has places where calls of the demonstration come from', () => {
    const addresses = new Set(all.map(({ address }) => String(address)))
    const called = [...incidents(random(seedName), demo, '2026-10-01', '2026-10-31')]
    const known = called.filter(({ address }) =>
      [...[address, address.replace(/\d+号楼.*$/, '')]].some((a) => addresses.has(a)),
    )
    expect(known.length / called.length).toBeGreaterThan(0.2)
  })
})

describe('each record', () => {
  it('has codes of the tables alone', () => {
    const kinds = new Set(premisesKinds.entries.map(({ code }) => code))
    const tags = new Set(premisesTags.entries.map(({ code }) => code))
    const lists = new Set(supervisionLists.entries.map(({ code }) => code))
    for (const row of all) {
      expect(row.kind === undefined).toBe(row.form !== 'unit')
      if (row.kind !== undefined) expect(kinds).toContain(row.kind)
      for (const tag of tagsOf(row)) expect(tags).toContain(tag)
      if (row.list !== undefined) expect(lists).toContain(row.list)
    }
    for (const mixture of Object.values(mixtures)) for (const kind in mixture.units) expect(kinds).toContain(kind)
  })
  it('has a valid 统一社会信用代码 of a district that there is none of, or none', () => {
    for (const { uscc } of all)
      if (uscc !== undefined) {
        expect(usccFault(String(uscc))).toBeUndefined()
        expect(organisationDoubtful(String(uscc))).toBe(false)
        expect(String(uscc).slice(2, 8)).toBe('990101')
      }
  })
  it('is part of records that came before it, of the right form', () => {
    const formOf = new Map<string, Form>()
    const seen = new Set<string>()
    for (const row of all) {
      for (const relation of relationKeys) {
        const no = row[relation]
        if (no === undefined) continue
        seen.add(`${row.form} ${relation}`)
        expect(relations[relation].of as readonly Form[]).toContain(row.form)
        expect(formOf.get(String(no))).toBe(relations[relation].to)
      }
      formOf.set(row.premises_no, row.form)
    }
    expect(seen).toEqual(
      new Set(relationKeys.flatMap((relation) => relations[relation].of.map((form) => `${form} ${relation}`))),
    )
  })
  it('lies in its community where it has a point, and the community is its station’s', () => {
    for (const { community, station, lng, lat, address } of all) {
      const area = areas.get(String(community))
      expect(area?.station).toBe(station)
      expect((lng === undefined) === (lat === undefined)).toBe(true)
      if (typeof lng === 'number' && typeof lat === 'number')
        expect(inPolygon([lng, lat], area?.polygon ?? [])).toBe(true)
      expect(String(address)).toMatch(/号/)
    }
  })
  it('has people and telephones that are plainly made up', () => {
    for (const { responsible_phone, manager_phone } of all)
      for (const phone of [responsible_phone, manager_phone])
        if (phone !== undefined) expect(String(phone)).toMatch(/^(1990000\d{4}|011-\d{8})$/)
  })
  it('has the tags that its figures call for', () => {
    for (const row of all) {
      const figure = (value: string | number | undefined) => (typeof value === 'number' ? value : null)
      const called = tagsCalledFor({
        form: row.form,
        heightM: figure(row.height_m),
        builtYear: figure(row.built_year),
        households: figure(row.households),
        gas: row.gas === 'bottled' || row.gas === 'both' ? row.gas : null,
        ebikeCharging: row.ebike_charging === 'indoor' || row.ebike_charging === 'outdoor' ? row.ebike_charging : null,
        dangerousGoods: row.dangerous_goods === undefined ? null : String(row.dangerous_goods),
      })
      expect(tagsOf(row)).toEqual(expect.arrayContaining(called))
    }
  })
  it('bears no name that somebody has made famous', () => {
    const famous =
      /肯德基|麦当劳|星巴克|瑞幸|蜜雪|古茗|喜茶|奈雪|海底捞|老干妈|沃尔玛|永辉|华联|大润发|物美|盒马|苏宁|国美|同仁堂|大参林|益丰|如家|汉庭|全季|锦江|亚朵|七天|万科|碧桂园|恒大|保利|绿城|融创|龙湖|万达|华润|中海|链家|贝壳|顺丰|圆通|中通|申通|韵达|菜鸟|极兔|中国石化|中国石油|工商银行|建设银行|农业银行|招商|雅迪|爱玛|台铃|安踏|李宁|华为|小米|格力|海尔/
    expect(all.filter(({ name }) => famous.test(name)).map(({ name }) => name)).toEqual([])
  })
})

describe('what stands where', () => {
  const towns = {
    old: inKind(units, 'oldQuarter'),
    fresh: inKind(units, 'newEstate'),
    village: inKind(units, 'urbanVillage'),
  }
  const works = ({ kind }: PremisesDemoRow) => /^(WORK|WARE)-/.test(String(kind))
  const [industrial, market, rural] = [inKind(units, 'industrial'), inKind(units, 'market'), inKind(units, 'rural')]

  it('is old and seldom managed in the old quarter, high and managed on the new estates', () => {
    const estates = ofForm('estate')
    const managed = ({ company }: PremisesDemoRow) => company !== undefined
    const old = (row: PremisesDemoRow) => tagsOf(row).includes('OLD')
    const high = (row: PremisesDemoRow) => tagsOf(row).includes('HIGHRES')
    expect(share(inKind(estates, 'oldQuarter'), old)).toBeGreaterThan(0.7)
    expect(share(inKind(estates, 'oldQuarter'), managed)).toBeLessThan(0.5)
    expect(share(inKind(estates, 'newEstate'), old)).toBe(0)
    expect(share(inKind(estates, 'newEstate'), managed)).toBeGreaterThan(0.9)
    expect(share(inKind(ofForm('building'), 'newEstate'), high)).toBeGreaterThan(0.7)
    expect(share(inKind(ofForm('building'), 'oldQuarter'), high)).toBe(0)
  })
  it('is let, mixed and charged indoors in the urban villages', () => {
    const has = (tag: string) => (row: PremisesDemoRow) => tagsOf(row).includes(tag)
    for (const tag of ['MIXED', 'GROUP', 'EBIKE', 'BOTTLE'])
      expect(share(towns.village, has(tag))).toBeGreaterThan(2 * share(towns.fresh, has(tag)))
    expect(share(towns.village, has('VILLAGE'))).toBe(1)
    expect(share(inKind(ofForm('building'), 'urbanVillage'), has('SELF'))).toBeGreaterThan(0.5)
  })
  it('is works and stores in the industrial parks, shops on the market streets, villages in the country', () => {
    expect(share(industrial, works)).toBeGreaterThan(0.45)
    for (const rows of [towns.old, towns.fresh, market]) expect(share(rows, works)).toBeLessThan(0.05)
    const shop = ({ kind }: PremisesDemoRow) => String(kind).startsWith('SHOP')
    expect(share(market, shop)).toBeGreaterThan(0.38)
    const hotel = ({ kind }: PremisesDemoRow) => kind === 'HOTEL-HOTEL'
    expect(count(market, hotel)).toBeGreaterThan(count(towns.old, hotel))
    expect(share(rural, ({ kind }) => kind === 'HOTEL-HOME')).toBeGreaterThan(0.05)
    expect(inKind(ofForm('committee'), 'rural').every(({ name }) => name.endsWith('村民委员会'))).toBe(true)
  })
})

describe('who supervises', () => {
  const rules = supervisionRules(
    { keyUnits: keyUnitRules, small: smallPremises, lists: supervisionLists },
    '990101',
    day,
  )

  it('is said of key units, most of them at the brigade and some still at their station', () => {
    const brigade = units.filter(({ supervisor }) => supervisor === 'XF')
    const behind = units.filter(({ list }) => list === 'SMALL')
    expect(brigade.length).toBeGreaterThan(300)
    expect(brigade.length).toBeLessThan(420)
    expect(behind.length).toBeGreaterThan(15)
    expect(behind.length).toBeLessThan(40)
    expect(brigade.every(({ list }) => list === 'KEY')).toBe(true)
    expect(behind.every(({ supervisor, station }) => supervisor === station)).toBe(true)
  })
  it('follows by rule: those said to be key units are, and most of the others are small', () => {
    const due = units.map((row) => {
      const figure = (value: string | number | undefined) => (typeof value === 'number' ? value : null)
      const list = rules.dueOf({
        form: 'unit',
        kind: String(row.kind),
        tags: tagsOf(row),
        areaM2: figure(row.area_m2),
        heightM: figure(row.height_m),
        floorsAbove: figure(row.floors_above),
        floorsBelow: figure(row.floors_below),
        households: figure(row.households),
        residents: figure(row.residents),
        tenants: figure(row.tenants),
        staff: figure(row.staff),
        beds: figure(row.beds),
        rooms: figure(row.rooms),
        diners: figure(row.diners),
        pupils: figure(row.pupils),
        boarders: figure(row.boarders),
        exits: figure(row.exits),
      }).list
      return { row, list }
    })
    const proposed = due.filter(({ row, list }) => (list === 'KEY') !== (row.list === 'KEY' || row.list === 'SMALL'))
    // A second entry may tell of another area than the first.
    expect(proposed.length).toBeLessThan(5)
    expect(due.filter(({ list }) => list === 'SMALL').length / units.length).toBeGreaterThan(0.75)
  })
})

describe('records entered twice', () => {
  it('are about sixty, known by code or telephone, and never word for word the same', () => {
    const seen = new Map<string, PremisesDemoRow>()
    const pairs: (readonly [PremisesDemoRow, PremisesDemoRow])[] = []
    for (const row of units) {
      const keys = [row.uscc, row.responsible_phone].flatMap((key) => (key === undefined ? [] : [String(key)]))
      const first = keys.map((key) => seen.get(key)).find((known) => known !== undefined)
      if (first) pairs.push([first, row])
      for (const key of keys) seen.set(key, row)
    }
    expect(pairs.length).toBeGreaterThan(40)
    expect(pairs.length).toBeLessThan(85)
    for (const [one, other] of pairs) expect(`${one.name} ${one.address}`).not.toBe(`${other.name} ${other.address}`)
  })
})

describe('the file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'shouwang-premises-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('is read by the import without one fault', async () => {
    const path = join(folder, 'premises.jsonl')
    await premisesFile(path, all)
    const registered = (things: readonly { code: string; name: string }[]) =>
      lookupOfRegister(things.map(({ code, name }) => ({ id: code, code, name })))
    const bodies = demo.bodies.map(({ code, name }) => ({ code, name }))
    const table = await openTable(path)
    const reader = compileRows(premisesLayout, table.headers, {
      now: `${addDays(day, 1)}T00:00:00.000Z`,
      lookups: {
        'premises-kind': lookupOf(premisesKinds),
        'premises-tag': lookupOf(premisesTags),
        'supervision-list': lookupOf(supervisionLists),
        station: registered(bodies),
        supervisor: registered(bodies),
        community: registered(demo.areas.filter(({ level }) => level === 2)),
        grid: registered(demo.areas.filter(({ level }) => level === 3)),
        officer: [],
      },
    })
    const faults: unknown[] = []
    let read = 0
    for await (const source of table.rows) {
      const outcome = reader.read(source)
      if ('faults' in outcome) faults.push(...outcome.faults)
      else read++
    }
    expect(faults.slice(0, 3)).toEqual([])
    expect(read).toBe(all.length)
  })
})
