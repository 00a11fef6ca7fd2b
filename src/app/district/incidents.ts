/** Alarms and fires of the demonstration, made by chance from its patterns. The same seed makes the same ones. */
import { addDays, startOf } from '../../kernel/calendar.ts'
import { boundsOf, inPolygon, type LngLat, metresBetween } from '../../kernel/geo.ts'
import type { Random } from './random.ts'
import type { Land } from './geography.ts'
import { roadName } from './names.ts'
import type { DemoCommunity } from './organisation.ts'
import { causeWeights, detailOf, fireWeight, hourWeight, monthWeight, placesOf, subCauses } from './patterns.ts'

/** An incident in the fields of the canonical import layout; station and community by code. */
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
  readonly communities: readonly DemoCommunity[]
}

/** On an average day: about sixty fires and nine hundred alarms a quarter. */
const alarmsADay = 9.6
const fireShare = 0.069
const others = { rescue: 34, service: 38, false: 12, other: 9 }
const hours = Object.fromEntries(hourWeight.map((weight, hour) => [String(hour), weight]))

/** Days from `from` to `to`, both included. Figures of the last six weeks are partly still unknown. */
export function* incidents(seed: Random, world: DemoWorld, from: string, to: string): Generator<DemoIncident> {
  const chance = seed.stream('incidents')
  const byWeight = Object.fromEntries(world.communities.map(({ code, kind }) => [code, fireWeight[kind]]))
  const byCode = new Map(world.communities.map((community) => [community.code, community]))
  let yearOf = ''
  let n = 0
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (day.slice(0, 4) !== yearOf) [yearOf, n] = [day.slice(0, 4), 0]
    const season = monthWeight[Number(day.slice(5, 7)) - 1] ?? 1
    const recent = addDays(day, 42) > to
    // Fire prevention tells a little, year by year.
    const trend = 1.06 - 0.05 * (Number(yearOf) - Number(from.slice(0, 4)))
    const minutes = Array.from({ length: chance.poisson(alarmsADay * (0.6 + 0.4 * season)) }, () => {
      const hour = Number(chance.weighted(hours))
      return hour * 3600 + chance.between(0, 3599)
    }).sort((a, b) => a - b)
    for (const second of minutes) {
      const community = byCode.get(chance.weighted(byWeight))
      if (!community) continue
      const receivedAt = new Date(Date.parse(startOf(day)) + second * 1000).toISOString()
      const isFire = chance.chance(fireShare * season * trend)
      n++
      const incidentNo = `JQ${yearOf}${String(n).padStart(5, '0')}`
      yield isFire
        ? fire(chance, world, community, incidentNo, receivedAt, day, Math.floor(second / 3600), recent)
        : alarm(chance, world, community, incidentNo, receivedAt, chance.weighted(others))
    }
  }
}

const later = (instant: string, seconds: number) =>
  new Date(Date.parse(instant) + Math.round(seconds) * 1000).toISOString()

function pointIn({ polygon }: DemoCommunity, chance: Random): LngLat {
  const { west, south, east, north } = boundsOf(polygon[0] ?? [])
  for (;;) {
    const point: LngLat = [west + chance.next() * (east - west), south + chance.next() * (north - south)]
    if (inPolygon(point, polygon)) return [Math.round(point[0] * 1e6) / 1e6, Math.round(point[1] * 1e6) / 1e6]
  }
}

