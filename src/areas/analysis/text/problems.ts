/** 二、存在问题 and 三、对策建议: only what the figures show, each piece of advice tied to the problem that calls for it. */
import type { Run } from '../../../kernel/document.ts'
import { nextPeriod, type Period, periodLabel, periodShort, samePeriodLastYear } from '../../../kernel/periods.ts'
import { graverClasses, type Part } from '../figures/contract.ts'
import { figureKey } from '../figures/drill.ts'
import { durationText, percent } from '../figures/numbers.ts'
import { type Advice, anyCause, anyPlace, causeAdvice, placeAdvice } from './advice.ts'
import { inPassing } from './changes.ts'
import {
  basesOf,
  baseWords,
  causeWords,
  type Facts,
  fires,
  firesOf,
  indicator,
  limit,
  periodOf,
  placeWords,
  reaches,
  shareOf,
} from './facts.ts'
import { leadingCauses, leadingPlaces } from './features.ts'
import { largerFires, meetsGoal } from './gravity.ts'
import { figure, listed, say } from './say.ts'
import { denseStations, nightFires, nightHours } from './spread.ts'

interface Problem {
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

interface Kind {
  readonly dimension: 'place' | 'cause'
  readonly part: Part
  readonly advice: Advice
}
const wordsOf = ({ dimension, part }: Kind) =>
  dimension === 'place' ? placeWords(part.short) : causeWords(part.name.zh)

/** A kind that carries a large share of the fires. */
function largeKind(facts: Facts, kind: Kind): Problem {
  const { dimension, part, advice } = kind
  const share = shareOf(facts, part.fires)
  return {
    key: `${dimension}.${part.code}`,
    heading: advice.problem,
    shown: say`本期${wordsOf(kind)}${fires(part.fires, { [dimension]: part.code })}，${share}${sinceLastYear(part)}，是当前火灾防控的重点。`,
    title: advice.title,
    advised: say`针对${wordsOf(kind)}${share}的情况，${advice.text}。`,
  }
}

/** A kind that rose on every base. */
function risingKind(facts: Facts, kind: Kind): Problem {
  const { dimension, part, advice } = kind
  const words = wordsOf(kind)
  const rises = basesOf(facts).map((base) => {
    const before = (base === 'previous' ? part.previousFires : part.lastYearFires) ?? 0
    return say`较${baseWords(facts)[base]}（${fires(before, { [dimension]: part.code }, base)}）增加${part.fires - before}起`
  })
  return {
    key: `${dimension}.${part.code}`,
    heading: `${words}上升较快`,
    shown: say`本期${words}${fires(part.fires, { [dimension]: part.code })}，${listed(rises, '，')}，上升较快。`,
    title: advice.title,
    advised: say`针对${words}上升较快的情况，${advice.text}。`,
  }
}

const kinds = (facts: Facts): Kind[] => [
  ...leadingPlaces(facts).map((part): Kind => {
    return { dimension: 'place', part, advice: placeAdvice[part.code] ?? anyPlace(part.short) }
  }),
  ...leadingCauses(facts).map((part): Kind => {
    return { dimension: 'cause', part, advice: causeAdvice[part.code] ?? anyCause(part.name.zh) }
  }),
]

/** Every leading kind that carries a large share, or rose by a third and by three on both bases. */
function kindProblems(facts: Facts): Problem[] {
  const rose = (now: number, before: number | null) => before !== null && now - before >= 3 && now >= before * 1.3
  return kinds(facts).flatMap((kind): Problem[] => {
    const { fires: now, previousFires, lastYearFires } = kind.part
    if (reaches(facts, now, 'large-share')) return [largeKind(facts, kind)]
    return rose(now, previousFires) && rose(now, lastYearFires) ? [risingKind(facts, kind)] : []
  })
}

/** Fires of 较大以上, which the law wants looked into one by one. */
function graveProblem(facts: Facts): Problem[] {
  const n = largerFires(facts)
  if (n === 0) return []
  const places = [...new Set(facts.figures.graverFires.map(({ place }) => place))].flatMap((code) => {
    const found = facts.figures.breakdowns.place.find((part) => part.code === code)
    return found ? [found.short] : []
  })
  const alike = places.length > 0 ? `对${places.join('、')}等同类场所` : '对同类场所'
  return [
    {
      key: 'grave',
      heading: '较大以上火灾教训深刻',
      shown: say`本期发生较大以上火灾${fires(n, { statClass: graverClasses })}，须深刻吸取教训，严防类似火灾再次发生。`,
      title: '坚决防范较大以上火灾',
      advised: say`针对发生较大以上火灾的情况，有关派出所配合消防救援大队开展火灾调查，查明原因、厘清责任；各派出所${alike}举一反三、逐一排查，发现隐患及时督促整改。`,
    },
  ]
}

/** Fires of the months of a period; null where one of them is not known. */
function firesOfMonths({ figures }: Facts, { from, to }: Period): number | null {
  const months = figures.trend.filter(({ month }) => from.slice(0, 7) <= month && month <= to.slice(0, 7))
  return months.reduce<number | null>((sum, { fires: n }) => (sum === null || n === null ? null : sum + n), 0)
}

/** What lies ahead, by the year before: the next period had clearly more fires than this one. */
function seasonProblem(facts: Facts): Problem[] {
  const period = periodOf(facts)
  if (period.kind === 'year' || period.kind === 'custom') return []
  const next = nextPeriod(period)
  const [then, before] = [samePeriodLastYear(next), samePeriodLastYear(period)]
  const [n, base] = [firesOfMonths(facts, then), firesOfMonths(facts, before)]
  if (n === null || base === null || n - base < 3 || n < base * 1.1) return []
  const ahead = periodShort(next)
  return [
    {
      key: 'season',
      heading: `${ahead}火灾风险可能上升`,
      shown: say`从上年规律看，${periodLabel(then, 'zh')}发生火灾${n}起，比${periodLabel(before, 'zh')}增加${n - base}起，${ahead}火灾风险可能上升。`,
      title: `提前做好${ahead}火灾防控`,
      advised: say`针对${ahead}火灾风险可能上升的情况，各派出所会同街道、社区提前开展隐患排查和消防安全提示，消防救援大队做好执勤备战。`,
    },
  ]
}

function areaProblem(facts: Facts): Problem[] {
  const dense = denseStations(facts)
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
      advised: say`针对夜间火灾${shareOf(facts, night)}的情况，各派出所督促有人住宿的场所落实夜间巡查和值班，推广独立式感烟火灾探测报警器，组织社区、物业和微型消防站加强夜间值守。`,
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
    ...graveProblem(facts),
    ...kindProblems(facts),
    ...areaProblem(facts),
    ...nightProblem(facts),
    ...responseProblem(facts),
    ...seasonProblem(facts),
    ...dataProblem(facts),
  ]
}
