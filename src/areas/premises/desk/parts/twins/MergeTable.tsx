/** Merges that were made, newest first, and those taken back. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { api } from '../../../../../desk/api.ts'
import { type Columns, KeysetTable } from '../../../../../desk/components/KeysetTable.tsx'
import { TimeText, timeText } from '../../../../../desk/components/TimeText.tsx'
import { paths } from '../../../../../desk/paths.ts'
import { useSearchState } from '../../../../../desk/search-params.ts'
import { fill, useWords } from '../../../../../desk/words.ts'
import { PageQuery } from '../../../../../kernel/contract.ts'
import type { MergeRecord, TwinRecord } from '../../../twins/contract.ts'
import { messages } from '../../../twins/messages.ts'
import { Undo } from './Undo.tsx'

export function MergeTable() {
  const words = useWords(messages)
  const { asked } = useSearchState(PageQuery)
  const list = useQuery(api.premises.twins.merges.queryOptions({ input: asked, placeholderData: keepPreviousData }))
  return (
    <KeysetTable
      label={words.merges}
      columns={useMergeColumns()}
      list={list}
      card={(merge) => <MergeCard merge={merge} />}
      empty={{ title: words.noMerges, more: words.explain }}
    />
  )
}

const Named = ({ record: { id, name, premisesNo } }: { record: TwinRecord }) => (
  <span className="twin-two">
    <Link {...paths.premises(id)}>{name}</Link>
    <span className="num quiet">{premisesNo}</span>
  </span>
)

function State({ merge: { undoneBy, undoneAt } }: { merge: MergeRecord }) {
  const words = useWords(messages)
  if (undoneAt === null) return <>{words.standing}</>
  return <span className="quiet">{fill(words.undoneBy, { who: undoneBy, when: timeText(undoneAt, 'day') })}</span>
}

function useMergeColumns(): Columns<MergeRecord> {
  const words = useWords(messages)
  return useMemo<Columns<MergeRecord>>(
    () => [
      { title: words.keptRecord, render: (_, { kept }) => <Named record={kept} /> },
      { title: words.droppedRecord, render: (_, { dropped }) => <Named record={dropped} /> },
      { title: words.reason, render: (_, { reason }) => <span className="wrap">{reason}</span> },
      {
        title: words.who,
        render: (_, { mergedBy, mergedAt }) => (
          <span className="nowrap">
            {mergedBy} <TimeText at={mergedAt} />
          </span>
        ),
      },
      { title: words.state, render: (_, merge) => <State merge={merge} /> },
      { title: words.doing, render: (_, merge) => <Undo merge={merge} small /> },
    ],
    [words],
  )
}

function MergeCard({ merge }: { merge: MergeRecord }) {
  const { kept, dropped, reason, mergedBy, mergedAt } = merge
  return (
    <div>
      <div className="card-line">
        <span>
          <Link {...paths.premises(kept.id)}>{kept.name}</Link> ←{' '}
          <Link {...paths.premises(dropped.id)}>{dropped.name}</Link>
        </span>
        <State merge={merge} />
      </div>
      <div className="card-quiet">
        {mergedBy} <TimeText at={mergedAt} /> {reason}
      </div>
      <Undo merge={merge} small />
    </div>
  )
}
