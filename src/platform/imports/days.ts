/** Reads days as people and programs write them, and refuses those that do not exist. */
import { dayOf } from '../../kernel/calendar.ts'
import { Refusal } from './faults.ts'
import { daysIn, excelParts, formatReader } from './instants.ts'

const usual = /^(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})日?(?:[T ]\d{1,2}[:时].*)?$/
const compact = /^(\d{4})(\d{2})(\d{2})$/
/** With a zone it is an instant, and its day is Shanghai's. */
const zoned = /T.*(Z|[+-]\d{2}:?\d{2})$/

const pad = (n: number) => String(n).padStart(2, '0')

function dayFrom(year: number, month: number, date: number): string | Refusal {
  const day = `${year}-${pad(month)}-${pad(date)}`
  if (month < 1 || month > 12 || date < 1 || date > daysIn(year, month)) return new Refusal('no-such-day', { day })
  return year < 1900 || year > 2200 ? new Refusal('no-such-day', { day }) : day
}

/** A reader of days: 'YYYY-MM-DD', or why not. Throws a RangeError for a format that cannot be used. */
export function dayReader(formats: readonly string[]): (text: string) => string | Refusal {
  const readers = formats.map((format) => {
    const reader = format === 'excel' ? excelParts : formatReader(format, ['year', 'month', 'day'])
    if (!reader) throw new RangeError(format)
    return reader
  })
  return (text) => {
    for (const reader of readers) {
      const parts = reader(text)
      if (parts) return dayFrom(parts.year, parts.month, parts.day)
    }
    if (zoned.test(text) && !Number.isNaN(Date.parse(text))) return dayOf(text)
    const found = usual.exec(text) ?? compact.exec(text)
    if (!found) return new Refusal('not-a-day')
    return dayFrom(Number(found[1]), Number(found[2]), Number(found[3]))
  }
}
