/** Choosing a person by name, with where they work. */
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { api } from '../../../../desk/api.ts'
import { useWords } from '../../../../desk/words.ts'
import { messages } from '../../messages.ts'
import { usePerson } from './person.ts'

interface PersonSelectProps {
  readonly value?: string | null
  readonly onChange?: (id: string | undefined) => void
  readonly id?: string
  /** Leaves out those who have an account. */
  readonly withoutAccount?: boolean
}

export function PersonSelect({ withoutAccount = false, ...props }: PersonSelectProps) {
  const words = useWords(messages)
  const [q, setQ] = useState('')
  const people = useQuery(api.organisation.people.queryOptions({ input: { limit: 50, ...(q ? { q } : {}) } }))
  const chosen = usePerson(props.value)
  const found = (people.data?.items ?? []).filter(
    ({ active, username }) => active && !(withoutAccount && username !== null),
  )
  // The list shows but the first, or what is searched for: whoever is chosen keeps a name.
  const choices = chosen && !found.some(({ id }) => id === chosen.id) ? [chosen, ...found] : found
  return (
    <Select
      {...props}
      allowClear
      showSearch={{ filterOption: false, onSearch: setQ }}
      loading={people.isFetching}
      placeholder={words.accounts.personHint}
      options={choices.map(({ id, name, bodyName, postName }) => ({
        value: id,
        label: `${name} · ${bodyName} ${postName}`,
      }))}
    />
  )
}
