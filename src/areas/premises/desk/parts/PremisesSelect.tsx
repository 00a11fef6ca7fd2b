/** Choosing another record of the register by typing a part of its name, address or number. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { api } from '../../../../desk/api.ts'
import { useSettled } from '../../../../desk/settled.ts'
import { useWords } from '../../../../desk/words.ts'
import { messages } from '../../messages.ts'
import type { Form } from '../../record-contract.ts'
import { usePremisesNames } from './names.ts'
import { Suggestion } from './Suggestion.tsx'

interface PremisesSelectProps {
  readonly id: string
  /** Only records of this form. */
  readonly form: Form
  readonly value: string | null
  readonly onChange: (id: string | null) => void
}

export function PremisesSelect({ id, form, value, onChange }: PremisesSelectProps) {
  const words = useWords(messages).form
  const [text, setText] = useState('')
  const q = useSettled(text.trim())
  const { data, isFetching } = useQuery({
    ...api.premises.find.queryOptions({ input: { q, form }, placeholderData: keepPreviousData }),
    enabled: q !== '',
  })
  const names = usePremisesNames([value])
  const found = q === '' ? [] : (data?.items ?? [])
  const chosen =
    value !== null && !found.some((one) => one.id === value) ? [{ value, name: names.get(value)?.name ?? '…' }] : []
  return (
    <Select<string | null>
      id={id}
      allowClear
      showSearch={{ filterOption: false, onSearch: setText }}
      popupMatchSelectWidth={360}
      placeholder={words.findOther}
      notFoundContent={q === '' ? words.findOther : isFetching ? '…' : words.noneFound}
      optionLabelProp="name"
      value={value}
      options={[
        ...chosen.map((one) => ({ ...one, label: one.name })),
        ...found.map((one) => ({ value: one.id, name: one.name, label: <Suggestion found={one} q={q} /> })),
      ]}
      onChange={(next) => onChange(next ?? null)}
    />
  )
}
