/** From a figure to its records: each figure has a key, and each key is a filter of the list of incidents. */
import type { IncidentFilter } from '../../incidents/contract.ts'
import type { Figures, RangeKey } from './contract.ts'
import { type IndicatorKey, indicatorKeys, indicators } from './indicators.ts'

/** Where a figure's days lie: in the period, in one of its bases, or since 1 January of this year or last. */
export type DrillRange = RangeKey | 'cumulative' | 'cumulativeLastYear'

type Codes = string | readonly string[]

/** What narrows a figure down: codes by the names of the list's filters. */
export interface Narrowed {
  readonly place?: Codes
  readonly cause?: Codes
  readonly subCause?: Codes
  readonly statClass?: Codes
  readonly station?: Codes
  readonly community?: Codes
  readonly street?: Codes
  readonly urban?: Codes
  readonly hour?: readonly number[]
  readonly weekday?: number
  readonly response?: 'measured' | 'within5' | 'over5' | 'unmeasured'
  readonly minorFire?: boolean
  readonly missing?: boolean
}

/** 'period.fires', 'previous.loss_fen', 'period.fires?place=RES&hour=22,23'. */
export function figureKey(range: DrillRange, indicator: IndicatorKey, narrowed: Narrowed = {}): string {
  const parts = Object.entries(narrowed).map(([name, value]) => `${name}=${String(value)}`)
  return `${range}.${indicator}${parts.length === 0 ? '' : `?${parts.join('&')}`}`
}

const several = ['place', 'cause', 'subCause', 'statClass', 'station', 'community', 'street', 'urban'] as const
const responses = ['measured', 'within5', 'over5', 'unmeasured'] as const

function spanOf({ spans, cumulative }: Pick<Figures, 'spans' | 'cumulative'>, range: string) {
  if (range in spans) return spans[range as RangeKey]
  if (range === 'cumulative') return cumulative
  return range === 'cumulativeLastYear' ? cumulative?.lastYear : undefined
}

/** The filter that finds exactly the records of a figure; undefined where the key is none. */
export function drillOf(figures: Pick<Figures, 'spans' | 'cumulative'>, key: string): IncidentFilter | undefined {
  const [path = '', query = ''] = key.split('?')
  const [range = '', name = ''] = path.split('.')
  const span = spanOf(figures, range)
  const indicator = indicatorKeys.find((one) => one === name)
  if (!span || !indicator) return undefined
  const { of, measure } = indicators[indicator]
  const filter: IncidentFilter = { from: span.from, to: span.to, counted: of }
  const narrowed = new Map(query.split('&').map((part): [string, string] => splitAt(part, '=')))
  if (narrowed.get('missing') === 'true') {
    if (measure) filter.missing = measure
  } else if (measure) filter.measure = measure
  for (const field of several) {
    const value = narrowed.get(field)
    if (value !== undefined) filter[field] = value.split(',')
  }
  const numbers = (field: string) => narrowed.get(field)?.split(',').map(Number)
  const [hour, weekday] = [numbers('hour'), numbers('weekday')]
  if (hour) filter.hour = hour
  if (weekday) filter.weekday = weekday
  if (narrowed.get('minorFire') === 'true') filter.minorFire = true
  const response = responses.find((one) => one === narrowed.get('response'))
  if (response) filter.response = response
  return filter
}

const splitAt = (text: string, mark: string): [string, string] => {
  const at = text.indexOf(mark)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}
