import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '../../../kernel/calendar.ts'
import { parsePeriod, previousPeriod, samePeriodLastYear } from '../../../kernel/periods.ts'
import { cloneDatabase } from '../../../platform/db/testing.ts'
import { type RangeKey, rangeKeys } from './contract.ts'
import { percentile } from './response.ts'
import { tallies, wholeDistrict } from './store.ts'
import type { Tallies } from './tally.ts'

const { db } = await cloneDatabase()
const [north, south] = ['0198f1de-0000-7000-8000-0000000000a1', '0198f1de-0000-7000-8000-0000000000a2']
const [willow, elm] = ['0198f1de-0000-7000-8000-0000000000c1', '0198f1de-0000-7000-8000-0000000000c2']
const period = parsePeriod('2026Q2')
const spans = { period, previous: previousPeriod(period), lastYear: samePeriodLastYear(period) }

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 4 })
const count = maybe(fc.integer({ min: 0, max: 9 }))
const money = maybe(fc.integer({ min: 0, max: 2_000_000_000 }))
const incident = fc.record({
  day: fc.integer({ min: 0, max: 600 }).map((n) => addDays('2025-01-01', n)),
  hour: fc.integer({ min: 0, max: 23 }),
  kind: fc.constantFrom('fire', 'fire', 'fire', 'rescue', 'false'),
  off: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  station: maybe(fc.constantFrom(north, south)),
  community: maybe(fc.constantFrom(willow, elm)),
  urban: maybe(fc.constantFrom('urban', 'rural')),
  place: maybe(fc.constantFrom('RES', 'SHOP')),
  cause: maybe(fc.constantFrom('ELEC', 'PEND')),
  sub: maybe(fc.constantFrom('ELEC-SHORT', 'ELEC-LOAD')),
  severity: maybe(fc.constantFrom('ordinary', 'larger')),
  minor: fc.boolean(),
  wait: maybe(fc.integer({ min: 0, max: 60_000 }).map((n) => n / 100)),
  vehicles: count,
  saved: money,
  loss: money,
  area: maybe(fc.integer({ min: 0, max: 100_000 }).map((n) => n / 100)),
  households: count,
  deaths: count,
  serious: count,
  light: count,
})
type Made = typeof incident extends fc.Arbitrary<infer T> ? T : never

let district = 990200
/** Records in a district of their own. */
async function put(records: readonly Made[]): Promise<string> {
  district++
  const code = String(district)
  const rows = records.map((r, n) => {
    const fire = r.kind === 'fire'
    const received = new Date(`${r.day}T${String(r.hour).padStart(2, '0')}:30:00+08:00`)
    const dispatched = new Date(received.getTime() + 60_000)
    return {
      district: code,
      incidentNo: `B${n}`,
      kind: r.kind,
      state: r.off ? 'writtenOff' : 'recorded',
      writtenOffReason: r.off ? '误报' : null,
      receivedAt: received.toISOString(),
      dispatchedAt: r.wait === null ? null : dispatched.toISOString(),
      arrivedAt: r.wait === null ? null : new Date(dispatched.getTime() + r.wait * 1000).toISOString(),
      station: r.station,
      community: r.community,
      street: r.community === null ? null : north,
      urban: r.urban,
      place: fire ? r.place : null,
      cause: fire ? r.cause : null,
      subCause: fire && r.cause === 'ELEC' ? r.sub : null,
      vehicles: r.vehicles,
      savedFen: r.saved,
      directLossFen: fire ? r.loss : null,
      burnedAreaM2: fire ? r.area : null,
      households: fire ? r.households : null,
      deaths: fire ? r.deaths : null,
      seriousInjuries: fire ? r.serious : null,
      minorInjuries: fire ? r.light : null,
      statClass: fire ? r.severity : null,
      minorFire: r.minor,
      source: 'official',
      enteredAt: received.toISOString(),
    }
  })
  if (rows.length > 0) await db.insertInto('incidents.incident').values(rows).execute()
  return code
}

const countOf = (code: string, key: string, reach = wholeDistrict) =>
  db.transaction().execute((tx) => tallies({ tx, district: code }, { frozen: null, reach }, parsePeriod(key)))

const inRange = (records: readonly Made[], range: RangeKey) =>
  records.filter(({ day }) => spans[range].from <= day && day <= spans[range].to)
const isFire = ({ kind, off }: Made) => kind === 'fire' && !off
const sum = (values: readonly (number | null)[]) => values.reduce<number>((total, value) => total + (value ?? 0), 0)
const known = (values: readonly (number | null)[]) => values.filter((value) => value !== null).length

