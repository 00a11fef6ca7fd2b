/** What must be said beside the figures so that nobody reads more into them than they hold. */
import { addDays } from '../../../kernel/calendar.ts'
import type { Words } from '../../../kernel/words.ts'
import type { Settings } from '../settings.ts'
import type { Figures, Footnote, IndicatorFigure, RangeKey } from './contract.ts'
import { dayZh } from './numbers.ts'
import { rankingNote } from './ranking.ts'
import { responseDefinition } from './response.ts'

interface Noted {
  readonly spans: Figures['spans']
  readonly countedOn: string
  readonly finished: boolean
  readonly firstDay: string | null
  readonly known: Readonly<Record<RangeKey, boolean>>
  readonly indicators: readonly IndicatorFigure[]
}

/** A base that begins more than a week before the first record is not whole. */
const grace = 7
interface Named extends Words {
  readonly base: 'previous' | 'lastYear'
}
/** Of a year the two bases are one. */
const basesOf = ({ spans }: Pick<Noted, 'spans'>): Named[] =>
  spans.previous.key === spans.lastYear.key
    ? [{ base: 'lastYear', zh: '上年', en: 'the year before' }]
    : [
        { base: 'previous', zh: '上期', en: 'the period before' },
        { base: 'lastYear', zh: '上年同期', en: 'last year' },
      ]

function unfinished({ finished, countedOn }: Noted): Footnote[] {
  if (finished) return []
  return [
    {
      key: 'unfinished',
      zh: `本期尚未结束，数据统计至${dayZh(countedOn)}，与完整时段比较仅供参考。`,
      en: `The period is not over; counted up to ${countedOn}. Comparisons with whole periods mislead.`,
    },
  ]
}

function definitions(noted: Noted, settings: Settings): Footnote[] {
  const { spans, known } = noted
  return settings.changes.flatMap(({ code, words, on }) => {
    const straddled = basesOf(noted).filter(({ base }) => known[base] && spans[base].from < on && on <= spans.period.to)
    if (straddled.length === 0) return []
    const named = (lang: keyof Words) => straddled.map((one) => one[lang])
    return [
      {
        key: `definition-${code}`,
        zh: `${dayZh(on)}起，${words.zh}，本期与${named('zh').join('、')}的相关数据不完全可比。`,
        en: `From ${on}: ${words.en}. Not fully comparable with ${named('en').join(' and ')}.`,
      },
    ]
  })
}

function incomplete(noted: Noted): Footnote[] {
  const { spans, known, firstDay } = noted
  return basesOf(noted).flatMap(({ base, zh, en }): Footnote[] => {
    if (!known[base] || firstDay === null || addDays(spans[base].from, grace) >= firstDay) return []
    return [
      {
        key: `incomplete-${base}`,
        zh: `${zh}记录自${dayZh(firstDay)}起，数据不完整，比较仅供参考。`,
        en: `Records of ${en} begin on ${firstDay}; comparisons mislead.`,
      },
    ]
  })
}

function missing({ indicators }: Noted): Footnote[] {
  const lacking = indicators.filter(({ missing, value }) => missing > 0 && value !== null)
  if (lacking.length === 0) return []
  return [
    {
      key: 'missing',
      zh: `合计为已填报部分之和；未填报记录：${lacking.map(({ name, missing }) => `${name.zh}${missing}起`).join('、')}。`,
      en: `Sums are over what is known. Records that lack the figure: ${lacking.map(({ name, missing }) => `${name.en} ${missing}`).join(', ')}.`,
    },
  ]
}

const standing: readonly Footnote[] = [
  {
    key: 'counting',
    zh: '接警起数含核销的警情；火灾及其损失、伤亡各项不含核销的警情。占比均以本期全部火灾为分母，含原因待查和未填报。',
    en: 'Alarms include written-off ones; fires and their figures do not. Shares are of all fires of the period, causes under investigation and unknown ones included.',
  },
  { key: 'response', ...responseDefinition },
  { key: 'ranking', ...rankingNote },
]

/** The notes of a set of figures, those of this occasion first. */
export const footnotesOf = (noted: Noted, settings: Settings): Footnote[] => [
  ...unfinished(noted),
  ...definitions(noted, settings),
  ...incomplete(noted),
  ...missing(noted),
  ...standing,
]
