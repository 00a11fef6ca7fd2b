/** Where a place of the demonstration is: in one of its community's buildings, or by a road. */
import type { LngLat } from '../../../kernel/geo.ts'
import type { Building } from './estates.ts'
import { type Making, spotAddress } from './making.ts'
import { housedIn, type Use } from './mixtures.ts'

export type Housing = ReadonlyMap<Use, readonly Building[]>

/** Where a place is, as its record tells it. */
export interface Where {
  readonly point: LngLat
  readonly road: string
  readonly address: string
  readonly building?: Building
  readonly floors?: string
  readonly name?: string
}

export const groupOf = (kind: string) => kind.split('-')[0] ?? kind
/** Larger places have a building to themselves. */
const roomIn: Readonly<Record<Use, number>> = { home: 420, tower: 3000, hall: 6000, house: 420, works: 6000 }

/** What is found on the two lowest floors alone, unless it is in a tower. */
const lowOnly = ['SHOP', 'CATER', 'LEIS', 'CARE', 'WARE', 'WORK']

export function housed(making: Making, kind: string, area: number, housing: Housing): Where | undefined {
  const { chance } = making
  const uses = (housedIn[groupOf(kind)] ?? []).filter((use) => housing.has(use) && area < roomIn[use])
  if (uses.length === 0 || chance.chance(0.26)) return undefined
  const building = chance.pick(housing.get(chance.pick(uses)) ?? [])
  const low = lowOnly.includes(groupOf(kind)) && building.use !== 'tower'
  const floor = low ? chance.between(1, Math.min(2, building.floors)) : chance.between(1, building.floors)
  const room = `${floor}${String(chance.between(1, 24)).padStart(2, '0')}`
  const shopfront = building.use === 'house' ? `门面${chance.between(1, 4)}` : `底商${chance.between(1, 30)}`
  const suffix = building.use === 'works' ? `${floor}层` : low && floor === 1 ? shopfront : `${room}室`
  return {
    point: making.near(building.point, 7, chance),
    road: roadOf(making, building.address),
    address: building.address + suffix,
    building,
    floors: area > 260 && floor < building.floors ? `${floor}-${floor + 1}层` : `${floor}层`,
  }
}

export const roadOf = ({ community }: Making, address: string) =>
  address.slice(community.name.length).replace(/\d+号.*$/, '')

const corners = ['附1号', '附2号', '附3号', '东侧', '西侧', '1层', '2层', '院内']

export function byTheRoad(making: Making): Where {
  const { chance } = making
  const spot = making.stand(chance)
  const corner = chance.chance(0.3) ? '' : chance.chance(0.5) ? `-${chance.between(1, 12)}` : chance.pick(corners)
  return { point: spot.point, road: spot.road, address: spotAddress(making, spot) + corner }
}
