/** Residential areas of the demonstration and their buildings, of the years in which such quarters were built. */
import type { LngLat } from '../../../kernel/geo.ts'
import type { CommunityKind } from '../land/kinds.ts'
import {
  accepted,
  contact,
  expiresOn,
  inspectedOn,
  type Making,
  manager,
  placed,
  shareOut,
  spotAddress,
  tagged,
  tenth,
} from './making.ts'
import type { Use } from './mixtures.ts'
import { brand } from './names.ts'
import type { PremisesDemoRow } from './row.ts'

/** A building as the places within it see it. */
export interface Building {
  readonly no: string
  readonly estate: string | undefined
  readonly use: Use
  readonly address: string
  readonly point: LngLat
  readonly floors: number
}

export type Range = readonly [least: number, most: number]
interface Era {
  readonly words: readonly string[]
  readonly built: Range
  readonly floors: Range
  readonly stairs: Range
  /** Flats by one flight of stairs on one floor. */
  readonly flats: Range
  /** How many have a property company. */
  readonly managed: number
  readonly charging: number
}
const eras: Readonly<Record<CommunityKind, Era>> = {
  oldQuarter: {
    words: ['小区', '小区', '里', '新村', '南里', '北里', '大院', '宿舍'],
    built: [1974, 2003],
    floors: [4, 7],
    stairs: [2, 5],
    flats: [2, 3],
    managed: 0.34,
    charging: 0.45,
  },
  newEstate: {
    words: ['苑', '花园', '家园', '名邸', '雅居', '府', '华庭', '湾', '公馆'],
    built: [2005, 2024],
    floors: [11, 33],
    stairs: [1, 2],
    flats: [2, 4],
    managed: 0.97,
    charging: 0.85,
  },
  urbanVillage: {
    words: ['新村', '公寓', '安置小区', '小区'],
    built: [1996, 2016],
    floors: [5, 11],
    stairs: [2, 3],
    flats: [2, 3],
    managed: 0.5,
    charging: 0.7,
  },
  industrial: {
    words: ['职工公寓', '宿舍区', '生活区'],
    built: [2001, 2018],
    floors: [5, 7],
    stairs: [2, 3],
    flats: [3, 6],
    managed: 0.7,
    charging: 0.8,
  },
  market: {
    words: ['小区', '公寓', '里', '大厦住宅区', '花园'],
    built: [1986, 2018],
    floors: [6, 26],
    stairs: [1, 4],
    flats: [2, 4],
    managed: 0.8,
    charging: 0.6,
  },
  rural: {
    words: ['新村', '集中居住点', '安置小区'],
    built: [2007, 2022],
    floors: [3, 6],
    stairs: [2, 4],
    flats: [2, 2],
    managed: 0.15,
    charging: 0.5,
  },
}

/** What an estate is made from: how many buildings, who looks after it, and its name and place where the land has them. */
export interface EstateOrder {
  readonly buildings: number
  readonly committee: string
  company(): string
  readonly site?: { readonly name: string; readonly address: string; readonly point: LngLat }
}

/** An estate, then its buildings; returns these. */
export function* estateRows(making: Making, order: EstateOrder): Generator<PremisesDemoRow, Building[]> {
  const { chance, kind, community } = making
  const era = eras[kind]
  const no = making.noOf(making.next())
  const spot = making.stand(chance)
  const name = order.site?.name ?? brand(chance) + chance.pick(era.words)
  const point = order.site?.point ?? spot.point
  const address = order.site?.address ?? `${spotAddress(making, spot)}${name}`
  const built = chance.between(...era.built)
  const tall = chance.chance(0.015) && kind === 'newEstate'
  const [floors, stairs, flats] = [
    tall ? chance.between(35, 42) : chance.between(...era.floors),
    chance.between(...era.stairs),
    chance.between(...era.flats),
  ]
  const gas = built < 1998 && chance.chance(0.4) ? 'both' : 'piped'
  const charging = chance.chance(era.charging) ? 'outdoor' : 'none'
  const village = kind === 'urbanVillage' ? ['VILLAGE'] : []
  const common = {
    company: chance.chance(era.managed) ? order.company() : undefined,
    committee: order.committee,
    built_year: built,
    usage: '住宅',
    gas,
  } as const
  const heights = Array.from({ length: order.buildings }, () =>
    Math.max(2, floors - (chance.chance(0.3) ? chance.between(1, 3) : 0)),
  )
  const householdsOf = (high: number) => high * stairs * flats
  const households = heights.reduce((sum, high) => sum + householdsOf(high), 0)
  yield {
    premises_no: no,
    form: 'estate',
    name,
    ...placed(making, point, address),
    ...common,
    tags: tagged([
      ...village,
      ...(built <= 2000 ? ['OLD'] : []),
      ...(gas === 'both' ? ['BOTTLE'] : []),
      ...(charging === 'outdoor' ? ['EBIKE'] : []),
    ]),
    households,
    residents: Math.round(households * 2.6),
    tenants: Math.round(households * chance.around(0.3, 0.5)),
    exits: chance.between(1, 4),
    ebike_charging: charging,
    ...contact(making),
    ...manager(making),
    extinguishers_expire_on: expiresOn(making),
    micro_station: chance.chance(0.5) ? 'yes' : 'no',
    state: 'open',
    last_inspected_on: inspectedOn(making),
  }
  const made: Building[] = []
  for (const [i, high] of heights.entries()) {
    const building = { estate: no, use: 'home', floors: high, point: making.near(point, 55, chance) } as const
    const own = { ...building, no: making.noOf(making.next()), address: `${address}${i + 1}号楼` }
    made.push(own)
    yield {
      premises_no: own.no,
      form: 'building',
      name: `${name}${i + 1}号楼`,
      ...placed(making, own.point, own.address),
      estate: no,
      ...common,
      ...dwelling(making, high, stairs, built),
      households: householdsOf(high),
      residents: Math.round(householdsOf(high) * 2.6),
      tags: tagged([
        ...village,
        ...(metresOf(high) > 27 ? ['HIGHRES'] : []),
        ...(metresOf(high) > 100 ? ['SUPERHIGH'] : []),
        ...(gas === 'both' ? ['BOTTLE'] : []),
      ]),
      state: community.urban === 'urban' && built < 1980 && chance.chance(0.06) ? 'demolished' : 'open',
    }
  }
  return made
}

const metresOf = (floors: number) => tenth(floors * 2.95 + 0.6)

function dwelling(making: Making, floors: number, stairs: number, built: number): Partial<PremisesDemoRow> {
  const { chance } = making
  const high = metresOf(floors) > 27
  return {
    area_m2: Math.round(floors * stairs * chance.around(230, 0.15)),
    height_m: metresOf(floors),
    floors_above: floors,
    floors_below: built > 2004 && floors > 10 ? chance.between(1, 2) : 0,
    fire_rating: high ? 1 : built > 1990 ? 2 : chance.between(2, 3),
    exits: stairs,
    indoor_hydrants: high ? floors * stairs : 0,
    fire_alarm: high && built > 2006 ? 'yes' : 'no',
    sprinklers: metresOf(floors) > 100 ? 'yes' : 'no',
    extinguishers: high ? floors * stairs * 2 : stairs * 2,
    extinguishers_expire_on: expiresOn(making),
    ...accepted(making, built),
    last_inspected_on: inspectedOn(making),
  }
}

/** How many buildings each of so many estates has. */
export const buildingsEach = ({ chance }: Making, buildings: number, estates: number): number[] =>
  shareOut(
    buildings,
    Array.from({ length: estates }, () => 0.4 + chance.next()),
  )
