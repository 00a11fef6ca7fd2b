/** Addresses: the estates, shops, works and corners where things happen, each on a road of its community. */
import type { LngLat } from '../../../kernel/geo.ts'
import { type Random, wheel } from '../../../kernel/random.ts'
import { businessName } from '../names.ts'
import { placesOf } from '../patterns.ts'
import type { Division, Part } from './division.ts'
import type { CommunityKind } from './kinds.ts'
import { between, distance, fromLine, inside, type Spot, toLngLat } from './plane.ts'
import { kmPerHour, type Piece } from './roads.ts'
import { type Face, sidesOf } from './subdivision.ts'
import { riverHalf } from './terrain.ts'

export interface Site {
  /** Code of the place kind. */
  readonly place: string
  /** Road, number and name, without the community. */
  readonly where: string
  /** An address there goes on with building and flat where this is not zero. */
  readonly floors: number
  readonly point: LngLat
  /** How long an engine drives from the nearest fire station. */
  readonly seconds: number
}

/** What the sites are placed by. */
export interface Ways {
  readonly names: readonly string[]
  readonly pieces: readonly Piece[]
  /** Of each corner. */
  readonly seconds: ReadonlyMap<number, number>
}

const siteCount: Readonly<Record<CommunityKind, number>> = {
  oldQuarter: 24,
  newEstate: 24,
  urbanVillage: 26,
  industrial: 18,
  market: 26,
  rural: 16,
}

type Words = readonly string[]
const called: Readonly<Record<string, Words>> = {
  SHOP: ['超市', '便利店', '服装店', '五金店', '家电行', '日杂店', '百货', '农贸市场'],
  CATER: ['饭店', '面馆', '火锅店', '小吃店', '酒楼', '烧烤店'],
  HOTEL: ['宾馆', '旅馆', '客栈'],
  ENT: ['歌厅', '网吧', '影城', '台球厅'],
  SCH: ['小学', '幼儿园', '中学'],
  MED: ['社区卫生服务中心', '门诊部', '医院'],
  CARE: ['养老院', '护理院'],
  OFF: ['大厦', '商务楼'],
  FACT: ['服装厂', '塑料制品厂', '家具厂', '电子厂', '食品厂', '五金厂', '包装厂', '船舶配件厂'],
  WARE: ['仓储', '物流园', '冷库', '废品收购站'],
  RELIG: ['寺', '观', '祠堂'],
  CONST: ['花园二期工地', '大厦工地', '厂房工地'],
  AGRI: ['果园', '苗圃', '养殖场', '蔬菜大棚'],
}
const nameless: Readonly<Record<string, Words>> = {
  MIX: ['沿街商住楼', '家庭作坊', '底商住宅', '群租房'],
  EBIKE: ['电动自行车充电棚', '电动自行车停车棚', '楼道口'],
  VEH: ['路段', '门前停车位', '停车场'],
  WASTE: ['旁绿地', '旁空地', '旁垃圾堆放点', '旁拆迁空地'],
  OTHR: ['旁配电箱', '旁泵房', '旁杂物间'],
}
const homes: Readonly<Record<CommunityKind, Words>> = {
  oldQuarter: ['院', '里弄', '老宿舍', '小区'],
  newEstate: ['苑', '花园', '家园', '名邸', '新村'],
  urbanVillage: ['自建房', '出租屋', '公寓'],
  industrial: ['职工宿舍', '公寓'],
  market: ['小区', '里', '公寓'],
  rural: ['农房'],
}

/** Those with a name of their own and several buildings. */
const estates: Words = ['公寓', '小区', '里']

interface Frontage {
  readonly face: Face<Part>
  readonly from: Spot
  readonly to: Spot
  readonly road: number
  readonly seconds: readonly [number, number]
  readonly metresPerSecond: number
}

export type SiteMaker = (faces: readonly Face<Part>[], kind: CommunityKind) => Site[]

