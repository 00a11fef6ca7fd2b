/** Twelve months with their days off and make-up workdays, told apart by colour and by a mark. */
import { today } from '../../../../../desk/today.ts'
import { fill, useWords } from '../../../../../desk/words.ts'
import { messages } from '../../../messages.ts'
import { type Days, isWorked, kindOf, weeksOf } from './days.ts'
import { useDayWords } from './words.ts'

/** With `onPick` the days are buttons. */
interface YearGridProps {
  readonly year: number
  readonly days: Days
  readonly mayPick?: (day: string) => boolean
  readonly onPick?: (day: string) => void
}

export function YearGrid({ year, ...props }: YearGridProps) {
  const { months } = useDayWords()
  return (
    <div className="calendar-year">
      {months.map((name, at) => (
        <Month key={name} name={name} year={year} month={at + 1} {...props} />
      ))}
    </div>
  )
}

function Month({ name, year, month, days, ...rest }: YearGridProps & { name: string; month: number }) {
  const words = useWords(messages).calendar
  const { weekdays } = useDayWords()
  const weeks = weeksOf(year, month)
  const worked = weeks.flat().filter((day) => day !== undefined && isWorked(days, day)).length
  return (
    <table className="calendar-month">
      <caption>
        <span className="calendar-month-name">{name}</span>
        <span className="quiet num">{fill(words.monthDays, { n: worked })}</span>
      </caption>
      <thead>
        <tr>
          {weekdays.map((weekday) => (
            <th key={weekday} scope="col">
              {weekday}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week.find(Boolean)}>
            {week.map((day, at) => (day ? <Day key={day} day={day} days={days} {...rest} /> : <td key={at} />))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Day({ day, days, mayPick, onPick }: Omit<YearGridProps, 'year'> & { day: string }) {
  const words = useWords(messages).calendar
  const { fullText } = useDayWords()
  const kind = kindOf(days, day)
  const mark = kind === 'holiday' ? words.off : kind === 'workday' ? words.worked : undefined
  const isToday = day === today()
  const text = fullText(days, day) + (isToday ? ` · ${words.today}` : '')
  // The mark is drawn by the style: a button that says in words what it means need not say it too.
  const shown = { title: text, ...(mark ? { 'data-mark': mark } : {}), children: Number(day.slice(8)) }
  return (
    <td
      className={`calendar-day num calendar-${kind} ${isToday ? 'calendar-today' : ''}`}
      {...(isToday ? { 'aria-current': 'date' as const } : {})}
    >
      {onPick ? (
        <button
          type="button"
          aria-label={text}
          aria-pressed={mark !== undefined}
          disabled={!mayPick?.(day)}
          onClick={() => onPick(day)}
          {...shown}
        />
      ) : (
        <span {...shown} />
      )}
    </td>
  )
}

export function Legend() {
  const words = useWords(messages).calendar
  const marks = { holiday: words.off, workday: words.worked, weekend: '', plain: '' }
  return (
    <ul className="calendar-legend" aria-label={words.legend}>
      {(['plain', 'holiday', 'workday', 'weekend'] as const).map((kind) => (
        <li key={kind}>
          <span className={`calendar-swatch calendar-${kind}`} aria-hidden="true">
            {marks[kind]}
          </span>
          {words.kinds[kind]}
        </li>
      ))}
    </ul>
  )
}
