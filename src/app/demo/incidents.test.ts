/** What happens in the demonstration is believable, and never at odds with the district or with itself. */
import { describe, expect, it } from 'vitest'
import { check, faultsIn } from '../../areas/incidents/checks.ts'
import { causes, placeKinds, severityRules } from '../../areas/incidents/codes.ts'
import { classifier } from '../../areas/incidents/severity.ts'
import { addDays, dayOf } from '../../kernel/calendar.ts'
import { inPolygon, type LngLat } from '../../kernel/geo.ts'
import { random } from '../../kernel/random.ts'
import { makeDistrict } from './district.ts'
import { type DemoIncident, incidents, scaled } from './incidents.ts'

const seed = random('shouwang-demonstration-1')
const demo = makeDistrict(seed)
const to = '2026-11-23'
const all = [...incidents(seed, demo, '2023-01-01', to)]
const fires = all.filter(({ kind, writtenOff }) => kind === 'fire' && !writtenOff)
const clock = (instant: string) => new Date(Date.parse(instant) + 8 * 3_600_000)
const hourOf = ({ receivedAt }: DemoIncident) => clock(receivedAt).getUTCHours()
const monthOf = ({ receivedAt }: DemoIncident) => clock(receivedAt).getUTCMonth() + 1
const quarterOf = ({ receivedAt }: DemoIncident) =>
  `${dayOf(receivedAt).slice(0, 4)}Q${Math.ceil(Number(dayOf(receivedAt).slice(5, 7)) / 3)}`
const shareOf = (some: readonly DemoIncident[], holds: (one: DemoIncident) => boolean) =>
  some.filter(holds).length / some.length

describe('a seed', () => {
  it('makes the same incidents again, byte for byte', () =>
    expect(JSON.stringify([...incidents(random('shouwang-demonstration-1'), demo, '2025-01-01', '2025-03-31')])).toBe(
      JSON.stringify([...incidents(random('shouwang-demonstration-1'), demo, '2025-01-01', '2025-03-31')]),
    ))
  it('makes the same day whatever surrounds it; only what becomes known later differs', () => {
    const day = '2026-05-09'
    const alone = [...incidents(seed, demo, day, day)]
    const among = all.filter(({ receivedAt }) => dayOf(receivedAt) === day)
    expect(alone.map(({ incidentNo, address, vehicles }) => ({ incidentNo, address, vehicles }))).toEqual(
      among.map(({ incidentNo, address, vehicles }) => ({ incidentNo, address, vehicles })),
    )
    const year = [...incidents(seed, demo, '2024-01-01', to)].filter(({ receivedAt }) => receivedAt < '2024-12')
    expect(year).toEqual(all.filter(({ receivedAt }) => receivedAt >= '2023-12-31T16' && receivedAt < '2024-12'))
  })
  it('makes district and incidents in three seconds of one processor', () => {
    const before = process.cpuUsage()
    const again = random('shouwang-demonstration-1')
    for (const _ of incidents(again, makeDistrict(again), '2023-01-01', to));
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1e6).toBeLessThan(3)
  })
})

describe('each incident', () => {
  const areas = new Map(demo.areas.map((area) => [area.code, area]))
  const bodies = new Map(demo.bodies.map((body) => [body.code, body]))

  it('has a number of its own', () => expect(new Set(all.map(({ incidentNo }) => incidentNo)).size).toBe(all.length))
  it('lies in its community and in its station’s area', () => {
    for (const { lng, lat, station, community } of all) {
      const area = areas.get(community)
      expect(area?.station).toBe(station)
      if (lng === null || lat === null) continue
      const point: LngLat = [lng, lat]
      expect(area && inPolygon(point, area.polygon)).toBe(true)
      expect(inPolygon(point, bodies.get(station)?.polygon ?? [])).toBe(true)
    }
  })
  it('has an address in its community and on a road of the district', () => {
    const roads = demo.roads.segments.map(({ name }) => name)
    for (const { address, community } of all.filter((_, i) => i % 40 === 0)) {
      const { name = '?' } = areas.get(community) ?? {}
      expect(address.startsWith(name)).toBe(true)
      expect(roads.some((road) => address.slice(name.length).startsWith(road))).toBe(true)
    }
  })
  it('passes every check of an entry by hand, without even a warning on its figures', () => {
    const now = `${addDays(to, 1)}T00:00:00.000Z`
    for (const { writtenOff: _, writtenOffReason: __, ...facts } of all) {
      const findings = check({ ...facts, premisesNo: null }, { causes, places: placeKinds }, now)
      expect(faultsIn(findings)).toEqual([])
    }
  })
  it('ends before the last day does, or is not known to have ended', () => {
    for (const { endedAt, arrivedAt } of all)
      for (const at of [endedAt, arrivedAt]) if (at !== null) expect(dayOf(at) <= to).toBe(true)
  })
  it('gives a reason where it was written off, and then has no figures of a fire', () => {
    const off = all.filter(({ writtenOff }) => writtenOff)
    expect(off.length).toBeGreaterThan(5)
    for (const one of all) expect(one.writtenOff).toBe(one.writtenOffReason !== null)
    for (const { kind, cause, directLossFen } of off) expect([kind, cause, directLossFen]).toEqual(['fire', null, null])
  })
})

