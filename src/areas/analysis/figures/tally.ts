/** What the database counts, before it has names: the raw material of the figures. */
import type { GraverFire, RangeKey, Response } from './contract.ts'
import type { IndicatorKey } from './indicators.ts'

export type Summed = Exclude<IndicatorKey, 'alarms' | 'fires'>

/** Counts and sums of one range. `sums` are over what is known, `known` says of how many records. */
export interface RangeTally {
  readonly range: RangeKey
  readonly alarms: number
  readonly fires: number
  readonly minorFires: number
  readonly known: Readonly<Record<Summed, number>>
  readonly sums: Readonly<Record<Summed, number | null>>
  readonly response: Response
}

/** The ways in which fires are grouped; `a` and `b` are the codes, null where nobody filled them in. */
export const groupings = [
  'placeCause',
  'causeSub',
  'severity',
  'station',
  'streetCommunity',
  'weekdayHour',
  'urban',
] as const
export type Grouping = (typeof groupings)[number]

export interface GroupTally {
  readonly range: RangeKey
  readonly grouping: Grouping
  readonly a: string | null
  readonly b: string | null
  readonly fires: number
  readonly lossFen: number
  readonly lossKnown: number
  readonly casualties: number
}

/** Fires of one month. `inYearToDate` splits the month in which the days up to the period's end stop. */
export interface MonthTally {
  readonly month: string
  readonly inYearToDate: boolean
  readonly fires: number
  readonly lossFen: number
  readonly lossKnown: number
  readonly casualties: number
  readonly casualtiesKnown: number
}

export interface Tallies {
  readonly ranges: readonly RangeTally[]
  readonly groups: readonly GroupTally[]
  readonly months: readonly MonthTally[]
  readonly graver: readonly GraverFire[]
  /** The day of the first record within reach; null where there is none. */
  readonly firstDay: string | null
}
