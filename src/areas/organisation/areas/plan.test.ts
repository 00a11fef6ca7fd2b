import { describe, expect, it } from 'vitest'
import { featuresOf } from '../../../kernel/geojson.ts'
import type { Body } from '../contract.ts'
import type { Area } from './contract.ts'
import { read } from './features.ts'
import { type AreaPlan, planAreas } from './plan-areas.ts'
import { planStations } from './plan-stations.ts'

const square = (west: number, size = 0.01) => [
  [
    [west, 30],
    [west + size, 30],
    [west + size, 30 + size],
    [west, 30 + size],
    [west, 30],
  ] as [number, number][],
]
const feature = (properties: object, coordinates: unknown = square(120), type = 'Polygon') => ({
  type: 'Feature',
  properties,
  geometry: coordinates && { type, coordinates },
})
const collection = (...features: object[]) => ({ type: 'FeatureCollection', features })

function readAll(json: unknown) {
  const features = featuresOf(json)
  if (typeof features === 'string') throw new Error(features)
  return read(features, (point) => point)
}

const street: Area = {
  id: 'street',
  level: 1,
  parent: null,
  code: 'S1',
  name: '东街街道',
  station: null,
  body: 'office',
  person: 'person',
  urban: null,
  polygon: square(120, 0.02),
  active: true,
  version: 3,
}
const known = {
  levels: ['街道', '社区', '网格'],
  areas: [street],
  stations: [{ id: 'station', code: 'PCS01', name: '东街派出所' }],
}
const planned = (...features: object[]): AreaPlan & { outcomes: string[] } => {
  const { said, faults } = readAll(collection(...features))
  const plan = planAreas(said, known)
  const outcomes = plan.areas.map(({ before, fields }) => (before ? fields.join() : 'new'))
  return { ...plan, faults: [...faults, ...plan.faults], outcomes }
}
const faultsIn = (...features: object[]) =>
  planned(...features).faults.map(({ feature: n, property, ground }) => `${n} ${property} ${ground}`)

describe('areas of a file', () => {
  it('come in under any order, with Chinese names, and parents of the same file', () => {
    const plan = planned(
      feature({ 代码: 'S2C1G1', 名称: '第一网格', 层级: '网格', 上级: 'S2C1' }, null),
      feature({ 代码: 'S2C1', 名称: '柳荫社区', 上级: '西街街道', 派出所: '东街派出所', 城乡: '农村' }),
      feature({ 代码: 'S2', 名称: '西街街道', 层级: 1 }),
      feature({ code: 'S1C1', name: '石桥社区', level: 2, parent: '东街街道', station: 'PCS01', urban: 'urban' }),
    )
    expect(plan.faults).toEqual([])
    expect(
      plan.areas.map(({ after: { code, level, parent, station, urban } }) => [code, level, parent, station, urban]),
    ).toEqual([
      ['S2', 1, null, null, null],
      ['S2C1', 2, 'new:S2', 'station', 'rural'],
      ['S1C1', 2, 'street', 'station', 'urban'],
      ['S2C1G1', 3, 'new:S2C1', null, null],
    ])
  })
  it('are the same where they say nothing new, and keep what the file does not name', () => {
    expect(planned(feature({ code: 'S1' }, null)).outcomes).toEqual([''])
    expect(planned(feature({ code: 'S1', name: '东街街道', level: 1 }, square(120, 0.02))).outcomes).toEqual([''])
    const { areas } = planned(feature({ code: 'S1', name: '东大街街道', urban: '城市' }))
    expect(areas[0]?.fields).toEqual(['name', 'urban', 'polygon'])
    expect(areas[0]?.after).toMatchObject({ body: 'office', person: 'person', active: true })
  })
  it('take nothing for a wish to have it away', () => {
    const { areas } = planned(feature({ code: 'S1C1', name: '石桥社区', parent: 'S1', station: null, urban: '' }))
    expect(areas[0]?.after).toMatchObject({ station: null, urban: null })
  })
  it('are named with their number, property and ground, every one of them', () => {
    expect(
      faultsIn(
        feature({ name: '无代码' }),
        feature({ code: 'A', name: '甲' }),
        feature({ code: 'B', name: '乙', level: 4, parent: 'S1' }),
        feature({ code: 'C', name: '丙', level: '乡' }),
        feature({ code: 'D', name: '丁', level: 2, parent: 'NO' }),
        feature({ code: 'E', name: '戊', level: 3, parent: 'S1' }),
        feature({ code: 'F', level: 2, parent: 'S1', station: '西街派出所', urban: '郊区' }),
        feature({ code: 'G', name: '己', level: 1 }, [square(120)[0]?.slice(0, -1)]),
        feature({ code: 'H', name: '庚', level: 1 }, [square(120), square(121)], 'MultiPolygon'),
        feature({ code: 'I', name: '辛', level: 1 }, [120, 30], 'Point'),
        feature({ code: 'J', name: { zh: '壬' }, level: 1 }),
        feature({ code: 'J', name: '癸', level: 1 }),
        feature({ code: 'S1', level: 2 }),
        feature({ code: 'K', name: '子', parent: 'NO', urban: 'constructor' }),
      ),
    ).toEqual([
      '8 geometry ring-not-closed',
      '9 geometry geometry-several-parts',
      '10 geometry geometry-no-polygon',
      '11 name value-no-text',
      '1 code code-wanting',
      '12 code code-twice',
      '2 level level-wanting',
      '3 level level-unknown',
      '4 level level-unknown',
      '5 parent parent-not-there',
      '6 parent parent-of-other-level',
      '7 urban urban-unknown',
      '7 station station-not-there',
      '7 name name-unfit',
      '11 name name-unfit',
      '13 level level-fixed',
      '14 urban urban-unknown',
      '14 parent parent-not-there',
    ])
  })
  it('that name each other as parents have no level', () => {
    expect(
      faultsIn(feature({ code: 'A', name: '甲', parent: 'B' }), feature({ code: 'B', name: '乙', parent: 'A' })),
    ).toEqual(['1 level level-wanting', '2 level level-wanting'])
  })
  it('of one part are taken from a MultiPolygon, without heights', () => {
    const high = square(120).map((ring) => ring.map(([lng, lat]) => [lng, lat, 12.5]))
    const { areas } = planned(feature({ code: 'A', name: '甲', level: 1 }, [high], 'MultiPolygon'))
    expect(areas[0]?.after.polygon).toEqual(square(120))
  })
})

