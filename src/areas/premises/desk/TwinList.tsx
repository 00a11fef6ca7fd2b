/** Likely duplicates: pairs to look at, and the merges that were made. */
import { Tabs } from 'antd'
import { z } from 'zod'
import { Page } from '../../../desk/components/Page.tsx'
import { paths } from '../../../desk/paths.ts'
import { useSearchState } from '../../../desk/search-params.ts'
import { useWords } from '../../../desk/words.ts'
import { messages as register } from '../messages.ts'
import { messages } from '../twins/messages.ts'
import { MergeTable } from './parts/twins/MergeTable.tsx'
import { PairTable } from './parts/twins/PairTable.tsx'
import '../../../desk/styles/premises-twins.css'

const Search = z.object({ tab: z.enum(['pairs', 'merges']).default('pairs') })

export function TwinList() {
  const words = useWords(messages)
  const { title } = useWords(register)
  const { values, change } = useSearchState(Search)
  return (
    <Page title={words.title} subtitle={words.explain} breadcrumbs={[{ label: title, place: paths.premisesList() }]}>
      <Tabs
        activeKey={values.tab}
        onChange={(tab) => change({ tab: tab === 'pairs' ? undefined : tab })}
        destroyOnHidden
        items={[
          { key: 'pairs', label: words.pairs, children: <PairTable /> },
          { key: 'merges', label: words.merges, children: <MergeTable /> },
        ]}
      />
    </Page>
  )
}
