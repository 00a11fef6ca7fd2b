/** What lies at a place of the map that was clicked: one record, or all that are there. */
import { CloseOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import type { z } from 'zod'
import { api } from '../../../../../desk/api.ts'
import { useCodes } from '../../../../../desk/codes.ts'
import { ErrorBlock } from '../../../../../desk/components/ErrorBlock.tsx'
import { numberText } from '../../../../../desk/components/numbers.ts'
import { paths } from '../../../../../desk/paths.ts'
import { fill, useWords } from '../../../../../desk/words.ts'
import type { Bounds } from '../../../../../kernel/geo.ts'
import type { PremisesFilter } from '../../../finding/contract.ts'
import type { Placed } from '../../../map/contract.ts'
import { messages as mapMessages } from '../../../map/messages.ts'
import { messages } from '../../../messages.ts'

interface PlaceCardProps {
  /** The filter of the map. */
  readonly asked: Partial<z.input<typeof PremisesFilter>>
  readonly at: Bounds
  readonly onClose: () => void
}

export function PlaceCard({ asked, at, onClose }: PlaceCardProps) {
  const { place: w } = useWords(mapMessages)
  const found = useQuery(api.premises.map.at.queryOptions({ input: { ...asked, ...at } }))
  const { total = 0, items = [] } = found.data ?? {}
  return (
    <aside className="map-card" aria-live="polite">
      <div className="map-card-head">
        <strong>{found.data && (total > 0 ? fill(w.title, { n: numberText(total) }) : w.gone)}</strong>
        <Button type="text" size="small" icon={<CloseOutlined />} aria-label={w.close} onClick={onClose} />
      </div>
      {found.error && <ErrorBlock error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Skeleton active title={false} paragraph={{ rows: 2 }} />}
      <ul>
        {items.map((placed) => (
          <PlacedItem key={placed.id} placed={placed} />
        ))}
      </ul>
      {total > items.length && items.length > 0 && <p className="quiet">{fill(w.first, { n: items.length })}</p>}
    </aside>
  )
}

function PlacedItem({ placed }: { placed: Placed }) {
  const { forms, states } = useWords(messages)
  const { place: w } = useWords(mapMessages)
  const kinds = useCodes('premises-kind')
  const lists = useCodes('supervision-list')
  const { id, name, form, kind, list, state, address, premisesNo, openHazards } = placed
  const what = [
    kind ? kinds.nameOf(kind) : forms[form],
    lists.nameOf(list),
    ...(state === 'open' ? [] : [states[state]]),
  ]
  return (
    <li>
      <Link {...paths.premises(id)}>{name}</Link>
      <span className="quiet">{what.join(' · ')}</span>
      {address && <span>{address}</span>}
      <span className="quiet num">{premisesNo}</span>
      {openHazards > 0 && <span className="tone-caution">{fill(w.hazards, { n: openHazards })}</span>}
    </li>
  )
}
