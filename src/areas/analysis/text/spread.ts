/** (三) 分布: which stations, streets and communities, which hours and days. */
import type { Paragraph, Run } from '../../../kernel/document.ts'
import { hoursOf, unknownCode } from '../figures/breakdowns.ts'
import type { Part } from '../figures/contract.ts'
import type { Narrowed } from '../figures/drill.ts'
import { ranked } from '../figures/ranking.ts'
import { baseWords, type Facts, fires, limit, reaches, shareOf } from './facts.ts'
import { listed, paragraph, say } from './say.ts'

/** The first of a ranking; those that share the last place named are named too, within reason. */
function foremost(facts: Facts, parts: readonly Part[]): Part[] {
  const n = limit(facts, 'leading')
  const order = ranked(parts).filter((part) => part.fires > 0)
  const first = order.filter(({ rank }) => rank <= n)
  return first.length <= n + 2 ? first : order.filter(({ rank }) => rank < (first.at(-1)?.rank ?? 0)).slice(0, n)
}

const counted = (part: Part, narrowed: Narrowed): Run[] => say`${part.name.zh}（${fires(part.fires, narrowed)}）`

function stations(facts: Facts): Paragraph[] {
  const parts = facts.figures.breakdowns.station
  const known = parts.filter(({ code }) => code !== unknownCode)
  const top = foremost(facts, parts)
  if (top.length === 0) return []
  const names = listed(
    top.map((part) => counted(part, { station: part.code })),
    '、',
  )
  const sum = top.reduce((total, part) => total + part.fires, 0)
  const all = { station: top.map(({ code }) => code) }
  const together = say`，${top.length > 1 ? say`合计${fires(sum, all)}，` : ''}${shareOf(facts, sum)}`
  const none = known.filter((part) => part.fires === 0).length
  const quiet = none > 0 ? `${none}个派出所辖区未发生火灾。` : ''
  return [
    paragraph(
      'spread.stations',
      say`从派出所辖区看，火灾起数居前的${top.length > 1 ? '依次' : ''}为${names}${together}。${quiet}${growing(facts, known)}${unknown(parts, 'station')}`,
    ),
  ]
}

/** 与上年同期相比，增加较多的为……: where fires rose by three or more. */
function growing(facts: Facts, parts: readonly Part[]): Run[] {
  const grown = parts
    .flatMap((part) => (part.lastYearFires === null ? [] : [{ part, by: part.fires - part.lastYearFires }]))
    .filter(({ by }) => by >= 3)
    .sort((a, b) => b.by - a.by)
    .slice(0, 2)
    .map(({ part }) => part)
  if (grown.length === 0) return []
  const names = grown.map(
    (part) =>
      say`${part.name.zh}（由${fires(part.lastYearFires ?? 0, { station: part.code }, 'lastYear')}增至${String(part.fires)}起）`,
  )
  return say`与${baseWords(facts).lastYear}相比，火灾增加较多的为${listed(names, '、')}。`
}

function unknown(parts: readonly Part[], dimension: 'station'): Run[] {
  const part = parts.find(({ code }) => code === unknownCode)
  return part && part.fires > 0 ? say`另有${fires(part.fires, { [dimension]: unknownCode })}火灾所属辖区不明。` : []
}

function areas(facts: Facts): Paragraph[] {
  const { street, community } = facts.figures.breakdowns
  const line = (parts: readonly Part[], dimension: 'street' | 'community', words: string): Run[] => {
    const top = foremost(facts, parts).filter((part) => part.fires > 1)
    if (top.length === 0) return []
    const names = listed(
      top.map((part) => counted(part, { [dimension]: part.code })),
      '、',
    )
    return say`从${levelWords(words, parts)}看，火灾起数居前的为${names}。`
  }
  const [upper = '街道', lower = '社区'] = facts.levels
  const lines = [...line(street, 'street', upper), ...line(community, 'community', lower), ...urban(facts)]
  return lines.length === 0 ? [] : [paragraph('spread.areas', say`${lines}`)]
}

