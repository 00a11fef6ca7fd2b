/** The filtered incidents on the map, over the stations' areas; what has no point is counted, not hidden. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { useMemo } from 'react'
import { z } from 'zod'
import { api } from '../../../desk/api.ts'
import { ErrorBlock } from '../../../desk/components/ErrorBlock.tsx'
import { MapView } from '../../../desk/components/MapView.tsx'
import { toneColours } from '../../../desk/components/map/tones.ts'
import { numberText } from '../../../desk/components/numbers.ts'
import { Page } from '../../../desk/components/Page.tsx'
import { Panel } from '../../../desk/components/Panel.tsx'
import { timeText } from '../../../desk/components/TimeText.tsx'
import { useNarrow } from '../../../desk/narrow.ts'
import { paths } from '../../../desk/paths.ts'
import { asSearch, useSearchState } from '../../../desk/search-params.ts'
import { useScreenDark } from '../../../desk/settings.ts'
import { fill, useWords } from '../../../desk/words.ts'
import { useShapes } from '../../organisation/desk/parts/places.ts'
import type { MapPoint } from '../contract.ts'
import { messages } from '../messages.ts'
import { useIncidentFilter } from './parts/filter-state.ts'
import { IncidentFilters } from './parts/IncidentFilters.tsx'
import { colourings, type LegendEntry, useMapColours } from './parts/map-colours.ts'

const Search = z.object({ colour: z.enum(colourings).default('kind') })
const nothing: readonly MapPoint[] = []

export function IncidentMap() {
  const words = useWords(messages)
  const { map: w } = words
  const { asked, filter } = useIncidentFilter()
  const { values, change } = useSearchState(Search)
  const navigate = useNavigate()
  const narrow = useNarrow()
  const found = useQuery(api.incidents.map.queryOptions({ input: asked, placeholderData: keepPreviousData }))
  const shapes = useShapes('station')
  const areas = useMemo(() => shapes.map(({ id, name, polygon }) => ({ id, name, polygon })), [shapes])
  const points = found.data?.points ?? nothing
  const coloured = useMapColours(points, values.colour)
  const marks = useMemo(
    () =>
      coloured.marks.map(({ point: { id, lng, lat, receivedAt }, tone }) => ({
        id,
        lng,
        lat,
        label: timeText(receivedAt, 'day'),
        tone,
      })),
    [coloured],
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
            <span>{fill(w.shown, { n: numberText(coloured.marks.length) })}</span>
            {coloured.leftOut > 0 && <span>{fill(w.leftOut, { n: numberText(coloured.leftOut) })}</span>}
            {found.data.without > 0 && (
              <Link {...paths.incidents(asSearch({ ...asked, located: 'none' }))}>
                {fill(w.without, { n: numberText(found.data.without) })}
              </Link>
            )}
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
        <div className="map-legend">
          <Segmented
            size="small"
            aria-label={w.colour}
            value={values.colour}
            options={colourings.map((value) => ({ value, label: w.colours[value] }))}
            onChange={(colour) => change({ colour }, { replace: true })}
          />
          <MapLegend entries={coloured.legend} />
          <span className="quiet">{w.legendCluster}</span>
        </div>
      </Panel>
    </Page>
  )
}

function MapLegend({ entries }: { entries: readonly LegendEntry[] }) {
  const colours = toneColours(useScreenDark())
  return (
    <ul className="legend">
      {entries.map(({ tone, label, n }) => (
        <li key={tone}>
          <i className="dot" style={{ background: colours[tone] }} aria-hidden="true" /> {label}{' '}
          <span className="num quiet">{numberText(n)}</span>
        </li>
      ))}
    </ul>
  )
}
