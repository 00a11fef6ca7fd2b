/** What can be done with a task, each with its dialog. */
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { client } from '../../../../../desk/api.ts'
import { ReasonModal } from '../../../../../desk/components/ReasonModal.tsx'
import { useMay } from '../../../../../desk/session.ts'
import { fill, useWords } from '../../../../../desk/words.ts'
import { messages as premisesMessages } from '../../../messages.ts'
import type { UpkeepTask } from '../../../upkeep/contract.ts'
import { messages } from '../../../upkeep/messages.ts'
import { useAfterUpkeep } from './after-upkeep.ts'
import { RegisterTask } from './RegisterTask.tsx'
import { CloseTasks, DismissTasks } from './SettleTasks.tsx'

type Act = 'register' | 'link' | 'adopt' | 'close' | 'dismiss' | 'restore'

/** In the order of their buttons; the first is what is mostly done. */
function actsOf({ kind, state, alike, differences }: UpkeepTask): Act[] {
  if (state === 'dismissed') return ['restore']
  if (state !== 'open') return []
  const own: Readonly<Record<UpkeepTask['kind'], Act[]>> = {
    new: alike ? ['link', 'register'] : ['register'],
    changed: differences.length > 0 ? ['adopt'] : [],
    gone: ['close'],
  }
  return [...own[kind], 'dismiss']
}

export function TaskActs({ task }: { task: UpkeepTask }) {
  const words = useWords(messages)
  const may = useMay()
  const [chosen, setChosen] = useState<Act>()
  if (!may('premises.write')) return null
  const props = { task, onClose: () => setChosen(undefined) }
  return (
    <div className="task-acts">
      {actsOf(task).map((act) => (
        <Button key={act} size="small" onClick={() => setChosen(act)}>
          {words.buttons[act]}
        </Button>
      ))}
      {chosen === 'register' && <RegisterTask {...props} />}
      {chosen === 'link' && <LinkTask {...props} />}
      {chosen === 'adopt' && <AdoptTask {...props} />}
      {chosen === 'restore' && <RestoreTask {...props} />}
      {chosen === 'close' && <CloseTasks tasks={[task]} onClose={props.onClose} />}
      {chosen === 'dismiss' && <DismissTasks tasks={[task]} onClose={props.onClose} />}
    </div>
  )
}

interface ActProps {
  readonly task: UpkeepTask
  readonly onClose: () => void
}

/** The record's own refusals are said too. */
function useGrounds() {
  const { grounds } = useWords(premisesMessages)
  return { ...grounds, ...useWords(messages).grounds }
}

function LinkTask({ task: { id, uscc, alike }, onClose }: ActProps) {
  const words = useWords(messages)
  const after = useAfterUpkeep()
  const grounds = useGrounds()
  if (!alike) return null
  return (
    <ReasonModal
      open
      title={`${words.buttons.link} ${alike.name}`}
      explain={fill(words.act.linkMore, { uscc, no: alike.premisesNo })}
      okText={words.buttons.link}
      grounds={grounds}
      onClose={onClose}
      onConfirm={async (reason) => {
        await client.premises.upkeep.link({ id, premises: alike.id, reason })
        await after(fill(words.act.done, { n: 1 }))
      }}
    />
  )
}

function AdoptTask({ task: { id, says, differences }, onClose }: ActProps) {
  const words = useWords(messages)
  const after = useAfterUpkeep()
  const grounds = useGrounds()
  const [fields, setFields] = useState(differences.map(({ field }) => field))
  return (
    <ReasonModal
      open
      title={fill(words.act.adoptTitle, { name: says.name })}
      explain={words.act.adoptMore}
      okText={words.buttons.adopt}
      grounds={grounds}
      blocked={fields.length === 0}
      onClose={onClose}
      onConfirm={async (reason) => {
        await client.premises.upkeep.adopt({ id, fields, reason })
        await after(fill(words.act.done, { n: 1 }))
      }}
    >
      <Checkbox.Group
        className="adopt-fields"
        aria-label={words.fields.fields}
        value={fields}
        onChange={setFields}
        options={differences.map(({ field, ours, theirs }) => ({
          value: field,
          label: `${words.fields[field]}${words.colon}${ours ?? words.unknown} → ${theirs}`,
        }))}
      />
    </ReasonModal>
  )
}

function RestoreTask({ task: { id, says }, onClose }: ActProps) {
  const words = useWords(messages)
  const after = useAfterUpkeep()
  return (
    <ReasonModal
      open
      title={`${words.buttons.restore}${words.colon}${says.name}`}
      explain={words.act.restoreMore}
      okText={words.buttons.restore}
      grounds={words.grounds}
      onClose={onClose}
      onConfirm={async (reason) => {
        await client.premises.upkeep.restore({ id, reason })
        await after(fill(words.act.done, { n: 1 }))
      }}
    />
  )
}
