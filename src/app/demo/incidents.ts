/** Alarms and fires of the demonstration, made by chance from its patterns. The same seed makes the same ones. */
import { addDays, daysBetween, endOf, startOf } from '../../kernel/calendar.ts'
import { inPolygon, type LngLat } from '../../kernel/geo.ts'
import { type Random, wheel } from '../../kernel/random.ts'
import { delaysOf, harmOf } from './fires.ts'
import type { Land } from './geography.ts'
import type { Site } from './land/sites.ts'
import type { DemoCommunity } from './organisation.ts'
import {
  type AlarmPattern,
  alarmPatterns,
  callWeight,
  type FirePattern,
  firePatterns,
  graveFire,
  placesOf,
  trendOf,
  writeOffs,
} from './patterns.ts'
import { type DayKind, hours, kindOfDay, seasonal } from './seasons.ts'

/** An incident in the fields of the canonical import layout; station and community by code. Null is unknown. */
export interface DemoIncident {
  incidentNo: string
  kind: 'fire' | 'rescue' | 'service' | 'false' | 'other'
  receivedAt: string
  dispatchedAt: string | null
  arrivedAt: string | null
  controlledAt: string | null
  endedAt: string | null
  station: string
  community: string
  address: string
  lng: number | null
  lat: number | null
  urban: 'urban' | 'rural'
  place: string | null
  cause: string | null
  subCause: string | null
  vehicles: number | null
  personnel: number | null
  rescued: number | null
  evacuated: number | null
  savedFen: number | null
  directLossFen: number | null
  economicLossFen: number | null
  burnedAreaM2: number | null
  households: number | null
  people: number | null
  deaths: number | null
  seriousInjuries: number | null
  minorInjuries: number | null
  productionAccident: boolean | null
  source: 'official' | 'local'
  writtenOff: boolean
  writtenOffReason: string | null
}

export interface DemoWorld {
  readonly land: Land
  /** In the order of the land. */
  readonly communities: readonly DemoCommunity[]
}

/** Days from `from` to `to`, both included. A day's incidents are the same whatever days are asked for around it. */
export function* incidents(seed: Random, world: DemoWorld, from: string, to: string): Generator<DemoIncident> {
  const maker = makerOf(seed, world)
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const { chance, mean } = maker.on(day)
    yield* maker.make(day, chance.poisson(mean), to, day === graveFire.day ? [graveFire] : [])
  }
}

const scaleFrom = '2021-01-01'
const scaleTo = '2025-12-31'

/** Exactly so many incidents over five years, for measuring. */
export function* scaled(seed: Random, world: DemoWorld, count: number): Generator<DemoIncident> {
  const maker = makerOf(seed, world)
  const days = Array.from({ length: daysBetween(scaleFrom, scaleTo) + 1 }, (_, i) => addDays(scaleFrom, i))
  const total = days.reduce((sum, day) => sum + maker.on(day).mean, 0)
  let [share, made] = [0, 0]
  for (const day of days) {
    share += maker.on(day).mean / total
    const due = day === scaleTo ? count : Math.round(share * count)
    yield* maker.make(day, due - made, scaleTo)
    made = due
  }
}

type Pattern = FirePattern | AlarmPattern
interface Called {
  readonly pattern: Pattern
  /** Of the day. */
  readonly second: number
}
interface Spot {
  readonly community: DemoCommunity
  readonly site: Site
}
type Turn<T> = (chance: Random) => T

