/** A year in words: its festivals with their days, its make-up workdays, the notice that it follows. */
import { Panel } from '../../../../../desk/components/Panel.tsx'
import { fill, useWords } from '../../../../../desk/words.ts'
import { daysBetween } from '../../../../../kernel/calendar.ts'
import type { CalendarYear } from '../../../calendar/contract.ts'
import { messages } from '../../../messages.ts'
import { useDayWords } from './words.ts'

export function YearLists({ holidays, workdays }: Pick<CalendarYear, 'holidays' | 'workdays'>) {
  const words = useWords(messages).calendar
  const { dayText, spanText } = useDayWords()
  return (
    <>
      <Panel title={words.holidays}>
        {holidays.length === 0 && <p className="quiet">{words.noHolidays}</p>}
        <ul className="plain-list">
          {holidays.map(({ from, to, name }) => (
            <li key={from}>
              <strong>{name}</strong>
              <span className="quiet num">{fill(words.days, { n: daysBetween(from, to) + 1 })}</span>
              <span className="num calendar-span">{spanText(from, to)}</span>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={words.workdays}>
        {workdays.length === 0 && <p className="quiet">{words.noWorkdays}</p>}
        <ul className="calendar-days">
          {workdays.map((day) => (
            <li key={day} className="num">
              {dayText(day)}
            </li>
          ))}
        </ul>
      </Panel>
    </>
  )
}
