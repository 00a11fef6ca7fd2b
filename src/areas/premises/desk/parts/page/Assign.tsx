/** Who answers for a record, and on which list of its body it stands: with a reason each. */
import { useQuery } from '@tanstack/react-query'
import { Form, Select } from 'antd'
import { useState } from 'react'
import { api, client } from '../../../../../desk/api.ts'
import { useCodes } from '../../../../../desk/codes.ts'
import { ReasonModal } from '../../../../../desk/components/ReasonModal.tsx'
import { tryActOf, useRefusalText } from '../../../../../desk/refusal.ts'
import { useWords } from '../../../../../desk/words.ts'
import { useBodies } from '../../../../organisation/desk/parts/places.ts'
import { premisesActs } from '../../../lifecycle.ts'
import { messages } from '../../../messages.ts'
import type { Premises } from '../../../record-contract.ts'
import { useAfterAct } from '../after-act.ts'

interface DialogProps {
  readonly premises: Premises
  readonly onClose: () => void
}

export function AssignOfficer({ premises, onClose }: DialogProps) {
  const words = useWords(messages)
  const { act: w } = words
  const afterAct = useAfterAct()
  const refusalText = useRefusalText(words.grounds)
  const { id, version, station } = premises
  const [officer, setOfficer] = useState(premises.officer)
  const people = useQuery({
    ...api.organisation.people.queryOptions({ input: { limit: 200, ...(station ? { body: station } : {}) } }),
    enabled: station !== null,
  })
  const refusal = refusalText(tryActOf(premisesActs, 'assign', premises, { officer, reason: '' }))
  return (
    <ReasonModal
      open
      title={w.assignTitle}
      explain={w.assignMore}
      grounds={words.grounds}
      blocked={refusal !== undefined}
      onClose={onClose}
      onConfirm={async (reason) => afterAct(await client.premises.assign({ id, version, officer, reason }))}
    >
      <Form layout="vertical" component="div">
        <Form.Item label={words.fields.officer} htmlFor="officer">
          <Select<string | null>
            id="officer"
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={w.byGround}
            loading={people.isFetching}
            value={officer}
            options={(people.data?.items ?? [])
              .filter(({ active }) => active)
              .map((person) => ({ value: person.id, label: `${person.name} ${person.postName}` }))}
            onChange={(chosen) => setOfficer(chosen ?? null)}
          />
        </Form.Item>
      </Form>
    </ReasonModal>
  )
}

/** The lists of the body that supervises. */
export function useOwnLists({ supervisor }: Pick<Premises, 'supervisor'>) {
  const { items } = useBodies()
  const { entries, choices } = useCodes('supervision-list')
  const kind = items.find(({ id }) => id === supervisor)?.kind
  const bodyOf = new Map(entries.map(({ code, props }) => [code, props && 'body' in props ? props.body : undefined]))
  return choices().filter(({ value }) => kind !== undefined && bodyOf.get(value) === kind)
}

export function ChangeList({ premises, onClose }: DialogProps) {
  const words = useWords(messages)
  const { act: w } = words
  const afterAct = useAfterAct()
  const refusalText = useRefusalText(words.grounds)
  const lists = useOwnLists(premises)
  const { id, version } = premises
  const [list, setList] = useState(premises.list)
  const refusal = refusalText(tryActOf(premisesActs, 'setList', premises, { list, reason: '' }))
  return (
    <ReasonModal
      open
      title={w.setListTitle}
      explain={w.setListMore}
      grounds={words.grounds}
      blocked={refusal !== undefined}
      onClose={onClose}
      onConfirm={async (reason) => afterAct(await client.premises.setList({ id, version, list, reason }))}
    >
      <Form layout="vertical" component="div">
        <Form.Item label={words.fields.list} htmlFor="list">
          <Select<string> id="list" value={list} options={lists} onChange={setList} />
        </Form.Item>
      </Form>
    </ReasonModal>
  )
}
