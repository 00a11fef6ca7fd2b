/** What the business register says, side by side with the record. */
import { useMarks, useWords } from '../../../../../desk/words.ts'
import type { UpkeepTask } from '../../../upkeep/contract.ts'
import { messages } from '../../../upkeep/messages.ts'

type Difference = UpkeepTask['differences'][number]

/** Two people whose masked names are the same would look like no difference at all. */
const looksSame = ({ field, ours, theirs }: Difference) => field === 'legalPerson' && ours === theirs

export function Differences({ task: { differences } }: { task: UpkeepTask }) {
  const words = useWords(messages)
  const { aside } = useMarks()
  if (differences.length === 0) return <span className="quiet">{words.list.noDifference}</span>
  return (
    <dl className="differences">
      {differences.map((difference) => (
        <div key={difference.field}>
          <dt>{words.fields[difference.field]}</dt>
          <dd>
            <del>{difference.ours ?? words.unknown}</del>
            <span aria-hidden> → </span>
            <ins>{difference.theirs}</ins>
            {looksSame(difference) && <span className="quiet">{aside(words.sameSurname)}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Why a record's business is held to be gone. */
export function useWhyGone() {
  const words = useWords(messages)
  return ({ says: { status, endedOn, missingSince } }: UpkeepTask): string => {
    if (status !== null && status !== 'active' && status !== 'dormant')
      return [words.statuses[status], endedOn].filter(Boolean).join(' ')
    return [status === null ? words.never : '', missingSince ? words.missing.replace('{day}', missingSince) : '']
      .filter(Boolean)
      .join(words.comma)
  }
}
