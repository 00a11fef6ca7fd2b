/** Names for the demonstration: made of common parts, none of them meant for anybody or anywhere. */
import type { Random } from '../../kernel/random.ts'

const surnames =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜谢邹窦章苏潘葛范彭鲁韦马方俞任袁柳唐罗薛贺汤'.split('')
/** Every first character with every second one. */
const pairs = (firsts: string, seconds: string): string[] =>
  seconds.split('').flatMap((second) => firsts.split('').map((first) => first + second))

/** Plain characters, put together so that no well-known name comes out. */
const firstGiven = '安柏承德冠和宏怀惠嘉建景敬立明启庆尚世守书树思松文希贤学永远致正志仲'.split('')
const lastGiven = '澄帆舫恒衡桦朗岚霖迈宁培谦然若舒泰涛禾宜垣源岳昀泽展舟棠琳珊'.split('')
const onlyGiven = '垣峤舫桦澄'.split('')

/** A person, mostly of three characters. */
export const personName = (chance: Random): string =>
  chance.pick(surnames) +
  (chance.chance(0.08) ? chance.pick(onlyGiven) : chance.pick(firstGiven) + chance.pick(lastGiven))

/** Plainly made up, and another for each of ten thousand people. */
export const phone = (which: number): string => `1990000${String((which * 7919 + 1190) % 10_000).padStart(4, '0')}`

/** The middle of the district first, the two rural towns last. No street or town of China is called so. */
export const streetNames = [
  '澜心街道',
  '望潮街道',
  '听汐街道',
  '云棹街道',
  '锦帆街道',
  '星渚街道',
  '鹭汀街道',
  '松岚街道',
  '石棹镇',
  '稻澜镇',
] as const

/** What the second and further stations of a street are called; the first has the street's own name. */
export const furtherStations = [
  '临澜',
  '汀兰',
  '帆影',
  '雁汀',
  '棹歌',
  '岚屏',
  '鲸湾',
  '潮音',
  '澄汐',
  '岚浦',
  '青棹',
  '麦澜',
] as const

/** In the order of the land's fire stations. */
export const fireStationNames = ['澜心', '星渚', '棹歌'] as const

/** Pairs of characters that no community or village of China is called by. */
const communityPairs = pairs('柳松桂枫梅莲竹槐榆杏菱荻蒲桐桑青碧霁晴素知云星鹭鸥雁锦绮澄', '汐棹矶浔舫笛霭')
export const communityNames = (count: number, chance: Random): string[] =>
  chance.shuffle(communityPairs).slice(0, count)

const roadPairs = pairs('望听观临映沐枕聆泊揽', '潮汐澜汀渚帆棹岚屿鸥')
const lanePairs = pairs('松竹枫榆柳桐桂兰荷菱', '风月影溪塘泉笛坡畔坞')
const endings = { arterial: ['大道'], secondary: ['路', '街'], local: ['路', '街', '支路'], lane: ['巷', '弄', '里'] }

/** A maker of road names that does not repeat itself. */
export function roadNamer(chance: Random): (kind: keyof typeof endings) => string {
  const taken = new Set<string>()
  return (kind) => {
    for (let turn = 0; ; turn++) {
      const stems = kind === 'lane' ? lanePairs : turn < 40 ? roadPairs : [...roadPairs, ...lanePairs]
      const middle = turn < 60 ? '' : chance.pick('东西南北中'.split(''))
      const name = chance.pick(stems) + middle + chance.pick(endings[kind])
      if (!taken.has(name)) {
        taken.add(name)
        return name
      }
    }
  }
}

const businessPairs = pairs('锦绮澄碧霁晴素鹭鸥雁知云', '澜汐帆岚棹舫庭园')
/** The first part of the name of an estate, a shop or a works. */
export const businessName = (chance: Random): string => chance.pick(businessPairs)
