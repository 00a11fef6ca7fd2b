/** The five times in their order, with how long each took and how long after the alarm. */
import { TimeText } from '../../../../desk/components/TimeText.tsx'
import { fill, useWords } from '../../../../desk/words.ts'
import type { Incident } from '../../contract.ts'
import { messages } from '../../messages.ts'
import { secondsBetween, useDurationText } from './durations.ts'

const times = ['receivedAt', 'dispatchedAt', 'arrivedAt', 'controlledAt', 'endedAt'] as const

export function Course({ incident }: { incident: Incident }) {
  const words = useWords(messages)
  const durationText = useDurationText()
  const toArrive = durationText(secondsBetween(incident.dispatchedAt, incident.arrivedAt))
  const inAll = durationText(secondsBetween(incident.receivedAt, incident.endedAt))
  return (
    <>
      <ol className="course">
        {times.map((field, at) => {
          const before = times.slice(0, at).findLast((one) => incident[one] !== null)
          const took = durationText(secondsBetween(before ? incident[before] : null, incident[field]))
          const since = at > 1 ? durationText(secondsBetween(incident.receivedAt, incident[field])) : null
          return (
            <li key={field} className={incident[field] ? '' : 'course-unknown'}>
              <span className="course-name">{words.fields[field]}</span>
              {incident[field] ? (
                <TimeText at={incident[field]} precision="second" />
              ) : (
                <span className="unknown">{words.unknown}</span>
              )}
              <span className="course-took num">{took && `+${took}`}</span>
              <span className="quiet num">{since && fill(words.page.sinceReceived, { time: since })}</span>
            </li>
          )
        })}
      </ol>
      <p className="course-sum">
        {words.page.response} <strong className="num">{toArrive ?? '—'}</strong>
        {inAll && (
          <>
            {' · '}
            {words.page.total} <strong className="num">{inAll}</strong>
          </>
        )}
      </p>
    </>
  )
}
