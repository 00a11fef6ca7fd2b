/** An instant as people here read it: the wall clock of Shanghai. */
import { wallClockOf } from '../../kernel/calendar.ts'

export type TimePrecision = 'second' | 'minute' | 'day'
const lengths = { second: 19, minute: 16, day: 10 } as const

/** '2026-04-01T00:30:00.000Z' → '2026-04-01 08:30'. */
export const timeText = (at: string, precision: TimePrecision = 'minute') =>
  wallClockOf(at).slice(0, lengths[precision])

export function TimeText({ at, precision = 'minute' }: { at: string | null | undefined; precision?: TimePrecision }) {
  if (!at) return <span className="unknown">—</span>
  return (
    <time className="num nowrap" dateTime={at} title={`${timeText(at, 'second')} (UTC+8)`}>
      {timeText(at, precision)}
    </time>
  )
}
