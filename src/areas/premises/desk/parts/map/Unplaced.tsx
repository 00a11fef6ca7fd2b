/** The records that have no point, to be chosen one after the other, with the arrow keys too. */
import { Button, Segmented, Skeleton } from 'antd'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { EmptyBlock } from '../../../../../desk/components/EmptyBlock.tsx'
import { numberText } from '../../../../../desk/components/numbers.ts'
import { fill, useWords } from '../../../../../desk/words.ts'
import { useAreas, useBodies } from '../../../../organisation/desk/parts/places.ts'
import { messages as mapMessages } from '../../../map/messages.ts'
import type { Premises } from '../../../record-contract.ts'

interface UnplacedProps {
  readonly items: readonly Premises[] | undefined
  readonly left: number | undefined
  readonly chosen: string | undefined
  readonly homeless: boolean
  readonly onChoose: (id: string) => void
  readonly onHomeless: (homeless: boolean) => void
  /** Lists more of them; undefined where all are listed. */
  readonly onMore?: (() => void) | undefined
}

export function Unplaced({ items, left, chosen, homeless, onChoose, onHomeless, onMore }: UnplacedProps) {
  const w = useWords(mapMessages).locate
  const { nameOf: areaName } = useAreas()
  const { nameOf: bodyName } = useBodies('station')
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    if (chosen) list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  const step = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by === 0 || !items) return
    event.preventDefault()
    const next = items[items.findIndex(({ id }) => id === chosen) + by]
    if (!next) return
    onChoose(next.id)
    list.current?.querySelector<HTMLElement>(`[data-id="${next.id}"]`)?.focus()
  }
  return (
    <>
      <div className="unplaced-head">
        <Segmented
          size="small"
          aria-label={w.scope}
          value={homeless}
          options={[
            { value: false, label: w.all },
            { value: true, label: w.homeless },
          ]}
          onChange={onHomeless}
        />
        <span className="num quiet">{left !== undefined && fill(w.left, { n: numberText(left) })}</span>
      </div>
      {!items && <Skeleton active className="unplaced-wait" />}
      {items?.length === 0 && <EmptyBlock title={w.done} more={w.doneMore} />}
      <ul className="unplaced" aria-label={w.list} ref={list} onKeyDown={step}>
        {items?.map(({ id, name, address, community, station }) => (
          <li key={id}>
            <button
              type="button"
              data-id={id}
              onClick={() => onChoose(id)}
              {...(id === chosen ? { 'aria-current': 'true' as const } : {})}
            >
              <strong>{name}</strong>
              <span>{address || w.noAddress}</span>
              <span className="quiet">
                {community ? areaName(community) : w.noCommunity}
                {station ? ` · ${bodyName(station)}` : ''}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {onMore && (
        <Button type="link" onClick={onMore}>
          {w.more}
        </Button>
      )}
    </>
  )
}
