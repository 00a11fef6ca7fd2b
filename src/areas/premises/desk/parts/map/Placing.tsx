/** Placing one record: a click on the map or a typed point, or its community alone; what follows is said before it is saved. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import { api, client } from '../../../../../desk/api.ts'
import { ErrorBlock } from '../../../../../desk/components/ErrorBlock.tsx'
import { MapView } from '../../../../../desk/components/MapView.tsx'
import { useNarrow } from '../../../../../desk/narrow.ts'
import { paths } from '../../../../../desk/paths.ts'
import { fill, useWords } from '../../../../../desk/words.ts'
import type { LngLat } from '../../../../../kernel/geo.ts'
import { CommunitySelect } from '../../../../organisation/desk/parts/PlaceSelect.tsx'
import { useAreas, useShapes } from '../../../../organisation/desk/parts/places.ts'
import { messages as mapMessages } from '../../../map/messages.ts'
import { messages } from '../../../messages.ts'
import type { Premises } from '../../../record-contract.ts'
import { PointField } from './PointField.tsx'
import { areaAt } from './placing.ts'
import { useSurroundings } from './surroundings.ts'
import { WhereItFalls } from './WhereItFalls.tsx'

interface PlacingProps {
  readonly premises: Premises
  readonly onPlaced: (after: Premises, said: string) => void
  readonly onSkip: () => void
}

export function Placing({ premises, onPlaced, onSkip }: PlacingProps) {
  const { locate: w } = useWords(mapMessages)
  const { grounds } = useWords(messages)
  const narrow = useNarrow()
  const { nameOf: areaName } = useAreas()
  const { id, version, name, address } = premises
  const was: LngLat | null = premises.lng === null || premises.lat === null ? null : [premises.lng, premises.lat]
  const [pin, setPin] = useState<LngLat | null>(was)
  const [clicks, setClicks] = useState(0)
  const [home, setHome] = useState(premises.community)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const save = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    // So that Enter saves what was clicked.
    if (clicks > 0) save.current?.focus()
  }, [clicks])

  const communities = useShapes('community')
  const stations = useShapes('station')
  const marks = useSurroundings(premises)
  const areas = useMemo(
    () => communities.map((one) => ({ id: one.id, name: one.name, polygon: one.polygon })),
    [communities],
  )
  const known =
    communities.find((one) => one.id === premises.community) ?? stations.find((one) => one.id === premises.station)
  const frame = useMemo(() => known?.polygon[0], [known])
  const community = pin ? areaAt(pin, communities) : undefined
  const station = pin ? areaAt(pin, stations) : undefined

  const put = async (to: { lng: number | null; lat: number | null; community: string | null }, said: string) => {
    setBusy(true)
    setError(undefined)
    try {
      onPlaced(await client.premises.locate({ id, version, ...to }), said)
    } catch (fault) {
      setError(fault)
    } finally {
      setBusy(false)
    }
  }
  const moved = pin !== null && (pin[0] !== was?.[0] || pin[1] !== was[1])
  return (
    <div className="placing">
      <div className="placing-head">
        <div>
          <h2>{name}</h2>
          <p>
            {address || w.noAddress}{' '}
            <span className="quiet">
              {premises.community ? fill(w.saidCommunity, { name: areaName(premises.community) }) : w.noCommunity}
            </span>
          </p>
        </div>
        <div className="placing-links">
          <Link {...paths.premises(id)}>{w.open}</Link>
          <Button size="small" onClick={onSkip}>
            {w.skip}
          </Button>
        </div>
      </div>
      <MapView
        title={w.map}
        areas={areas}
        marks={marks}
        pin={pin}
        onPin={(at) => {
          setPin(at)
          setClicks(clicks + 1)
        }}
        selectedArea={community?.id ?? premises.community ?? undefined}
        {...(frame ? { frame } : {})}
        height={narrow ? '46vh' : 'max(320px, calc(100vh - 430px))'}
      />
      <WhereItFalls pin={pin} premises={premises} community={community} station={station} />
      {error !== undefined && <ErrorBlock error={error} grounds={grounds} />}
      <div className="placing-ways">
        <PointField value={pin} onChange={setPin} onClear={() => setPin(was)} />
        <RelatedPlace premises={premises} onTake={setPin} />
        <Button
          type="primary"
          ref={save}
          disabled={!moved}
          loading={busy}
          onClick={() => pin && void put({ lng: pin[0], lat: pin[1], community: null }, fill(w.saved, { name }))}
        >
          {w.save}
        </Button>
      </div>
      {!was && (
        <div className="placing-ways">
          <span className="quiet">{w.orCommunity}</span>
          <CommunitySelect
            className="filter-station"
            aria-label={w.community}
            placeholder={w.community}
            value={home}
            onChange={setHome}
          />
          <Button
            disabled={home === null || home === premises.community || busy}
            onClick={() =>
              void put(
                { lng: null, lat: null, community: home },
                fill(w.savedHome, { name, community: areaName(home) }),
              )
            }
          >
            {w.setHome}
          </Button>
        </div>
      )}
      {!narrow && <p className="quiet">{w.keys}</p>}
    </div>
  )
}

/** The place of the building or estate that it is part of, where that has one. */
function RelatedPlace({ premises, onTake }: { premises: Premises; onTake: (at: LngLat) => void }) {
  const { locate: w } = useWords(mapMessages)
  const whole = premises.building ?? premises.estate
  const { data } = useQuery({
    ...api.premises.get.queryOptions({ input: { id: whole ?? '' }, staleTime: 60_000 }),
    enabled: whole !== null,
  })
  if (!data || data.lng === null || data.lat === null) return null
  const at: LngLat = [data.lng, data.lat]
  return <Button onClick={() => onTake(at)}>{premises.building ? w.ofBuilding : w.ofEstate}</Button>
}
