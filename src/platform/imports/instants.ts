/** Reads times as people and programs write them, in any zone, and refuses those that do not exist. */
import { addDays, earliest as earliestInstant } from '../../kernel/calendar.ts'
import { Refusal, rowWord } from './faults.ts'

const hour = 3_600_000
const day = 24 * hour
const shanghai = 'Asia/Shanghai'
/** Before it there was summer time, which the calendar does not know. */
const earliest = Date.parse(earliestInstant)

export interface Parts {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly milli: number
  /** Minutes east of UTC, where the text says so. */
  readonly offset?: number
}

const pad = (n: number) => String(n).padStart(2, '0')
export const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** Milliseconds of the wall clock as if it were UTC. */
function wallOf({ year, month, day: date, hour: h, minute, second, milli }: Parts): number | Refusal {
  // Date.UTC takes the years 0 to 99 for those of the last century.
  if (year < 1900) return new Refusal('too-early')
  if (month < 1 || month > 12 || date < 1 || date > daysIn(year, month))
    return new Refusal('no-such-day', { day: `${year}-${pad(month)}-${pad(date)}` })
  if (h > 23 || minute > 59 || second > 59)
    return new Refusal('no-such-time', { time: `${pad(h)}:${pad(minute)}:${pad(second)}` })
  return Date.UTC(year, month - 1, date, h, minute, second, milli)
}

/** Turns a wall clock (milliseconds as if in UTC) into an instant; undefined where the clock never showed it. */
type FromWall = (wall: number) => number | undefined

/** Of a wall clock that was shown twice the first instant is taken. */
export function zoneClock(zone: string): FromWall {
  if (zone === shanghai) return (wall) => wall - 8 * hour
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  const offsetAt = (instant: number): number => {
    const part = Object.fromEntries(clock.formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
    const { year = 0, month = 0, day: date = 0, hour: h = 0, minute = 0, second = 0 } = part
    return Date.UTC(year, month - 1, date, h, minute, second) - Math.floor(instant / 1000) * 1000
  }
  // Asking the platform is slow; on most days the offset is one and the same from the day before to the day after.
  const known = new Map<number, number | null>()
  return (wall) => {
    const date = Math.floor(wall / day)
    let steady = known.get(date)
    if (steady === undefined) {
      const before = offsetAt((date - 1) * day)
      steady = before === offsetAt((date + 2) * day) ? before : null
      known.set(date, steady)
    }
    if (steady !== null) return wall - steady
    const offsets = [offsetAt(wall - day), offsetAt(wall + day)]
    return offsets.map((offset) => wall - offset).find((instant) => instant + offsetAt(instant) === wall)
  }
}

const usual =
  /^(\d{4})([-/.年])(\d{1,2})(?:[-/.]|月)(\d{1,2})日?(?:[T ]\s*(\d{1,2})[:时](\d{1,2})(?:分|:?)(?:(\d{1,2})秒?)?(?:[.,](\d{1,9}))?\s*(Z|[+-](?:0\d|1[0-4])(?::?[0-5]\d)?)?)?$/i

function offsetOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (text.toUpperCase() === 'Z') return 0
  const sign = text.startsWith('-') ? -1 : 1
  return sign * (Number(text.slice(1, 3)) * 60 + Number(text.slice(3).replace(':', '') || 0))
}

const milliOf = (digits: string | undefined) => (digits === undefined ? 0 : Number(digits.padEnd(3, '0').slice(0, 3)))

function usualParts(text: string): Parts | Refusal | undefined {
  const found = usual.exec(text)
  if (!found) return undefined
  const [, year, , month, date, h, minute, second, fraction, zone] = found
  if (h === undefined) return new Refusal('time-missing')
  const offset = offsetOf(zone)
  return {
    year: Number(year),
    month: Number(month),
    day: Number(date),
    hour: Number(h),
    minute: Number(minute),
    second: Number(second ?? 0),
    milli: milliOf(fraction),
    ...(offset === undefined ? {} : { offset }),
  }
}

