/** What places of the demonstration are called: common parts in very many combinations, none of them a known brand. */
import type { Random } from '../../../kernel/random.ts'
import { personName } from '../names.ts'
import type { Trade } from './trade.ts'

const firsts = '锦绮澄碧霁晴素鹭鸥雁知云禾麦棠栖屿墨拾满悦沁椿榆槿芷沐朴橙朝暖晓岚汀芦蓼'.split('')
const seconds = '澜汐帆岚棹舫庭园禾谷棠野笙坊阁斋香鲜兴旺顺宁嘉悦满晨霞溪泉月'.split('')
const pairs = firsts.flatMap((first) => seconds.filter((second) => second !== first).map((second) => first + second))
/** What everybody writes on a shop. */
const surnames = '赵钱孙李周吴郑王冯陈沈韩杨朱秦许何吕张孔曹严金魏姜谢邹苏潘葛范彭马方袁柳唐罗薛贺汤'.split('')
const given = '安兰英梅华红玉珍芳霞明强军勇平'.split('')

export const brand = (chance: Random): string => chance.pick(pairs)
/** Another brand for each of a thousand or so, then the same again. */
export const brandOf = (which: number): string => pairs[(which * 487) % pairs.length] ?? ''

/** What shops of several branches are called, by the code of their kind. None of them exists. */
const chains: Readonly<Record<string, readonly string[]>> = {
  'SHOP-STORE': ['新华书店', '澜小满便利店', '拾味水果', '棹歌大药房', '晴禾母婴', '知云眼镜', '素锦家纺'],
  'SHOP-SUPER': ['鸥汀超市', '满庭生鲜', '澄禾超市'],
  'SHOP-EBIKE': ['逐岚电动车'],
  'CATER-REST': ['霁月饺子馆', '棠记火锅', '老码头面馆', '渔火海鲜'],
  'CATER-FAST': ['禾小碗快餐', '云朵炸鸡', '汐茶'],
  'HOTEL-HOTEL': ['雁舍酒店', '栖汐酒店'],
  'HOTEL-INN': ['归帆旅馆'],
  'ENT-NET': ['蓝舫网咖'],
  'ENT-KTV': ['唱晚歌城'],
  'LEIS-BEAUTY': ['晓妆美发', '沐颜美容'],
  'LEIS-BAR': ['棹边茶馆', '屿见咖啡'],
  'LEIS-GYM': ['跃岚健身'],
  'CARE-CLINIC': ['笑澜口腔', '汀芷中医馆'],
  'SCH-NURS': ['小帆船幼儿园'],
  'SCH-TRAIN': ['启汐教育', '墨池书法'],
  'HAZ-FUEL': ['海岚石油加油站'],
  'WARE-EXPR': ['雁达快递', '千帆速运', '澜鸟驿站'],
  'OFF-BANK': ['海岚银行', '青澜农村信用社'],
  'OFF-OFFICE': ['安澜房产'],
  'LIVE-FLAT': ['汐寓青年公寓'],
}

const words = new Map<Trade, readonly string[]>()
function wordOf(trade: Trade, chance: Random): string {
  const known = words.get(trade) ?? trade.words.split(' ')
  words.set(trade, known)
  return chance.pick(known)
}

/** Where a place stands, for names that are taken from there. */
export interface Around {
  readonly district: string
  readonly city: string
  readonly community: string
  readonly road: string
}

const stem = (name: string) => name.replace(/区$|市$|社区$|村$/, '')

function branch(chain: string, { city, road }: Around, chance: Random): string {
  const where = chain === '新华书店' ? `${city}${chain}` : chain
  return `${where}（${road}${chance.pick(chain.endsWith('银行') ? ['支行', '分理处'] : ['店', '分店', '店', '二店'])}）`
}

/** In the owner's or an invented name, as a small place is entered in the business register. */
function registered(word: string, { district }: Around, chance: Random): string {
  const who = chance.chance(0.58) ? personName(chance) : brand(chance)
  return `${district}${who}${word}${chance.chance(0.3) ? '（个体工商户）' : ''}`
}

function familiar(word: string, chance: Random): string {
  const [surname, one] = [chance.pick(surnames), chance.pick(given)]
  return (
    chance.pick([
      `老${surname}`,
      `${surname}记`,
      `${surname}家`,
      `${surname}氏`,
      `小${surname}`,
      `阿${one}`,
      `${one}姐`,
    ]) + word
  )
}

/** The name of a place of that kind. `firm` asks for the name of a firm where the trade has any. */
export function nameOf(kind: string, trade: Trade, firm: boolean, around: Around, chance: Random): string {
  const word = wordOf(trade, chance)
  if (trade.registered === '11') return stem(around.community) + word
  if (trade.registered === '12')
    return chance.chance(0.5) ? around.district + brand(chance) + word : stem(around.community) + word
  if (firm && trade.firm) return `${stem(around.city)}${brand(chance)}${trade.firm}有限公司`
  if (kind.startsWith('LIVE') && trade.registered === 'none') return `${personName(chance)}${word}`
  const known = chains[kind]
  if (known && chance.chance(0.1)) return branch(chance.pick(known), around, chance)
  const turn = chance.next()
  if (turn < 0.34 || trade.registered === 'none') return brand(chance) + word
  if (turn < 0.5) return familiar(word, chance)
  if (turn < 0.76 && trade.registered === '92') return registered(word, around, chance)
  if (turn < 0.86) return around.road + word
  if (turn < 0.92) return stem(around.community) + word
  return `${brand(chance)}${word}（${around.road}店）`
}

/** What people who enter a place a second time write instead. */
const slips: readonly (readonly [string, string])[] = [
  ['（个体工商户）', ''],
  ['饭店', '餐馆'],
  ['便利店', '便利商店'],
  ['小吃店', '小吃'],
  ['理发店', '美发店'],
  ['澜', '兰'],
  ['岚', '兰'],
  ['庭', '亭'],
  ['园', '源'],
  ['汐', '夕'],
  ['帆', '凡'],
  ['锦', '景'],
  ['记', '纪'],
  ['有限公司', '公司'],
  ['店', '门店'],
]

/** Nearly the same name. */
export function alike(name: string, district: string): string {
  if (name.startsWith(district)) return name.slice(district.length)
  const slip = slips.find(([said]) => name.includes(said))
  return slip ? name.replace(slip[0], slip[1]) : `${name}（${district}）`
}
