/** Giving an officer's records to another: all of them, or those of some communities and kinds. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Form, Radio, Select } from 'antd'
import { useState } from 'react'
import { api, client } from '../../../../../desk/api.ts'
import { useCodes } from '../../../../../desk/codes.ts'
import { ReasonModal } from '../../../../../desk/components/ReasonModal.tsx'
import { fill, useMarks, useWords } from '../../../../../desk/words.ts'
import { useAreas } from '../../../../organisation/desk/parts/places.ts'
import type { Colleague, Load } from '../../../transfers/loads.ts'
import { messages } from '../../../transfers/messages.ts'
import { useAfterTransfer } from './after-transfer.ts'
import { useTransferGrounds } from './sides.ts'

export interface Giving {
  readonly station: string
  /** Null: what nobody answers for. */
  readonly officer: string | null
  readonly name: string
}

interface ReassignProps extends Giving {
  readonly people: readonly Colleague[]
  readonly loads: readonly Load[]
  readonly onClose: () => void
}

const nobody = ''

export function Reassign({ station, officer, name, people, loads, onClose }: ReassignProps) {
  const words = useWords(messages).officers
  const { aside } = useMarks()
  const afterTransfer = useAfterTransfer()
  const grounds = useTransferGrounds()
  const kinds = useCodes('premises-kind')
  const areas = useAreas(2)
  const [whole, setWhole] = useState(true)
  const [community, setCommunity] = useState<string[]>([])
  const [kind, setKind] = useState<string[]>([])
  const [to, setTo] = useState<string>()
  const from = { station: [station], officer: [officer ?? 'none'] }
  const filter = whole
    ? from
    : { ...from, ...(community.length ? { community } : {}), ...(kind.length ? { kind } : {}) }
  // Part of them, and no word of which.
  const unsaid = !whole && community.length === 0 && kind.length === 0
  const counts = useQuery(
    api.premises.counts.queryOptions({
      input: { ...filter, by: ['state', 'community', 'kind'] },
      placeholderData: keepPreviousData,
    }),
  )
  const valuesOf = (by: string) => counts.data?.facets.find((facet) => facet.by === by)?.values ?? []
  const total = counts.data?.total ?? 0
  const closed = valuesOf('state')
    .filter(({ value }) => value === 'deregistered' || value === 'demolished')
    .reduce((sum, { n }) => sum + n, 0)
  const choices = (by: string, nameOf: (value: string) => string) =>
    valuesOf(by)
      .filter(({ value }) => value !== 'none')
      .map(({ value, n }) => ({ value, label: `${nameOf(value)}${aside(n)}` }))
  const loadOf = (id: string) => loads.find((load) => load.officer === id && load.station === station)?.n ?? 0
  // Who has least to do first.
  const receivers = people
    .filter(({ id, active }) => active && id !== officer)
    .toSorted((a, b) => loadOf(a.id) - loadOf(b.id))
  return (
    <ReasonModal
      open
      title={fill(words.title2, { name })}
      explain={words.more}
      okText={fill(words.confirm, { n: total })}
      blocked={to === undefined || unsaid || total === 0 || counts.isPlaceholderData}
      grounds={grounds}
      onClose={onClose}
      onConfirm={async (reason) => {
        const { moved } = await client.premises.reassign({ filter, to: to || null, reason })
        await afterTransfer(fill(words.done, { n: moved }))
      }}
    >
      <Form layout="vertical">
        <Form.Item label={words.which}>
          <Radio.Group
            value={whole}
            onChange={({ target }) => setWhole(target.value === true)}
            options={[
              { value: true, label: words.whole },
              { value: false, label: words.part },
            ]}
          />
        </Form.Item>
        {!whole && (
          <>
            <Form.Item label={words.community}>
              <Select
                aria-label={words.community}
                mode="multiple"
                showSearch={{ optionFilterProp: 'label' }}
                value={community}
                onChange={setCommunity}
                options={choices('community', areas.nameOf)}
              />
            </Form.Item>
            <Form.Item label={words.kind}>
              <Select
                aria-label={words.kind}
                mode="multiple"
                showSearch={{ optionFilterProp: 'label' }}
                value={kind}
                onChange={setKind}
                options={choices('kind', kinds.nameOf)}
              />
            </Form.Item>
          </>
        )}
        <Form.Item label={words.to} required>
          <Select
            aria-label={words.to}
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={words.toHint}
            value={to}
            onChange={setTo}
            options={[
              ...receivers.map((one) => ({
                value: one.id,
                label: `${one.name} ${one.postName}${aside(fill(words.has, { n: loadOf(one.id) }))}`,
              })),
              ...(officer === null ? [] : [{ value: nobody, label: words.nobody }]),
            ]}
          />
        </Form.Item>
      </Form>
      <p aria-live="polite">
        {counts.data && total === 0 ? words.nothing : fill(words.willMove, { n: total })}
        {closed > 0 && aside(fill(words.closed, { n: closed }))}
      </p>
    </ReasonModal>
  )
}
