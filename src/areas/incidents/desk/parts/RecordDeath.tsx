/** A death within the days that count: what it makes of the record is shown before, and what the rules refuse too. */
import { Alert, Checkbox, DatePicker, Form, InputNumber } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { client } from '../../../../desk/api.ts'
import { ReasonModal } from '../../../../desk/components/ReasonModal.tsx'
import { useRefusalText } from '../../../../desk/refusal.ts'
import { today } from '../../../../desk/today.ts'
import { fill, useWords } from '../../../../desk/words.ts'
import { addDays } from '../../../../kernel/calendar.ts'
import type { Incident } from '../../contract.ts'
import { messages } from '../../messages.ts'
import { deathWindow } from '../../severity.ts'
import { useAfterAct } from './after-act.ts'
import { Outcome } from './Outcome.tsx'
import { tryAct } from './refusal.ts'

export function RecordDeath({ incident, onClose }: { incident: Incident; onClose: () => void }) {
  const words = useWords(messages)
  const afterAct = useAfterAct()
  const refusalText = useRefusalText(words.grounds)
  const { id, version, receivedOn, seriousInjuries } = incident
  const days = deathWindow(receivedOn)
  const last = addDays(receivedOn, days)
  const [diedOn, setDiedOn] = useState([last, today()].toSorted()[0] ?? last)
  const [deaths, setDeaths] = useState(1)
  const [fromSerious, setFromSerious] = useState((seriousInjuries ?? 0) > 0)
  const tried = tryAct('recordDeath', incident, { diedOn, deaths, fromSerious, reason: '' })
  const refusal = refusalText(tried)
  return (
    <ReasonModal
      open
      title={words.acts.recordDeath}
      explain={fill(words.act.deathMore, { days })}
      okText={words.act.confirmDeath}
      grounds={words.grounds}
      blocked={refusal !== undefined}
      onClose={onClose}
      onConfirm={async (reason) =>
        afterAct(incident, await client.incidents.recordDeath({ id, version, diedOn, deaths, fromSerious, reason }))
      }
    >
      <Form.Item
        layout="vertical"
        label={words.act.diedOn}
        htmlFor="died-on"
        extra={fill(words.act.lastDay, { day: last })}
      >
        <DatePicker
          id="died-on"
          allowClear={false}
          value={dayjs(diedOn)}
          onChange={(_date, text) => text && setDiedOn(String(text))}
        />
      </Form.Item>
      <Form.Item layout="vertical" label={words.act.deaths} htmlFor="deaths-to-add">
        <InputNumber
          id="deaths-to-add"
          min={1}
          max={1000}
          precision={0}
          value={deaths}
          onChange={(value) => setDeaths(value ?? 1)}
        />
      </Form.Item>
      <Form.Item extra={words.act.fromSeriousHint}>
        <Checkbox checked={fromSerious} onChange={({ target }) => setFromSerious(target.checked)}>
          {words.act.fromSerious}
        </Checkbox>
      </Form.Item>
      <div aria-live="polite">
        {refusal && <Alert className="error-block" type="warning" showIcon title={refusal} />}
        {tried.after && <Outcome before={incident} after={tried.after} />}
      </div>
    </ReasonModal>
  )
}
