/** Dialogs that settle one task or several: dismissed, or their records closed. */
import { DatePicker, Form } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { client } from '../../../../../desk/api.ts'
import { ReasonModal } from '../../../../../desk/components/ReasonModal.tsx'
import { today } from '../../../../../desk/today.ts'
import { fill, useWords } from '../../../../../desk/words.ts'
import { messages as premisesMessages } from '../../../messages.ts'
import type { UpkeepTask } from '../../../upkeep/contract.ts'
import { messages } from '../../../upkeep/messages.ts'
import { useAfterUpkeep } from './after-upkeep.ts'

interface SettleProps {
  readonly tasks: readonly UpkeepTask[]
  readonly onClose: () => void
}

export function DismissTasks({ tasks, onClose }: SettleProps) {
  const words = useWords(messages)
  const after = useAfterUpkeep()
  const ids = tasks.map(({ id }) => id)
  return (
    <ReasonModal
      open
      title={fill(words.act.dismissTitle, { n: ids.length })}
      explain={words.act.dismissMore}
      okText={words.buttons.dismiss}
      grounds={words.grounds}
      onClose={onClose}
      onConfirm={async (reason) => {
        const { done } = await client.premises.upkeep.dismiss({ ids, reason })
        await after(fill(words.act.done, { n: done }))
      }}
    />
  )
}

export function CloseTasks({ tasks, onClose }: SettleProps) {
  const words = useWords(messages)
  const { grounds } = useWords(premisesMessages)
  const after = useAfterUpkeep()
  const [since, setSince] = useState(today())
  const ids = tasks.map(({ id }) => id)
  return (
    <ReasonModal
      open
      danger
      title={fill(words.act.closeTitle, { n: ids.length })}
      explain={words.act.closeMore}
      okText={words.buttons.close}
      grounds={{ ...grounds, ...words.grounds }}
      onClose={onClose}
      onConfirm={async (reason) => {
        const { done } = await client.premises.upkeep.close({ ids, since, reason })
        await after(fill(words.act.done, { n: done }))
      }}
    >
      {tasks.some(({ says }) => says.endedOn === null) && (
        <Form.Item label={words.fields.since} layout="vertical">
          <DatePicker
            allowClear={false}
            aria-label={words.fields.since}
            value={dayjs(since)}
            maxDate={dayjs(today())}
            onChange={(_day, text) => setSince(String(text))}
          />
        </Form.Item>
      )}
    </ReasonModal>
  )
}
