/** What a station is obliged to, as the matrix shows it: each obligation with the duties that are counted for it. */
import type { Cell, Obligation } from './contract.ts'

interface Row extends Obligation {
  /** Duties of hazards, complaints and referrals; none for what is counted from the register and the visits. */
  readonly duties: readonly string[]
}

/** In the order of the law. `article` is that of the model Regulation; a district's own text may number them otherwise. */
export const obligations: readonly Row[] = [
  {
    key: 'inspect',
    zh: '按期开展消防监督检查',
    en: 'Inspect each place in time',
    law: '120-30',
    article: '8',
    duties: [],
  },
  {
    key: 'verify-complaint',
    zh: '按时核查举报投诉',
    en: 'Verify complaints in time',
    law: '120-18',
    article: '12',
    duties: ['verify'],
  },
  {
    key: 'order',
    zh: '按时作出责令改正决定',
    en: 'Order hazards put right in time',
    law: '120-19',
    article: '10',
    duties: ['order'],
  },
  {
    key: 'serve',
    zh: '按时送达责令改正通知书',
    en: 'Serve notices in time',
    law: '120-19',
    article: '10',
    duties: ['serve-at-once', 'serve-notice'],
  },
  {
    key: 'recheck',
    zh: '按时复查',
    en: 'Re-check in time',
    law: '120-20',
    article: '11',
    duties: ['recheck', 'recheck-on-application'],
  },
  {
    key: 'refer',
    zh: '五个工作日内移送',
    en: 'Refer within five working days',
    law: '120-33',
    article: '13',
    duties: ['refer'],
  },
  {
    key: 'report-serious',
    zh: '严重威胁公共安全的隐患当日报告',
    en: 'Report serious hazards the same day',
    law: '120-34',
    article: '13',
    duties: ['report-serious'],
  },
]

const ofDuty = new Map(obligations.flatMap(({ key, duties }) => duties.map((duty) => [duty, key] as const)))

/** Figures by duty become figures by obligation. A duty that belongs to none is the house's own and not shown. */
export function cellsOf(
  tallies: readonly {
    duty: string
    body: string
    month: string
    met: number
    late: number
    missed: number
    running: number
  }[],
): Cell[] {
  const cells = new Map<string, Cell>()
  for (const { duty, body, month, ...figures } of tallies) {
    const obligation = ofDuty.get(duty)
    if (obligation === undefined) continue
    const key = `${obligation} ${body} ${month}`
    const cell = cells.get(key) ?? { obligation, body, month, met: 0, late: 0, missed: 0, running: 0 }
    cells.set(key, {
      ...cell,
      met: cell.met + figures.met,
      late: cell.late + figures.late,
      missed: cell.missed + figures.missed,
      running: cell.running + figures.running,
    })
  }
  return [...cells.values()]
}
