/** On the page of a record: that it was merged into another, or what was merged into it, each to be taken back. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert } from 'antd'
import { api } from '../../../../../desk/api.ts'
import { timeText } from '../../../../../desk/components/TimeText.tsx'
import { paths } from '../../../../../desk/paths.ts'
import { fill, useWords } from '../../../../../desk/words.ts'
import type { Premises } from '../../../record-contract.ts'
import type { MergeRecord } from '../../../twins/contract.ts'
import { messages } from '../../../twins/messages.ts'
import { usePremisesNames } from '../names.ts'
import { Undo } from './Undo.tsx'
import '../../../../../desk/styles/premises-twins.css'

export function MergedInto({ premises }: { premises: Premises }) {
  const { id, state, mergedInto } = premises
  const { data } = useQuery(api.premises.twins.merges.queryOptions({ input: { premises: id, limit: 50 } }))
  const standing = (data?.items ?? []).filter(({ undoneAt }) => undoneAt === null)
  if (state === 'merged') return <Away into={mergedInto} merge={standing.find(({ dropped }) => dropped.id === id)} />
  const here = standing.filter(({ kept }) => kept.id === id)
  return here.length > 0 ? <Here merges={here} /> : null
}

/** It is found there now, which need not be where it went first. */
function Away({ into, merge }: { into: string | null; merge: MergeRecord | undefined }) {
  const words = useWords(messages)
  const there = usePremisesNames([into]).get(into ?? '')
  return (
    <Alert
      className="error-block"
      type="warning"
      showIcon
      title={
        <>
          {words.mergedInto} {there?.isOutside && there.name}
          {there && !there.isOutside && (
            <Link {...paths.premises(there.id)}>
              {there.name} <span className="num">{there.premisesNo}</span>
            </Link>
          )}
        </>
      }
      description={merge && <MergeLine merge={merge} />}
      action={merge && <Undo merge={merge} small />}
    />
  )
}

export function MergeLine({ merge: { mergedBy, mergedAt, reason } }: { merge: MergeRecord }) {
  const words = useWords(messages)
  return <>{fill(words.mergedBy, { who: mergedBy, when: timeText(mergedAt), reason })}</>
}

function Here({ merges }: { merges: readonly MergeRecord[] }) {
  const words = useWords(messages)
  return (
    <ul className="plain-list merged-here" aria-label={words.merges}>
      {merges.map((merge, at) => (
        <li key={merge.id}>
          <span>
            {words.droppedRecord} <Link {...paths.premises(merge.dropped.id)}>{merge.dropped.name}</Link>{' '}
            <span className="num quiet">{merge.dropped.premisesNo}</span>{' '}
            <span className="quiet">
              <MergeLine merge={merge} />
            </span>
          </span>
          {/* The last one first: an earlier one cannot be taken back before it. */}
          {at === 0 && <Undo merge={merge} small />}
        </li>
      ))}
    </ul>
  )
}
