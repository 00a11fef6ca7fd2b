/** (一) 总体形势: the fourteen figures, their comparison with both bases, the verdict and what it rests on. */
import type { Paragraph, Run } from '../../../kernel/document.ts'
import { periodLabel, periodShort } from '../../../kernel/periods.ts'
import { type Compared, graverClasses, type VerdictFigure } from '../figures/contract.ts'
import { figureKey } from '../figures/drill.ts'
import type { IndicatorKey } from '../figures/indicators.ts'
import { type Base, change, changeOf, type Named } from './changes.ts'
import {
  amount,
  amountText,
  basesOf,
  baseWords,
  type Facts,
  firesOf,
  indicator,
  periodOf,
  unitOf,
  wholeOf,
} from './facts.ts'
import { figure, listed, missing, paragraph, type Said, say } from './say.ts'

/** The verdict as the heading says it: 火灾形势总体上保持稳定. */
export const verdictPhrase = ({ settings, verdict }: Facts): string =>
  settings.verdicts.find(({ code }) => code === verdict)?.phrase ?? verdict

const harm = [
  ['deaths', '死亡'],
  ['serious_injuries', '重伤'],
  ['minor_injuries', '轻伤'],
] as const

/** 未造成人员伤亡, where that is known; else who was hurt, the three kinds apart. */
function casualties(facts: Facts): Run[] {
  const all = harm.map(([key, name]) => ({ ...indicator(facts, key), key, name }))
  const hurt = all.filter(({ value }) => value !== 0)
  if (hurt.length === 0) {
    const whole = all.every((one) => one.missing === 0)
    return say`${whole ? '' : '据已填报的记录，'}${figure(figureKey('period', 'deaths'), '未造成人员伤亡')}`
  }
  const counted = hurt.map(({ key, name, value }) =>
    value === null ? say`${name}${missing}人` : say`${name}${figure(figureKey('period', key), `${value}人`)}`,
  )
  const none = indicator(facts, 'deaths').value === 0
  return say`${none ? '未造成人员死亡，' : ''}${listed(counted, '、')}`
}

function counts(facts: Facts): Paragraph {
  const of = (key: IndicatorKey) => say`${indicator(facts, key).name.zh}${amount(facts, key)}`
  const turnOut = listed(
    ['vehicles', 'personnel', 'rescued', 'evacuated', 'saved_fen'].map((key) => of(key as IndicatorKey)),
    '，',
  )
  const burnt = listed(
    ['loss_fen', 'area_m2', 'households', 'people'].map((key) => of(key as IndicatorKey)),
    '，',
  )
  const fires: Said =
    firesOf(facts) === 0
      ? '本期未发生火灾'
      : say`其中，发生火灾${amount(facts, 'fires')}，${burnt}，${casualties(facts)}`
  const label = periodLabel(periodOf(facts), 'zh')
  return paragraph(
    'overall.counts',
    say`${label}，${wholeOf(facts)}共接警${amount(facts, 'alarms')}，${turnOut}。${fires}。`,
  )
}

/** What the comparison names, in its order: fires and their harm first, as the speech does. */
const comparedKeys: readonly IndicatorKey[] = ['fires', 'loss_fen', 'area_m2']

const weighed = ({ figures }: Facts, key: VerdictFigure): Compared | undefined =>
  figures.proposal.weighed.find((one) => one.figure === key)

function comparedWith(facts: Facts, base: Base): Paragraph {
  const key = `overall.${base}`
  const words = baseWords(facts)[base]
  if (indicator(facts, 'alarms')[base] === null)
    return paragraph(key, say`${words}无可比数据，不作${base === 'previous' ? '环比' : '同比'}。`)
  const opening = `${base === basesOf(facts)[0] ? '从统计数据看，' : ''}与${words}相比`
  const hurt = weighed(facts, 'casualties')
  const casualtyChange = hurt ? change(facts, { name: '伤亡人数', key: 'deaths' }, hurt, base) : []
  const fire = [...comparedKeys.map((one) => changeOf(facts, one, base)), withoutKey(casualtyChange)]
  return paragraph(key, say`${opening}，${listed(fire, '，')}；${changeOf(facts, 'alarms', base)}。`)
}
/** Casualties are three figures in one: no single list of records holds them. */
const withoutKey = (runs: readonly Run[]): Run[] =>
  listed([runs.map((run) => ('text' in run ? run.text : '')).join('')], '')

const weighedNames: Readonly<Record<VerdictFigure, string>> = {
  fires: '火灾起数',
  loss_fen: '直接财产损失',
  deaths: '死亡人数',
  casualties: '伤亡人数',
  largerFires: '较大以上火灾起数',
  majorFires: '重大以上火灾起数',
}
/** A weighed figure, and the bases on which it went up or down: level and unknown ones are not spoken of. */
interface Move {
  readonly figure: VerdictFigure
  readonly up: readonly Base[]
  readonly down: readonly Base[]
}

function movesOf(facts: Facts): Move[] {
  return facts.figures.proposal.weighed
    .filter(({ figure: key }) => key !== 'majorFires')
    .map(({ figure: key, value, ...before }) => {
      const towards = (sign: number) =>
        basesOf(facts).filter((base) => {
          const was = before[base]
          return value !== null && was !== null && Math.sign(value - was) === sign
        })
      return { figure: key, up: towards(1), down: towards(-1) }
    })
}