describe('a file', () => {
  it.each([
    ['no-feature-collection', []],
    ['no-feature-collection', { type: 'Topology' }],
    ['no-features', collection()],
    ['foreign-crs', { ...collection(), crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4547' } } }],
  ])('is refused as a whole: %s', (ground, json) => expect(featuresOf(json)).toBe(ground))
  it('may say that it is in WGS-84 or CGCS2000, and may be a single geometry', () => {
    for (const name of ['urn:ogc:def:crs:OGC:1.3:CRS84', 'urn:ogc:def:crs:EPSG::4490', 'EPSG:4326'])
      expect(featuresOf({ ...collection(feature({})), crs: { properties: { name } } })).toHaveLength(1)
    expect(featuresOf({ type: 'Polygon', coordinates: square(120) })).toHaveLength(1)
  })
})

describe('stations of a file', () => {
  const body = (code: string, kind: Body['kind'], name: string): Body => ({
    id: code.toLowerCase(),
    kind,
    code,
    name,
    parent: null,
    polygon: null,
    active: true,
    version: 1,
  })
  const bodies = [
    body('FJ', 'branch', '分局'),
    body('PCS01', 'station', '东街派出所'),
    body('PCS02', 'station', '西街派出所'),
  ]
  const plan = (...features: object[]) => planStations(readAll(collection(...features)).said, bodies)
  it('are found by code, and added where there is none', () => {
    const { stations, faults } = plan(
      feature({ 代码: 'PCS01' }),
      feature({ code: 'PCS03', name: '南街派出所', parent: 'FJ' }),
    )
    expect(faults).toEqual([])
    expect(stations.map(({ before, fields, after }) => [before?.id, fields, after.parent])).toEqual([
      ['pcs01', ['polygon'], null],
      [undefined, expect.arrayContaining(['code', 'name']), 'fj'],
    ])
  })
  it('are refused under the code of another body, below one that is not there, or under a name that is taken', () => {
    const { faults } = plan(
      feature({ code: 'FJ' }),
      feature({ code: 'PCS04', name: '北街派出所', parent: 'NO' }),
      feature({ code: 'PCS05', name: '西街派出所' }),
    )
    expect(faults.map(({ feature: n, ground }) => `${n} ${ground}`)).toEqual([
      '1 code-of-other-body',
      '2 parent-not-there',
      '3 name-taken',
    ])
  })
})

it('a file in which each area names the next as its parent is refused, however long', () => {
  const chain = Array.from({ length: 10_000 }, (_, i) =>
    feature({ code: `C${i}`, name: `区${i}`, parent: `C${i + 1}` }, null),
  )
  const { said } = readAll(collection(...chain))
  const { faults } = planAreas(said, { levels: ['街道', '社区', '网格'], areas: [], stations: [] })
  expect(faults.length).toBeGreaterThanOrEqual(10_000)
})