const tokens: Readonly<Record<string, readonly [name: string, pattern: string]>> = {
  YYYY: ['year', '(\\d{4})'],
  MM: ['month', '(\\d{2})'],
  M: ['month', '(\\d{1,2})'],
  DD: ['day', '(\\d{2})'],
  D: ['day', '(\\d{1,2})'],
  HH: ['hour', '(\\d{2})'],
  H: ['hour', '(\\d{1,2})'],
  hh: ['hour', '(\\d{2})'],
  h: ['hour', '(\\d{1,2})'],
  mm: ['minute', '(\\d{2})'],
  m: ['minute', '(\\d{1,2})'],
  ss: ['second', '(\\d{2})'],
  s: ['second', '(\\d{1,2})'],
  A: ['half', '(AM|PM|A\\.M\\.|P\\.M\\.|上午|下午)'],
}

/** Each part that may lack doubles the ways in which a text can be tried. */
const mostOptional = 6

const timeParts = ['year', 'month', 'day', 'hour']

/**
 * A reader of one written form; undefined where it lacks a part that it needs, names an unknown sign, a sign twice or too
 * much that may lack.
 */
export function formatReader(
  format: string,
  needs: readonly string[] = timeParts,
): ((text: string) => Parts | undefined) | undefined {
  const names: string[] = []
  const twelve = /h/.test(format)
  if (format.split('[').length - 1 > mostOptional) return undefined
  const pattern = format.replace(/YYYY|MM?|DD?|HH?|hh?|mm?|ss?|A|[[\]]|./gs, (sign) => {
    const token = tokens[sign]
    if (token) {
      names.push(token[0])
      return token[1]
    }
    if (sign === '[') return '(?:'
    if (sign === ']') return ')?'
    return sign.replace(/[.*+?^${}()|\\/-]/, '\\$&')
  })
  const whole = needs.every((name) => names.includes(name))
  if (!whole || new Set(names).size !== names.length || twelve !== names.includes('half')) return undefined
  let matcher: RegExp
  try {
    matcher = new RegExp(`^${pattern}$`, 'i')
  } catch {
    return undefined
  }
  return (text) => {
    const found = matcher.exec(text)
    if (!found) return undefined
    const read = new Map(names.map((name, i) => [name, found[i + 1]]))
    const number = (name: string) => Number(read.get(name) ?? 0)
    const half = read.get('half')
    const later = half !== undefined && /^(p|下)/i.test(half)
    const clock = number('hour')
    return {
      year: number('year'),
      month: number('month'),
      day: number('day'),
      // 12 AM is midnight, 12 PM noon; 13 PM and 0 AM do not exist, which 99 makes a refusal.
      hour: half === undefined ? clock : clock < 1 || clock > 12 ? 99 : (clock % 12) + (later ? 12 : 0),
      minute: number('minute'),
      second: number('second'),
      milli: 0,
    }
  }
}

/** Excel's day number, which files hold where a column of dates was saved as plain numbers. */
export function excelParts(text: string): Parts | undefined {
  if (!/^\d{4,6}(\.\d+)?$/.test(text)) return undefined
  const seconds = Math.round(Number(text) * 86_400)
  const date = addDays('1899-12-30', Math.floor(seconds / 86_400))
  const rest = seconds % 86_400
  return {
    year: Number(date.slice(0, 4)),
    month: Number(date.slice(5, 7)),
    day: Number(date.slice(8, 10)),
    hour: Math.floor(rest / 3600),
    minute: Math.floor(rest / 60) % 60,
    second: rest % 60,
    milli: 0,
  }
}

interface InstantOptions {
  readonly zone: string
  readonly formats: readonly string[]
  /** An instant behind which nothing can have happened yet. */
  readonly now?: string
}

interface UtcDays {
  /** '2026-03-31T': the UTC day on which the Shanghai day begins. */
  readonly before: string
  readonly same: string
}

const digit = (text: string, at: number) => text.charCodeAt(at) - 48
const isTwo = (text: string, at: number, most: number) => {
  const tens = digit(text, at)
  const ones = digit(text, at + 1)
  return tens >= 0 && ones >= 0 && ones <= 9 && tens * 10 + ones <= most
}

