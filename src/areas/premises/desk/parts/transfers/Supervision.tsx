/** Who supervises a record, by which criteria, and its way from body to body: a part of its page. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../../../../../desk/api.ts'
import { useCodes } from '../../../../../desk/codes.ts'
import { Asked } from '../../../../../desk/components/Asked.tsx'
import { Panel } from '../../../../../desk/components/Panel.tsx'
import { timeText } from '../../../../../desk/components/TimeText.tsx'
import { paths } from '../../../../../desk/paths.ts'
import { fill, useWords } from '../../../../../desk/words.ts'
import type { Premises } from '../../../record-contract.ts'
import type { Transfer } from '../../../transfers/contract.ts'
import { messages } from '../../../transfers/messages.ts'
import { Criteria } from './Criteria.tsx'
import { ProposalActs } from './ProposalActs.tsx'
import { useSupervisors } from './sides.ts'
import { TransferActs } from './TransferActs.tsx'
import { StateTag } from './TransferTable.tsx'
import './transfers.css'

export function Supervision({ premises }: { premises: Premises }) {
  const words = useWords(messages).supervision
  const { nameOf: listName } = useCodes('supervision-list')
  const { nameOf, proposedName } = useSupervisors()
  const { id, supervisor, list, criteria, proposed, keptCriteria, state } = premises
  const transfers = useQuery(api.premises.transfers.list.queryOptions({ input: { premises: [id], limit: 50 } }))
  const live = state === 'open' || state === 'paused'
  return (
    <Panel title={words.title}>
      <dl className="facts">
        <dt>{words.supervisor}</dt>
        <dd>
          <Link {...paths.premisesList({ supervisor })}>{nameOf(supervisor)}</Link>
        </dd>
        <dt>{words.list}</dt>
        <dd>{listName(list)}</dd>
        <dt>{words.criteria}</dt>
        <dd>{criteria.length > 0 ? <Criteria codes={criteria} /> : <span className="quiet">{words.noneMet}</span>}</dd>
      </dl>
      <Asked query={transfers} rows={2}>
        {({ items }) => {
          const open = items.find((transfer) => transfer.state === 'offered')
          const past = items.filter((transfer) => transfer.state !== 'offered')
          return (
            <>
              {open && <Open transfer={open} />}
              {!open && proposed && (
                <p className="supervision-note">{fill(words.proposed, { body: proposedName(premises) })}</p>
              )}
              {!open && live && !proposed && keptCriteria !== null && <p className="quiet">{words.kept}</p>}
              {!open && <ProposalActs premises={premises} />}
              {past.length > 0 && <Past transfers={past} />}
            </>
          )
        }}
      </Asked>
    </Panel>
  )
}

function Open({ transfer }: { transfer: Transfer }) {
  const { supervision: words, desk } = useWords(messages)
  const { nameOf } = useSupervisors()
  const { fromBody, toBody, offeredAt, openDays, reason } = transfer
  const waited = openDays === 0 ? desk.today : fill(desk.days, { n: openDays })
  const said = { from: nameOf(fromBody), to: nameOf(toBody), day: timeText(offeredAt, 'day'), waited }
  return (
    <>
      <div className="supervision-note">
        <p>{fill(words.open, said)}</p>
        <p className="quiet">{reason}</p>
      </div>
      <TransferActs transfer={transfer} />
    </>
  )
}

function Past({ transfers }: { transfers: readonly Transfer[] }) {
  const words = useWords(messages).supervision
  const { nameOf } = useSupervisors()
  return (
    <section className="past-transfers">
      <h3>{words.past}</h3>
      <ul className="plain-list">
        {transfers.map(({ id, state, fromBody, toBody, reason, answer, answeredBy, answeredAt }) => (
          <li key={id}>
            <span>
              {nameOf(fromBody)} → {nameOf(toBody)}
            </span>
            <StateTag state={state} />
            <span className="quiet past-transfer-said">
              {answer ?? reason} ·{' '}
              {fill(words.by, { name: answeredBy ?? '—', day: answeredAt ? timeText(answeredAt, 'day') : '—' })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
