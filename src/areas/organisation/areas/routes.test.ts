import { describe, expect, it } from 'vitest'
import { kitchenFire } from '../../../app/testing/incidents.ts'
import { makeWorld } from '../../../app/testing/world.ts'
import { collectionGrounds } from '../../../kernel/geojson.ts'
import { messages } from '../messages.ts'
import { featureGrounds } from './contract.ts'
import { areaGrounds } from './tree.ts'

const world = await makeWorld()
const { ids } = world
const admin = (await world.as('sysadmin')).organisation
const square = (west: number, south: number, size = 0.01): [number, number][][] => [
  [
    [west, south],
    [west + size, south],
    [west + size, south + size],
    [west, south + size],
    [west, south],
  ],
]
const fresh = (code: string, more: object = {}) => ({
  level: 2,
  parent: ids.S1 ?? null,
  code,
  name: `${code}社区`,
  station: ids.PCS01 ?? null,
  body: null,
  person: null,
  urban: null,
  polygon: null,
  ...more,
})
const refused = (ground: string) => ({ status: 409, message: ground })

/** The acts that the ledger has of a subject, oldest first. */
async function actsOn(subject: string): Promise<string[]> {
  const rows = await world.parts.database.db
    .selectFrom('platform.ledgerEntry')
    .select('act')
    .where('subject', '=', subject)
    .orderBy('seq')
    .execute()
  return rows.map(({ act }) => act)
}

describe('adding and changing areas', () => {
  it('adds one below another, and remembers each act', async () => {
    const made = await admin.createArea(fresh('N1', { polygon: square(122.9, 30.95) }))
    const moved = await admin.saveArea({ ...made, name: '新桥社区', parent: ids.S2 ?? '', urban: 'rural' })
    expect(moved).toMatchObject({ level: 2, name: '新桥社区', parent: ids.S2, version: 2 })
    expect(await admin.area({ id: made.id })).toEqual(moved)
    expect((await admin.areas({})).items.find(({ id }) => id === made.id)).toMatchObject({
      hasArea: true,
      urban: 'rural',
    })
    expect(await actsOn(made.id)).toEqual(['area.create', 'area.save'])
  })
  it('refuses what does not fit into the tree', async () => {
    await expect(admin.createArea(fresh('S1C1'))).rejects.toMatchObject(refused('code-taken'))
    await expect(admin.createArea(fresh('N2', { level: 3 }))).rejects.toMatchObject(refused('parent-of-other-level'))
    await expect(admin.createArea(fresh('N2', { level: 4, parent: ids.S1C1 }))).rejects.toMatchObject(
      refused('level-unknown'),
    )
    await expect(admin.createArea(fresh('N2', { station: ids.JD01 }))).rejects.toMatchObject(
      refused('station-not-there'),
    )
  })
  it('refuses a border that is none, and names the field', async () => {
    const bow = [
      [
        [120, 30],
        [121, 31],
        [121, 30],
        [120, 31],
        [120, 30],
      ] as [number, number][],
    ]
    const trouble = { status: 400, data: { issues: [{ path: ['polygon'], message: 'ring-crosses' }] } }
    await expect(admin.createArea(fresh('N3', { polygon: bow }))).rejects.toMatchObject(trouble)
    const station = await admin.body({ id: ids.PCS01 ?? '' })
    const { posts, people, ...body } = station
    await expect(admin.saveBody({ ...body, polygon: bow })).rejects.toMatchObject(trouble)
  })
  it('refuses a change by one who saw an earlier version', async () => {
    const made = await admin.createArea(fresh('N4'))
    await admin.saveArea({ ...made, name: '先改' })
    await expect(admin.saveArea({ ...made, name: '后改' })).rejects.toMatchObject(refused('moved-meanwhile'))
  })
  it('adds one of two areas that come at once under one code', async () => {
    const both = await Promise.allSettled([admin.createArea(fresh('N5')), admin.createArea(fresh('N5'))])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: refused('code-taken') })
  })
})

