/** Closed for a time, open again, deregistered, demolished: since when, and why. */
import { DatePicker, Form, Radio } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { client } from '../../../../../desk/api.ts'
import { ReasonModal } from '../../../../../desk/components/ReasonModal.tsx'
import { tryActOf, useRefusalText } from '../../../../../desk/refusal.ts'
import { today } from '../../../../../desk/today.ts'
import { useMarks, useWords } from '../../../../../desk/words.ts'
import { openActs } from '../../../../../kernel/lifecycle.ts'
import { premisesActs } from '../../../lifecycle.ts'
import { messages } from '../../../messages.ts'
import type { Premises } from '../../../record-contract.ts'
import { useAfterAct } from '../after-act.ts'

const stateActs = ['pause', 'reopen', 'deregister', 'demolish'] as const

/** The changes of state that are open now. */
export const openChanges = (premises: Premises) =>
  stateActs.filter((act) => openActs(premisesActs, premises).includes(act))

export function ChangeState({ premises, onClose }: { premises: Premises; onClose: () => void }) {
  const words = useWords(messages)
  const { act: w } = words
  const { named } = useMarks()
  const afterAct = useAfterAct()
  const refusalText = useRefusalText(words.grounds)
  const changes = openChanges(premises)
  const [change, setChange] = useState(changes[0] ?? 'pause')
  const [since, setSince] = useState(today())
  const refusal = refusalText(tryActOf(premisesActs, change, premises, { since, reason: '' }))
  const { id, version, name } = premises
  return (
    <ReasonModal
      open
      danger={change === 'deregister' || change === 'demolish'}
      title={named(w.state, name)}
      explain={w.stateMore}
      grounds={words.grounds}
      blocked={refusal !== undefined}
      offers={w.stateReasons[change]}
      onClose={onClose}
      onConfirm={async (reason) => afterAct(await client.premises[change]({ id, version, since, reason }))}
    >
      <Form layout="vertical" component="div">
        <Form.Item label={w.stateTo}>
          <Radio.Group
            aria-label={w.stateTo}
            value={change}
            options={changes.map((value) => ({ value, label: w.names[value] }))}
            onChange={({ target }) => setChange(target.value)}
          />
        </Form.Item>
        <Form.Item
          label={w.since}
          htmlFor="state-since"
          {...(refusal ? { help: refusal, validateStatus: 'error' as const } : {})}
        >
          <DatePicker
            id="state-since"
            allowClear={false}
            value={dayjs(since)}
            onChange={(date) => date && setSince(date.format('YYYY-MM-DD'))}
          />
        </Form.Item>
      </Form>
    </ReasonModal>
  )
}
