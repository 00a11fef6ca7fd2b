/** How a day of the calendar is said. */
import { fill, useMarks, useWords } from '../../../../../desk/words.ts'
import { messages } from '../../../messages.ts'
import { type Days, kindOf, weekdayOf } from './days.ts'

export function useDayWords() {
  const words = useWords(messages).calendar
  const { aside } = useMarks()
  const months = words.months.split(' ')
  const weekdays = words.weekdays.split(' ')
  /** 10月1日（周四） */
  const dayText = (day: string) =>
    fill(words.day, { month: months[Number(day.slice(5, 7)) - 1] ?? '', date: Number(day.slice(8)) }) +
    aside(fill(words.weekday, { day: weekdays[weekdayOf(day)] ?? '' }))
  return {
    months,
    weekdays,
    dayText,
    /** 10月1日（周四） 国庆节 放假 */
    fullText: (days: Days, day: string) =>
      [dayText(day), days.off.get(day), words.kinds[kindOf(days, day)]].filter(Boolean).join(' '),
    spanText: (from: string, to: string) => (from === to ? dayText(from) : `${dayText(from)} – ${dayText(to)}`),
  }
}
