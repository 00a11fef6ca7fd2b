import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '../../../kernel/calendar.ts'
import { parsePeriod } from '../../../kernel/periods.ts'
import { cloneDatabase } from '../../../platform/db/testing.ts'
import { type Counted, tallied } from './in-memory.ts'
import { tallies, wholeDistrict } from './store.ts'
import type { Tallies } from './tally.ts'

const { db } = await cloneDatabase()
const [north, south] = ['0198f1de-0000-7000-8000-0000000000a1', '0198f1de-0000-7000-8000-0000000000a2']
const [willow, elm] = ['0198f1de-0000-7000-8000-0000000000c1', '0198f1de-0000-7000-8000-0000000000c2']

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

/** The record as counting in memory takes it. */
function counted(r: Made): Counted {
  const fire = r.kind === 'fire'
  const of = <T>(value: T) => (fire ? value : null)
  return {
    receivedOn: r.day,
    hour: r.hour,
    weekday: ((new Date(`${r.day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1,
    isFire: fire && !r.off,
    station: r.station,
    community: r.community,
    street: r.community === null ? null : north,
    urban: r.urban as Counted['urban'],
    place: of(r.place),
    cause: of(r.cause),
    subCause: fire && r.cause === 'ELEC' ? r.sub : null,
    statClass: of(r.severity) as Counted['statClass'],
    minorFire: r.minor,
    seconds: r.wait,
    vehicles: r.vehicles,
    personnel: null,
    rescued: null,
    evacuated: null,
    savedFen: r.saved,
    directLossFen: of(r.loss),
    burnedAreaM2: of(r.area),
    households: of(r.households),
    people: null,
    deaths: of(r.deaths),
    seriousInjuries: of(r.serious),
    minorInjuries: of(r.light),
  }
}

/** Orders what has no order, and rounds what two ways of adding round differently. */
function settled({ ranges, groups, months, graver, firstDay }: Tallies) {
  const inOrder = <T>(list: readonly T[]) => [...list].map((one) => JSON.stringify(one, keysInOrder)).sort()
  const round = (n: number | null) => (n === null ? null : Math.round(n * 100) / 100)
  return {
    ranges: inOrder(
      ranges.map(({ response, ...one }) => ({
        ...one,
        sums: { ...one.sums, area_m2: round(one.sums.area_m2) },
        response: { ...response, medianSeconds: round(response.medianSeconds), p90Seconds: round(response.p90Seconds) },
      })),
    ),
    groups: inOrder(groups),
    months: inOrder(months),
    // Of more than twenty the first twenty; which of one hour come first is chance.
    graver: graver.length < 20 ? inOrder(graver) : graver.length,
    firstDay,
  }
}
const keysInOrder = (_key: string, value: unknown) =>
  value && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value

const countOf = (code: string, key: string, reach = wholeDistrict) =>
  db.transaction().execute((tx) => tallies({ tx, district: code }, { frozen: null, reach }, parsePeriod(key)))

const same = (records: readonly Made[], found: Tallies, key: string) =>
  expect(settled(found)).toEqual(settled(tallied(records.map(counted), parsePeriod(key))))

const key = fc.constantFrom(
  '2026Q2',
  '2026Q1',
  '2026',
  '2025H2',
  '2026-03',
  '2026-02-10..2026-05-20',
  '2026-01-01..2026-07-31',
)

it('agrees with a count by hand, whatever the records and the period', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(incident, { maxLength: 60 }), key, async (records, period) => {
      same(records, await countOf(await put(records), period), period)
    }),
    { numRuns: 60 },
  )
})

describe('reach', () => {
  const records = fc.sample(incident, { numRuns: 300, seed: 7 })
  let code = ''
  beforeAll(async () => {
    code = await put(records)
  })
  it('a station counts its own records only', async () => {
    const own = records.filter(({ station }) => station === north)
    same(own, await countOf(code, '2026Q2', { district: false, stations: [north], communities: [] }), '2026Q2')
  })
  it('a street counts its communities', async () => {
    const own = records.filter(({ community }) => community === elm)
    same(own, await countOf(code, '2026Q2', { district: false, stations: [], communities: [elm] }), '2026Q2')
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
