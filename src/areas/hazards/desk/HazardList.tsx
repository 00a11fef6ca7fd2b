/** Hazards as a list: what is next for each, the late ones at a glance. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { api } from '../../../desk/api.ts'
import { KeysetTable } from '../../../desk/components/KeysetTable.tsx'
import { Page } from '../../../desk/components/Page.tsx'
import { SavedViews } from '../../../desk/components/SavedViews.tsx'
import { messages as shellMessages } from '../../../desk/messages.ts'
import { paths } from '../../../desk/paths.ts'
import { asSearch } from '../../../desk/search-params.ts'
import { fill, useWords } from '../../../desk/words.ts'
import { messages } from '../messages.ts'
import { HazardCard, useHazardColumns } from './parts/columns.tsx'
import { useHazardFilter } from './parts/filter-state.ts'
import { HazardFilters } from './parts/HazardFilters.tsx'

export function HazardList() {
  const words = useWords(messages)
  const shell = useWords(shellMessages)
  const { asked, listInput, clear } = useHazardFilter()
  const columns = useHazardColumns()
  const list = useQuery(api.hazards.list.queryOptions({ input: listInput, placeholderData: keepPreviousData }))
  const counts = useQuery(api.hazards.counts.queryOptions({ input: asked, placeholderData: keepPreviousData }))
  const filtered = Object.keys(asked).length > 0
  return (
    <Page
      title={words.title}
      subtitle={words.list.subtitle}
      actions={<SavedViews list="hazards" filter={asked} placeOf={paths.hazards} hint={words.list.subtitle} />}
      extra={<HazardFilters />}
    >
      <CountLine counts={counts.data} />
      <KeysetTable
        label={words.title}
        columns={columns}
        list={list}
        {...(counts.data ? { total: counts.data.all } : {})}
        rowPlace={({ id }) => paths.hazard(id)}
        card={(hazard) => <HazardCard hazard={hazard} />}
        empty={
          filtered
            ? { title: words.list.none, action: <Button onClick={clear}>{shell.filter.reset}</Button> }
            : { title: words.list.first, more: words.list.firstMore }
        }
      />
    </Page>
  )
}

interface Counts {
  readonly all: number
  readonly late: number
  readonly serious: number
  readonly states: readonly { readonly state: keyof typeof messages.zh.states; readonly n: number }[]
}

/** How many there are, each figure a link to its records. */
function CountLine({ counts }: { counts: Counts | undefined }) {
  const words = useWords(messages)
  const { asked } = useHazardFilter()
  if (!counts) return null
  const chosen = asSearch(asked)
  return (
    <p className="count-line" aria-live="polite">
      <span>{fill(words.list.all, { n: counts.all })}</span>
      {counts.late > 0 && (
        <Link className="due-late" {...paths.hazards({ ...chosen, late: true })}>
          {words.list.lateOnly} {counts.late}
        </Link>
      )}
      {counts.serious > 0 && (
        <Link {...paths.hazards({ ...chosen, serious: true })}>
          {words.list.seriousOnly} {counts.serious}
        </Link>
      )}
      {counts.states.map(({ state, n }) => (
        <Link key={state} {...paths.hazards({ ...chosen, state })}>
          {words.states[state]} {n}
        </Link>
      ))}
    </p>
  )
}
