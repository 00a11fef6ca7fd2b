import { describe, expect, it } from 'vitest'
import { inContext } from '../../../app/parts.ts'
import { testDistrict } from '../../../app/testing/founding.ts'
import { cornerShop, shopKeeper, spots } from '../../../app/testing/premises.ts'
import { makeWorld } from '../../../app/testing/world.ts'
import type { PremisesFacts } from '../record-contract.ts'
import { pointsText } from './store.ts'

const world = await makeWorld()
const inspector = await world.as('inspector')
const head = await world.as('head')
const street = await world.as('street')

const enter = (change: Partial<PremisesFacts> = {}) =>
  inspector.premises.enter({ facts: { ...cornerShop, ...change }, contacts: shopKeeper })

type Query = Parameters<typeof inspector.premises.map.points>[0]
interface Points {
  features: { properties: { tone: string; n?: number }; geometry: { coordinates: [number, number] } }[]
}

/** The points, each as 'lng,lat' with tone and number. */
async function pointsOf(by: typeof inspector, query: Query = {}) {
  const { body } = await by.premises.map.points(query)
  const { features }: Points = JSON.parse(await (body as File).text())
  return Object.fromEntries(
    features.map(({ properties, geometry }) => [geometry.coordinates.join(), [properties.tone, properties.n ?? 1]]),
  )
}
const around = ({ lng, lat }: { lng: number; lat: number }, by = 1e-4) => ({
  west: lng - by,
  south: lat - by,
  east: lng + by,
  north: lat + by,
})

const here = await enter()
await enter({ name: '柳荫面馆', kind: 'CATER-REST' })
await enter({ name: '柳荫宾馆', kind: 'HOTEL-HOTEL', rooms: 50, lng: 122.9071234, lat: 30.9 })
const there = await enter({ ...spots.S2C1, name: '麦田饭馆' })
await enter({ name: '无坐标店', lng: null, lat: null, community: world.ids.S1C1 ?? null })

describe('the points', () => {
  it('show the reach of who asks, and nothing of another station', async () => {
    const own = { '122.905,30.905': ['plain', 2], '122.90712,30.9': ['alarm', 1] }
    expect(await pointsOf(inspector)).toEqual({ ...own, '122.925,30.905': ['plain', 1] })
    expect(await pointsOf(head)).toEqual(own)
    expect(await pointsOf(head, { station: [there.station ?? ''] })).toEqual({})
    expect(await pointsOf(street)).toEqual(own)
  })
  it('are those of the filter and the bounds', async () => {
    expect(await pointsOf(inspector, { kind: ['CATER-REST'] })).toEqual({ '122.905,30.905': ['plain', 1] })
    expect(await pointsOf(inspector, around(spots.S2C1))).toEqual({ '122.925,30.905': ['plain', 1] })
    expect(await pointsOf(inspector, { located: 'none' })).toEqual({})
  })
  it('are told apart by what is asked', async () => {
    const { id } = await enter({ name: '停业店', lng: 122.9012, lat: 30.9012 })
    await head.premises.pause({ id, since: '2026-05-01', reason: '停业' })
    expect(await pointsOf(inspector, { q: '停业店', colour: 'state' })).toEqual({ '122.9012,30.9012': ['ochre', 1] })
    expect(await pointsOf(inspector, { q: '停业店', colour: 'hazardous' })).toEqual({
      '122.9012,30.9012': ['plain', 1],
    })
  })
  it('leave out what was merged into another', async () => {
    const twin = await enter({ name: '重复店', lng: 122.9022, lat: 30.9022 })
    await world.parts.database.db
      .updateTable('premises.premises')
      .set({ state: 'merged', mergedInto: here.id })
      .where('id', '=', twin.id)
      .execute()
    expect(await pointsOf(inspector, { q: '重复店' })).toEqual({})
    expect((await inspector.premises.map.at(around({ lng: 122.9022, lat: 30.9022 }))).total).toBe(0)
  })
  it('are gathered into cells where there are too many', async () => {
    for (const step of [1, 2, 3, 4]) await enter({ name: '密集店', lng: 122.908 + step * 1e-5, lat: 30.908 })
    await enter({ name: '密集店', lng: 122.901, lat: 30.902 })
    const points = (atMost: number): Promise<Points> =>
      inContext(world.parts, { district: testDistrict, name: 'test' }, async (context) =>
        JSON.parse(await pointsText(context, { q: '密集店', colour: 'list' }, atMost)),
      )
    expect((await points(5)).features).toHaveLength(5)
    const { features } = await points(4)
    expect(features.map(({ properties }) => properties.n ?? 1).toSorted((one, other) => one - other)).toEqual([1, 4])
  })
  it('come as text that the map reads by itself', async () => {
    const answer = await fetch(`${world.url}/api/premises/map?kind=CATER-REST`, {
      headers: { cookie: await world.cookieOf('head'), 'accept-encoding': 'gzip' },
    })
    expect(answer.headers.get('content-type')).toContain('application/geo+json')
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ type: 'FeatureCollection' })
    expect((await fetch(`${world.url}/api/premises/map`)).status).toBe(401)
  })
})

describe('what lies at a place', () => {
  it('is found by reach, the nearest first, with how many there are', async () => {
    await enter({ name: '隔壁店', lng: 122.90504, lat: 30.905 })
    const { total, items } = await head.premises.map.at(around(spots.S1C1))
    expect(total).toBe(3)
    expect(items.map(({ name }) => name)).toEqual(['新华书店（东街店）', '柳荫面馆', '隔壁店'])
    expect(items[0]).toMatchObject({ id: here.id, list: 'SMALL', supervisor: here.supervisor, openHazards: 0 })
    expect(await head.premises.map.at(around(spots.S2C1))).toEqual({ total: 0, items: [] })
  })
})
