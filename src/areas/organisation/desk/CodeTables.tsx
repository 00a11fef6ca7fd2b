/** The code tables: what each code means, from which day until which; who may can change them from a day on. */
import { useQuery } from '@tanstack/react-query'
import { Button, Menu, Switch } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { api } from '../../../desk/api.ts'
import { Asked } from '../../../desk/components/Asked.tsx'
import { EmptyBlock } from '../../../desk/components/EmptyBlock.tsx'
import { Page } from '../../../desk/components/Page.tsx'
import { Panel } from '../../../desk/components/Panel.tsx'
import { useSearchState } from '../../../desk/search-params.ts'
import { useMay } from '../../../desk/session.ts'
import { fill, useLang, useWords } from '../../../desk/words.ts'
import type { Code } from '../codes/contract.ts'
import { messages } from '../messages.ts'
import { CodeEntries } from './parts/CodeEntries.tsx'
import { CodeForm } from './parts/CodeForm.tsx'

const Search = z.object({ table: z.string().optional(), past: z.string().optional() })

export function CodeTables() {
  const words = useWords(messages)
  const lang = useLang()
  const { values, change } = useSearchState(Search)
  const tables = useQuery(api.organisation.codes.tables.queryOptions({ staleTime: 60_000 }))
  return (
    <Page title={words.codes.title} subtitle={words.codes.editMore}>
      <Asked query={tables}>
        {({ items }) => {
          const table = items.find(({ key }) => key === values.table) ?? items[0]
          return (
            <div className="columns">
              <div className="span-3">
                <Panel flush>
                  <Menu
                    className="code-menu"
                    aria-label={words.codes.tables}
                    selectedKeys={table ? [table.key] : []}
                    onClick={({ key }) => change({ table: key })}
                    items={items.map(({ key, entries, ...name }) => ({
                      key,
                      label: name[lang],
                      extra: <span className="quiet num">{entries}</span>,
                    }))}
                  />
                </Panel>
              </div>
              <div className="span-9">
                {table ? (
                  <TableOf key={table.key} table={table.key} title={table[lang]} />
                ) : (
                  <EmptyBlock title={words.codes.choose} />
                )}
              </div>
            </div>
          )
        }}
      </Asked>
    </Page>
  )
}

function TableOf({ table, title }: { table: string; title: string }) {
  const words = useWords(messages)
  const may = useMay()
  const { values, change } = useSearchState(Search)
  const [edited, setEdited] = useState<Code | 'new'>()
  const codes = useQuery(api.organisation.codes.list.queryOptions({ input: { table } }))
  const writes = may('codes.write')
  const past = values.past === 'true'
  return (
    <Panel
      flush
      title={title}
      extra={
        <>
          <Switch
            size="small"
            id="past-codes"
            checked={past}
            onChange={(on) => change({ past: on ? 'true' : undefined }, { replace: true })}
          />
          <label htmlFor="past-codes" className="quiet">
            {words.codes.pastShown}
          </label>
          {writes && (
            <Button size="small" onClick={() => setEdited('new')}>
              {words.codes.add}
            </Button>
          )}
        </>
      }
    >
      <Asked query={codes}>
        {({ items }) => (
          <>
            <CodeEntries items={items} past={past} title={title} {...(writes ? { onEdit: setEdited } : {})} />
            <p className="quiet panel-note">{fill(words.codes.entries, { n: items.length })}</p>
            {edited && (
              <CodeForm
                table={table}
                entries={items}
                {...(edited === 'new' ? {} : { code: edited })}
                onClose={() => setEdited(undefined)}
              />
            )}
          </>
        )}
      </Asked>
    </Panel>
  )
}
