/** Every duty about a hazard, done or not: since when it runs, until when, by which article. */

import { fill, useLang, useWords } from '../../../../desk/words.ts'
import { dayOf } from '../../../../kernel/calendar.ts'
import { citation } from '../../../../kernel/law.ts'
import type { Clock } from '../../contract.ts'
import { messages } from '../../messages.ts'

export function Clocks({ clocks }: { clocks: readonly Clock[] }) {
  const words = useWords(messages)
  const lang = useLang()
  const duties: Readonly<Record<string, string>> = words.duties
  return (
    <ul className="hazard-clocks">
      {clocks.map((clock) => (
        <li key={`${clock.duty} ${clock.since}`} className={stateOf(clock)}>
          <strong>{duties[clock.duty] ?? clock.duty}</strong>
          <span className={clock.late ? 'due-late' : ''}>{outcome(clock, words.page)}</span>
          <span className="quiet">
            {fill(words.page.since, { day: clock.since })} · {citation(clock.law, lang)}
            {clock.provisional && ` · ${words.page.provisional}`}
          </span>
        </li>
      ))}
    </ul>
  )
}

const stateOf = ({ late, doneAt }: Clock) => (late ? 'clock-late' : doneAt === null ? '' : 'clock-done')

function outcome(
  { doneAt, dueOn, late }: Clock,
  words: Readonly<Record<'open' | 'openLate' | 'doneOn' | 'doneLate', string>>,
): string {
  if (doneAt === null) return fill(late ? words.openLate : words.open, { day: dueOn })
  return fill(late ? words.doneLate : words.doneOn, { day: dayOf(doneAt) })
}
