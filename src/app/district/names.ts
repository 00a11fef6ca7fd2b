/** Names for the demonstration: made of common parts, none of them meant for anybody or anywhere. */
import type { Random } from './random.ts'

const surnames = [
  ...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜谢邹窦章苏潘葛范彭鲁韦马方俞任袁柳唐罗薛贺汤',
]
const given = [
  ...'安邦斌博昌诚川达德栋帆方峰刚光国海航浩和恒宏辉慧建江杰静娟军凯康磊莉亮林玲龙梅敏明宁鹏平琪强青清蓉瑞珊胜思涛婷伟文霞翔晓欣新秀雪岩艳阳怡毅英莹勇宇雨远云泽哲珍振志忠卓',
]

/** A person of two or three characters. */
export const personName = (chance: Random): string =>
  chance.pick(surnames) + chance.pick(given) + (chance.chance(0.62) ? chance.pick(given) : '')

export const streetNames = [
  '望潮街道',
  '青澜街道',
  '听涛街道',
  '澄湾街道',
  '霞浦里街道',
  '云帆街道',
  '锦屏里街道',
  '新渡街道',
  '稻香镇',
  '石矶镇',
] as const

const first = [
  '柳',
  '松',
  '桂',
  '枫',
  '梅',
  '莲',
  '竹',
  '槐',
  '榆',
  '杏',
  '青',
  '白',
  '金',
  '银',
  '碧',
  '清',
  '長',
].map((c) => (c === '長' ? '长' : c))
const second = ['荫', '溪', '桥', '塘', '坊', '湾', '堤', '埠', '园', '亭', '泉', '渡', '岭', '洲', '舍', '屏', '井']

/** Names that do not repeat, in an order made by chance. */
export function communityNames(count: number, chance: Random): string[] {
  const all = first.flatMap((a) => second.map((b) => a + b))
  const names = new Set<string>()
  while (names.size < count) names.add(chance.pick(all))
  return [...names]
}

const roadFirst = [
  '望潮',
  '听涛',
  '青澜',
  '澄湾',
  '云帆',
  '新渡',
  '稻香',
  '石矶',
  '锦屏',
  '霞浦',
  '安澜',
  '平波',
  '远帆',
  '晨光',
  '长堤',
]
const roadLast = ['路', '大道', '街', '巷', '东路', '西路', '南路', '北街']

export const roadName = (chance: Random): string => chance.pick(roadFirst) + chance.pick(roadLast)

/** Clearly nobody's: there is no such number block in use. */
export const phone = (chance: Random): string => `1990000${String(chance.between(0, 9999)).padStart(4, '0')}`