describe('closing an area', () => {
  it('waits until nothing open hangs on it; then no point is found in it any more, and its name stays', async () => {
    const point = { lng: 122.965, lat: 30.965 }
    const street = await admin.createArea(fresh('N6', { level: 1, parent: null, name: '临港街道' }))
    const below = await admin.createArea(fresh('N7', { parent: street.id, polygon: square(122.96, 30.96) }))
    const { incidents } = await world.as('statistician')
    const enter = (incidentNo: string) => incidents.enter({ ...kitchenFire, ...point, incidentNo })
    const before = await enter('AREA-1')
    expect(before.community).toBe(below.id)
    await expect(admin.saveArea({ ...street, active: false })).rejects.toMatchObject(refused('open-areas-below'))
    await admin.saveArea({ ...below, active: false })
    await admin.saveArea({ ...street, active: false })
    expect((await enter('AREA-2')).community).toBeNull()
    expect((await incidents.get({ id: before.id })).community).toBe(below.id)
    expect((await admin.shapes({ kind: 'community' })).items.map(({ id }) => id)).not.toContain(below.id)
    expect((await admin.areas({})).items.find(({ id }) => id === below.id)).toMatchObject({ active: false })
    await expect(admin.saveArea({ ...below, version: 2, active: true })).rejects.toMatchObject(refused('parent-closed'))
  })
  it('keeps as many levels as there are areas on', async () => {
    const district = await admin.district({})
    await expect(admin.saveDistrict({ ...district, levels: ['街道'] })).rejects.toMatchObject(refused('level-in-use'))
    await expect(admin.saveDistrict({ ...district, levels: ['街道', '社区'] })).resolves.toMatchObject({
      levels: ['街道', '社区'],
    })
    await admin.saveDistrict(district)
  })
})

const feature = (properties: object, coordinates: unknown = null) => ({
  type: 'Feature',
  properties,
  geometry: coordinates && { type: 'Polygon', coordinates },
})
const fileOf = (features: object[], name = '区域.geojson') =>
  new File([JSON.stringify({ type: 'FeatureCollection', features })], name)
const bring = (file: File, more: object = {}) => admin.importAreas({ file, dryRun: 'false', ...more })

