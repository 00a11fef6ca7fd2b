/** The figures of a period as the analysis holds, shows and freezes them. */
import { z } from 'zod'
import { Day } from '../../../kernel/contract.ts'
import { indicatorKeys } from './indicators.ts'

const Words = z.object({ zh: z.string(), en: z.string() })

/** The period itself and what it is compared with. */
export const rangeKeys = ['period', 'previous', 'lastYear'] as const
export type RangeKey = (typeof rangeKeys)[number]
const RangeKeyShape = z.enum(rangeKeys)
const Span = z.object({ key: z.string(), from: Day, to: Day, label: Words })

export const Comparison = z.object({
  base: z.number().nullable(),
  difference: z.number().nullable(),
  rate: z.number().nullable().describe('unrounded; null on a zero or missing base'),
  course: z.enum(['up', 'down', 'same', 'none']),
  degree: z.string().nullable(),
  word: Words,
})
export type Comparison = z.infer<typeof Comparison>

export const IndicatorFigure = z.object({
  key: z.enum(indicatorKeys),
  name: Words,
  unit: Words,
  value: z.number().nullable().describe('sum over what is known; null where nothing is'),
  missing: z.int().describe('records that lack it'),
  previous: z.number().nullable(),
  lastYear: z.number().nullable(),
  qoq: Comparison,
  yoy: Comparison,
})
export type IndicatorFigure = z.infer<typeof IndicatorFigure>

export const dimensions = [
  'place',
  'cause',
  'subCause',
  'severity',
  'station',
  'street',
  'community',
  'hour',
  'weekday',
  'urban',
] as const
export type Dimension = (typeof dimensions)[number]

/** One line of a breakdown. The lines of a breakdown always add up to the total. */
export const Part = z.object({
  code: z.string().describe("a code, or a body's or an area's id; 'none' is what nobody filled in"),
  ref: z.string().describe('the code by which files name it'),
  parent: z.string().nullable(),
  name: Words,
  short: z.string().describe('the Chinese word of running text'),
  fires: z.int(),
  previousFires: z.int().nullable(),
  lastYearFires: z.int().nullable(),
  lossFen: z.int().nullable(),
  lossMissing: z.int(),
  casualties: z.int(),
})
export type Part = z.infer<typeof Part>

export const Response = z.object({
  n: z.int().describe('fires with a known time from order to arrival'),
  unmeasured: z.int(),
  medianSeconds: z.number().nullable(),
  p90Seconds: z.number().nullable(),
  within: z.int().describe('of them within five minutes'),
})
export type Response = z.infer<typeof Response>

export const MonthFigure = z.object({
  month: z.string(),
  fires: z.int().nullable(),
  lossFen: z.int().nullable(),
  casualties: z.int().nullable(),
})
export type MonthFigure = z.infer<typeof MonthFigure>

/** Classes of 较大以上. */
export const graverClasses = ['larger', 'major', 'extreme'] as const

/** A fire of 较大以上: the one kind that an analysis tells one by one. */
export const GraverFire = z.object({
  on: Day,
  hour: z.int(),
  statClass: z.enum(graverClasses),
  community: z.string().nullable(),
  place: z.string().nullable(),
  cause: z.string().nullable(),
  subCause: z.string().nullable(),
  deaths: z.int().nullable(),
  seriousInjuries: z.int().nullable(),
  minorInjuries: z.int().nullable(),
  lossFen: z.int().nullable(),
})
export type GraverFire = z.infer<typeof GraverFire>

/** A figure with its bases, where it is none of the fourteen. */
export const Compared = z.object({
  value: z.number().nullable(),
  missing: z.int(),
  previous: z.number().nullable(),
  lastYear: z.number().nullable(),
  qoq: Comparison,
  yoy: Comparison,
})
export type Compared = z.infer<typeof Compared>

export const verdictFigures = ['fires', 'loss_fen', 'deaths', 'casualties', 'largerFires', 'majorFires'] as const
export type VerdictFigure = (typeof verdictFigures)[number]

export const Proposal = z.object({
  verdict: z.string(),
  rule: z.string(),
  ruleWords: Words,
  /** What was weighed, each with the way it moved. */
  weighed: z.array(
    Compared.extend({
      figure: z.enum(verdictFigures),
      course: z.enum(['better', 'worse', 'level', 'mixed', 'unknown']),
    }),
  ),
})
export type Proposal = z.infer<typeof Proposal>

export const Footnote = z.object({ key: z.string(), ...Words.shape })
export type Footnote = z.infer<typeof Footnote>

export const Figures = z.object({
  spans: z.record(RangeKeyShape, Span),
  scope: z.enum(['district', 'own', 'none']).describe("whose records were counted: all, or the actor's own"),
  countedOn: Day,
  finished: z.boolean().describe('the period was over when it was counted'),
  indicators: z.array(IndicatorFigure),
  breakdowns: z.record(z.enum(dimensions), z.array(Part)),
  causesOfPlaces: z.array(z.object({ place: z.string(), cause: z.string(), fires: z.int() })),
  heat: z.array(z.object({ weekday: z.int(), hour: z.int(), fires: z.int() })),
  minorFires: z.int(),
  graverFires: z.array(GraverFire).default([]).describe('of the period, in their order, at most twenty'),
  response: z.record(RangeKeyShape, Response),
  trend: z.array(MonthFigure).describe('twelve months of last year, then those of this year to the end of the period'),
  cumulative: z
    .object({
      from: Day,
      to: Day,
      lastYear: z.object({ from: Day, to: Day }),
      fires: Compared,
      lossFen: Compared,
      casualties: Compared,
    })
    .nullable()
    .describe('from 1 January, with last year; null where the period itself begins then'),
  proposal: Proposal,
  footnotes: z.array(Footnote),
})
export type Figures = z.infer<typeof Figures>
