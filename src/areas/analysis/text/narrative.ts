/** The analysis as an official document, written by rule from its figures in the order of the speech's first part. */
import type { Block, Heading, OfficialDocument } from '../../../kernel/document.ts'
import { periodLabel } from '../../../kernel/periods.ts'
import { type Facts, firesOf, periodOf } from './facts.ts'
import { featureParagraphs, featuresHeading } from './features.ts'
import { responseHeading, responseParagraphs, severityHeading, severityParagraphs } from './gravity.ts'
import { overallParagraphs, verdictPhrase } from './overall.ts'
import { problemsOf } from './problems.ts'
import { paragraph } from './say.ts'
import { spreadHeading, spreadParagraphs } from './spread.ts'
import { causeChart, heatChart, indicatorTable, placeChart, stationTable, trendChart } from './tables.ts'

const heading = (level: Heading['level'], text: string): Heading => ({ kind: 'heading', level, text })

function situation(facts: Facts): Block[] {
  const overall: Block[] = [
    heading(1, `${periodLabel(periodOf(facts), 'zh')}形势分析`),
    heading(2, verdictPhrase(facts)),
    ...overallParagraphs(facts),
    indicatorTable(facts),
    trendChart(facts),
  ]
  if ((firesOf(facts) ?? 0) === 0) return overall
  return [
    ...overall,
    heading(2, featuresHeading(facts)),
    ...featureParagraphs(facts),
    placeChart(facts),
    causeChart(facts),
    heading(2, spreadHeading(facts)),
    ...spreadParagraphs(facts),
    stationTable(facts),
    heatChart(facts),
    heading(2, severityHeading(facts)),
    ...severityParagraphs(facts),
    heading(2, responseHeading(facts)),
    ...responseParagraphs(facts),
  ]
}

/** Problems and advice, each a part of its own; neither is there where the figures show no problem. */
function conclusions(facts: Facts): Block[] {
  const problems = problemsOf(facts)
  if (problems.length === 0) return []
  return [
    heading(1, '存在的主要问题'),
    ...problems.flatMap(({ key, heading: words, shown }) => [heading(2, words), paragraph(`problem.${key}`, shown)]),
    heading(1, '对策建议'),
    ...problems.flatMap(({ key, title, advised }) => [heading(2, title), paragraph(`advice.${key}`, advised)]),
  ]
}

/** The footnotes; that on the ranking stands below its table. */
const notes = ({ figures }: Facts): Block[] =>
  figures.footnotes
    .filter(({ key }) => key !== 'ranking')
    .map(({ zh }, at) => ({ kind: 'note', text: `${at === 0 ? '注：' : ''}${at + 1}. ${zh}` }))

export interface Frame {
  readonly status: OfficialDocument['status']
  readonly body: string
  readonly day: string
}

/** The document of the internal version, with names. */
export const documentOf = (facts: Facts, { status, body, day }: Frame): OfficialDocument => ({
  title: `${facts.district}${periodLabel(periodOf(facts), 'zh')}消防安全形势分析`,
  status,
  blocks: [...situation(facts), ...conclusions(facts), ...notes(facts)],
  closing: { body, day },
})
