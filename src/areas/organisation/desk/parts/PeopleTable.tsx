/** The district's people by name, with their body, post and account. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Input, Tag } from 'antd'
import { useMemo, useState } from 'react'
import { z } from 'zod'
import { api } from '../../../../desk/api.ts'
import { type Columns, KeysetTable } from '../../../../desk/components/KeysetTable.tsx'
import { paths } from '../../../../desk/paths.ts'
import { useSearchState } from '../../../../desk/search-params.ts'
import { useMay } from '../../../../desk/session.ts'
import { useWords, type Widened } from '../../../../desk/words.ts'
import { PageQuery } from '../../../../kernel/contract.ts'
import type { Person } from '../../contract.ts'
import { messages } from '../../messages.ts'
import { PersonForm } from './PersonForm.tsx'

const Search = PageQuery.extend({ q: z.string().trim().max(40).optional() })
type Words = Widened<typeof messages.zh>

const columnsOf = (words: Words, onEdit: ((person: Person) => void) | undefined): Columns<Person> => [
  {
    title: words.body.person,
    dataIndex: 'name',
    render: (name: string, { active }) => (
      <>
        {name} {!active && <Tag>{words.body.left}</Tag>}
      </>
    ),
  },
  {
    title: words.me.body,
    dataIndex: 'bodyName',
    render: (name: string, { body }) => <Link {...paths.body(body)}>{name}</Link>,
  },
  { title: words.body.post, dataIndex: 'postName' },
  { title: words.body.phone, dataIndex: 'phone', className: 'num', render: (phone: string | null) => phone ?? '—' },
  {
    title: words.body.username,
    dataIndex: 'username',
    render: (username: string | null) => username ?? <span className="unknown">{words.body.noAccount}</span>,
  },
  ...(onEdit
    ? [
        {
          title: words.accounts.actions,
          key: 'edit',
          render: (_: unknown, person: Person) => (
            <Button type="link" size="small" onClick={() => onEdit(person)}>
              {words.body.move}
            </Button>
          ),
        },
      ]
    : []),
]

export function PeopleTable() {
  const words = useWords(messages)
  const may = useMay()
  const { values, change } = useSearchState(Search)
  const [edited, setEdited] = useState<Person>()
  const list = useQuery(api.organisation.people.queryOptions({ input: values, placeholderData: keepPreviousData }))
  const writes = may('organisation.write')
  const columns = useMemo(() => columnsOf(words, writes ? setEdited : undefined), [words, writes])
  return (
    <>
      <search className="filter-bar">
        <Input.Search
          key={values.q ?? ''}
          defaultValue={values.q ?? ''}
          allowClear
          aria-label={words.bodies.find}
          placeholder={words.bodies.find}
          className="find"
          onSearch={(q) => change({ q })}
        />
      </search>
      <KeysetTable
        label={words.bodies.people}
        columns={columns}
        list={list}
        card={(person) => (
          <div>
            <div className="card-line">
              <strong>{person.name}</strong>
              <span>{person.postName}</span>
            </div>
            <div className="card-quiet">{person.bodyName}</div>
          </div>
        )}
      />
      {edited && <PersonForm person={edited} onClose={() => setEdited(undefined)} />}
    </>
  )
}
