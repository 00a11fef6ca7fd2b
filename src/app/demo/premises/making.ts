/** What every record of a community is made with: chance, numbers, days, and where things stand. */
import type { LngLat } from '../../../kernel/geo.ts'
import type { Random } from '../../../kernel/random.ts'
import type { CommunityKind } from '../land/kinds.ts'
import { personName } from '../names.ts'
import type { DemoCommunity } from '../organisation.ts'
import type { Spot, Stands } from './fronts.ts'
import { lineOf } from './numbers.ts'
import type { PremisesDemoRow } from './row.ts'

export interface Making extends Stands {
  readonly chance: Random
  readonly community: DemoCommunity
  readonly kind: CommunityKind
  /** Name of the district and of its city, and its six-digit code. */
  readonly district: string
  readonly city: string
  readonly code: string
  /** The number of the next record. */
  next(): number
  noOf(serial: number): string
  line(): string
  /** The day so many days after the last one of the demonstration. */
  day(offset: number): string
}

/** Numbers and telephone lines, which go on from community to community. */
export function counters(code: string) {
  let [serial, lines] = [0, 0]
  return {
    next: () => ++serial,
    noOf: (which: number) => code + String(which).padStart(7, '0'),
    line: () => lineOf(lines++),
  }
}

/** Days around one, each worked out once. */
export function daysAround(day: string): (offset: number) => string {
  const start = Date.parse(`${day}T00:00:00Z`)
  const known = new Map<number, string>()
  return (offset) => {
    const made = known.get(offset) ?? new Date(start + offset * 86_400_000).toISOString().slice(0, 10)
    known.set(offset, made)
    return made
  }
}

const inspectionsReach = 730
/** Most places are inspected each half year, and most are in time. */
const inTime = { share: 0.85, within: 175 }

const sinceInspected = (turn: number) =>
  turn < inTime.share
    ? (turn / inTime.share) * inTime.within
    : inTime.within + ((turn - inTime.share) / (1 - inTime.share)) * (inspectionsReach - inTime.within)

/** Until yesterday; one in twenty was never inspected. `before` is the last day on which it can have been. */
export const inspectedOn = ({ chance, day }: Making, before = 0): string | undefined =>
  chance.chance(0.05) ? undefined : day(before - 1 - Math.floor(sinceInspected(chance.next())))

/** Extinguishers run out around these days, some of them long since. */
export const expiresOn = ({ chance, day }: Making): string | undefined =>
  chance.chance(0.06) ? undefined : day(chance.between(-90, 720))

export const spotAddress = ({ community }: Making, { road, house }: Spot): string =>
  `${community.name}${road}${house}号`

/** The columns that say where a record is. */
export const placed = ({ community }: Making, point: LngLat | undefined, address: string) => ({
  station: community.station,
  community: community.code,
  address,
  lng: point?.[0],
  lat: point?.[1],
})

/** Acceptance of a building that was built when buildings were accepted. */
export function accepted({ city, chance, day }: Making, built: number): Partial<PremisesDemoRow> {
  if (built < 1999 || chance.chance(0.25)) return {}
  const on = `${built}-${String(chance.between(1, 12)).padStart(2, '0')}-${String(chance.between(1, 28)).padStart(2, '0')}`
  if (on > day(0)) return {}
  const no = `${city.replace(/市$/, '')}消验字〔${built}〕第${String(chance.between(1, 900)).padStart(4, '0')}号`
  return { acceptance_no: no, acceptance_on: on }
}

export const tagged = (tags: Iterable<string>): string | undefined => [...tags].join(',') || undefined

/** So many in all, by weights, each in whole numbers. */
export function shareOut(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0)
  let [reached, given] = [0, 0]
  return weights.map((weight) => {
    reached += weight
    const due = Math.round((reached / sum) * total) - given
    given += due
    return due
  })
}

export const tenth = (value: number): number => Math.round(value * 10) / 10

export const contact = ({ chance, line }: Making) => ({
  responsible_name: personName(chance),
  responsible_phone: line(),
})
export const manager = ({ chance, line }: Making) => ({ manager_name: personName(chance), manager_phone: line() })
