/** The filtered incidents on the map, over the stations' areas; what has no point is counted, not hidden. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { api } from '../../../desk/api.ts'
import { ErrorBlock } from '../../../desk/components/ErrorBlock.tsx'
import { MapView } from '../../../desk/components/MapView.tsx'
import { numberText } from '../../../desk/components/numbers.ts'
import { Page } from '../../../desk/components/Page.tsx'
import { Panel } from '../../../desk/components/Panel.tsx'
import { timeText } from '../../../desk/components/TimeText.tsx'
import { useNarrow } from '../../../desk/narrow.ts'
import { paths } from '../../../desk/paths.ts'
import { asSearch } from '../../../desk/search-params.ts'
import { fill, useWords } from '../../../desk/words.ts'
import { useShapes } from '../../organisation/desk/parts/places.ts'
import { messages } from '../messages.ts'
import { useIncidentFilter } from './parts/filter-state.ts'
import { IncidentFilters } from './parts/IncidentFilters.tsx'

export function IncidentMap() {
  const words = useWords(messages)
  const { map: w } = words
  const { asked, filter } = useIncidentFilter()
  const navigate = useNavigate()
  const narrow = useNarrow()
  const found = useQuery(api.incidents.map.queryOptions({ input: asked, placeholderData: keepPreviousData }))
  const shapes = useShapes('station')
  const areas = useMemo(() => shapes.map(({ id, name, polygon }) => ({ id, name, polygon })), [shapes])
  const marks = useMemo(
    () =>
      (found.data?.points ?? []).map(({ id, lng, lat, isFire, receivedAt }) => ({
        id,
        lng,
        lat,
        label: timeText(receivedAt, 'day'),
        tone: isFire ? ('alarm' as const) : ('plain' as const),
      })),
    [found.data],
  )
  const station = filter.station?.length === 1 ? filter.station[0] : undefined
  return (
    <Page
      title={w.title}
      actions={
        <Link {...paths.incidents(asSearch(asked))} className="ant-btn-like">
          {w.list}
        </Link>
      }
      extra={<IncidentFilters />}
    >
      {found.error && <ErrorBlock error={found.error} onRetry={() => void found.refetch()} />}
      <p className="totals" aria-live="polite">
        {found.data ? (
          <>
            <span>{fill(w.shown, { n: numberText(found.data.points.length) })}</span>
            <span>{fill(w.without, { n: numberText(found.data.without) })}</span>
            {found.data.cut && <span className="tone-caution">{w.cut}</span>}
            {found.data.points.length === 0 && <span>{w.none}</span>}
          </>
        ) : (
          '\u00a0'
        )}
      </p>
      <Panel flush>
        <MapView
          title={w.title}
          areas={areas}
          marks={marks}
          cluster
          focusArea={station}
          selectedArea={station}
          onPickMark={(id) => void navigate(paths.incident(id))}
          height={narrow ? '62vh' : 'max(480px, calc(100vh - 300px))'}
        />
        <p className="quiet map-legend">
          <span>
            <i className="dot dot-fire" aria-hidden="true" /> {w.legendFire}
          </span>
          <span>
            <i className="dot dot-other" aria-hidden="true" /> {w.legendOther}
          </span>
          <span>{w.legendCluster}</span>
        </p>
      </Panel>
    </Page>
  )
}
