/** Property companies and committees of the demonstration. */
import { contact, expiresOn, inspectedOn, type Making, manager, placed, spotAddress } from './making.ts'
import { brandOf } from './names.ts'
import { usccOf } from './numbers.ts'
import type { PremisesDemoRow } from './row.ts'

export function companyRow(making: Making, which: number): PremisesDemoRow {
  const { chance, city, code } = making
  const serial = making.next()
  const spot = making.stand(chance)
  const service = chance.pick(['物业服务', '物业管理', '物业服务', '物业'])
  const own = contact(making)
  return {
    premises_no: making.noOf(serial),
    form: 'company',
    name: `${city.replace(/市$/, '')}${brandOf(which)}${service}有限公司`,
    uscc: usccOf('91', code, serial),
    ...placed(making, spot.point, `${spotAddress(making, spot)}${chance.between(1, 9)}楼`),
    area_m2: Math.round(chance.around(180, 0.4)),
    staff: Math.round(chance.around(60, 0.7)),
    legal_person: own.responsible_name,
    ...own,
    ...manager(making),
    extinguishers: chance.between(4, 12),
    extinguishers_expire_on: expiresOn(making),
    state: 'open',
    last_inspected_on: inspectedOn(making),
  }
}

export function committeeRow(making: Making, name: string): PremisesDemoRow {
  const { chance, code } = making
  const serial = making.next()
  const spot = making.stand(chance)
  return {
    premises_no: making.noOf(serial),
    form: 'committee',
    name,
    uscc: usccOf('54', code, serial),
    ...placed(making, spot.point, spotAddress(making, spot)),
    area_m2: Math.round(chance.around(420, 0.4)),
    staff: chance.between(5, 14),
    exits: chance.between(1, 2),
    ...contact(making),
    ...manager(making),
    extinguishers: chance.between(6, 20),
    extinguishers_expire_on: expiresOn(making),
    micro_station: chance.chance(0.72) ? 'yes' : 'no',
    state: 'open',
    last_inspected_on: inspectedOn(making),
  }
}
