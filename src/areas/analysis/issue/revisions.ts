/** What has moved since an analysis was issued: records, figures and sentences. The issued one keeps its own. */
import type { OfficialDocument } from '../../../kernel/document.ts'
import type { FigureShift, RecordShift, Revisions } from '../contract.ts'
import { type Figures, rangeKeys } from '../figures/contract.ts'
import { fromSteps, indicators, steps } from '../figures/indicators.ts'
import { paragraphsOf } from '../text/edits.ts'

interface Fields {
  readonly issued: Readonly<Record<string, unknown>> | null
  readonly now: Readonly<Record<string, unknown>> | null
}

/** The fields in which a record differs from what was frozen. */
export function changesIn({ issued, now }: Fields): RecordShift['changes'] {
  if (issued === null || now === null) return []
  return Object.keys(now)
    .filter((field) => JSON.stringify(issued[field]) !== JSON.stringify(now[field]))
    .map((field) => ({ field, issued: issued[field] ?? null, now: now[field] ?? null }))
}

/** The indicators that come out otherwise, in the period or in one of its bases. */
export function figureShifts(issued: Figures, now: Figures): FigureShift[] {
  return rangeKeys.flatMap((range) =>
    issued.indicators.flatMap((one): FigureShift[] => {
      const other = now.indicators.find(({ key }) => key === one.key)
      const value = (figure: typeof one | undefined) =>
        figure === undefined ? null : range === 'period' ? figure.value : figure[range]
      const [before, after] = [value(one), value(other)]
      if (before === after) return []
      const { amount } = indicators[one.key]
      const difference =
        before === null || after === null ? null : fromSteps(amount, steps(amount, after) - steps(amount, before))
      return [{ range, key: one.key, name: one.name, issued: before, now: after, difference }]
    }),
  )
}

/** The paragraphs that the rules would write otherwise now. */
export function paragraphShifts(issued: OfficialDocument, now: OfficialDocument): Revisions['paragraphs'] {
  const [before, after] = [paragraphsOf(issued), paragraphsOf(now)]
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((key) => ({ key, issued: before.get(key) ?? null, now: after.get(key) ?? null }))
    .filter(({ issued: was, now: is }) => was !== is)
}
