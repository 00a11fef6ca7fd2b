/** Where a record lies: its place on the map, with the station's ground around it. */
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { MapView } from '../../../../../desk/components/MapView.tsx'
import { Panel } from '../../../../../desk/components/Panel.tsx'
import { paths } from '../../../../../desk/paths.ts'
import { useMay } from '../../../../../desk/session.ts'
import { useWords } from '../../../../../desk/words.ts'
import { useShapes } from '../../../../organisation/desk/parts/places.ts'
import { messages } from '../../../messages.ts'
import type { Premises } from '../../../record-contract.ts'
import { Facts } from './Facts.tsx'

export function Where({ premises }: { premises: Premises }) {
  const words = useWords(messages)
  const may = useMay()
  const { id, lng, lat, station, name, state } = premises
  const hasPoint = lng !== null && lat !== null
  const shapes = useShapes('station', hasPoint)
  const areas = useMemo(
    () => shapes.map((shape) => ({ id: shape.id, name: shape.name, polygon: shape.polygon })),
    [shapes],
  )
  const pin = useMemo(() => (lng !== null && lat !== null ? ([lng, lat] as const) : null), [lng, lat])
  return (
    <Panel title={words.page.where}>
      <Facts premises={premises} fields={['address', 'street', 'community', 'grid', 'station']} single />
      {hasPoint ? (
        <div className="record-map">
          <MapView
            title={name}
            areas={areas}
            pin={pin}
            focusArea={station ?? undefined}
            selectedArea={station ?? undefined}
            height={260}
          />
        </div>
      ) : (
        <p className="quiet record-map">
          {words.page.noPoint}{' '}
          {may('premises.write') && state !== 'merged' && (
            <Link {...paths.premisesLocate({ id })}>{words.page.locate}</Link>
          )}
        </p>
      )}
    </Panel>
  )
}
