/** (四) 等级 and (五) 到场: how grave the fires were, and how quickly the brigade arrived. */
import type { Paragraph, Run } from '../../../kernel/document.ts'
import { unknownCode } from '../figures/breakdowns.ts'
import { pointsBetween } from '../figures/comparison.ts'
import { type GraverFire, graverClasses, type Part, type RangeKey } from '../figures/contract.ts'
import { figureKey } from '../figures/drill.ts'
import { durationText, percent, yuan } from '../figures/numbers.ts'
import { withinShare } from '../figures/response.ts'
import { basesOf, baseWords, type Facts, fires, firesOf, limit, speaking } from './facts.ts'
import { figure, listed, missing, paragraph, say } from './say.ts'

const isGraver = ({ code }: Pick<Part, 'code'>): boolean => graverClasses.some((one) => one === code)
export const largerFires = ({ figures }: Facts): number =>
  figures.breakdowns.severity.filter(isGraver).reduce((sum, part) => sum + part.fires, 0)

export const severityHeading = (facts: Facts): string => {
  const n = largerFires(facts)
  return n === 0 ? '未发生较大以上火灾' : `发生较大以上火灾${n}起`
}

/** 61起火灾中，一般火灾61起（其中轻微火灾20起）；未发生较大、重大、特别重大火灾. */
export function severityParagraphs(facts: Facts): Paragraph[] {
  const { severity } = facts.figures.breakdowns
  const { minorFires } = facts.figures
  const minor = minorFires > 0 ? say`（其中轻微火灾${fires(minorFires, { minorFire: true })}）` : []
  if (severity.every((part) => part.code === 'ordinary' || part.fires === 0))
    return [
      paragraph('severity', say`从火灾等级看，${firesOf(facts) ?? 0}起火灾均为一般火灾${minor}，未发生较大以上火灾。`),
    ]
  const present = severity
    .filter((part) => part.fires > 0)
    .map((part) => {
      const words = part.code === unknownCode ? part.name.zh : `${part.name.zh}火灾`
      return say`${words}${fires(part.fires, { statClass: part.code })}${part.code === 'ordinary' ? minor : ''}`
    })
  const absent = severity.filter((part) => isGraver(part) && part.fires === 0).map((part) => part.name.zh)
  const unknown = severity.some((part) => part.code === unknownCode && part.fires > 0)
  // A fire without a class may be a grave one: then nothing is said of those that were not.
  const none = absent.length > 0 && !unknown ? `，未发生${absent.join('、')}火灾` : ''
  return [
    paragraph('severity', say`从火灾等级看，${firesOf(facts) ?? 0}起火灾中，${listed(present, '、')}${none}。`),
    ...gravest(facts),
  ]
}

/** How many graver fires are told one by one. */
const told = 5
const harmed = [
  ['deaths', '死亡'],
  ['seriousInjuries', '重伤'],
  ['minorInjuries', '轻伤'],
] as const

/** 1月18日2时许，霁棹社区一合用场所发生较大火灾，死亡3人、重伤2人，直接财产损失386400元，起火原因为电气火灾（短路）. */
function graverFire(facts: Facts, fire: GraverFire): Run[] {
  const { community, place, cause, severity } = facts.figures.breakdowns
  const named = (parts: readonly Part[], code: string | null) => parts.find((part) => part.code === code)
  const where = fire.community === null ? '' : (named(community, fire.community)?.name.zh ?? '')
  const what = fire.place === null ? '' : `一${named(place, fire.place)?.short ?? ''}`
  const hurt = harmed.flatMap(([key, words]) => {
    const n = fire[key]
    return n === 0 ? [] : [n === null ? say`${words}${missing}人` : `${words}${n}人`]
  })
  const lost = fire.lossFen === null ? say`${missing}元` : `${yuan(fire.lossFen)}元`
  const day = `${Number(fire.on.slice(5, 7))}月${Number(fire.on.slice(8))}日${fire.hour}时许`
  const year = facts.figures.spans.period.from.slice(0, 4) === fire.on.slice(0, 4) ? '' : `${fire.on.slice(0, 4)}年`
  const why = speaking({ code: fire.cause ?? 'none' })
    ? `，起火原因为${named(cause, fire.cause)?.name.zh ?? ''}${finer(facts, fire)}`
    : '，起火原因尚未查明'
  return say`${year}${day}，${where}${what}发生${named(severity, fire.statClass)?.name.zh ?? ''}火灾，${hurt.length === 0 ? '未造成人员伤亡' : listed(hurt, '、')}，直接财产损失${lost}${why}。`
}
function finer({ figures }: Facts, { cause, subCause }: GraverFire): string {
  const found = figures.breakdowns.subCause.find(({ code }) => code === subCause && code !== cause)
  return found ? `（${found.name.zh}）` : ''
}

function gravest(facts: Facts): Paragraph[] {
  const fires = facts.figures.graverFires.slice(0, told)
  if (fires.length === 0) return []
  const more = largerFires(facts) > told ? '其余略。' : ''
  return [
    paragraph(
      'severity.graver',
      say`${listed(
        fires.map((fire) => graverFire(facts, fire)),
        '',
      )}${more}`,
    ),
  ]
}

const reached = (facts: Facts, range: RangeKey) => withinShare(facts.figures.response[range])
export const meetsGoal = (facts: Facts): boolean | null => {
  const share = reached(facts, 'period')
  return share === null ? null : share >= limit(facts, 'arrival-goal')
}

export function responseHeading(facts: Facts): string {
  const meets = meetsGoal(facts)
  if (meets === null) return '到场用时缺少记录'
  return meets ? '接令到场较为及时' : '接令到场时效有待提高'
}

const key = (response: 'measured' | 'within5' | 'unmeasured', range: RangeKey = 'period') =>
  figureKey(range, 'fires', { response })

/** 较第一季度上升2.1个百分点，较上年同期…. */
function moved(facts: Facts, share: number): string {
  const parts = basesOf(facts).flatMap((base) => {
    const before = reached(facts, base)
    if (before === null) return []
    const points = pointsBetween(share, before)
    const move = points === 0 ? '持平' : `${points > 0 ? '上升' : '下降'}${Math.abs(points).toFixed(1)}个百分点`
    return [points === 0 ? `与${baseWords(facts)[base]}持平` : `较${baseWords(facts)[base]}${move}`]
  })
  return parts.length === 0 ? '' : `，${parts.join('，')}`
}

export function responseParagraphs(facts: Facts): Paragraph[] {
  const { n, unmeasured, within, medianSeconds, p90Seconds } = facts.figures.response.period
  const apart = unmeasured > 0 ? say`缺少时间记录的${figure(key('unmeasured'), `${unmeasured}起`)}未计入。` : []
  if (n === 0 || medianSeconds === null || p90Seconds === null)
    return [paragraph('response', say`本期火灾缺少出动或到场时间记录，到场用时为${missing}。`)]
  const times: Run[] = say`自下达出动命令至到达现场用时的中位数为${durationText(medianSeconds)}，九成在${durationText(p90Seconds)}以内`
  const share = say`5分钟内到场${figure(key('within5'), `${within}起`)}，到场率${percent(within, n)}`
  return [
    paragraph(
      'response',
      say`从应急响应看，有时间记录的${figure(key('measured'), `${n}起`)}火灾，${times}；${share}${moved(facts, within / n)}。${apart}`,
    ),
  ]
}
