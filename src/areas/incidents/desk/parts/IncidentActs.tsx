/** The buttons of an incident's page: what its state leaves open and the person may do, each with its dialog. */
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button, Checkbox, DatePicker, Form, InputNumber } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { api, client } from '../../../../desk/api.ts'
import { ReasonModal } from '../../../../desk/components/ReasonModal.tsx'
import { paths } from '../../../../desk/paths.ts'
import { useMay } from '../../../../desk/session.ts'
import { today } from '../../../../desk/today.ts'
import { fill, useWords } from '../../../../desk/words.ts'
import { addDays } from '../../../../kernel/calendar.ts'
import { openActs } from '../../../../kernel/lifecycle.ts'
import type { Incident } from '../../contract.ts'
import { incidentActs } from '../../lifecycle.ts'
import { messages } from '../../messages.ts'
import { deathWindow } from '../../severity.ts'

type Act = keyof typeof incidentActs
type Dialog = Exclude<Act, 'correct'>

/** What the state leaves open, without what the record itself rules out. */
function offered(incident: Incident): Act[] {
  const isFire = incident.kind === 'fire'
  return openActs(incidentActs, incident).filter((act) => {
    if (act === 'correct') return incident.state === 'recorded'
    return act === 'restore' || isFire
  })
}

export function IncidentActs({ incident }: { incident: Incident }) {
  const words = useWords(messages)
  const may = useMay()
  const [chosen, setChosen] = useState<Dialog>()
  if (!may('incidents.correct')) return null
  // Official figures are the brigade's, which imports them.
  if (incident.source === 'official' && !may('incidents.import'))
    return <span className="quiet">{words.page.notYours}</span>
  const close = () => setChosen(undefined)
  return (
    <>
      {offered(incident).map((act) =>
        act === 'correct' ? (
          <Link key={act} {...paths.incidentCorrect(incident.id)} className="ant-btn-like">
            {words.acts.correct}
          </Link>
        ) : (
          <ActButton key={act} act={act} incident={incident} onChoose={setChosen} />
        ),
      )}
      {chosen === 'recordDeath' && <RecordDeath incident={incident} onClose={close} />}
      {(chosen === 'writeOff' || chosen === 'restore') && <WriteOff act={chosen} incident={incident} onClose={close} />}
    </>
  )
}

/** One that the record rules out stays visible and says why. */
function ActButton({ act, incident, onChoose }: { act: Dialog; incident: Incident; onChoose: (act: Dialog) => void }) {
  const words = useWords(messages)
  const refused = act === 'writeOff' && (incident.deaths ?? 0) > 0 ? words.grounds['people-died'] : undefined
  return (
    <Button disabled={refused !== undefined} {...(refused ? { title: refused } : {})} onClick={() => onChoose(act)}>
      {words.acts[act]}
    </Button>
  )
}

/** Shows the changed record at once, and asks lists and totals again. */
function useAfterAct() {
  const words = useWords(messages)
  const queries = useQueryClient()
  const { message } = App.useApp()
  return async (after: Incident) => {
    queries.setQueryData(api.incidents.get.queryKey({ input: { id: after.id } }), after)
    message.success(words.act.done)
    await queries.invalidateQueries({ queryKey: api.incidents.key() })
  }
}

interface DialogProps {
  readonly incident: Incident
  readonly onClose: () => void
}

function RecordDeath({ incident, onClose }: DialogProps) {
  const words = useWords(messages)
  const afterAct = useAfterAct()
  const { id, receivedOn, seriousInjuries } = incident
  const days = deathWindow(receivedOn)
  const last = addDays(receivedOn, days)
  const [diedOn, setDiedOn] = useState([last, today()].toSorted()[0] ?? last)
  const [deaths, setDeaths] = useState(1)
  const [fromSerious, setFromSerious] = useState((seriousInjuries ?? 0) > 0)
  return (
    <ReasonModal
      open
      title={words.acts.recordDeath}
      explain={fill(words.act.deathMore, { days })}
      okText={words.act.confirmDeath}
      grounds={words.grounds}
      onClose={onClose}
      onConfirm={async (reason) =>
        afterAct(await client.incidents.recordDeath({ id, diedOn, deaths, fromSerious, reason }))
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
          minDate={dayjs(receivedOn)}
          maxDate={dayjs(today())}
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
    </ReasonModal>
  )
}

function WriteOff({ act, incident, onClose }: DialogProps & { act: 'writeOff' | 'restore' }) {
  const words = useWords(messages)
  const afterAct = useAfterAct()
  const isOff = act === 'writeOff'
  return (
    <ReasonModal
      open
      danger={isOff}
      title={`${words.acts[act]}${words.colon}${incident.incidentNo}`}
      explain={isOff ? words.act.writeOffMore : words.act.restoreMore}
      okText={isOff ? words.act.confirmWriteOff : words.act.confirmRestore}
      grounds={words.grounds}
      onClose={onClose}
      onConfirm={async (reason) => afterAct(await client.incidents[act]({ id: incident.id, reason }))}
    />
  )
}
