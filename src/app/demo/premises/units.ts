/** Places and units of the demonstration, each with all that is known of it. */
import type { Judged, SupervisionRules } from '../../../areas/premises/supervision/rules.ts'
import type { LngLat } from '../../../kernel/geo.ts'
import type { Random } from '../../../kernel/random.ts'
import { accepted, type Making, placed, tagged } from './making.ts'
import { nameOf } from './names.ts'
import { facilitiesOf, figuresOf, numbersOf, ownBuilding, peopleOf, riskOf, standing } from './particulars.ts'
import type { PremisesDemoRow } from './row.ts'
import { byTheRoad, type Housing, housed, roadOf, type Where } from './spots.ts'
import { tradeOf, tradeOfSite } from './trades.ts'

/** Most of those that ought to be with the brigade are; a few were left with their station and never handed over. */
const leftBehind = 0.075

function supervisionOf(
  judged: Judged,
  rules: SupervisionRules,
  { chance, community }: Making,
): Partial<PremisesDemoRow> {
  if (rules.dueOf(judged).list !== 'KEY') return {}
  return chance.chance(leftBehind)
    ? { list: 'SMALL', supervisor: community.station }
    : { list: 'KEY', supervisor: 'XF' }
}

const remarks = [
  '房东不在本地，联系租户',
  '夜间上锁，检查请预约',
  '与邻店共用疏散楼梯',
  '2025年重新装修',
  '法人常年在外，由店长负责',
  '门头已更换，以执照名称为准',
]

const areaOf = (kind: string, chance: Random) => Math.max(8, Math.round(chance.around(...tradeOf(kind).area)))

/** One of that kind, in one of the buildings or by a road. */
export function unitOf(making: Making, kind: string, housing: Housing, rules: SupervisionRules): PremisesDemoRow {
  const area = areaOf(kind, making.chance)
  return unitAt(making, kind, area, housed(making, kind, area, housing) ?? byTheRoad(making), rules)
}

/** What stands at an address of the land, under the name that it has there; undefined where that is no place or unit. */
export function unitOfSite(
  making: Making,
  site: { readonly name: string; readonly address: string; readonly point: LngLat },
  rules: SupervisionRules,
): PremisesDemoRow | undefined {
  const found = tradeOfSite(site.name)
  if (!found) return undefined
  const { kind, times } = found
  return unitAt(
    making,
    kind,
    areaOf(kind, making.chance) * times,
    { ...site, road: roadOf(making, site.address) },
    rules,
  )
}

function unitAt(making: Making, kind: string, area: number, where: Where, rules: SupervisionRules): PremisesDemoRow {
  const { chance } = making
  const trade = tradeOf(kind)
  const serial = making.next()
  const firm = trade.firm !== undefined && chance.chance(trade.registered === '92' ? (area > 200 ? 0.4 : 0.05) : 0.75)
  const figures = figuresOf(trade, area, making)
  const { gas, charging, tags, residents } = riskOf(kind, trade, where, figures, making)
  const own = ownBuilding(kind, area, where, making)
  const { district, city, community } = making
  const built = chance.between(1985, 2024)
  const judged: Judged = {
    form: 'unit',
    kind,
    tags: [...tags],
    areaM2: area,
    heightM: own?.heightM ?? null,
    floorsAbove: own?.floorsAbove ?? null,
    floorsBelow: null,
    households: null,
    residents: residents ?? null,
    tenants: figures.tenants ?? null,
    staff: figures.staff ?? null,
    beds: figures.beds ?? null,
    rooms: figures.rooms ?? null,
    diners: figures.diners ?? null,
    pupils: figures.pupils ?? null,
    boarders: figures.boarders ?? null,
    exits: null,
  }
  return {
    premises_no: making.noOf(serial),
    form: 'unit',
    kind,
    name:
      where.name ?? nameOf(kind, trade, firm, { district, city, community: community.name, road: where.road }, chance),
    ...numbersOf(trade, firm, serial, making),
    ...placed(making, chance.chance(0.02) ? undefined : where.point, where.address),
    building: where.building?.no,
    estate: where.building?.estate,
    floors: where.floors,
    tags: tagged(tags),
    area_m2: area,
    ...(own
      ? { height_m: own.heightM, floors_above: own.floorsAbove, built_year: built, ...accepted(making, built) }
      : {}),
    ...figures,
    residents,
    gas,
    ebike_charging: charging,
    dangerous_goods: trade.goods,
    ...peopleOf(area, making),
    ...facilitiesOf(kind, area, tags, making),
    ...standing(making),
    ...supervisionOf(judged, rules, making),
    remarks: chance.chance(0.015) ? chance.pick(remarks) : undefined,
  }
}
