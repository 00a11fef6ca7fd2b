/** Handing records over: to whom, and why. One record, those chosen, or all that a filter finds. */
import { useQueryClient } from '@tanstack/react-query'
import { App, Form, Select } from 'antd'
import { useState } from 'react'
import { api, client } from '../../../../../desk/api.ts'
import { ReasonModal } from '../../../../../desk/components/ReasonModal.tsx'
import { fill, useWords } from '../../../../../desk/words.ts'
import type { Premises } from '../../../record-contract.ts'
import { messages } from '../../../transfers/messages.ts'
import { useAfterTransfer } from './after-transfer.ts'
import { Criteria, useProposalReason } from './Criteria.tsx'
import { useSupervisors, useTransferGrounds } from './sides.ts'

const byRule = ''

/** The receiving body: the one that the rule names unless another is chosen. */
function Receiver(props: { value: string; onChange: (to: string) => void; from: readonly string[]; named?: string }) {
  const { value, onChange, from, named } = props
  const words = useWords(messages).desk
  const { bodies, nameOf } = useSupervisors()
  const rule = named ? fill(words.byRuleNamed, { name: nameOf(named) }) : words.byRule
  const others = bodies.filter(({ id }) => !from.includes(id) && id !== named)
  return (
    <Form layout="vertical">
      <Form.Item label={words.receiver}>
        <Select
          aria-label={words.receiver}
          showSearch={{ optionFilterProp: 'label' }}
          value={value}
          onChange={onChange}
          options={[{ value: byRule, label: rule }, ...others.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      </Form.Item>
    </Form>
  )
}

export function OfferOne({ premises, onClose }: { premises: Premises; onClose: () => void }) {
  const words = useWords(messages).desk
  const afterTransfer = useAfterTransfer()
  const { proposedTo, bodies } = useSupervisors()
  const named = proposedTo(premises)
  // What stays with its kind of body by rule goes to another only by name.
  const proposed = named !== undefined && named !== premises.supervisor
  const [chosen, setChosen] = useState<string>()
  const first = bodies.find(({ id }) => id !== premises.supervisor)?.id ?? byRule
  const to = chosen ?? (proposed ? byRule : first)
  const reason = useProposalReason()([premises])
  return (
    <ReasonModal
      open
      title={fill(words.offerTitle, { name: premises.name })}
      explain={words.offerMore}
      okText={words.offer}
      initial={proposed ? reason : ''}
      grounds={useTransferGrounds()}
      onClose={onClose}
      onConfirm={async (why) => {
        await client.premises.transfers.offer({ premises: premises.id, to: to || null, reason: why })
        await afterTransfer(fill(words.offeredDone, { name: premises.name }))
      }}
    >
      {premises.criteria.length > 0 && <Criteria codes={premises.criteria} />}
      <Receiver value={to} onChange={setChosen} from={[premises.supervisor]} {...(proposed ? { named } : {})} />
    </ReasonModal>
  )
}

export interface Batch {
  /** Those shown, from which the reason is put together. */
  readonly records: readonly Premises[]
  readonly n: number
  readonly which: Pick<Parameters<typeof client.premises.transfers.offerMany>[0], 'ids' | 'filter'>
}

export function OfferMany({ batch, onClose }: { batch: Batch; onClose: () => void }) {
  const words = useWords(messages).desk
  const grounds = useTransferGrounds()
  const queries = useQueryClient()
  const { message, modal } = App.useApp()
  const [to, setTo] = useState(byRule)
  const { records, n, which } = batch
  const reason = useProposalReason()(records)
  return (
    <ReasonModal
      open
      title={fill(words.offerManyTitle, { n })}
      explain={words.offerMore}
      okText={words.offer}
      initial={reason}
      grounds={grounds}
      onClose={onClose}
      onConfirm={async (why) => {
        const { offered, refused } = await client.premises.transfers.offerMany({
          ...which,
          to: to || null,
          reason: why,
        })
        if (offered > 0) message.success(fill(words.offeredMany, { n: offered }))
        if (refused.length > 0)
          modal.warning({
            title: fill(words.refusedMany, { n: refused.length }),
            okText: words.known,
            content: (
              <ul className="refused-list">
                {refused.map(({ premises, premisesNo, name, rule }) => (
                  <li key={premises}>
                    {fill(words.refusedLine, {
                      name,
                      no: premisesNo,
                      why: grounds[rule as keyof typeof grounds] ?? rule,
                    })}
                  </li>
                ))}
              </ul>
            ),
          })
        await queries.invalidateQueries({ queryKey: api.premises.key() })
      }}
    >
      <Receiver value={to} onChange={setTo} from={records.map(({ supervisor }) => supervisor)} />
    </ReasonModal>
  )
}
