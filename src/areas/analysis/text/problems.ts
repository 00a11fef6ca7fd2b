/** 二、存在问题 and 三、对策建议: only what the figures show, each piece of advice tied to the problem that calls for it. */
import type { Run } from '../../../kernel/document.ts'
import type { Part } from '../figures/contract.ts'
import { figureKey } from '../figures/drill.ts'
import { durationText, percent } from '../figures/numbers.ts'
import { type Advice, anyCause, anyPlace, causeAdvice, placeAdvice } from './advice.ts'
import { inPassing } from './changes.ts'
import { causeWords, type Facts, fires, firesOf, indicator, limit, placeWords, reaches, shareOf } from './facts.ts'
import { leadingCauses, leadingPlaces } from './features.ts'
import { meetsGoal } from './gravity.ts'
import { figure, listed, say } from './say.ts'
import { foremost, nightFires, nightHours } from './spread.ts'

export interface Problem {
  /** By which the paragraphs of the problem and of its advice are known again. */
  readonly key: string
  readonly heading: string
  readonly shown: readonly Run[]
  readonly title: string
  readonly advised: readonly Run[]
}

const sinceLastYear = (part: Part): string => {
  const move = inPassing(part.fires, part.lastYearFires, '同比')
  return move === '' ? '' : `，${move}`
}

function kindProblem(facts: Facts, part: Part, dimension: 'place' | 'cause', advice: Advice): Problem {
  const words = dimension === 'place' ? placeWords(part.short) : causeWords(part.name.zh)
  const counted = fires(part.fires, { [dimension]: part.code })
  const share = `${shareOf(facts, part.fires)}`
  return {
    key: `${dimension}.${part.code}`,
    heading: advice.problem,
    shown: say`本期${words}${counted}，${share}${sinceLastYear(part)}，是当前火灾防控的重点。`,
    title: advice.title,
    advised: say`针对${words}${share}的情况，${advice.text}。`,
  }
}
const placeProblem = (facts: Facts, part: Part) =>
  kindProblem(facts, part, 'place', placeAdvice[part.code] ?? anyPlace(part.short))
const causeProblem = (facts: Facts, part: Part) =>
  kindProblem(facts, part, 'cause', causeAdvice[part.code] ?? anyCause(part.name.zh))

/** The first kind, where it carries a large share, and every leading one that rose by a third and by three on both bases. */
function kindProblems(facts: Facts, named: readonly Part[], of: (facts: Facts, part: Part) => Problem): Problem[] {
  const rose = ({ fires: now }: Part, before: number | null) =>
    before !== null && now - before >= 3 && now >= before * 1.3
  return named
    .filter(
      (part, at) =>
        (at === 0 && reaches(facts, part.fires, 'large-share')) ||
        (rose(part, part.previousFires) && rose(part, part.lastYearFires)),
    )
    .map((part) => of(facts, part))
}

function areaProblem(facts: Facts): Problem[] {
  const dense = foremost(facts, facts.figures.breakdowns.station).filter((part) =>
    reaches(facts, part.fires, 'area-share'),
  )
  if (dense.length === 0) return []
  const names = listed(
    dense.map(
      (part) => say`${part.name.zh}辖区${fires(part.fires, { station: part.code })}，${shareOf(facts, part.fires)}`,
    ),
    '；',
  )
  return [
    {
      key: 'area',
      heading: '个别辖区火灾多发',
      shown: say`本期${names}，火灾相对集中。`,
      title: '加强重点辖区排查整治',
      advised: say`针对个别辖区火灾多发的情况，消防救援大队会同有关派出所、街道逐起分析火灾原因，对重点社区、重点场所开展集中排查，补齐防控短板。`,
    },
  ]
}

function nightProblem(facts: Facts): Problem[] {
  const night = nightFires(facts)
  if (!reaches(facts, night, 'night-share')) return []
  return [
    {
      key: 'night',
      heading: '夜间火灾占比较高',
      shown: say`本期夜间（22时至次日6时）${fires(night, { hour: nightHours })}，${shareOf(facts, night)}，发现晚、处置难的风险较大。`,
      title: '强化夜间火灾防控',
      advised: say`针对夜间火灾${shareOf(facts, night)}的情况，督促有人住宿的场所落实夜间巡查和值班，推广独立式感烟火灾探测报警器，组织社区、物业和微型消防站加强夜间值守。`,
    },
  ]
}

function responseProblem(facts: Facts): Problem[] {
  const { n, within, medianSeconds } = facts.figures.response.period
  if (meetsGoal(facts) !== false || medianSeconds === null) return []
  const goal = percent(Math.round(limit(facts, 'arrival-goal') * 1000), 1000).replace('.0%', '%')
  const share = figure(figureKey('period', 'fires', { response: 'within5' }), percent(within, n))
  return [
    {
      key: 'response',
      heading: '到场时效有待提高',
      shown: say`本期5分钟到场率${share}，低于${goal}的目标，到场用时中位数为${durationText(medianSeconds)}。`,
      title: '提升应急响应能力',
      advised: say`针对5分钟到场率低于目标的情况，消防救援大队逐起复盘到场较慢的火灾，优化接警调派和出动路线；各派出所、街道发挥微型消防站就近处置作用，保持消防车通道畅通。`,
    },
  ]
}

function dataProblem(facts: Facts): Problem[] {
  const all = firesOf(facts) ?? 0
  const { cause, place } = facts.figures.breakdowns
  const lossMissing = indicator(facts, 'loss_fen').missing
  const open = [
    ...cause
      .filter(({ code }) => code === 'PEND')
      .map((part) => ({ words: '原因待查', n: part.fires, run: fires(part.fires, { cause: part.code }) })),
    ...cause
      .filter(({ code }) => code === 'none')
      .map((part) => ({ words: '原因未填报', n: part.fires, run: fires(part.fires, { cause: part.code }) })),
    ...place
      .filter(({ code }) => code === 'none')
      .map((part) => ({ words: '场所未填报', n: part.fires, run: fires(part.fires, { place: part.code }) })),
    {
      words: '直接财产损失未填报',
      n: lossMissing,
      run: figure(figureKey('period', 'loss_fen', { missing: true }), `${lossMissing}起`),
    },
  ].filter(({ n }) => all > 0 && n > 0 && n / all >= limit(facts, 'missing-share'))
  if (open.length === 0) return []
  return [
    {
      key: 'data',
      heading: '火灾统计基础数据不够完整',
      shown: say`本期${listed(
        open.map(({ words, run }) => say`${words}${run}`),
        '，',
      )}，影响形势研判的准确性。`,
      title: '提高火灾统计质量',
      advised: say`针对基础数据不完整的情况，有关单位按照《火灾统计管理规定》要求在处置结束后48小时内填报，尚未查明的起火原因、损失和伤亡情况查明后及时补充、更正。`,
    },
  ]
}

/** The problems that the figures show, the weightier first. */
export function problemsOf(facts: Facts): Problem[] {
  if ((firesOf(facts) ?? 0) === 0) return []
  return [
    ...kindProblems(facts, leadingPlaces(facts), placeProblem),
    ...kindProblems(facts, leadingCauses(facts), causeProblem),
    ...areaProblem(facts),
    ...nightProblem(facts),
    ...responseProblem(facts),
    ...dataProblem(facts),
  ]
}