/** Where it was, who went there and how long it took: what every alarm has. */
function call(
  chance: Random,
  { land }: DemoWorld,
  community: DemoCommunity,
  incidentNo: string,
  receivedAt: string,
  place: string | null,
) {
  const point = pointIn(community, chance)
  const metres = Math.min(...land.fireStations.map((station) => metresBetween(station, point)))
  const dispatchedAt = later(receivedAt, chance.around(48, 0.35))
  // Streets are a third longer than the straight line, and engines make about 37 km/h.
  const arrivedAt = later(dispatchedAt, 35 + (metres * 1.3) / chance.around(10.2, 0.2))
  const detail = chance.pick(detailOf[place ?? ''] ?? ['号'])
  const withPoint = !chance.chance(0.03)
  return {
    incidentNo,
    receivedAt,
    dispatchedAt,
    arrivedAt: chance.chance(0.025) ? null : arrivedAt,
    arrival: arrivedAt,
    station: community.station,
    community: community.code,
    address: `${community.name}${roadName(chance)}${chance.between(1, 320)}${detail}`,
    lng: withPoint ? point[0] : null,
    lat: withPoint ? point[1] : null,
    urban: community.urban,
  }
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

function alarm(
  chance: Random,
  world: DemoWorld,
  community: DemoCommunity,
  incidentNo: string,
  receivedAt: string,
  kind: Exclude<DemoIncident['kind'], 'fire'>,
): DemoIncident {
  const { arrival, ...own } = call(chance, world, community, incidentNo, receivedAt, null)
  const vehicles = kind === 'rescue' ? chance.between(1, 3) : 1
  const rescued = kind === 'rescue' && chance.chance(0.45) ? chance.between(1, 3) : 0
  return {
    ...own,
    ...noFire,
    kind,
    controlledAt: null,
    endedAt: later(arrival, chance.around(kind === 'rescue' ? 2400 : 1200, 0.5)),
    vehicles,
    personnel: vehicles * chance.between(5, 7),
    rescued,
    evacuated: kind === 'rescue' && chance.chance(0.08) ? chance.between(1, 12) : 0,
    savedFen: 0,
    source: 'official',
  }
}

const writeOffs = [
  '经核查为燃放烟花产生烟雾，非火灾',
  '经核查为炊烟误报',
  '经核查为施工焊花，未失控燃烧',
  '与同日另一警情重复',
] as const

function fire(
  chance: Random,
  world: DemoWorld,
  community: DemoCommunity,
  incidentNo: string,
  receivedAt: string,
  day: string,
  hour: number,
  recent: boolean,
): DemoIncident {
  const place = chance.weighted(placesOf[community.kind])
  const { arrival, ...own } = call(chance, world, community, incidentNo, receivedAt, place)
  const indoors = place !== 'WASTE' && place !== 'AGRI' && place !== 'VEH'
  const works = place === 'FACT' || place === 'WARE' || place === 'MIX'
  const pending = chance.chance(recent ? 0.3 : 0.015)
  const cause = pending ? 'PEND' : chance.weighted(causeWeights(Number(day.slice(5, 7)), hour, place))
  const detail = subCauses[cause]
  const size = chance.around(indoors ? 7 : 14, 1.05) * (works ? 3.2 : 1)
  const loss = Math.round(chance.around(indoors ? 2600 : 400, 1.35) * (works ? 6 : 1)) * 100
  const lossKnown = !chance.chance(recent ? 0.2 : 0.01)
  const severe = indoors && chance.chance(0.012)
  const vehicles = Math.min(18, 1 + Math.round(Math.sqrt(size) / 2) + chance.between(0, 2))
  const controlledAt = later(arrival, chance.around(340 + size * 9, 0.4))
  const households = place === 'RES' || place === 'MIX' ? 1 + (size > 40 ? chance.between(0, 3) : 0) : 0
  const off = chance.chance(0.022)
  const deaths = severe && chance.chance(0.35) ? chance.between(1, 2) : 0
  return {
    ...own,
    kind: 'fire',
    controlledAt,
    endedAt: later(controlledAt, chance.around(1500, 0.5)),
    place,
    cause: off ? null : cause,
    subCause: off || !detail || chance.chance(0.04) ? null : chance.weighted(detail),
    vehicles,
    personnel: vehicles * chance.between(5, 7),
    rescued: severe || (indoors && chance.chance(0.05)) ? chance.between(1, 4) : 0,
    evacuated: indoors && chance.chance(0.28) ? chance.between(2, 40) : 0,
    savedFen: Math.round(loss * chance.around(7, 0.8)),
    directLossFen: off ? null : lossKnown ? loss : null,
    economicLossFen: off || !lossKnown ? null : Math.round(loss * (1.05 + chance.next() * 0.2)),
    burnedAreaM2: off ? null : Math.round(size * 10) / 10,
    households: off ? null : households,
    people: off ? null : households * chance.between(2, 4),
    deaths: off ? null : deaths,
    seriousInjuries: off ? null : severe ? chance.between(0, 2) : 0,
    minorInjuries: off ? null : severe || chance.chance(0.03) ? chance.between(1, 3) : 0,
    productionAccident: off ? null : works && chance.chance(0.04),
    source: chance.chance(0.04) ? 'local' : 'official',
    writtenOff: off,
    writtenOffReason: off ? chance.pick(writeOffs) : null,
  }
}
