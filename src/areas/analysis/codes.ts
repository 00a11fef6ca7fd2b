/** Code tables of the analysis as shipped: names of indicators, words of degree, the verdict and its rules. The district may edit them. */
import type { CodeEntry, CodeTable } from '../../kernel/codes.ts'

const indicator = (code: string, zh: string, en: string, unit: string, unitEn: string): CodeEntry => ({
  code,
  zh,
  en,
  props: { unit, unitEn },
})

/** Reference §3.1. Money is kept in 分 whatever unit it is shown in. */
export const indicatorNames: CodeTable = {
  key: 'indicator',
  zh: '统计指标名称',
  en: 'Names of indicators',
  entries: [
    indicator('alarms', '接警起数', 'Alarms', '起', ''),
    indicator('vehicles', '出动车辆', 'Vehicles sent', '辆次', ''),
    indicator('personnel', '出动警力', 'Personnel sent', '人次', ''),
    indicator('rescued', '抢救被困人员', 'Persons rescued', '人', ''),
    indicator('evacuated', '疏散被困人员', 'Persons evacuated', '人', ''),
    indicator('saved_fen', '抢救财产价值', 'Property saved', '分', '0.01 CNY'),
    indicator('fires', '火灾起数', 'Fires', '起', ''),
    indicator('loss_fen', '直接财产损失', 'Direct property loss', '分', '0.01 CNY'),
    indicator('area_m2', '过火面积', 'Burned area', '平方米', 'm²'),
    indicator('households', '受灾户数', 'Households affected', '户', ''),
    indicator('people', '受灾人数', 'Persons affected', '人', ''),
    indicator('deaths', '死亡人数', 'Deaths', '人', ''),
    indicator('serious_injuries', '重伤人数', 'Serious injuries', '人', ''),
    indicator('minor_injuries', '轻伤人数', 'Minor injuries', '人', ''),
  ],
}

/**
 * Reference §3.7: the degree holds from this absolute rate on; `indicators` may set another rate for one of them.
 * Below the first step a change reads 基本持平.
 */
export const degreeWords: CodeTable = {
  key: 'degree-word',
  zh: '变化程度用语',
  en: 'Words of degree',
  entries: [
    { code: 'slight', zh: '略有', en: 'slightly', props: { from: 0.01, indicators: {} } },
    { code: 'some', zh: '有所', en: 'somewhat', props: { from: 0.1, indicators: {} } },
    { code: 'clear', zh: '明显', en: 'clearly', props: { from: 0.3, indicators: {} } },
    { code: 'sharp', zh: '大幅', en: 'sharply', props: { from: 0.5, indicators: {} } },
  ],
}

/** Fires rise and fall (上升、下降); rescues grow and shrink (增加、减少). */
export const changeWords: CodeTable = {
  key: 'change-word',
  zh: '升降用语',
  en: 'Words of change',
  entries: [
    { code: 'bad-up', zh: '上升', en: 'up' },
    { code: 'bad-down', zh: '下降', en: 'down' },
    { code: 'good-up', zh: '增加', en: 'up' },
    { code: 'good-down', zh: '减少', en: 'down' },
    { code: 'neutral-up', zh: '增加', en: 'up' },
    { code: 'neutral-down', zh: '减少', en: 'down' },
    { code: 'same', zh: '持平', en: 'unchanged' },
    { code: 'about-same', zh: '基本持平', en: 'about the same' },
    { code: 'none', zh: '无可比数据', en: 'nothing to compare with' },
  ],
}

/** `phrase` is the verdict as a heading says it. */
export const verdictNames: CodeTable = {
  key: 'verdict',
  zh: '火灾形势结论',
  en: 'Verdicts',
  entries: [
    { code: 'improved', zh: '明显好转', en: 'Clearly improved', props: { phrase: '火灾形势明显好转' } },
    { code: 'improving', zh: '总体稳中向好', en: 'Stable and improving', props: { phrase: '火灾形势总体稳中向好' } },
    { code: 'stable', zh: '总体平稳', en: 'Stable', props: { phrase: '火灾形势总体上保持稳定' } },
    { code: 'rising', zh: '呈上升态势', en: 'Rising', props: { phrase: '火灾形势呈上升态势' } },
    { code: 'grave', zh: '形势严峻', en: 'Grave', props: { phrase: '火灾形势严峻' } },
    {
      code: 'undetermined',
      zh: '暂不作趋势判断',
      en: 'Not determined',
      props: { phrase: '火灾形势暂不作趋势判断' },
    },
  ],
}

const rule = (order: number, code: string, verdict: string, zh: string, en: string, all: unknown[]): CodeEntry => ({
  code,
  zh,
  en,
  props: { order, verdict, all },
})
const rise = (figure: string, rate: number, by: number) => ({ figure, change: 'rise', against: 'both', rate, by })
const fall = (figure: string, rate: number, by: number) => ({ figure, change: 'fall', against: 'both', rate, by })
const noRise = (figure: string, rate: number, by: number) => ({ figure, change: 'no-rise', against: 'both', rate, by })
const wan = (n: number) => n * 1_000_000

/**
 * The first rule whose conditions all hold gives the verdict. 'both' means every base that is known: the period before
 * and the same period last year. A change counts from `rate` and from `by` on, so that one fire more than three is no
 * rise of a third.
 */
