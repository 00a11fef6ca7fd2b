/** Accounts for the administrators: the system administrator opens and closes, the security administrator grants. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useMemo, useState } from 'react'
import { z } from 'zod'
import { api } from '../../../desk/api.ts'
import { KeysetTable } from '../../../desk/components/KeysetTable.tsx'
import { Page } from '../../../desk/components/Page.tsx'
import { useSearchState } from '../../../desk/search-params.ts'
import { useMay } from '../../../desk/session.ts'
import { useLang, useWords } from '../../../desk/words.ts'
import { PageQuery } from '../../../kernel/contract.ts'
import { Role } from '../accounts/contract.ts'
import { messages } from '../messages.ts'
import { roleKeys, roles } from '../roles.ts'
import { AccountActs, type ChosenAct } from './parts/AccountActs.tsx'
import { accountColumns, StateTag } from './parts/account-columns.tsx'
import { OpenAccount } from './parts/OpenAccount.tsx'
import { RolesTable } from './parts/RolesTable.tsx'
import './parts/account.css'

const Search = PageQuery.extend({ q: z.string().trim().max(40).optional(), role: Role.optional() })

export function AccountList() {
  const words = useWords(messages)
  const lang = useLang()
  const may = useMay()
  const { values, change } = useSearchState(Search)
  const [opening, setOpening] = useState(false)
  const [chosen, setChosen] = useState<ChosenAct>()
  const list = useQuery(
    api.organisation.accounts.list.queryOptions({ input: values, placeholderData: keepPreviousData }),
  )
  const creates = may('accounts.create')
  const secures = may('accounts.secure')
  const columns = useMemo(
    () => accountColumns(words, lang, { creates, secures, onChoose: setChosen }),
    [words, lang, creates, secures],
  )
  return (
    <Page
      title={words.accounts.title}
      actions={
        creates && (
          <Button type="primary" onClick={() => setOpening(true)}>
            {words.accounts.open}
          </Button>
        )
      }
    >
      <search className="filter-bar">
        <Input.Search
          key={values.q ?? ''}
          defaultValue={values.q ?? ''}
          allowClear
          className="find"
          aria-label={words.accounts.find}
          placeholder={words.accounts.find}
          onSearch={(q) => change({ q })}
        />
        <Select
          allowClear
          className="find"
          aria-label={words.accounts.role}
          placeholder={words.accounts.anyRole}
          value={values.role}
          options={roleKeys.map((value) => ({ value, label: roles[value][lang] }))}
          onChange={(role) => change({ role })}
        />
      </search>
      <KeysetTable
        label={words.accounts.title}
        columns={columns}
        list={list}
        card={(account) => (
          <div>
            <div className="card-line">
              <strong>{account.name}</strong>
              <StateTag account={account} words={words} />
            </div>
            <div className="card-quiet">
              {account.username} · {roles[account.role][lang]} · {account.body}
            </div>
            <div className="card-acts">{columns.at(-1)?.render?.(undefined, account, 0) as React.ReactNode}</div>
          </div>
        )}
      />
      <RolesTable />
      {opening && <OpenAccount onClose={() => setOpening(false)} />}
      <AccountActs chosen={chosen} onClose={() => setChosen(undefined)} />
    </Page>
  )
}
