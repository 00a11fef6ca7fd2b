/** How Excel keeps days, times and numbers, as text that people would write. */

const daySeconds = 86_400
const pad = (n: number, digits = 2) => String(n).padStart(digits, '0')

/** What a number format shows of a day number. */
export interface DateFormat {
  readonly day: boolean
  readonly time: boolean
}

/** Excel's own formats that show a day or a time, by number; 27–36 and 50–58 are those of the East Asian editions. */
const builtin = new Map<number, DateFormat>()
for (const [ids, format] of [
  [[14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58], { day: true, time: false }],
  [[18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56], { day: false, time: true }],
  [[22], { day: true, time: true }],
] as const)
  for (const id of ids) builtin.set(id, format)

/** What the format shows of a day number, undefined where it shows a plain number. */
export function dateFormatOf(id: number, code?: string): DateFormat | undefined {
  if (code === undefined) return builtin.get(id)
  const letters = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(h+|m+|s+)\]/gi, '$1')
    .replace(/\[[^\]]*\]/g, '')
    .split(';', 1)[0] as string
  if (/general|[0#?]\s*[eE][+-]/i.test(letters)) return undefined
  const time = /[hs]/i.test(letters)
  // 'm' is the month where no hour or second stands by it.
  const day = /[ydge]/i.test(letters) || (!time && /m/i.test(letters))
  return day || time ? { day, time } : undefined
}

/**
 * A day number as 'YYYY-MM-DD', 'HH:mm:ss' or both, to the second: the wall clock that Excel shows. Undefined for a
 * number that is no day.
 */
export function dayNumberText(serial: number, format: DateFormat, from1904: boolean): string | undefined {
  if (!Number.isFinite(serial) || serial < 0 || serial >= 2_958_466) return undefined
  const total = Math.round(serial * daySeconds)
  const days = Math.floor(total / daySeconds)
  const rest = total % daySeconds
  const time = `${pad(Math.floor(rest / 3600))}:${pad(Math.floor(rest / 60) % 60)}:${pad(rest % 60)}`
  if (days === 0 && !format.day) return time
  // Excel believes in a 29 February 1900 (day 60): the days before it count from one day later.
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30)
  const day = new Date(epoch + days * daySeconds * 1000).toISOString().slice(0, 10)
  return format.time || rest !== 0 ? `${day} ${time}` : day
}

/**
 * A stored number as Excel shows it in full: fifteen digits, no exponent. Longer ones stay in scientific notation,
 * because their last digits are lost already.
 */
export function numberText(stored: string): string {
  if (stored.length <= 15 && /^-?\d+(\.\d+)?$/.test(stored)) return stored
  const value = Number(stored)
  if (stored.trim() === '' || !Number.isFinite(value)) return stored
  if (Math.abs(value) >= 1e15) return value.toExponential().toUpperCase()
  const shown = Number(value.toPrecision(15))
  const text = String(shown)
  return text.includes('e') ? shown.toFixed(20).replace(/\.?0+$/, '') : text
}
