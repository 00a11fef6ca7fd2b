/** 待办: clocks that run, places to inspect, and the loads of a body. */
import { useQuery } from '@tanstack/react-query'
import { Checkbox, Segmented, Tabs } from 'antd'
import { z } from 'zod'
import { api } from '../../../desk/api.ts'
import { Page } from '../../../desk/components/Page.tsx'
import { useSearchState } from '../../../desk/search-params.ts'
import { useMe } from '../../../desk/session.ts'
import { fill, useWords } from '../../../desk/words.ts'
import { PageQuery } from '../../../kernel/contract.ts'
import { spans } from '../contract.ts'
import { messages } from '../messages.ts'
import { Board } from './parts/Board.tsx'
import { DutyTable } from './parts/DutyTable.tsx'
import { PlaceTable } from './parts/PlaceTable.tsx'

const tabs = ['duties', 'places', 'board'] as const
const Search = z.object({
  tab: z.enum(tabs).optional(),
  span: z.enum(spans).optional(),
  everybody: z.stringbool().optional(),
  ...PageQuery.shape,
})

export function WorkDesk() {
  const words = useWords(messages)
  const { person, role } = useMe()
  const { values, asked, change } = useSearchState(Search)
  const isOfficer = role === 'officer'
  const mine = isOfficer && values.everybody !== true
  const whose = mine ? { officer: person } : {}
  const span = values.span ?? 'all'
  const { after, limit } = asked
  const paged = { ...(after === undefined ? {} : { after }), ...(limit === undefined ? {} : { limit }) }
  const counts = useQuery(api.work.counts.queryOptions({ input: whose }))
  return (
    <Page title={words.title} subtitle={words.subtitle}>
      {counts.data && <p aria-live="polite">{fill(words.counts, counts.data)}</p>}
      {isOfficer && (
        <Checkbox checked={mine} onChange={({ target }) => change({ everybody: target.checked ? undefined : true })}>
          {words.mine}
        </Checkbox>
      )}
      <Tabs
        activeKey={values.tab ?? 'duties'}
        onChange={(tab) => change({ tab: tab === 'duties' ? undefined : tab, span: undefined })}
        destroyOnHidden
        items={[
          {
            key: 'duties',
            label: words.tabs.duties,
            children: (
              <>
                <Segmented
                  value={span}
                  options={spans.map((value) => ({ value, label: words.spans[value] }))}
                  onChange={(value) => change({ span: value === 'all' ? undefined : value })}
                />
                <DutyTable input={{ ...whose, span, ...paged }} />
              </>
            ),
          },
          { key: 'places', label: words.tabs.places, children: <PlaceTable input={{ ...whose, ...paged }} /> },
          { key: 'board', label: words.tabs.board, children: <Board /> },
        ]}
      />
    </Page>
  )
}