export const verdictRules: CodeTable = {
  key: 'verdict-rule',
  zh: '形势判定规则',
  en: 'Rules of the verdict',
  entries: [
    rule(10, 'major-fire', 'grave', '发生重大以上火灾', 'A major or graver fire', [
      { figure: 'majorFires', atLeast: 1 },
    ]),
    rule(20, 'several-larger', 'grave', '发生较大以上火灾2起以上', 'Two larger fires or more', [
      { figure: 'largerFires', atLeast: 2 },
    ]),
    rule(
      30,
      'all-rise',
      'grave',
      '火灾起数、损失均上升30%以上且伤亡人数增加',
      'Fires and losses up by 30 % and more, and more casualties',
      [rise('fires', 0.3, 3), rise('loss_fen', 0.3, wan(10)), rise('casualties', 0, 1)],
    ),
    rule(40, 'no-base', 'undetermined', '上期和上年同期均无可比数据', 'Nothing to compare with', [{ bases: 'none' }]),
    rule(50, 'new-larger', 'rising', '发生较大火灾而上期和上年同期均少于本期', 'A larger fire, fewer in both bases', [
      { figure: 'largerFires', atLeast: 1 },
      rise('largerFires', 0, 1),
    ]),
    rule(60, 'deaths-rise', 'rising', '死亡人数较上期和上年同期均增加', 'More deaths than in both bases', [
      rise('deaths', 0, 1),
    ]),
    rule(70, 'fires-rise', 'rising', '火灾起数较上期和上年同期均上升10%以上', 'Fires up by 10 % on both bases', [
      rise('fires', 0.1, 3),
    ]),
    rule(80, 'harm-rise', 'rising', '财产损失均上升50%以上且伤亡人数增加', 'Losses up by half and more casualties', [
      rise('loss_fen', 0.5, wan(10)),
      rise('casualties', 0, 1),
    ]),
    rule(
      90,
      'clear-fall',
      'improved',
      '火灾起数均下降30%以上，损失、伤亡未上升，无较大以上火灾',
      'Fires down by 30 %, losses and casualties not up, no larger fire',
      [
        fall('fires', 0.3, 3),
        noRise('loss_fen', 0.1, wan(1)),
        noRise('casualties', 0, 1),
        { figure: 'largerFires', atMost: 0 },
      ],
    ),
    rule(
      100,
      'fires-fall',
      'improving',
      '火灾起数均下降10%以上，伤亡未增加，损失未大幅上升，无较大以上火灾',
      'Fires down by 10 %, casualties not up, losses not up by half, no larger fire',
      [
        fall('fires', 0.1, 3),
        noRise('casualties', 0, 1),
        noRise('loss_fen', 0.5, wan(10)),
        { figure: 'largerFires', atMost: 0 },
      ],
    ),
    rule(
      110,
      'harm-fall',
      'improving',
      '火灾起数未上升，损失均下降30%以上，伤亡未增加，无较大以上火灾',
      'Fires not up, losses down by 30 %, casualties not up, no larger fire',
      [
        noRise('fires', 0.1, 3),
        fall('loss_fen', 0.3, wan(10)),
        noRise('casualties', 0, 1),
        { figure: 'largerFires', atMost: 0 },
      ],
    ),
    rule(1000, 'otherwise', 'stable', '各项指标有升有降或变化不大', 'Figures differ or hardly change', []),
  ],
}

/** Days on which what is counted changed: periods on either side compare with a footnote (reference §3.7). */
export const definitionChanges: CodeTable = {
  key: 'definition-change',
  zh: '统计口径变化',
  en: 'Changes of definition',
  entries: [
    {
      code: 'xfj17',
      zh: '《火灾统计管理规定》施行：受灾户数、火灾等级和30日内死亡的统计口径有变化',
      en: 'New fire statistics rules: households, severity and deaths within 30 days',
      props: { on: '2025-05-01', indicators: ['households', 'deaths', 'serious_injuries'] },
    },
  ],
}

const limit = (code: string, value: number, zh: string, en: string): CodeEntry => ({ code, zh, en, props: { value } })

/** Limits from which the text names something. */
export const textLimits: CodeTable = {
  key: 'analysis-limit',
  zh: '形势分析文字限值',
  en: 'Limits of the text',
  entries: [
    limit('small-base', 10, '基数小于此数时先写绝对数', 'Below this base the absolute figure comes first'),
    limit('leading', 3, '列举主要场所、原因、辖区的个数', 'How many leading places, causes, stations are named'),
    limit('large-share', 0.3, '占比达到此数的场所、原因作为突出问题', 'Share from which a place or cause is a problem'),
    limit(
      'area-share',
      0.1,
      '占比达到此数且为平均数两倍的辖区作为重点区域',
      'Share from which an area is dense, at twice the mean',
    ),
    limit(
      'night-share',
      0.3,
      '夜间（22时至次日6时）占比达到此数时提出',
      'Share of fires by night from which it is named',
    ),
    limit('arrival-goal', 0.8, '5分钟到场率目标', 'Aimed share of arrivals within 5 minutes'),
    limit('missing-share', 0.05, '漏填率达到此数时提出', 'Share of unknown figures from which it is named'),
  ],
}

export const analysisCodeTables: readonly CodeTable[] = [
  indicatorNames,
  degreeWords,
  changeWords,
  verdictNames,
  verdictRules,
  definitionChanges,
  textLimits,
]