/** 较第一季度和上年同期均下降 · 较第一季度上升、较上年同期下降. */
function wentWords(facts: Facts, { up, down }: Move): string {
  const part = (bases: readonly Base[], verb: string) => {
    if (bases.length === 0) return []
    const named = bases.map((base) => baseWords(facts)[base]).join('和')
    return [`较${named}${bases.length > 1 ? '均' : ''}${verb}`]
  }
  return [...part(up, '上升'), ...part(down, '下降')].join('、')
}

/** 火灾起数、直接财产损失较第一季度和上年同期均下降，死亡人数较第一季度下降: what went alike stands together. */
const movedWords = (facts: Facts, moves: readonly Move[]): string =>
  [...Map.groupBy(moves, (move) => wentWords(facts, move))]
    .map(([went, alike]) => `${alike.map(({ figure: key }) => weighedNames[key]).join('、')}${went}`)
    .join('，')

/** The bases that were known, as the sentence names them: 第一季度和上年同期. */
function knownBases(facts: Facts): string {
  const fires = indicator(facts, 'fires')
  return basesOf(facts)
    .filter((base) => fires[base] !== null)
    .map((base) => baseWords(facts)[base])
    .join('和')
}

/** 发生较大以上火灾2起: said where there was one, whatever moved. */
function largerFires(facts: Facts): Run[] {
  const n = weighed(facts, 'largerFires')?.value ?? 0
  const key = figureKey('period', 'fires', { statClass: graverClasses })
  return n > 0 ? say`发生较大以上火灾${figure(key, `${n}起`)}` : []
}

function reasons(facts: Facts): Run[] {
  const bases = knownBases(facts)
  const grave = largerFires(facts)
  if (bases === '')
    return say`因无可比数据，${wholeOf(facts)}${verdictPhrase(facts)}。${grave.length > 0 ? say`${grave}。` : ''}`
  const moves = movesOf(facts)
  const mixed = moves.filter(({ up, down }) => up.length > 0 && down.length > 0)
  const better = moves.filter(({ up, down }) => up.length === 0 && down.length > 0)
  // Larger fires have their own clause.
  const worse = moves.filter(({ figure: key, up, down }) => up.length > 0 && down.length === 0 && key !== 'largerFires')
  const strong = better.length > 0 ? `${movedWords(facts, better)}，预防和应对火灾工作取得一定成效` : ''
  const weak =
    worse.length > 0
      ? `${movedWords(facts, worse)}，仍需进一步加强日常管理和应急响应能力，最大限度预防和减少火灾危害`
      : ''
  const weighing = '综合火灾起数、直接财产损失、人员伤亡和较大以上火灾四个方面的变化'
  const verdict = `${weighing}研判，${wholeOf(facts)}${verdictPhrase(facts)}。`
  const all = listed([grave, movedWords(facts, mixed), strong && weak ? `${strong}；但${weak}` : strong || weak], '；')
  return all.length > 0 ? say`${verdict}其中，${all}。` : say`${verdict}`
}

/** 1至6月，全区累计……: where the period does not itself begin on 1 January, and there were fires. */
function cumulative(facts: Facts): Paragraph[] {
  const { cumulative: sum } = facts.figures
  if (!sum?.fires.value) return []
  const span = periodShort({ key: '', kind: 'custom', from: sum.from, to: sum.to })
  const of = ({ name, key }: Named, compared: Compared): Run[] => {
    const now =
      compared.value === null
        ? say`${missing}${unitOf(facts, key)}`
        : figure(figureKey('cumulative', key), amountText(facts, key, compared.value))
    const course = compared.yoy.course
    if (course === 'none') return say`${name}${now}`
    return say`${name}${now}，同比${sinceLastYear(facts, { name: '', key }, compared)}`
  }
  const casualty =
    sum.casualties.value === 0
      ? '未造成人员伤亡'
      : sum.casualties.value === null
        ? []
        : withoutKey(of({ name: '伤亡', key: 'deaths' }, sum.casualties))
  const parts = [
    of({ name: '火灾', key: 'fires' }, sum.fires),
    of({ name: '直接财产损失', key: 'loss_fen' }, sum.lossFen),
    casualty,
  ]
  return [paragraph('overall.cumulative', say`${span}，${wholeOf(facts)}累计发生${listed(parts, '；')}。`)]
}
/** The change on last year's sum, whose records lie elsewhere than those of the period's own base. */
const sinceLastYear = (facts: Facts, named: Named, compared: Compared): Run[] =>
  change(facts, named, compared, 'lastYear').map((run) =>
    'figure' in run ? { ...run, figure: figureKey('cumulativeLastYear', named.key) } : run,
  )

export function overallParagraphs(facts: Facts): Paragraph[] {
  if (firesOf(facts) === null) return [counts(facts)]
  return [
    counts(facts),
    ...basesOf(facts).map((base) => comparedWith(facts, base)),
    paragraph('overall.verdict', reasons(facts)),
    ...cumulative(facts),
  ]
}