/** Everything that stays the same from day to day, made ready once. */
function makerOf(seed: Random, world: DemoWorld) {
  const days = seed.stream('incidents')
  const clocks = Object.fromEntries(
    Object.entries(hours).map(([name, weights]) => [
      name,
      wheel(weights.entries().map(([hour, weight]) => [hour, weight] as const)),
    ]),
  )
  const spots = sitesByPlace(world)
  const placeTurns = new Map<Pattern, Turn<string>>(
    [...firePatterns, ...alarmPatterns, graveFire.pattern].map((pattern) => [
      pattern,
      wheel(Object.entries(pattern.places)),
    ]),
  )
  const turns = new Map<string, { turn: Turn<Pattern>; mean: number }>()
  const turnOn = (kind: DayKind) => {
    const key = `${kind.year} ${kind.month} ${kind.weekend} ${kind.feast}`
    const known = turns.get(key)
    if (known) return known
    const weights = [...firePatterns, ...alarmPatterns].map(
      (pattern) => [pattern, (pattern.yearly / 365) * seasonal(pattern.season, kind) * trendOf(pattern, kind)] as const,
    )
    const made = { turn: wheel<Pattern>(weights), mean: weights.reduce((sum, [, weight]) => sum + weight, 0) }
    turns.set(key, made)
    return made
  }

  return {
    on: (day: string) => ({ chance: days.stream(`${day} count`), mean: turnOn(kindOfDay(day)).mean }),
    /** So many by chance, and those that happen for certain. */
    *make(day: string, count: number, to: string, certain: readonly Called[] = []): Generator<DemoIncident> {
      const chance = days.stream(day)
      const { turn } = turnOn(kindOfDay(day))
      const byChance = Array.from({ length: count }, (): Called => {
        const pattern = turn(chance)
        return { pattern, second: (clocks[pattern.hours]?.(chance) ?? 0) * 3600 + chance.between(0, 3599) }
      })
      const called = [...byChance, ...certain].sort((one, other) => one.second - other.second)
      const midnight = Date.parse(startOf(day))
      // What goes on beyond the last day is not known yet.
      const end = Date.parse(endOf(to))
      const daysLeft = daysBetween(day, to)
      for (const [i, { pattern, second }] of called.entries()) {
        const place = placeTurns.get(pattern)?.(chance) ?? 'RES'
        const call = callTo(spots(place)(chance), midnight + second * 1000, end, chance)
        const incidentNo = `JQ${day.replaceAll('-', '')}${String(i + 1).padStart(4, '0')}`
        yield 'kind' in pattern
          ? alarm(call, pattern, incidentNo, chance)
          : fire(call, pattern, place, incidentNo, daysLeft, chance)
      }
    },
  }
}

/** For each kind of place the sites where a call may come from, by how often it does. */
function sitesByPlace({ land, communities }: DemoWorld): (place: string) => Turn<Spot> {
  const known = new Map<string, Turn<Spot>>()
  const make = (place: string) =>
    wheel(
      communities.flatMap((community, i) => {
        const { kind, residents, sites } = land.communities[i] ?? { kind: 'rural', residents: 0, sites: [] }
        const own = sites.filter((site) => site.place === place)
        const weight = (residents ** 0.7 * callWeight[kind] * (placesOf[kind][place] ?? 0)) / own.length
        return own.map((site) => [{ community, site }, weight] as const)
      }),
    )
  return (place) => {
    const turn = known.get(place) ?? make(place)
    known.set(place, turn)
    return turn
  }
}

/** Seconds from the order until the engines roll. */
const turnout = 48

/** Where it was, who went there and how long it took: what every alarm has. */
function callTo({ community, site }: Spot, received: number, end: number, chance: Random) {
  const hour = (Math.floor(received / 3_600_000) + 8) % 24
  const rush = [7, 8, 17, 18].includes(hour) ? 1.18 : 1
  const dispatched = received + Math.round(chance.around(45, 0.35)) * 1000
  const seconds = Math.round(chance.around(turnout, 0.25) + site.seconds * rush * chance.around(1.12, 0.2))
  const arrived = dispatched + seconds * 1000
  const point = near(site.point, community, chance)
  const withPoint = !chance.chance(0.03)
  const known = (at: number, unknown: number) =>
    chance.chance(unknown) || at > end ? null : new Date(at).toISOString()
  return {
    night: hour >= 22 || hour < 6,
    seconds,
    arrived,
    known,
    own: {
      receivedAt: new Date(received).toISOString(),
      dispatchedAt: known(dispatched, 0.004),
      arrivedAt: known(arrived, 0.025),
      station: community.station,
      community: community.code,
      address: `${community.name}${site.where}${detail(site, chance)}`,
      lng: withPoint ? point[0] : null,
      lat: withPoint ? point[1] : null,
      urban: community.urban,
    },
  }
}
type Call = ReturnType<typeof callTo>

