/** Buildings of the demonstration that belong to no residential area: offices, halls, self-built houses, works. */
import { personName } from '../names.ts'
import type { Building, EstateOrder, Range } from './estates.ts'
import { accepted, contact, expiresOn, inspectedOn, type Making, placed, spotAddress, tagged, tenth } from './making.ts'
import type { Use } from './mixtures.ts'
import { brand } from './names.ts'
import type { PremisesDemoRow } from './row.ts'

interface Block {
  readonly words: readonly string[]
  readonly usage: string
  readonly built: Range
  readonly floors: Range
  readonly storey: number
  /** Square metres of a floor. */
  readonly floor: readonly [median: number, spread: number]
  readonly rating: Range
  readonly managed: number
  readonly panel: number
}
const blocks: Readonly<Record<Exclude<Use, 'home'>, Block>> = {
  tower: {
    words: ['大厦', '商务楼', '中心', '商务大厦'],
    usage: '办公、商业',
    built: [1995, 2024],
    floors: [6, 30],
    storey: 3.7,
    floor: [900, 0.3],
    rating: [1, 1],
    managed: 0.9,
    panel: 0,
  },
  hall: {
    words: ['商业楼', '商业广场', '市场大楼'],
    usage: '商业',
    built: [1992, 2022],
    floors: [1, 4],
    storey: 4.8,
    floor: [1600, 0.5],
    rating: [1, 2],
    managed: 0.75,
    panel: 0.05,
  },
  house: {
    words: ['自建房'],
    usage: '居住、经营',
    built: [1984, 2016],
    floors: [2, 6],
    storey: 3.1,
    floor: [92, 0.25],
    rating: [2, 4],
    managed: 0,
    panel: 0.04,
  },
  works: {
    words: ['厂房', '标准厂房', '车间', '仓库'],
    usage: '生产、仓储',
    built: [1996, 2023],
    floors: [1, 4],
    storey: 5.4,
    floor: [1300, 0.5],
    rating: [2, 3],
    managed: 0.1,
    panel: 0.28,
  },
}

/** A building that belongs to no estate. */
export function blockRow(
  making: Making,
  use: Exclude<Use, 'home'>,
  order: Pick<EstateOrder, 'committee' | 'company'>,
): { row: PremisesDemoRow; building: Building } {
  const { chance, kind } = making
  const block = blocks[use]
  const spot = making.stand(chance)
  const [built, floors] = [chance.between(...block.built), chance.between(...block.floors)]
  const height = tenth(floors * block.storey + 0.5)
  const area = Math.round(floors * chance.around(...block.floor))
  const house = use === 'house'
  const called = house ? personName(chance) : brand(chance)
  const name = `${called}${chance.pick(block.words)}`
  const address = spotAddress(making, spot) + (house ? '' : name)
  const building = { no: making.noOf(making.next()), estate: undefined, use, address, point: spot.point, floors }
  const bottled = house && chance.chance(0.5)
  const charging = house ? chance.weighted({ none: 0.55, indoor: 0.3, outdoor: 0.15 }) : undefined
  const tenants = house ? chance.between(0, floors * 4) : undefined
  const row: PremisesDemoRow = {
    premises_no: building.no,
    form: 'building',
    name,
    ...placed(making, spot.point, address),
    company: chance.chance(block.managed) ? order.company() : undefined,
    committee: order.committee,
    tags: tagged([
      ...(kind === 'urbanVillage' ? ['VILLAGE'] : []),
      ...(house ? ['SELF'] : []),
      ...((tenants ?? 0) >= 10 ? ['GROUP'] : []),
      ...(!house && height > 24 ? ['HIGHPUB'] : []),
      ...(height > 100 ? ['SUPERHIGH'] : []),
      ...(bottled ? ['BOTTLE'] : []),
      ...(charging === 'indoor' || charging === 'outdoor' ? ['EBIKE'] : []),
      ...(chance.chance(block.panel) ? ['PANEL'] : []),
    ]),
    area_m2: area,
    height_m: height,
    floors_above: floors,
    floors_below: use === 'tower' ? chance.between(0, 2) : 0,
    fire_rating: chance.between(...block.rating),
    built_year: built,
    usage: block.usage,
    ...(house ? { households: chance.between(1, 3), residents: chance.between(2, 8), tenants } : {}),
    exits: house ? 1 : Math.max(2, Math.round(area / floors / 800)),
    gas: house ? (bottled ? 'bottled' : 'none') : undefined,
    ebike_charging: charging,
    ...contact(making),
    indoor_hydrants: house ? 0 : Math.ceil(area / 400),
    fire_alarm: height > 24 ? 'yes' : 'no',
    sprinklers: height > 24 && chance.chance(0.9) ? 'yes' : 'no',
    extinguishers: Math.max(2, Math.round(area / 90)),
    extinguishers_expire_on: expiresOn(making),
    ...(house ? {} : accepted(making, built)),
    state: 'open',
    last_inspected_on: inspectedOn(making),
  }
  return { row, building }
}