/** The same counted by hand. */
function check(records: readonly Made[], { ranges, groups, responses }: Tallies) {
  for (const range of rangeKeys) {
    const alarms = inRange(records, range)
    const fires = alarms.filter(isFire)
    const found = ranges.find((one) => one.range === range)
    expect(found).toMatchObject({
      alarms: alarms.length,
      fires: fires.length,
      minorFires: fires.filter(({ minor }) => minor).length,
    })
    expect(found?.known.vehicles).toBe(known(alarms.map((r) => r.vehicles)))
    expect(found?.sums.vehicles ?? 0).toBe(sum(alarms.map((r) => r.vehicles)))
    expect(found?.sums.saved_fen ?? 0).toBe(sum(alarms.map((r) => r.saved)))
    expect(found?.known.loss_fen).toBe(known(fires.map((r) => r.loss)))
    expect(found?.sums.loss_fen ?? 0).toBe(sum(fires.map((r) => r.loss)))
    expect(found?.sums.area_m2 ?? 0).toBeCloseTo(sum(fires.map((r) => r.area)), 6)
    expect(found?.sums.deaths ?? 0).toBe(sum(fires.map((r) => r.deaths)))

    const of = (grouping: string) => groups.filter((g) => g.range === range && g.grouping === grouping)
    for (const grouping of [
      'placeCause',
      'causeSub',
      'severity',
      'station',
      'streetCommunity',
      'weekdayHour',
      'urban',
    ]) {
      expect(sum(of(grouping).map((g) => g.fires))).toBe(fires.length)
      expect(sum(of(grouping).map((g) => g.lossFen))).toBe(sum(fires.map((r) => r.loss)))
      expect(sum(of(grouping).map((g) => g.casualties))).toBe(sum(fires.flatMap((r) => [r.deaths, r.serious, r.light])))
    }
    for (const [place, cause] of [
      ['RES', 'ELEC'],
      ['RES', null],
      [null, null],
    ] as const)
      expect(
        sum(
          of('placeCause')
            .filter((g) => g.a === place && g.b === cause)
            .map((g) => g.fires),
        ),
      ).toBe(fires.filter((r) => r.place === place && r.cause === cause).length)
    for (const station of [north, south, null])
      expect(
        sum(
          of('station')
            .filter((g) => g.a === station)
            .map((g) => g.fires),
        ),
      ).toBe(fires.filter((r) => r.station === station).length)
    for (const hour of [0, 8, 23])
      expect(
        sum(
          of('weekdayHour')
            .filter((g) => g.b === String(hour))
            .map((g) => g.fires),
        ),
      ).toBe(fires.filter((r) => r.hour === hour).length)

    const waits = fires.flatMap(({ wait }) => (wait === null ? [] : [wait])).sort((a, b) => a - b)
    const response = responses.find((one) => one.range === range)
    expect(response).toMatchObject({ n: waits.length, unmeasured: fires.length - waits.length })
    expect(response?.within).toBe(waits.filter((wait) => wait <= 300).length)
    expect(response?.medianSeconds ?? -1).toBeCloseTo(percentile(waits, 0.5) ?? -1, 2)
    expect(response?.p90Seconds ?? -1).toBeCloseTo(percentile(waits, 0.9) ?? -1, 2)
  }
}

describe('counting', () => {
  it('agrees with a count by hand, whatever the records', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(incident, { maxLength: 60 }), async (records) => {
        check(records, await countOf(await put(records), '2026Q2'))
      }),
      { numRuns: 40 },
    )
  })
  it('counts the months of two years, and of the last month only what lies in the period', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(incident, { maxLength: 60 }), async (records) => {
        const { months } = await countOf(await put(records), '2026-02-10..2026-05-20')
        const fires = records.filter(isFire)
        const between = (from: string, to: string) => fires.filter(({ day }) => from <= day && day <= to).length
        const found = (year: string, inYear?: boolean) =>
          sum(
            months
              .filter((m) => m.month.startsWith(year) && (inYear === undefined || m.inYearToDate === inYear))
              .map((m) => m.fires),
          )
        expect(found('2025')).toBe(between('2025-01-01', '2025-12-31'))
        expect(found('2025', true)).toBe(between('2025-01-01', '2025-05-20'))
        expect(found('2026')).toBe(between('2026-01-01', '2026-05-20'))
        expect(found('2026', true)).toBe(found('2026'))
      }),
      { numRuns: 20 },
    )
  })
})

describe('reach', () => {
  const records = fc.sample(incident, { numRuns: 300, seed: 7 })
  let code = ''
  beforeAll(async () => {
    code = await put(records)
  })
  it('a station counts its own records only', async () => {
    const own = records.filter(({ station }) => station === north)
    check(own, await countOf(code, '2026Q2', { district: false, stations: [north], communities: [] }))
  })
  it('a street counts its communities', async () => {
    const own = records.filter(({ community }) => community === elm)
    check(own, await countOf(code, '2026Q2', { district: false, stations: [], communities: [elm] }))
  })
  it('nobody’s reach holds nothing', async () => {
    expect(await countOf(code, '2026Q2', { district: false, stations: [], communities: [] })).toMatchObject({
      ranges: [],
      firstDay: null,
    })
  })
  it('another district’s records are never counted', async () => {
    expect((await countOf('990199', '2026Q2')).ranges).toMatchObject([{ alarms: 0 }, { alarms: 0 }, { alarms: 0 }])
  })
  it('of a year, the period before and last year are counted alike', async () => {
    const { ranges, groups } = await countOf(code, '2026')
    const of = (range: string) => ranges.find((one) => one.range === range)
    expect(of('previous')?.alarms).toBe(of('lastYear')?.alarms)
    expect(groups.filter(({ range }) => range === 'previous').length).toBe(
      groups.filter(({ range }) => range === 'lastYear').length,
    )
  })
  it('the first day is that of the first record', async () => {
    const first = records.map(({ day }) => day).sort()[0]
    expect((await countOf(code, '2026Q2')).firstDay).toBe(first)
  })
})
