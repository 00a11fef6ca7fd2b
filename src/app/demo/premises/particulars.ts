/** What is known of a place of the demonstration: figures, dangers, numbers, people, facilities, how it stands. */
import { personName } from '../names.ts'
import { expiresOn, inspectedOn, type Making, manager } from './making.ts'
import { idTail, usccOf } from './numbers.ts'
import type { PremisesDemoRow } from './row.ts'
import { groupOf, type Where } from './spots.ts'
import type { Count, Trade } from './trade.ts'

type Figures = Partial<Record<Count | 'boarders', number>>

export function figuresOf({ per, boarding }: Trade, area: number, making: Making): Figures {
  const { chance } = making
  const figures: Figures = {}
  for (const [count, metres] of Object.entries(per ?? {}) as [Count, number][])
    figures[count] = Math.max(1, Math.round((area / metres) * chance.around(1, 0.22)))
  if (boarding !== undefined && chance.chance(boarding))
    figures.boarders = Math.round((figures.pupils ?? 0) * (0.3 + 0.5 * chance.next()))
  return figures
}

/** Where people live, work and keep goods in one space. */
const mixedShare: Readonly<Record<Making['kind'], number>> = {
  urbanVillage: 0.12,
  oldQuarter: 0.02,
  market: 0.02,
  rural: 0.03,
  industrial: 0.01,
  newEstate: 0,
}
const mixing = ['SHOP', 'CATER', 'WORK']

export function riskOf(kind: string, trade: Trade, where: Where, figures: Readonly<Figures>, making: Making) {
  const { chance, kind: ground } = making
  const mixed = mixing.includes(groupOf(kind)) && chance.chance(mixedShare[ground])
  const bottledHere = ground === 'urbanVillage' || ground === 'rural' ? 1.5 : 1
  const turn = chance.next()
  const bottled = (trade.bottled ?? 0) * bottledHere
  const gas = turn < bottled ? 'bottled' : turn < bottled + (trade.piped ?? 0) ? 'piped' : 'none'
  const indoors = chance.chance(ground === 'urbanVillage' ? 0.14 : 0.02)
  const charging = trade.tags?.EBIKE && chance.chance(trade.tags.EBIKE) ? 'indoor' : indoors ? 'indoor' : 'none'
  const tags = new Set<string>()
  for (const [tag, share] of Object.entries(trade.tags ?? {}))
    if (tag !== 'EBIKE' && chance.chance(share)) tags.add(tag)
  if (ground === 'urbanVillage') tags.add('VILLAGE')
  if (where.building?.use === 'house') tags.add('SELF')
  if (mixed) tags.add('MIXED')
  if ((figures.tenants ?? 0) >= 10 && kind === 'LIVE-RENT') tags.add('GROUP')
  if (gas === 'bottled') tags.add('BOTTLE')
  if (charging === 'indoor') tags.add('EBIKE')
  if (trade.goods) tags.add('DANGER')
  return { gas, charging, tags, residents: mixed ? chance.between(1, 6) : undefined }
}

/** Its code; a shop without a licence, or a landlord, is known by four characters of an identity number. */
export function numbersOf(trade: Trade, firm: boolean, serial: number, making: Making) {
  const { chance, code } = making
  if (trade.registered === 'none') return trade.per?.tenants ? { operator_id_tail: idTail(chance) } : {}
  const kind = firm ? '91' : trade.registered
  if (kind === '92' && chance.chance(0.28)) return { operator_id_tail: idTail(chance) }
  return { uscc: usccOf(kind, code, serial) }
}

export function peopleOf(area: number, making: Making): Partial<PremisesDemoRow> {
  const { chance } = making
  const owner = personName(chance)
  return {
    legal_person: owner,
    responsible_name: chance.chance(0.82) ? owner : personName(chance),
    responsible_phone: chance.chance(0.06) ? undefined : making.line(),
    ...(area > 300 || chance.chance(0.12) ? manager(making) : {}),
  }
}

/** What hangs and stands there against fire, by the size of the place. */
export function facilitiesOf(
  kind: string,
  area: number,
  tags: ReadonlySet<string>,
  making: Making,
): Partial<PremisesDemoRow> {
  const { chance } = making
  const sleeping = kind.startsWith('HOTEL') || kind.startsWith('LIVE') || kind === 'CARE-AGED' || tags.has('MIXED')
  const guided = tags.has('CROWD') || area > 300
  const systems = area >= 1500 && chance.chance(0.85) ? 'yes' : 'no'
  return {
    exits: area < 200 ? 1 : 2 + Math.floor(area / 900),
    indoor_hydrants: area >= 300 ? Math.ceil(area / 350) : 0,
    sprinklers: systems,
    fire_alarm: systems,
    smoke_detectors: sleeping && chance.chance(0.7) ? Math.max(1, Math.round(area / 28)) : undefined,
    emergency_lights: guided ? Math.max(2, Math.round(area / 70)) : chance.between(0, 2),
    exit_signs: guided ? Math.max(2, Math.round(area / 60)) : chance.between(0, 2),
    extinguishers: chance.chance(0.03) ? undefined : Math.max(2, Math.round(area / 75)),
    extinguishers_expire_on: expiresOn(making),
    micro_station: area > 1000 ? chance.pick(['yes', 'yes', 'yes', 'no']) : undefined,
  }
}

export function standing(making: Making): Partial<PremisesDemoRow> {
  const { chance, day } = making
  const turn = chance.next()
  const since = -chance.between(5, 600)
  if (turn < 0.04) return { state: 'paused', state_since: day(since), last_inspected_on: inspectedOn(making, since) }
  if (turn < 0.07)
    return { state: 'deregistered', state_since: day(since), last_inspected_on: inspectedOn(making, since) }
  return { state: 'open', last_inspected_on: inspectedOn(making) }
}

/** Offices, hotels and hospitals grow upwards, markets and works sideways. */
const upwards = ['OFF', 'HOTEL', 'CARE', 'LIVE']

/** Storeys of a place that has a building to itself. */
export function ownBuilding(
  kind: string,
  area: number,
  { building }: Where,
  { chance }: Making,
): { heightM: number; floorsAbove: number } | undefined {
  if (building || area < 500) return undefined
  const share = (area / chance.around(780, 0.3)) ** (upwards.includes(groupOf(kind)) ? 1 : 0.45)
  const floorsAbove = Math.min(26, Math.max(1, Math.round(share)))
  return { floorsAbove, heightM: Math.round(floorsAbove * 36 + 5) / 10 }
}
