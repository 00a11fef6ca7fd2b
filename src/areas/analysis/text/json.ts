/** The analysis as JSON, for other programs: formats/incidents.md holds its shape. */
import { type OfficialDocument, sectionsOf } from '../../../kernel/document.ts'
import type { Dimension, Figures, IndicatorFigure, Part } from '../figures/contract.ts'
import { withinShare } from '../figures/response.ts'

const jsonDimensions = [
  'place',
  'cause',
  'subCause',
  'severity',
  'station',
  'community',
  'hour',
  'weekday',
  'urban',
] as const satisfies readonly Dimension[]

interface Reported {
  readonly district: string
  readonly status: 'draft' | 'issued'
  readonly figures: Figures
  readonly document: OfficialDocument
  readonly verdict: { readonly proposed: string; readonly chosen: string | null; readonly reason: string | null }
}

/** A count of records that lack a figure stands beside it only where there are such. */
const lacking = (missing: number) => (missing > 0 ? { missing } : {})

const change = ({ difference, rate, word }: IndicatorFigure['qoq']) => ({ difference, rate, word: word.zh })

/** In a breakdown the loss is always a number: the sum over what is known, zero of nothing, with the count that lacks it. */
const line = ({ ref, name, fires, lossFen, lossMissing }: Part) => ({
  code: ref,
  name: name.zh,
  fires,
  loss_fen: lossFen ?? 0,
  ...lacking(lossMissing),
})

export function toJson({ district, status, figures, document, verdict }: Reported) {
  const { key, from, to } = figures.spans.period
  const { n, medianSeconds, p90Seconds } = figures.response.period
  return {
    district,
    period: { key, from, to },
    status,
    indicators: figures.indicators.map((one) => ({
      key: one.key,
      name: one.name.zh,
      unit: one.unit.zh,
      value: one.value,
      ...lacking(one.missing),
      previous: one.previous,
      lastYear: one.lastYear,
      qoq: change(one.qoq),
      yoy: change(one.yoy),
    })),
    breakdowns: Object.fromEntries(jsonDimensions.map((name) => [name, figures.breakdowns[name].map(line)])),
    response: { n, medianSeconds, p90Seconds, withinFiveMinutes: withinShare(figures.response.period) },
    verdict,
    sections: sectionsOf(document).map(({ heading, paragraphs }) => ({
      heading,
      paragraphs: paragraphs.flatMap((text) => text.split('\n')),
    })),
  }
}
