/** What the server noticed when a visit came in, said so that nobody has to guess. */
import { fill, useWords } from '../../../../../desk/words.ts'
import { wallClockOf } from '../../../../../kernel/calendar.ts'
import { messages } from '../../../visits/messages.ts'
import type { Visit } from '../../../visits/record-contract.ts'

const hour = 3_600_000

export function MarksInWords({ visit }: { visit: Visit }) {
  const words = useWords(messages)
  const hours = Math.round((Date.parse(visit.submittedAt) - Date.parse(visit.endedAt)) / hour)
  const values = { n: hours, said: wallClockOf(visit.saidStartedAt), held: wallClockOf(visit.startedAt) }
  return (
    <dl className="visit-marks">
      {visit.marks.map((mark) => (
        <div key={mark}>
          <dt>{words.marks[mark]}</dt>
          <dd className="quiet">{fill(words.markMeans[mark], values)}</dd>
        </div>
      ))}
    </dl>
  )
}
