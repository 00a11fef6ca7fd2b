/** The tasks of one kind, to be settled one by one or several at once. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { api } from '../../../../../desk/api.ts'
import { KeysetTable } from '../../../../../desk/components/KeysetTable.tsx'
import { useNarrow } from '../../../../../desk/narrow.ts'
import { useMay } from '../../../../../desk/session.ts'
import { fill, useWords } from '../../../../../desk/words.ts'
import type { UpkeepKind, UpkeepTask } from '../../../upkeep/contract.ts'
import { messages } from '../../../upkeep/messages.ts'
import { useUpkeepColumns } from './columns.tsx'
import { CloseTasks, DismissTasks } from './SettleTasks.tsx'
import { TaskCard } from './TaskCard.tsx'
import { useUpkeepFilter } from './upkeep-filter.ts'

export function UpkeepTable({ kind, total }: { kind: UpkeepKind; total: number | undefined }) {
  const words = useWords(messages)
  const may = useMay()
  const narrow = useNarrow()
  const { listInput, state } = useUpkeepFilter()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [act, setAct] = useState<'close' | 'dismiss'>()
  const list = useQuery(
    api.premises.upkeep.list.queryOptions({ input: { ...listInput, kind }, placeholderData: keepPreviousData }),
  )
  const columns = useUpkeepColumns(kind, state)
  const tasks = (list.data?.items ?? []).filter(({ id }) => chosen.includes(id))
  const settles = may('premises.write') && state === 'open'
  const done = () => {
    setAct(undefined)
    setChosen([])
  }
  return (
    <>
      <p className="quiet upkeep-kind">{words.kindsMore[kind]}</p>
      {/* Cards cannot be chosen. */}
      {settles && !narrow && (
        <div className="filter-bar">
          {kind === 'gone' && (
            <Button type="primary" disabled={tasks.length === 0} onClick={() => setAct('close')}>
              {words.list.closeChosen}
            </Button>
          )}
          <Button disabled={tasks.length === 0} onClick={() => setAct('dismiss')}>
            {words.list.dismissChosen}
          </Button>
          {tasks.length > 0 && <span className="quiet">{fill(words.list.selected, { n: tasks.length })}</span>}
        </div>
      )}
      <KeysetTable<UpkeepTask>
        label={words.kinds[kind]}
        columns={columns}
        list={list}
        {...(settles
          ? {
              selection: {
                selectedRowKeys: tasks.map(({ id }) => id),
                onChange: (keys) => setChosen(keys.map(String)),
                getCheckboxProps: ({ says }) => ({ 'aria-label': fill(words.list.choose, { name: says.name }) }),
              },
            }
          : {})}
        {...(total === undefined ? {} : { total })}
        card={(task) => <TaskCard task={task} />}
        empty={{ title: fill(words.list.none, { kind: words.kinds[kind] }), more: words.list.noneMore }}
      />
      {act === 'close' && <CloseTasks tasks={tasks} onClose={done} />}
      {act === 'dismiss' && <DismissTasks tasks={tasks} onClose={done} />}
    </>
  )
}