describe('a quarter', () => {
  const quarters = Map.groupBy(all, quarterOf)
  quarters.delete('2026Q4')

  it('has 700 to 1,200 alarms, and 45 to 95 of them fires', () => {
    expect(quarters.size).toBe(15)
    for (const [, some] of quarters) {
      const burnt = some.filter(({ kind, writtenOff }) => kind === 'fire' && !writtenOff).length
      expect(some.length).toBeGreaterThan(700)
      expect(some.length).toBeLessThan(1200)
      expect(burnt).toBeGreaterThan(44)
      expect(burnt).toBeLessThan(96)
    }
  })
  it('knows almost everything when it is long past, and less of the newest weeks', () => {
    const unknown = ({ cause, directLossFen }: DemoIncident) => cause === 'PEND' || directLossFen === null
    const old = fires.filter(({ receivedAt }) => receivedAt < '2026-06')
    const fresh = fires.filter(({ receivedAt }) => dayOf(receivedAt) > addDays(to, -21))
    expect(shareOf(old, unknown)).toBeLessThan(0.08)
    expect(shareOf(fresh, unknown)).toBeGreaterThan(0.25)
  })
})

describe('the fires', () => {
  const by = (subCause: string) => fires.filter((one) => one.subCause === subCause)

  it('of the kitchen are most at noon and in the evening', () =>
    expect(shareOf(by('LIFE-COOK'), (one) => [10, 11, 12, 16, 17, 18].includes(hourOf(one)))).toBeGreaterThan(0.45))
  it('of e-bikes are at night, and grew fewer after 2024', () => {
    expect(shareOf(by('ELEC-EBIKE'), (one) => hourOf(one) >= 20 || hourOf(one) < 7)).toBeGreaterThan(0.45)
    const of = (year: string) => by('ELEC-EBIKE').filter(({ receivedAt }) => receivedAt.startsWith(year)).length
    expect(of('2025')).toBeLessThan(of('2024'))
  })
  it('of fireworks are in winter, of heating too, of engines in summer', () => {
    expect(shareOf(by('PLAY-FIREWORK'), (one) => [12, 1, 2, 3].includes(monthOf(one)))).toBeGreaterThan(0.9)
    expect(shareOf(by('LIFE-HEAT'), (one) => [11, 12, 1, 2, 3].includes(monthOf(one)))).toBeGreaterThan(0.8)
    expect(shareOf(by('SPON-VEHICLE'), (one) => [6, 7, 8, 9].includes(monthOf(one)))).toBeGreaterThan(0.4)
  })
  it('are reached within five minutes about half of the time, and later out in the country', () => {
    const seconds = ({ dispatchedAt, arrivedAt }: DemoIncident) =>
      dispatchedAt && arrivedAt ? (Date.parse(arrivedAt) - Date.parse(dispatchedAt)) / 1000 : Number.NaN
    const measured = fires.filter((one) => !Number.isNaN(seconds(one)))
    const median = (some: readonly DemoIncident[]) => some.map(seconds).sort((a, b) => a - b)[some.length >> 1] ?? 0
    expect(shareOf(measured, (one) => seconds(one) <= 300)).toBeGreaterThan(0.35)
    expect(shareOf(measured, (one) => seconds(one) <= 300)).toBeLessThan(0.65)
    expect(median(measured.filter(({ urban }) => urban === 'rural'))).toBeGreaterThan(
      median(measured.filter(({ urban }) => urban === 'urban')) + 30,
    )
  })
  it('are small but for a few, and seldom kill', () => {
    expect(shareOf(fires, ({ burnedAreaM2 }) => (burnedAreaM2 ?? 0) < 50)).toBeGreaterThan(0.85)
    expect(fires.filter(({ vehicles }) => (vehicles ?? 0) >= 10).length).toBeGreaterThan(3)
    const deaths = fires.reduce((sum, one) => sum + (one.deaths ?? 0), 0)
    expect(deaths).toBeGreaterThan(0)
    expect(deaths).toBeLessThan(20)
  })
  it('include one larger fire, in an earlier year, with a cause, a point and every figure', () => {
    const classify = classifier(severityRules)
    const grave = fires.filter((one) => classify(one, dayOf(one.receivedAt)).statClass !== 'ordinary')
    expect(grave.map(({ receivedAt }) => dayOf(receivedAt))).toEqual(['2025-01-18'])
    expect(grave[0]).toMatchObject({
      place: 'MIX',
      cause: 'ELEC',
      subCause: 'ELEC-EBIKE',
      deaths: 3,
      writtenOff: false,
    })
    expect(Object.entries(grave[0] ?? {}).filter(([, value]) => value === null)).toEqual([['writtenOffReason', null]])
  })
  it('come from the whole district and from both sources', () => {
    expect(new Set(fires.map(({ station }) => station)).size).toBe(20)
    expect(shareOf(fires, ({ source }) => source === 'local')).toBeGreaterThan(0.005)
    expect(shareOf(all, ({ lng }) => lng === null)).toBeGreaterThan(0.01)
  })
})

describe('a scale', () => {
  it('gives exactly as many as asked, over five years, each once', () => {
    const many = [...scaled(seed, demo, 20_000)]
    expect(many.length).toBe(20_000)
    expect(new Set(many.map(({ incidentNo }) => incidentNo)).size).toBe(20_000)
    expect([...new Set(many.map(({ receivedAt }) => dayOf(receivedAt).slice(0, 4)))]).toEqual([
      '2021',
      '2022',
      '2023',
      '2024',
      '2025',
    ])
    expect([...scaled(seed, demo, 3)]).toHaveLength(3)
  })
})
