/** Placing a record: what a typed point says, where a point falls, and which road an address names. */
import { type Datum, toWgs84 } from '../../../../../kernel/datum.ts'
import { inPolygon, type LngLat, type Polygon } from '../../../../../kernel/geo.ts'

const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6

/** '122.9051, 30.9052' in the coordinates of a map maker, as WGS-84; undefined where it is no point. */
export function parsePoint(text: string, datum: Datum): LngLat | undefined {
  const found = /^\s*(\d{1,3}(?:\.\d+)?)\s*[°]?\s*[,，\s]\s*(\d{1,2}(?:\.\d+)?)\s*[°]?\s*$/.exec(text)
  if (!found) return undefined
  const said: LngLat = [Number(found[1]), Number(found[2])]
  if (said[0] > 180 || said[1] > 90) return undefined
  const [lng, lat] = toWgs84(said, datum)
  return [round(lng), round(lat)]
}

interface Shaped {
  readonly id: string
  readonly name: string
  readonly polygon: Polygon
}

/** The first area that holds the point. */
export const areaAt = <S extends Shaped>(point: LngLat, shapes: readonly S[]): S | undefined =>
  shapes.find(({ polygon }) => inPolygon(point, polygon))

const before = /^(?:[^市]{1,8}市)?(?:[^区县市]{1,8}[区县市])?(?:.{1,8}?(?:街道|镇|乡))?/
const road = /^[^路街巷弄道\d]{1,8}(?:大道|路|街|巷|弄|道|胡同)/

/** 望潮路 of 海岚市青澜区望潮路12号; undefined where the address names no road. */
export function roadOf(address: string): string | undefined {
  const folded = address.normalize('NFKC').replace(/\s+/g, '')
  return road.exec(folded.replace(before, ''))?.[0] ?? road.exec(folded)?.[0]
}
