/** Transfers of supervision: what the rule proposes, what waits for an answer, what was settled. */
import { useQuery } from '@tanstack/react-query'
import { Tabs } from 'antd'
import { z } from 'zod'
import { api } from '../../../desk/api.ts'
import { numberText } from '../../../desk/components/numbers.ts'
import { Page } from '../../../desk/components/Page.tsx'
import { useSearchState } from '../../../desk/search-params.ts'
import { useMe } from '../../../desk/session.ts'
import { useWords } from '../../../desk/words.ts'
import { roles } from '../../organisation/roles.ts'
import { messages } from '../transfers/messages.ts'
import { Proposals, useProposalFilter } from './parts/transfers/Proposals.tsx'
import { useOwnSide } from './parts/transfers/sides.ts'
import { type TransferTab, TransferTable } from './parts/transfers/TransferTable.tsx'
import './parts/transfers/transfers.css'

const tabs = ['proposals', 'in', 'out', 'open', 'settled'] as const
const Search = z.object({ tab: z.enum(tabs).default('proposals') })

export function TransferDesk() {
  const words = useWords(messages).desk
  const { role } = useMe()
  const own = useOwnSide()
  const { values, change } = useSearchState(Search)
  const proposals = useQuery(api.premises.counts.queryOptions({ input: useProposalFilter() }))
  const open = useQuery(api.premises.transfers.counts.queryOptions())
  const counts: Readonly<Partial<Record<(typeof tabs)[number], number>>> = {
    ...open.data,
    ...(proposals.data ? { proposals: proposals.data.total } : {}),
  }
  const shown = tabs.filter((tab) => {
    if (tab === 'in' || tab === 'out') return own !== undefined
    return tab !== 'open' || roles[role].reach === 'district'
  })
  const table = (tab: TransferTab) => <TransferTable tab={tab} total={counts[tab]} />
  return (
    <Page title={words.title} subtitle={words.subtitle}>
      <Tabs
        activeKey={shown.includes(values.tab) ? values.tab : 'proposals'}
        onChange={(tab) => change({ tab: tab === 'proposals' ? undefined : tab })}
        destroyOnHidden
        items={shown.map((tab) => ({
          key: tab,
          label: counts[tab] ? `${words.tabs[tab]} ${numberText(counts[tab])}` : words.tabs[tab],
          children: tab === 'proposals' ? <Proposals /> : table(tab),
        }))}
      />
    </Page>
  )
}
