/** What became of a pair: marked as two places, or merged, which can be taken back. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert } from 'antd'
import { api } from '../../../../../desk/api.ts'
import { paths } from '../../../../../desk/paths.ts'
import { fill, useWords } from '../../../../../desk/words.ts'
import type { Twin } from '../../../twins/contract.ts'
import { messages } from '../../../twins/messages.ts'
import { MergeLine } from './MergedInto.tsx'
import { Undo } from './Undo.tsx'

export function Judged({ twin }: { twin: Twin }) {
  const words = useWords(messages)
  const { one, other, state, judgedBy } = twin
  const dropped = one.state === 'merged' ? one : other
  const { data } = useQuery({
    ...api.premises.twins.merges.queryOptions({ input: { premises: dropped.id } }),
    enabled: state === 'merged',
  })
  const merge = data?.items.find((done) => done.undoneAt === null && done.dropped.id === dropped.id)
  if (state !== 'merged')
    return (
      <Alert
        type="info"
        showIcon
        title={fill(words.judged.different, { who: judgedBy })}
        description={
          <ul className="plain-list">
            {[one, other].map(({ id, name, premisesNo }) => (
              <li key={id}>
                <Link {...paths.premises(id)}>{name}</Link> <span className="num quiet">{premisesNo}</span>
              </li>
            ))}
          </ul>
        }
      />
    )
  return (
    <Alert
      type="success"
      showIcon
      title={words.mergedNow}
      description={
        merge && (
          <>
            <p>
              {words.kept} <Link {...paths.premises(merge.kept.id)}>{merge.kept.name}</Link>{' '}
              <span className="num quiet">{merge.kept.premisesNo}</span>
            </p>
            <p>
              {words.droppedRecord} <Link {...paths.premises(merge.dropped.id)}>{merge.dropped.name}</Link>{' '}
              <span className="num quiet">{merge.dropped.premisesNo}</span>
            </p>
            <p className="quiet">
              <MergeLine merge={merge} />
            </p>
            {merge.moved > 0 && <p className="quiet">{fill(words.moved, { n: merge.moved })}</p>}
          </>
        )
      }
      action={merge && <Undo merge={merge} />}
    />
  )
}
