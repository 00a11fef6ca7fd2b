/** The columns of the tasks, one set a kind. */
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { Columns } from '../../../../../desk/components/KeysetTable.tsx'
import { TimeText } from '../../../../../desk/components/TimeText.tsx'
import { paths } from '../../../../../desk/paths.ts'
import { fill, useWords } from '../../../../../desk/words.ts'
import { useAreas, useBodies } from '../../../../organisation/desk/parts/places.ts'
import type { UpkeepKind, UpkeepTask } from '../../../upkeep/contract.ts'
import { messages } from '../../../upkeep/messages.ts'
import { Differences, useWhyGone } from './Differences.tsx'
import { TaskActs } from './TaskActs.tsx'

type Column = Columns<UpkeepTask>[number]

/** What the business register calls it, its code, and since when there is one. */
export function Business({ task: { says, uscc } }: { task: UpkeepTask }) {
  const words = useWords(messages)
  return (
    <span className="wrap">
      {says.name}
      <span className="quiet upkeep-line num">{uscc}</span>
      {says.openedOn && (
        <span className="quiet upkeep-line num">
          {words.fields.openedOn} {says.openedOn}
        </span>
      )}
    </span>
  )
}

export function RecordLink({ record }: { record: NonNullable<UpkeepTask['record']> }) {
  return (
    <span className="wrap">
      <Link {...paths.premises(record.id)}>{record.name}</Link>
      <span className="quiet upkeep-line num">{record.premisesNo}</span>
    </span>
  )
}

/** Where something new probably lies, and what tells so. */
export function Where({ task: { station, community, locatedBy } }: { task: UpkeepTask }) {
  const words = useWords(messages)
  const { nameOf: stationName } = useBodies('station')
  const { nameOf: areaName } = useAreas()
  if (!station && !community) return <span className="unknown">{words.nowhere}</span>
  return (
    <span className="wrap">
      {[station && stationName(station), community && areaName(community)].filter(Boolean).join(' · ')}
      {locatedBy && <span className="quiet upkeep-line">{words.locatedBy[locatedBy]}</span>}
    </span>
  )
}

export function Alike({ task: { alike } }: { task: UpkeepTask }) {
  const words = useWords(messages)
  if (!alike) return null
  return (
    <Link {...paths.premises(alike.id)} className="upkeep-line">
      {fill(words.list.alike, { name: alike.name, no: alike.premisesNo })}
    </Link>
  )
}

export function Settled({ task: { settledHow, settledBy, settledAt, note } }: { task: UpkeepTask }) {
  const words = useWords(messages)
  return (
    <span className="wrap">
      {settledHow && words.how[settledHow]}
      {settledAt && (
        <span className="quiet upkeep-line">
          {settledBy} <TimeText at={settledAt} />
        </span>
      )}
      {note && <span className="quiet upkeep-line">{note}</span>}
    </span>
  )
}

export function useUpkeepColumns(kind: UpkeepKind, state: UpkeepTask['state']): Columns<UpkeepTask> {
  const words = useWords(messages)
  const whyGone = useWhyGone()
  return useMemo(() => {
    const { fields } = words
    const business: Column = { title: fields.name, render: (_, task) => <Business task={task} /> }
    const record: Column = {
      title: fields.record,
      render: (_, { record: of }) => (of ? <RecordLink record={of} /> : <span className="unknown">—</span>),
    }
    const where: Column = {
      title: kind === 'new' ? fields.where : fields.station,
      render: (_, task) => <Where task={task} />,
    }
    const own: Readonly<Record<UpkeepKind, Column[]>> = {
      new: [
        business,
        {
          title: fields.address,
          render: (_, task) => (
            <span className="upkeep-address">
              {task.says.address || <span className="unknown">{words.unknown}</span>}
              <Alike task={task} />
            </span>
          ),
        },
        {
          title: fields.scope,
          render: (_, { says }) => (
            <span className="upkeep-scope" title={says.scope ?? ''}>
              {says.scope ?? '—'}
            </span>
          ),
        },
        where,
        { ...record, hidden: state === 'open' },
      ],
      changed: [record, { title: fields.difference, render: (_, task) => <Differences task={task} /> }, where],
      gone: [
        record,
        { title: fields.uscc, render: (_, { uscc }) => <span className="num">{uscc}</span> },
        { title: fields.why, render: (_, task) => <span className="wrap">{whyGone(task)}</span> },
        where,
      ],
    }
    const end: Column[] = [
      { title: fields.settled, hidden: state === 'open', render: (_, task) => <Settled task={task} /> },
      { title: words.list.acts, hidden: state === 'done', render: (_, task) => <TaskActs task={task} /> },
    ]
    return [...own[kind], ...end]
  }, [words, whyGone, kind, state])
}