const detail = ({ floors }: Site, chance: Random) =>
  floors > 0
    ? `${chance.between(1, 14)}号楼${chance.between(1, 4)}单元${chance.between(1, floors)}0${chance.between(1, 4)}室`
    : ''

/** Within some twenty metres, and still in the community. */
function near([lng, lat]: LngLat, { polygon }: DemoCommunity, chance: Random): LngLat {
  const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6
  const point: LngLat = [rounded(lng + chance.normal(0, 1.2e-4)), rounded(lat + chance.normal(0, 1e-4))]
  return inPolygon(point, polygon) ? point : [lng, lat]
}

const noFire = {
  place: null,
  cause: null,
  subCause: null,
  directLossFen: null,
  economicLossFen: null,
  burnedAreaM2: null,
  households: null,
  people: null,
  deaths: null,
  seriousInjuries: null,
  minorInjuries: null,
  productionAccident: null,
  writtenOff: false,
  writtenOffReason: null,
} as const

function alarm({ own, arrived, known }: Call, pattern: AlarmPattern, incidentNo: string, chance: Random): DemoIncident {
  const {
    kind,
    vehicles: [least, most],
    rescued,
    evacuated,
    minutes,
  } = pattern
  const vehicles = chance.between(least, most)
  const some = (counts: readonly [number, number] | undefined) =>
    counts && chance.chance(counts[0]) ? chance.between(1, counts[1]) : 0
  return {
    incidentNo,
    ...own,
    ...noFire,
    kind,
    controlledAt: null,
    endedAt: known(arrived + Math.round(chance.around(minutes * 60, 0.5)) * 1000, 0.01),
    vehicles,
    personnel: chance.chance(0.008) ? null : vehicles * chance.between(5, 7),
    rescued: some(rescued),
    evacuated: some(evacuated),
    savedFen: 0,
    source: 'official',
  }
}

function fire(
  { own, arrived, known, seconds, night }: Call,
  pattern: FirePattern,
  place: string,
  incidentNo: string,
  daysLeft: number,
  chance: Random,
): DemoIncident {
  const harm = { ...harmOf(place, seconds, night, chance), ...pattern.harm }
  const delays = delaysOf(chance)
  const controlled = arrived + Math.round(harm.secondsToControl) * 1000
  const ended = controlled + Math.round(harm.secondsToEnd) * 1000
  const off = !pattern.harm && chance.chance(0.024)
  const local = harm.directLossFen < 100_000 && chance.chance(0.12)
  /** What is known of a fire that counts, once so many days have passed. */
  const told = <T>(value: T, after = 0) => (off || after > daysLeft ? null : value)
  const pending = delays.cause > daysLeft
  return {
    incidentNo,
    ...own,
    kind: 'fire',
    controlledAt: known(controlled, 0.03),
    endedAt: known(ended, 0.008),
    place,
    cause: told(pending ? 'PEND' : pattern.cause),
    subCause: chance.chance(0.03) || pending ? null : told(pattern.subCause),
    vehicles: harm.vehicles,
    personnel: chance.chance(0.008) ? null : harm.vehicles * chance.between(5, 7),
    rescued: harm.rescued,
    evacuated: harm.evacuated,
    savedFen: delays.loss > daysLeft ? null : harm.savedFen,
    directLossFen: told(harm.directLossFen, delays.loss),
    economicLossFen: told(harm.economicLossFen, delays.loss),
    burnedAreaM2: told(harm.burnedAreaM2, delays.area),
    households: told(harm.households, delays.households),
    people: told(harm.people, delays.households),
    deaths: told(harm.deaths),
    seriousInjuries: told(harm.seriousInjuries),
    minorInjuries: told(harm.minorInjuries),
    productionAccident: told(harm.productionAccident),
    source: local ? 'local' : 'official',
    writtenOff: off,
    writtenOffReason: off ? chance.pick(writeOffs) : null,
  }
}