/** 街道 among which there are towns are 镇街; 社区 among which there are villages are 村（社区）. */
function levelWords(level: string, parts: readonly Part[]): string {
  const some = (ending: RegExp) => parts.some(({ name }) => ending.test(name.zh))
  if (level === '街道' && some(/[镇乡]$/)) return '镇街'
  return level === '社区' && some(/村$/) ? '村（社区）' : level
}

function urban(facts: Facts): Run[] {
  const parts = facts.figures.breakdowns.urban.filter((part) => part.fires > 0)
  const known = parts.filter((part) => part.code !== unknownCode)
  const [only] = known
  if (only && parts.length === 1) return say`从城乡看，火灾均发生在${only.name.zh}。`
  const lines = parts.map((part) => {
    const words = part.code === unknownCode ? part.name.zh : `${part.name.zh}火灾`
    return say`${words}${fires(part.fires, { urban: part.code })}，${shareOf(facts, part.fires)}`
  })
  return known.length > 0 ? say`从城乡看，${listed(lines, '；')}。` : []
}

/** 22 to 6 o'clock is night. */
const nightBands = ['22-24', '00-02', '02-04', '04-06']
export const nightHours = [22, 23, 0, 1, 2, 3, 4, 5]
export const nightFires = ({ figures }: Facts): number =>
  figures.breakdowns.hour.filter(({ code }) => nightBands.includes(code)).reduce((sum, part) => sum + part.fires, 0)

/** The bands with the most fires; none where fires are spread so thin that a lead means nothing. */
function peakBands(facts: Facts): Part[] {
  const bands = facts.figures.breakdowns.hour
  const most = Math.max(0, ...bands.map((band) => band.fires))
  const peak = bands.filter((band) => band.fires === most)
  return most >= 3 && peak.length <= 2 ? peak : []
}

function hours(facts: Facts): Paragraph {
  const peak = peakBands(facts)
  const named = listed(
    peak.map((band) => counted(band, { hour: hoursOf(band.code) })),
    '、',
  )
  const highest = peak.length > 0 ? say`${named}火灾最多；` : []
  const night = nightFires(facts)
  const days = facts.figures.breakdowns.weekday
  const most = Math.max(0, ...days.map((day) => day.fires))
  const busiest = days.filter((day) => day.fires === most)
  const day = busiest[0]
  const weekday =
    day && busiest.length === 1 && most >= 3
      ? say`从星期看，${day.name.zh}最多，为${fires(most, { weekday: Number(day.code) })}。`
      : []
  return paragraph(
    'spread.hours',
    say`从时段看，${highest}夜间（22时至次日6时）${fires(night, { hour: nightHours })}，${shareOf(facts, night)}。${weekday}`,
  )
}

export const spreadParagraphs = (facts: Facts): Paragraph[] => [...stations(facts), ...areas(facts), hours(facts)]

/** Stations with a large share and at least twice the mean: where fires are concentrated. */
export function denseStations(facts: Facts): Part[] {
  const stations = facts.figures.breakdowns.station.filter(({ code }) => code !== unknownCode)
  const mean = stations.reduce((sum, part) => sum + part.fires, 0) / stations.length
  return stations.filter(
    (part) => part.fires >= 3 && part.fires >= 2 * mean && reaches(facts, part.fires, 'area-share'),
  )
}

/** 个别辖区火灾相对集中，18时至20时较为多发; of the hours alone where no fire's station is known. */
export function spreadHeading(facts: Facts): string {
  const peak = peakBands(facts)
  const when = peak.length === 1 ? `${peak[0]?.name.zh ?? ''}火灾较为多发` : ''
  if (foremost(facts, facts.figures.breakdowns.station).length === 0) return when || '火灾时段分布较为分散'
  const where = denseStations(facts).length > 0 ? '个别辖区火灾相对集中' : '火灾分布较为分散'
  return when ? `${where}，${when.replace('火灾', '')}` : where
}
