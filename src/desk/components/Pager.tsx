/** The way through a list's pages: page and page size stand in the address. */
import { useLocation, useNavigate } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { z } from 'zod'
import { messages } from '../messages.ts'
import { asSearch, useSearchState } from '../search-params.ts'
import { fill, useWords } from '../words.ts'

const Paging = z.object({ after: z.string().optional(), limit: z.string().optional() })
const smallest = 20
const sizes = [smallest, 50, 100, 200]

interface PagerProps {
  readonly next: string | null
  /** How many rows this page shows. */
  readonly shown: number
  readonly busy: boolean
  readonly total: number | undefined
}

/** Earlier pages' cursors travel in the history's state: a keyset itself knows only the way forward. */
export function Pager({ next, shown, busy, total }: PagerProps) {
  const words = useWords(messages)
  const navigate = useNavigate()
  const location = useLocation()
  const { values, change } = useSearchState(Paging)
  const trail = (location.state as { trail?: readonly string[] }).trail ?? []
  const go = (after: string | undefined, nextTrail: readonly string[]) =>
    navigate({ to: '.', search: (was: object) => asSearch({ ...was, after }), state: { trail: nextTrail } as object })
  const { after, limit } = values
  const known = after === undefined || trail.length > 0
  // One page that could not be shorter: nothing to go through.
  if (after === undefined && !next && shown <= smallest) return null
  return (
    <nav className="pager no-print" aria-label={fill(words.table.pageNo, { n: trail.length + 1 })}>
      {total !== undefined && (
        <span className="pager-total num">{fill(words.table.total, { n: total.toLocaleString('en-US') })}</span>
      )}
      {known && <span className="num">{fill(words.table.pageNo, { n: trail.length + 1 })}</span>}
      {after !== undefined && (
        <Button size="small" onClick={() => go(undefined, [])}>
          {words.table.first}
        </Button>
      )}
      <Button
        size="small"
        disabled={trail.length === 0}
        onClick={() => go(trail.at(-1) || undefined, trail.slice(0, -1))}
      >
        {words.table.previous}
      </Button>
      <Button size="small" disabled={!next || busy} onClick={() => next && go(next, [...trail, after ?? ''])}>
        {words.table.next}
      </Button>
      <Select
        size="small"
        aria-label={fill(words.table.rows, { n: '' })}
        value={Number(limit ?? 50)}
        options={sizes.map((n) => ({ value: n, label: fill(words.table.rows, { n }) }))}
        onChange={(n) => change({ limit: n === 50 ? undefined : n })}
      />
    </nav>
  )
}
