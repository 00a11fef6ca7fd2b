/** Alarms and fires as a list: filtered, added up, sorted, saved, exported. */
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
import { useWords } from '../../../desk/words.ts'
import { messages } from '../messages.ts'
import { useIncidentColumns } from './parts/columns.tsx'
import { FigureLine } from './parts/FigureLine.tsx'
import { useIncidentFilter } from './parts/filter-state.ts'
import { IncidentCard } from './parts/IncidentCard.tsx'
import { IncidentFilters } from './parts/IncidentFilters.tsx'
import { TotalsLine } from './parts/TotalsLine.tsx'

export function IncidentList() {
  const words = useWords(messages)
  const shell = useWords(shellMessages)
  const may = useMay()
  const { filter, asked, listInput, sort, figure, clear, leaveFigure } = useIncidentFilter()
  const filtered = Object.keys(asked).length > 0
  const columns = useIncidentColumns()
  const list = useQuery(api.incidents.list.queryOptions({ input: listInput, placeholderData: keepPreviousData }))
  const totals = useQuery(api.incidents.totals.queryOptions({ input: asked, placeholderData: keepPreviousData }))
  return (
    <Page
      title={words.title}
      actions={
        <>
          <SavedViews
            list="incidents"
            filter={{ ...asked, ...(sort === '-receivedAt' ? {} : { sort }) }}
            placeOf={paths.incidents}
            hint={words.viewHint}
          />
          <Link {...paths.incidentMap(asSearch(asked))} className="ant-btn-like">
            {words.list.map}
          </Link>
          {may('incidents.export') && <Exports search={{ ...asSearch(asked), sort }} />}
          {may('incidents.import') && (
            <Link {...paths.incidentImport()} className="ant-btn-like">
              {words.list.import}
            </Link>
          )}
          {may('incidents.enter') && (
            <Link {...paths.incidentNew()} className="ant-btn-like primary-link">
              {words.list.enter}
            </Link>
          )}
        </>
      }
      extra={<IncidentFilters />}
    >
      {figure && <FigureLine filter={filter} count={totals.data?.count} onLeave={leaveFigure} />}
      <TotalsLine totals={totals.data} />
      <KeysetTable
        label={words.title}
        columns={columns}
        list={list}
        sort={sort}
        {...(totals.data ? { total: totals.data.count } : {})}
        rowPlace={({ id }) => paths.incident(id)}
        card={(incident) => <IncidentCard incident={incident} />}
        empty={
          filtered
            ? { title: words.list.empty, action: <Button onClick={clear}>{shell.filter.reset}</Button> }
            : { title: words.list.first, more: words.list.firstMore }
        }
      />
    </Page>
  )
}

function Exports({ search }: { search: Record<string, string | string[]> }) {
  const words = useWords(messages)
  return (
    <>
      {(['csv', 'xlsx'] as const).map((format) => (
        <DownloadButton
          key={format}
          path="/api/incidents/export"
          search={{ ...search, format }}
          fileName={`incidents.${format}`}
          grounds={words.grounds}
        >
          {format === 'csv' ? words.list.exportCsv : words.list.exportXlsx}
        </DownloadButton>
      ))}
    </>
  )
}