/** The milliseconds of '2026-04-01T00:30:15[.250]Z', from its point to its end; undefined for anything else. */
function utcTail(text: string): string | undefined {
  if (text.length === 20) return text.charCodeAt(19) === 0x5a ? '.000Z' : undefined
  const pointed = text.length === 24 && text.charCodeAt(19) === 0x2e && text.charCodeAt(23) === 0x5a
  return pointed && isTwo(text, 20, 99) && isTwo(text, 21, 99) ? text.slice(19) : undefined
}

/**
 * Reads '2026-04-01 08:30[:15]' in Shanghai and '2026-04-01T00:30:15[.250]Z', as nearly all files have it, without
 * making dates of it: five times as fast. Undefined for anything else, bad times among it.
 */
function usualShanghai(): (text: string) => string | undefined {
  const days = new Map<string, UtcDays | undefined>()
  function daysOf(text: string): UtcDays | undefined {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
    const midnight = Date.parse(`${text}T00:00:00Z`)
    // Date.parse takes a 31 April for 1 May.
    if (!(midnight > earliest + day) || new Date(midnight).toISOString().slice(0, 10) !== text) return undefined
    return { before: `${addDays(text, -1)}T`, same: `${text}T` }
  }
  return (text) => {
    const tail = text.length > 19 ? utcTail(text) : undefined
    if (text.length !== 16 && text.length !== 19 && tail === undefined) return undefined
    const separator = text.charCodeAt(10)
    if ((separator !== 0x20 && separator !== 0x54) || text.charCodeAt(13) !== 0x3a) return undefined
    if (!isTwo(text, 11, 23) || !isTwo(text, 14, 59)) return undefined
    if (text.length > 16 && (text.charCodeAt(16) !== 0x3a || !isTwo(text, 17, 59))) return undefined
    const date = text.slice(0, 10)
    let utc = days.get(date)
    if (utc === undefined && !days.has(date)) {
      utc = daysOf(date)
      if (days.size > 20_000) days.clear()
      days.set(date, utc)
    }
    if (utc === undefined) return undefined
    if (tail !== undefined) return `${utc.same}${text.slice(11, 19)}${tail}`
    const clock = digit(text, 11) * 10 + digit(text, 12)
    const rest = text.length === 16 ? `${text.slice(13)}:00.000Z` : `${text.slice(13)}.000Z`
    return clock >= 8 ? `${utc.same}${pad(clock - 8)}${rest}` : `${utc.before}${pad(clock + 16)}${rest}`
  }
}

/** A reader of instants: ISO 8601 in UTC, or why not. Throws a RangeError for a format that cannot be used. */
export function instantReader({ zone, formats, now }: InstantOptions): (text: string) => string | Refusal {
  const fromWall = zoneClock(zone)
  const latest = now === undefined ? Infinity : Date.parse(now)
  const latestText = now === undefined ? undefined : new Date(latest).toISOString()
  const quick = zone === shanghai && formats.length === 0 ? usualShanghai() : undefined
  const readers = formats.map((format) => {
    const reader = format === 'excel' ? excelParts : formatReader(format)
    if (!reader) throw new RangeError(format)
    return reader
  })
  const partsOf = (text: string): Parts | Refusal => {
    for (const reader of readers) {
      const parts = reader(text)
      if (parts) return parts
    }
    const hint = formats.length ? rowWord('bad-format', { formats: formats.join(' · ') }) : ''
    // Under formats of its own a file's 2026-04-01 still means that; 04/01/2026 means nothing without them.
    return usualParts(text) ?? new Refusal('not-a-time', { formats: hint })
  }
  return (text) => {
    const usual = quick?.(text)
    if (usual !== undefined) return latestText !== undefined && usual > latestText ? new Refusal('in-future') : usual
    const parts = partsOf(text)
    if (parts instanceof Refusal) return parts
    const wall = wallOf(parts)
    if (wall instanceof Refusal) return wall
    const instant = parts.offset === undefined ? fromWall(wall) : wall - parts.offset * 60_000
    if (instant === undefined) return new Refusal('time-skipped', { zone })
    if (instant < earliest) return new Refusal('too-early')
    if (instant > latest) return new Refusal('in-future')
    return new Date(instant).toISOString()
  }
}
