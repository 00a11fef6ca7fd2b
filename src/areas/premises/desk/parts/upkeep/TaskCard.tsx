/** A task on a phone. */
import type { UpkeepTask } from '../../../upkeep/contract.ts'
import { Alike, Business, RecordLink, Settled, Where } from './columns.tsx'
import { Differences, useWhyGone } from './Differences.tsx'
import { TaskActs } from './TaskActs.tsx'

export function TaskCard({ task }: { task: UpkeepTask }) {
  const whyGone = useWhyGone()
  const { kind, state, says, record } = task
  return (
    <div>
      <div className="card-line">
        {kind === 'new' || !record ? <Business task={task} /> : <RecordLink record={record} />}
      </div>
      {kind === 'new' && <div className="card-quiet">{says.address}</div>}
      {kind === 'new' && <Alike task={task} />}
      {kind === 'changed' && state === 'open' && <Differences task={task} />}
      {kind === 'gone' && <div>{whyGone(task)}</div>}
      <div className="card-quiet">
        <Where task={task} />
      </div>
      {state !== 'open' && <Settled task={task} />}
      <TaskActs task={task} />
    </div>
  )
}
