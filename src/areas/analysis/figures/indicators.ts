/** The fourteen indicators of the analysis: what each counts, which way is good, and how its figures are written. */
import type { measureKeys } from '../../incidents/contract.ts'

export const indicatorKeys = [
  'alarms',
  'vehicles',
  'personnel',
  'rescued',
  'evacuated',
  'saved_fen',
  'fires',
  'loss_fen',
  'area_m2',
  'households',
  'people',
  'deaths',
  'serious_injuries',
  'minor_injuries',
] as const
export type IndicatorKey = (typeof indicatorKeys)[number]

/** Whether more of it is bad, good, or neither. */
export type Bearing = 'bad' | 'good' | 'neutral'

export interface Indicator {
  /** Summed over all alarms, written-off ones too, or over what counts as a fire. */
  readonly of: 'alarms' | 'fires'
  readonly bearing: Bearing
  /** What its value is: a number of things, 分, or square metres with two decimals. */
  readonly amount: 'count' | 'fen' | 'area'
  /** The field of the record that is summed; null where the records themselves are counted. */
  readonly measure: (typeof measureKeys)[number] | null
}

const sum = (of: Indicator['of'], bearing: Bearing, measure: Indicator['measure'], amount: Indicator['amount']) => ({
  of,
  bearing,
  measure,
  amount,
})

export const indicators: Readonly<Record<IndicatorKey, Indicator>> = {
  alarms: sum('alarms', 'neutral', null, 'count'),
  vehicles: sum('alarms', 'neutral', 'vehicles', 'count'),
  personnel: sum('alarms', 'neutral', 'personnel', 'count'),
  rescued: sum('alarms', 'good', 'rescued', 'count'),
  evacuated: sum('alarms', 'good', 'evacuated', 'count'),
  saved_fen: sum('alarms', 'good', 'savedFen', 'fen'),
  fires: sum('fires', 'bad', null, 'count'),
  loss_fen: sum('fires', 'bad', 'directLossFen', 'fen'),
  area_m2: sum('fires', 'bad', 'burnedAreaM2', 'area'),
  households: sum('fires', 'bad', 'households', 'count'),
  people: sum('fires', 'bad', 'people', 'count'),
  deaths: sum('fires', 'bad', 'deaths', 'count'),
  serious_injuries: sum('fires', 'bad', 'seriousInjuries', 'count'),
  minor_injuries: sum('fires', 'bad', 'minorInjuries', 'count'),
}

/** A sum over what is known, and how many records do not know it. Null where none knows it: unknown is not zero. */
export interface Figure {
  readonly value: number | null
  readonly missing: number
}

/** The figure of so many records, so many of which know the value. Of no record at all the sum is zero. */
export const figureOf = (records: number, known: number, sumOfKnown: number | null): Figure => ({
  value: known > 0 ? (sumOfKnown ?? 0) : records > 0 ? null : 0,
  missing: records - known,
})

/** Whole steps of an amount, in which sums and differences are exact: 1, 分, or hundredths of a square metre. */
export const steps = (amount: Indicator['amount'], value: number): number =>
  amount === 'area' ? Math.round(value * 100) : value
export const fromSteps = (amount: Indicator['amount'], n: number): number => (amount === 'area' ? n / 100 : n)
