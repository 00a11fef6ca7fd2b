/** Every kind of place of the demonstration, by its code, and the kinds of the addresses that the land has. */
import { commerce } from './commerce.ts'
import type { Trade } from './trade.ts'
import { otherTrades } from './works.ts'

const trades: Readonly<Record<string, Trade>> = { ...commerce, ...otherTrades }

export function tradeOf(kind: string): Trade {
  const trade = trades[kind]
  if (!trade) throw new Error(`no trade is told for ${kind}`)
  return trade
}

/** What an address of the land is called behind its name, the longer word first; how often larger than others it is. */
const siteWords: readonly (readonly [word: string, kind: string, times?: number])[] = [
  ['社区卫生服务中心', 'CARE-CLINIC'],
  ['塑料制品厂', 'WORK-PLAS'],
  ['船舶配件厂', 'WORK-METAL'],
  ['废品收购站', 'WARE-SCRAP'],
  ['农贸市场', 'SHOP-FAIR'],
  ['便利店', 'SHOP-STORE'],
  ['服装店', 'SHOP-STORE'],
  ['五金店', 'SHOP-STORE'],
  ['家电行', 'SHOP-STORE'],
  ['日杂店', 'SHOP-STORE'],
  ['火锅店', 'CATER-REST'],
  ['小吃店', 'CATER-REST'],
  ['烧烤店', 'CATER-REST'],
  ['台球厅', 'ENT-GAME'],
  ['幼儿园', 'SCH-NURS'],
  ['门诊部', 'CARE-CLINIC'],
  ['养老院', 'CARE-AGED'],
  ['护理院', 'CARE-AGED'],
  ['商务楼', 'OFF-OFFICE', 30],
  ['服装厂', 'WORK-GARMENT'],
  ['家具厂', 'WORK-FURN'],
  ['电子厂', 'WORK-OTHER'],
  ['食品厂', 'WORK-FOOD'],
  ['五金厂', 'WORK-METAL'],
  ['包装厂', 'WORK-PLAS'],
  ['物流园', 'WARE-EXPR', 40],
  ['超市', 'SHOP-SUPER'],
  ['百货', 'SHOP-MALL'],
  ['饭店', 'CATER-REST'],
  ['面馆', 'CATER-REST'],
  ['酒楼', 'CATER-REST'],
  ['宾馆', 'HOTEL-HOTEL'],
  ['旅馆', 'HOTEL-INN'],
  ['客栈', 'HOTEL-INN'],
  ['歌厅', 'ENT-KTV'],
  ['网吧', 'ENT-NET'],
  ['影城', 'ENT-FILM'],
  ['小学', 'SCH-SCHOOL'],
  ['中学', 'SCH-SCHOOL'],
  ['医院', 'CARE-HOSP'],
  ['大厦', 'OFF-OFFICE', 40],
  ['仓储', 'WARE-STORE'],
  ['冷库', 'WARE-COLD'],
  ['祠堂', 'CULT-RELIG'],
  ['寺', 'CULT-RELIG'],
  ['观', 'CULT-RELIG'],
]

export function tradeOfSite(name: string): { kind: string; times: number } | undefined {
  const found = siteWords.find(([word]) => name.endsWith(word))
  return found && { kind: found[1], times: found[2] ?? 1 }
}