describe('bringing areas in a file', () => {
  const whole = fileOf([
    feature({ 代码: 'F1C1', 名称: '渔港社区', 上级: 'F1', 派出所: 'PCS02', 城乡: '城市' }, square(122.8, 30.8)),
    feature({ 代码: 'F1', 名称: '渔港街道', 层级: '街道' }, square(122.8, 30.8, 0.05)),
    feature({ 代码: 'S2C1', 名称: '麦田新村' }),
  ])
  it('tries first and writes nothing', async () => {
    const trial = await bring(whole, { dryRun: 'true' })
    expect(trial).toMatchObject({ written: false, features: 3, fresh: 2, changed: 1, same: 0, faults: [] })
    expect(trial.changes.find(({ code }) => code === 'S2C1')).toMatchObject({
      feature: 3,
      fields: ['name'],
      fresh: false,
    })
    expect((await admin.areas({})).items.map(({ code }) => code)).not.toContain('F1')
  })
  it('adds and changes by code, with one entry of the ledger each, and changes nothing the second time', async () => {
    expect(await bring(whole)).toMatchObject({ written: true, fresh: 2, changed: 1, same: 0 })
    const { items } = await admin.areas({})
    const street = items.find(({ code }) => code === 'F1')
    const community = items.find(({ code }) => code === 'F1C1')
    expect(community).toMatchObject({ level: 2, parent: street?.id, station: ids.PCS02, urban: 'urban', hasArea: true })
    expect(items.find(({ code }) => code === 'S2C1')).toMatchObject({ name: '麦田新村', urban: 'rural', hasArea: true })
    expect(await actsOn(community?.id ?? '')).toEqual(['area.create'])
    expect(await actsOn(ids.S2C1 ?? '')).toEqual(['area.save'])
    expect(await bring(whole)).toMatchObject({ written: true, fresh: 0, changed: 0, same: 3, changes: [] })
    expect(await actsOn(ids.S2C1 ?? '')).toEqual(['area.save'])
  })
  it('writes all or nothing, and names every bad feature', async () => {
    const bad = fileOf([
      feature({ code: 'F2', name: '好街道', level: 1 }),
      feature({ code: 'F3', name: '坏街道', level: 1 }, [square(122.8, 30.8)[0]?.slice(0, -1)]),
      feature({ code: 'F4', name: '坏社区', level: 2, parent: 'F9' }),
    ])
    const faults = [
      { feature: 2, code: 'F3', property: 'geometry', ground: 'ring-not-closed', at: [122.8, 30.8] },
      { feature: 3, code: 'F4', property: 'parent', ground: 'parent-not-there', value: 'F9' },
    ]
    expect(await bring(bad, { dryRun: 'true' })).toMatchObject({ written: false, faults })
    await expect(bring(bad)).rejects.toMatchObject({ ...refused('file-has-faults'), data: { count: 2, faults } })
    expect((await admin.areas({})).items.map(({ code }) => code)).not.toContain('F2')
  })
  it('turns the coordinates of map makers into ours', async () => {
    const [lng, lat] = [122.9046, 30.8978]
    await bring(fileOf([feature({ code: 'F5', name: '偏移街道', level: 1 }, square(lng, lat))]), {
      coordinates: 'GCJ-02',
    })
    const id = (await admin.areas({})).items.find(({ code }) => code === 'F5')?.id ?? ''
    const [moved] = (await admin.area({ id })).polygon?.[0] ?? []
    // Some hundreds of metres, as everywhere in China.
    expect(Math.abs((moved?.[0] ?? 0) - lng)).toBeGreaterThan(0.002)
    expect(Math.abs((moved?.[0] ?? 0) - lng)).toBeLessThan(0.01)
  })
  it.each([
    ['file-empty', ''],
    ['file-no-json', '{"type":"FeatureColl'],
    ['file-no-json', Buffer.from([0xff, 0xfe, 0x00, 0xff])],
    ['no-feature-collection', '{"type":"Topology"}'],
    ['no-features', '{"type":"FeatureCollection","features":[]}'],
  ])('refuses a file that is none: %s', async (ground, content) => {
    await expect(bring(new File([content], 'x.geojson'))).rejects.toMatchObject(refused(ground))
  })
  it('reads GBK as well', async () => {
    const gbk = Buffer.from([
      ...Buffer.from('{"type":"Feature","geometry":null,"properties":{"code":"F6","level":1,"name":"'),
      ...[0xb6, 0xab, 0xbd, 0xd6],
      ...Buffer.from('"}}'),
    ])
    expect((await bring(new File([gbk], 'x.json'), { dryRun: 'true' })).changes).toMatchObject([{ name: '东街' }])
  })
})

describe('bringing stations in a file', () => {
  it('draws their areas and adds new ones, by code', async () => {
    const file = fileOf([
      feature({ 代码: 'PCS02' }, square(122.92, 30.9, 0.03)),
      feature({ code: 'PCS09', name: '新区派出所', parent: 'FJ' }, square(122.96, 30.9)),
    ])
    const bringStations = (dryRun: string) => admin.importStations({ file, dryRun })
    expect(await bringStations('true')).toMatchObject({ written: false, fresh: 1, changed: 1 })
    expect(await bringStations('false')).toMatchObject({ written: true, fresh: 1, changed: 1 })
    expect(await bringStations('false')).toMatchObject({ fresh: 0, changed: 0, same: 2 })
    const { items } = await admin.bodies({ kind: 'station' })
    expect(items.find(({ code }) => code === 'PCS09')).toMatchObject({ parent: ids.FJ, hasArea: true, version: 1 })
    expect(await actsOn(ids.PCS02 ?? '')).toEqual(['body.save'])
  })
})

it('words every ground on which an area, a feature or a file is refused', () => {
  const file = ['file-empty', 'file-too-large', 'file-no-json', 'too-many-features', 'file-has-faults', 'level-in-use']
  for (const ground of [...Object.keys(areaGrounds), ...featureGrounds, ...collectionGrounds, ...file])
    expect(Object.keys(messages.zh.grounds)).toContain(ground)
})
