/** Records of the demonstration that were entered twice, each time a little differently: work for whoever merges them. */
import type { Making } from './making.ts'
import { alike } from './names.ts'
import type { PremisesDemoRow } from './row.ts'

/** How many places are in the register a second time. */
export const twinShare = 0.0036

/** Enough to know it again by: a code or a telephone, and a state in which somebody would enter it. */
export const canHaveTwin = ({ uscc, responsible_phone, state }: PremisesDemoRow): boolean =>
  state === 'open' && (uscc !== undefined || responsible_phone !== undefined)

const addressSlips: readonly ((address: string, community: string) => string)[] = [
  (address, community) => address.replace(community, ''),
  (address) => address.replace(/(\d+)号/, '$1号附1号'),
  (address) => address.replace(/(\d+)号/, '$1-1号'),
  (address) => `${address}旁`,
  (address) => address.replace(/(底商|附|-)\d+.*$/, ''),
  (address) => address,
]

/** The same place as somebody else entered it: by its code, or without the code and by its telephone. */
export function twinOf(row: PremisesDemoRow, making: Making): PremisesDemoRow {
  const { chance, community, district } = making
  const byCode = row.uscc !== undefined && (row.responsible_phone === undefined || chance.chance(0.6))
  const { lng, lat } = row
  const point =
    typeof lng === 'number' && typeof lat === 'number' && chance.chance(0.8)
      ? making.near([lng, lat], 8, chance)
      : undefined
  const address = chance.pick(addressSlips)(String(row.address ?? ''), community.name)
  const renamed = chance.chance(0.75)
  return {
    ...row,
    premises_no: making.noOf(making.next()),
    name: renamed ? alike(row.name, district) : row.name,
    uscc: byCode ? row.uscc : undefined,
    responsible_phone: byCode && chance.chance(0.5) ? making.line() : row.responsible_phone,
    address: renamed || address !== row.address ? address : `${address}旁`,
    lng: point?.[0],
    lat: point?.[1],
    area_m2: Math.round(Number(row.area_m2 ?? 60) * chance.around(1, 0.08)),
    remarks: undefined,
  }
}
