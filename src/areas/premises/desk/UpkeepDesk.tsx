/** What the business register leaves to do: new, changed and gone, each with what can be done about it. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Tabs } from 'antd'
import { api } from '../../../desk/api.ts'
import { Page } from '../../../desk/components/Page.tsx'
import { paths } from '../../../desk/paths.ts'
import { useMay } from '../../../desk/session.ts'
import { useMarks, useWords } from '../../../desk/words.ts'
import { upkeepKinds } from '../upkeep/contract.ts'
import { messages } from '../upkeep/messages.ts'
import { LastFile } from './parts/upkeep/LastFile.tsx'
import { UpkeepFilters } from './parts/upkeep/UpkeepFilters.tsx'
import { UpkeepTable } from './parts/upkeep/UpkeepTable.tsx'
import { useUpkeepFilter } from './parts/upkeep/upkeep-filter.ts'
import './parts/upkeep/upkeep.css'

export function UpkeepDesk() {
  const words = useWords(messages)
  const { aside } = useMarks()
  const may = useMay()
  const { kind, filter, setKind } = useUpkeepFilter()
  const counts = useQuery(api.premises.upkeep.counts.queryOptions({ input: filter }))
  return (
    <Page
      title={words.title}
      subtitle={words.lead}
      actions={
        may('premises.renew') && (
          <Link {...paths.premisesUpkeepImport()} className="ant-btn-like">
            {words.import}
          </Link>
        )
      }
      extra={<UpkeepFilters />}
    >
      <LastFile />
      <Tabs
        activeKey={kind}
        onChange={setKind}
        destroyOnHidden
        items={upkeepKinds.map((key) => ({
          key,
          label: counts.data ? `${words.kinds[key]}${aside(counts.data[key])}` : words.kinds[key],
          children: <UpkeepTable key={key} kind={key} total={counts.data?.[key]} />,
        }))}
      />
    </Page>
  )
}