export function siteMaker({ land, terrain }: Division, { names, pieces, seconds }: Ways, seed: Random): SiteMaker {
  const chance = seed.stream('sites')
  const at = new Map(
    pieces.flatMap((piece) => [`${piece.a},${piece.b}`, `${piece.b},${piece.a}`].map((key) => [key, piece])),
  )
  /** The south-western end of each road, where its numbers begin. */
  const starts = new Map<number, Spot>()
  for (const { a, b, road } of pieces)
    for (const spot of [land.spot(a), land.spot(b)]) {
      const first = starts.get(road)
      if (!first || spot[0] + spot[1] < first[0] + first[1]) starts.set(road, spot)
    }

  const frontages = (face: Face<Part>): Frontage[] =>
    sidesOf(face.ring).flatMap(([a, b]) => {
      const piece = at.get(`${a},${b}`)
      if (!piece || piece.metres < 40) return []
      const [from, to] = [land.spot(a), land.spot(b)]
      const metresPerSecond = kmPerHour[piece.class] / 3.6
      return [
        { face, from, to, road: piece.road, seconds: [seconds.get(a) ?? 900, seconds.get(b) ?? 900], metresPerSecond },
      ]
    })

  /** Beside the road, inside the block and away from the river. */
  function stand({ face, from, to }: Frontage, deep: number): { spot: Spot; share: number } {
    const ring = land.lineOf(face.ring)
    const length = distance(from, to)
    for (let turn = 0; ; turn++) {
      const share = 0.1 + 0.8 * chance.next()
      const inward = turn < 6 ? (18 + chance.next() * deep) / length : 6 / length
      const [x, y] = between(from, to, share)
      const spot: Spot = [x - (to[1] - from[1]) * inward, y + (to[0] - from[0]) * inward]
      const dry = fromLine(spot, terrain.river) > riverHalf(spot[0]) + 40
      if (turn > 20 || (dry && inside(spot, ring))) return { spot, share }
    }
  }

  function nameOf(place: string, kind: CommunityKind): { name: string; floors: number } {
    if (place === 'RES') {
      const home = chance.pick(homes[kind])
      const estate = kind === 'newEstate' || estates.includes(home)
      const floors = !estate ? 0 : kind === 'newEstate' ? 18 : 6
      return { name: estate ? businessName(chance) + home : home, floors }
    }
    const words = called[place]
    const name = words ? businessName(chance) + chance.pick(words) : chance.pick(nameless[place] ?? [''])
    return { name, floors: 0 }
  }

  return (faces, kind) => {
    const fronts = faces.filter(({ tag }) => !tag.wet).flatMap(frontages)
    const turn = wheel(fronts.map((front) => [front, Math.sqrt(distance(front.from, front.to))] as const))
    const kinds = wheel(Object.entries(placesOf[kind]))
    const needed = Object.keys(placesOf[kind])
    const taken = new Set<string>()
    return Array.from({ length: siteCount[kind] }, (_, i) => {
      const place = needed[i] ?? kinds(chance)
      const front = turn(chance)
      const { spot, share } = stand(front, place === 'AGRI' || kind === 'industrial' ? 110 : place === 'VEH' ? 4 : 45)
      const start = starts.get(front.road) ?? spot
      const side = chance.between(0, 1)
      let number = 1 + side + 2 * Math.floor(distance(start, spot) / 24)
      while (taken.has(`${front.road},${number}`)) number += 2
      taken.add(`${front.road},${number}`)
      const { name, floors } = nameOf(place, kind)
      const length = distance(front.from, front.to)
      const ways = [
        front.seconds[0] + (length * share) / front.metresPerSecond,
        front.seconds[1] + (length * (1 - share)) / front.metresPerSecond,
      ]
      return {
        place,
        where: `${names[front.road] ?? ''}${number}号${name}`,
        floors,
        point: toLngLat(spot),
        seconds: Math.min(...ways),
      }
    })
  }
}
