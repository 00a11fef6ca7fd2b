/** The register of places and units as a list: searched, filtered with counts, sorted, saved, exported. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { api } from '../../../desk/api.ts'
import { DownloadButton } from '../../../desk/components/DownloadButton.tsx'
import { KeysetTable } from '../../../desk/components/KeysetTable.tsx'
import { numberText } from '../../../desk/components/numbers.ts'
import { Page } from '../../../desk/components/Page.tsx'
import { SavedViews } from '../../../desk/components/SavedViews.tsx'
import { messages as shellMessages } from '../../../desk/messages.ts'
import { useNarrow } from '../../../desk/narrow.ts'
import { paths } from '../../../desk/paths.ts'
import { asSearch } from '../../../desk/search-params.ts'
import { useMay } from '../../../desk/session.ts'
import { fill, useWords } from '../../../desk/words.ts'
import type { Counts } from '../finding/contract.ts'
import { messages } from '../messages.ts'
import { FindBox } from './parts/FindBox.tsx'
import { Chips } from './parts/list/Chips.tsx'
import { usePremisesColumns } from './parts/list/columns.tsx'
import { usePremisesFilter } from './parts/list/filter-state.ts'
import { PremisesCard } from './parts/list/PremisesCard.tsx'
import { PremisesFilters } from './parts/list/PremisesFilters.tsx'
import '../../../desk/styles/premises.css'

export function PremisesList() {
  const words = useWords(messages)
  const shell = useWords(shellMessages)
  const may = useMay()
  const narrow = useNarrow()
  const navigate = useNavigate()
  const { filter, asked, listInput, sort, set, clear } = usePremisesFilter()
  const filtered = Object.keys(asked).length > 0
  const columns = usePremisesColumns()
  const list = useQuery(api.premises.list.queryOptions({ input: listInput, placeholderData: keepPreviousData }))
  const counts = useQuery(api.premises.counts.queryOptions({ input: asked, placeholderData: keepPreviousData }))
  return (
    <Page
      title={words.title}
      actions={
        <>
          <SavedViews
            list="premises"
            filter={{ ...asked, ...(sort === '-enteredAt' ? {} : { sort }) }}
            placeOf={paths.premisesList}
            hint={words.list.viewHint}
          />
          <Links />
          {may('premises.export') && !narrow && <Exports search={{ ...asSearch(asked), sort }} />}
          {may('premises.write') && (
            <Link {...paths.premisesNew()} className="ant-btn-like primary-link">
              {words.list.enter}
            </Link>
          )}
        </>
      }
      extra={
        <>
          <FindBox
            key={filter.q ?? ''}
            initial={filter.q ?? ''}
            onChoose={({ id }) => void navigate(paths.premises(id))}
            onSearch={(q) => q !== (filter.q ?? '') && set({ q })}
          />
          <Chips />
          <div className="premises-filters">
            <PremisesFilters />
          </div>
        </>
      }
    >
      <p className="list-total" aria-live="polite">
        {counts.data ? fill(words.list.total, { n: countText(counts.data) }) : ' '}
      </p>
      <KeysetTable
        label={words.title}
        columns={columns}
        list={list}
        sort={sort}
        {...(counts.data && !counts.data.atLeast ? { total: counts.data.total } : {})}
        rowPlace={({ id }) => paths.premises(id)}
        card={(premises) => <PremisesCard premises={premises} />}
        empty={
          filtered
            ? { title: words.list.empty, action: <Button onClick={clear}>{shell.filter.reset}</Button> }
            : { title: words.list.first, more: words.list.firstMore }
        }
      />
    </Page>
  )
}

/** How many there are; of very many only that there are more. */
const countText = ({ total, atLeast }: Counts) => `${numberText(total)}${atLeast ? '+' : ''}`

/** The other ways into the register; on a phone all but the map are left to the menu. */
function Links() {
  const words = useWords(messages).list
  const may = useMay()
  const narrow = useNarrow()
  const { asked } = usePremisesFilter()
  const links = [
    { key: 'map', place: paths.premisesMap(asSearch(asked)), open: true },
    { key: 'twins', place: paths.premisesTwins(), open: may('premises.merge') },
    { key: 'transfers', place: paths.premisesTransfers(), open: may('premises.transfer') },
    { key: 'import', place: paths.premisesImport(), open: may('premises.import') },
  ] as const
  return links
    .filter(({ key, open }) => open && (!narrow || key === 'map'))
    .map(({ key, place }) => (
      <Link key={key} {...place} className="ant-btn-like">
        {words[key]}
      </Link>
    ))
}

function Exports({ search }: { search: Record<string, string | string[]> }) {
  const words = useWords(messages)
  return (['csv', 'xlsx'] as const).map((format) => (
    <DownloadButton
      key={format}
      path="/api/premises/export"
      search={{ ...search, format }}
      fileName={`premises.${format}`}
      grounds={words.grounds}
    >
      {format === 'csv' ? words.list.exportCsv : words.list.exportXlsx}
    </DownloadButton>
  ))
}
