/** Times as people type them, by the wall clock of Shanghai: 2026-04-01 8:30, 4月1日8时30分, 0401 0830, 830. */
import { addDays, dayOf, startOf } from '../../kernel/calendar.ts'

interface Known {
  readonly now: string
  /** The instant that this one follows: what is left out is taken from it. */
  readonly after?: string | null | undefined
}

/** Chinese marks and full-width digits as the plain ones: '4月1日8时30分' → '4-1 8:30:'. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .trim()
    .replace(/[年月/.]/g, '-')
    .replace(/[日号T]/g, ' ')
    .replace(/[时点]半/, ':30')
    .replace(/[时点分]/g, ':')
    .replace(/秒/, '')
    .replace(/\s+/g, ' ')
    .trim()

const two = (text: string) => text.padStart(2, '0')

/** 'MM-DD' or 'YYYY-MM-DD'. */
function dayIn(text: string): string | undefined {
  const [, year, month, day] =
    /^(\d{4})?-?(\d{1,2})-(\d{1,2})-?$/.exec(text) ?? /^(\d{4})?(\d{2})(\d{2})$/.exec(text) ?? []
  return month && day ? [...(year ? [year] : []), two(month), two(day)].join('-') : undefined
}

/** Milliseconds since the day began. */
function clockIn(text: string): number | undefined {
  const [, hour, minute = '0', second = '0'] =
    /^(\d{1,2}):(?:(\d{1,2})(?::(\d{1,2})?)?)?$/.exec(text) ?? /^(\d{1,2})(\d{2})(\d{2})?$/.exec(text) ?? []
  const [h, m, s] = [Number(hour ?? 24), Number(minute), Number(second)]
  return h < 24 && m < 60 && s < 60 ? ((h * 60 + m) * 60 + s) * 1000 : undefined
}

/** 2026-02-30 would be 2 March. */
function isDay(day: string): boolean {
  const ms = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(day)
}

const instantOf = (day: string, clock: number) => new Date(Date.parse(startOf(day)) + clock).toISOString()

/** The instant that was meant; undefined where the text is no time of a day. */
export function typedInstant(text: string, { now, after }: Known): string | undefined {
  const [first = '', second] = plain(text).split(' ')
  const glued = /^(\d{4}|\d{8})(\d{4}|\d{6})$/.exec(first)
  const [dayText, clockText] = second === undefined ? (glued?.slice(1) ?? [undefined, first]) : [first, second]
  const clock = clockIn(clockText ?? '')
  if (clock === undefined) return undefined
  if (dayText === undefined) return withoutDay(clock, now, after)
  const said = dayIn(dayText)
  if (said === undefined) return undefined
  return said.length > 5 ? (isDay(said) ? instantOf(said, clock) : undefined) : withoutYear(said, clock, now, after)
}

function withoutDay(clock: number, now: string, after: Known['after']): string {
  const day = dayOf(after ?? now)
  const at = instantOf(day, clock)
  if (after) return at < after ? instantOf(addDays(day, 1), clock) : at
  return at > now ? instantOf(addDays(day, -1), clock) : at
}

function withoutYear(monthDay: string, clock: number, now: string, after: Known['after']): string | undefined {
  const year = Number(dayOf(after ?? now).slice(0, 4))
  const years = after ? [year, year + 1] : [year, year - 1]
  const days = years.map((one) => `${one}-${monthDay}`).filter(isDay)
  const instants = days.map((day) => instantOf(day, clock))
  return instants.find((at) => (after ? at >= after : at <= now)) ?? instants[0]
}
