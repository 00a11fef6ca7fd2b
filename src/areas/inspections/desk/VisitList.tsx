/** Visits as a list, newest first. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { api } from '../../../desk/api.ts'
import { DownloadButton } from '../../../desk/components/DownloadButton.tsx'
import { KeysetTable } from '../../../desk/components/KeysetTable.tsx'
import { Page } from '../../../desk/components/Page.tsx'
import { SavedViews } from '../../../desk/components/SavedViews.tsx'
import { messages as shellMessages } from '../../../desk/messages.ts'
import { paths } from '../../../desk/paths.ts'
import { asSearch } from '../../../desk/search-params.ts'
import { useMay } from '../../../desk/session.ts'
import { fill, useWords } from '../../../desk/words.ts'
import { messages } from '../visits/messages.ts'
import { useVisitColumns, VisitCard } from './parts/columns.tsx'
import { useVisitFilter } from './parts/filter-state.ts'
import { VisitFilters } from './parts/VisitFilters.tsx'

export function VisitList() {
  const words = useWords(messages)
  const shell = useWords(shellMessages)
  const may = useMay()
  const { asked, listInput, clear } = useVisitFilter()
  const columns = useVisitColumns()
  const list = useQuery(
    api.inspections.visits.list.queryOptions({ input: listInput, placeholderData: keepPreviousData }),
  )
  const counts = useQuery(
    api.inspections.visits.counts.queryOptions({ input: asked, placeholderData: keepPreviousData }),
  )
  const filtered = Object.keys(asked).length > 0
  return (
    <Page
      title={words.title}
      subtitle={words.list.subtitle}
      actions={
        <>
          <SavedViews list="visits" filter={asked} placeOf={paths.visits} hint={words.list.viewHint} />
          {may('premises.export') &&
            (['csv', 'xlsx'] as const).map((format) => (
              <DownloadButton
                key={format}
                path="/api/inspections/visits/export"
                search={{ ...asSearch(asked), format }}
                fileName={`visits.${format}`}
              >
                {format === 'csv' ? words.list.exportCsv : words.list.exportXlsx}
              </DownloadButton>
            ))}
          {may('inspections.visit') && (
            <Link {...paths.visitNew()} className="ant-btn-like primary-link">
              {words.list.enter}
            </Link>
          )}
        </>
      }
      extra={<VisitFilters />}
    >
      {counts.data && (
        <p className="count-line" aria-live="polite">
          {fill(words.list.counts, counts.data)}
        </p>
      )}
      <KeysetTable
        label={words.title}
        columns={columns}
        list={list}
        {...(counts.data ? { total: counts.data.visits } : {})}
        rowPlace={({ id }) => paths.visit(id)}
        card={(visit) => <VisitCard visit={visit} />}
        empty={
          filtered
            ? { title: words.list.none, action: <Button onClick={clear}>{shell.filter.reset}</Button> }
            : { title: words.list.first, more: words.list.firstMore }
        }
      />
    </Page>
  )
}
