/** The filtered register on the map, over the areas of stations or communities; what has no point is counted, not hidden. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { z } from 'zod'
import { api } from '../../../desk/api.ts'
import { ErrorBlock } from '../../../desk/components/ErrorBlock.tsx'
import { MapView } from '../../../desk/components/MapView.tsx'
import type { SourceState } from '../../../desk/components/map/drawn.ts'
import { numberText } from '../../../desk/components/numbers.ts'
import { Page } from '../../../desk/components/Page.tsx'
import { Panel } from '../../../desk/components/Panel.tsx'
import { useNarrow } from '../../../desk/narrow.ts'
import { paths } from '../../../desk/paths.ts'
import { asSearch, useSearchState } from '../../../desk/search-params.ts'
import { useMay } from '../../../desk/session.ts'
import { fill, useWords } from '../../../desk/words.ts'
import type { Bounds } from '../../../kernel/geo.ts'
import { useShapes } from '../../organisation/desk/parts/places.ts'
import { colourings } from '../map/colours.ts'
import { pointsAtMost } from '../map/contract.ts'
import { messages as mapMessages } from '../map/messages.ts'
import { FindBox } from './parts/FindBox.tsx'
import { usePremisesFilter } from './parts/list/filter-state.ts'
import { PremisesFilters } from './parts/list/PremisesFilters.tsx'
import { MapLegend } from './parts/map/MapLegend.tsx'
import { outline, useOwnGround } from './parts/map/own-ground.ts'
import { PlaceCard } from './parts/map/PlaceCard.tsx'
import { pointsPath, roomAround } from './parts/map/points.ts'
import '../../../desk/styles/premises.css'
import '../../../desk/styles/premises-map.css'

const borderKeys = ['station', 'community', 'off'] as const
const Search = z.object({ colour: z.enum(colourings).default('list'), borders: z.enum(borderKeys).optional() })

export function PremisesMap() {
  const w = useWords(mapMessages).map
  const may = useMay()
  const narrow = useNarrow()
  const navigate = useNavigate()
  const { asked: all, filter, set } = usePremisesFilter()
  // Whether there is a point decides what is on the map, and is no filter of it.
  const { located: _, ...asked } = all
  const { values, change } = useSearchState(Search)
  const own = useOwnGround()
  // Who has a part of the district looks into it, the others over all of it.
  const { colour, borders = own ? 'community' : 'station' } = values
  const input = { ...asked, located: 'known' as const, by: ['located' as const, colour] }
  const counted = useQuery(api.premises.counts.queryOptions({ input, placeholderData: keepPreviousData }))
  const total = counted.data?.total ?? 0
  const facet = (by: string) => counted.data?.facets.find((one) => one.by === by)?.values ?? []
  const without = facet('located').find(({ value }) => value === 'false')?.n ?? 0
  const legend = facet(colour).filter(({ value }) => isWanted(filter[colour], value))

  const [room, setRoom] = useState<Bounds>()
  const [state, setState] = useState<SourceState>('loading')
  const [attempt, setAttempt] = useState(0)
  const [place, setPlace] = useState<{ at: Bounds; of: string }>()
  // Of more than can be shown at once, those around the view.
  const source = pointsPath({ ...asked, colour, ...(total > pointsAtMost ? room : {}) }, attempt)
  const stations = useShapes('station')
  const communities = useShapes('community', borders === 'community')
  const shapes = borders === 'community' ? communities : stations
  const areas = useMemo(
    () => (borders === 'off' ? [] : shapes.map(({ id, name, polygon }) => ({ id, name, polygon }))),
    [shapes, borders],
  )
  const whole = useMemo(() => outline(stations), [stations])
  const level = borders === 'off' ? 'station' : borders
  const chosen = filter[level]?.length === 1 ? filter[level][0] : undefined
  return (
    <Page
      title={w.title}
      actions={
        <>
          {may('premises.write') && (
            <Link {...paths.premisesLocate()} className="ant-btn-like">
              {w.locate}
            </Link>
          )}
          <Link {...paths.premisesList(asSearch(asked))} className="ant-btn-like">
            {w.list}
          </Link>
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
          <div className="premises-filters">
            <PremisesFilters />
          </div>
        </>
      }
    >
      {counted.error && <ErrorBlock error={counted.error} onRetry={() => void counted.refetch()} />}
      <p className="totals" aria-live="polite">
        {counted.data ? (
          <>
            <span>{fill(w.shown, { n: numberText(total) })}</span>
            {without > 0 && (
              <Link {...paths.premisesList(asSearch({ ...asked, located: 'none' }))}>
                {fill(w.without, { n: numberText(without) })}
              </Link>
            )}
            {state === 'loading' && <span>{w.loading}</span>}
            {state === 'failed' && (
              <span className="tone-caution">
                {w.failed}{' '}
                <Button type="link" size="small" onClick={() => setAttempt(attempt + 1)}>
                  {w.retry}
                </Button>
              </span>
            )}
            {total === 0 && <span>{w.none}</span>}
          </>
        ) : (
          '\u00a0'
        )}
      </p>
      <Panel flush>
        <div className="map-frame">
          <MapView
            title={w.title}
            areas={areas}
            source={source}
            onSource={setState}
            cluster
            focusArea={chosen}
            selectedArea={chosen}
            onPickArea={(id) => set({ [level]: chosen === id ? [] : [id] })}
            onPickPlace={(at) => setPlace({ at, of: source })}
            onView={(view) => setRoom(roomAround(view))}
            {...(chosen ? {} : own ? { frame: own } : borders === 'off' ? { frame: whole } : {})}
            height={narrow ? '62vh' : 'max(480px, calc(100vh - 340px))'}
          />
          {place?.of === source && <PlaceCard asked={asked} at={place.at} onClose={() => setPlace(undefined)} />}
        </div>
        <div className="map-legend">
          <Segmented
            size="small"
            aria-label={w.borders}
            value={borders}
            options={borderKeys.map((value) => ({ value, label: w.bordersOf[value] }))}
            onChange={(value) => change({ borders: value }, { replace: true })}
          />
          <Segmented
            size="small"
            aria-label={w.colour}
            value={colour}
            options={colourings.map((value) => ({ value, label: w.colours[value] }))}
            onChange={(value) => change({ colour: value }, { replace: true })}
          />
          <MapLegend by={colour} values={legend} />
          <span className="quiet">{w.hint}</span>
        </div>
      </Panel>
    </Page>
  )
}

/** A facet is counted without its own filter: the legend tells of what is shown. */
const isWanted = (wanted: readonly string[] | boolean | undefined, value: string) =>
  wanted === undefined ||
  (typeof wanted === 'boolean' ? String(wanted) === value : wanted.length === 0 || wanted.includes(value))
