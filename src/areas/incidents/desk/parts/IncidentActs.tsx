/** The buttons of an incident's page: what its state leaves open and the person may do, each with its dialog. */
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { client } from '../../../../desk/api.ts'
import { ReasonModal } from '../../../../desk/components/ReasonModal.tsx'
import { paths } from '../../../../desk/paths.ts'
import { useRefusalText } from '../../../../desk/refusal.ts'
import { useMay } from '../../../../desk/session.ts'
import { useWords } from '../../../../desk/words.ts'
import { openActs } from '../../../../kernel/lifecycle.ts'
import type { Incident } from '../../contract.ts'
import { incidentActs } from '../../lifecycle.ts'
import { messages } from '../../messages.ts'
import { useAfterAct } from './after-act.ts'
import { RecordDeath } from './RecordDeath.tsx'
import { type Tried, tryAct } from './refusal.ts'

type Act = keyof typeof incidentActs
type Dialog = Exclude<Act, 'correct'>

/** Only a fire is written off, and only a fire has its dead counted: of other alarms these are not even offered. */
const forFires: readonly Act[] = ['recordDeath', 'writeOff']

/** Each act that the state leaves open, tried with the least that a person could say. */
function offered(incident: Incident): { act: Act; tried: Tried }[] {
  const { receivedOn, version, kind } = incident
  const reason = ''
  const tries: Readonly<Record<Act, () => Tried>> = {
    // What the person is going to correct is not known yet: of a record on file there is nothing to refuse.
    correct: () =>
      incident.state === 'recorded' ? {} : tryAct('correct', incident, { facts: incident, version, reason }),
    recordDeath: () => tryAct('recordDeath', incident, { diedOn: receivedOn, deaths: 1, fromSerious: false, reason }),
    writeOff: () => tryAct('writeOff', incident, { reason }),
    restore: () => tryAct('restore', incident, { reason }),
  }
  return openActs(incidentActs, incident)
    .filter((act) => kind === 'fire' || !forFires.includes(act))
    .map((act) => ({ act, tried: tries[act]() }))
}

export function IncidentActs({ incident }: { incident: Incident }) {
  const words = useWords(messages)
  const may = useMay()
  const [chosen, setChosen] = useState<Dialog>()
  if (!mayAct(may, incident)) return null
  const close = () => setChosen(undefined)
  return (
    <>
      {offered(incident).map(({ act, tried }) =>
        act === 'correct' && !tried.ground ? (
          <Link key={act} {...paths.incidentCorrect(incident.id)} className="ant-btn-like">
            {words.acts.correct}
          </Link>
        ) : (
          <Button
            key={act}
            disabled={tried.ground !== undefined}
            {...(tried.ground ? { 'aria-describedby': `refused-${act}` } : {})}
            onClick={() => act !== 'correct' && setChosen(act)}
          >
            {words.acts[act]}
          </Button>
        ),
      )}
      {chosen === 'recordDeath' && <RecordDeath incident={incident} onClose={close} />}
      {(chosen === 'writeOff' || chosen === 'restore') && <WriteOff act={chosen} incident={incident} onClose={close} />}
    </>
  )
}

/** Why what is offered cannot be done now, with the article: to be read, not only to be pointed at. */
export function RefusedActs({ incident }: { incident: Incident }) {
  const words = useWords(messages)
  const may = useMay()
  const refusalText = useRefusalText(words.grounds)
  if (!may('incidents.correct')) return null
  // Official figures are the brigade's, which imports them.
  if (!mayAct(may, incident)) return <p className="quiet refused-acts">{words.grounds['official-figure']}</p>
  const refused = offered(incident).filter(({ tried }) => tried.ground)
  if (refused.length === 0) return null
  return (
    <ul className="quiet refused-acts">
      {refused.map(({ act, tried }) => (
        <li key={act} id={`refused-${act}`}>
          {words.acts[act]}
          {words.colon}
          {refusalText(tried)}
        </li>
      ))}
    </ul>
  )
}

const mayAct = (may: ReturnType<typeof useMay>, { source }: Incident): boolean =>
  may('incidents.correct') && (source === 'local' || may('incidents.import'))

interface WriteOffProps {
  readonly act: 'writeOff' | 'restore'
  readonly incident: Incident
  readonly onClose: () => void
}

function WriteOff({ act, incident, onClose }: WriteOffProps) {
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
      onConfirm={async (reason) => afterAct(incident, await client.incidents[act]({ id: incident.id, reason }))}
    />
  )
}
