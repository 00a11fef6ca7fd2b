/** 待定位: records without a point on one side, the map on the other; one after the other is placed. */
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { api } from '../../../desk/api.ts'
import { EmptyBlock } from '../../../desk/components/EmptyBlock.tsx'
import { ErrorBlock } from '../../../desk/components/ErrorBlock.tsx'
import { Loading } from '../../../desk/components/Loading.tsx'
import { Page } from '../../../desk/components/Page.tsx'
import { Panel } from '../../../desk/components/Panel.tsx'
import { useNarrow } from '../../../desk/narrow.ts'
import { paths } from '../../../desk/paths.ts'
import { useSearchState } from '../../../desk/search-params.ts'
import { useWords } from '../../../desk/words.ts'
import { Id, QueryFlag } from '../../../kernel/contract.ts'
import { messages as mapMessages } from '../map/messages.ts'
import type { Premises } from '../record-contract.ts'
import { Placing } from './parts/map/Placing.tsx'
import { Unplaced } from './parts/map/Unplaced.tsx'
import '../../../desk/styles/premises-map.css'

const Search = z.object({ id: Id.optional(), homeless: QueryFlag.default(false) })
const first = 50
const atMost = 200

export function LocateDesk() {
  const { locate: w, map } = useWords(mapMessages)
  const narrow = useNarrow()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const { values, change } = useSearchState(Search)
  const { id, homeless } = values
  const [limit, setLimit] = useState(first)
  const filter = {
    located: 'none' as const,
    state: ['open' as const, 'paused' as const],
    ...(homeless ? { community: ['none'] } : {}),
  }
  const listed = useQuery(
    api.premises.list.queryOptions({ input: { ...filter, limit }, placeholderData: keepPreviousData }),
  )
  const counted = useQuery(api.premises.counts.queryOptions({ input: filter, placeholderData: keepPreviousData }))
  const items = listed.data?.items
  // On a wide screen the first is open at once; on a phone it is chosen from the list.
  const chosen = id ?? (narrow ? undefined : items?.[0]?.id)
  const one = useQuery({
    ...api.premises.get.queryOptions({ input: { id: chosen ?? '' } }),
    enabled: chosen !== undefined,
  })
  const choose = (next: string | undefined) => change({ id: next }, { replace: !narrow })
  const nextOf = (present: string) => {
    const at = items?.findIndex((item) => item.id === present) ?? -1
    return items?.[at + 1]?.id ?? items?.find((item) => item.id !== present)?.id
  }
  const placed = async (after: Premises, said: string) => {
    message.success(said)
    choose(nextOf(after.id))
    await queries.invalidateQueries({ queryKey: api.premises.key() })
  }
  const list = (
    <Panel flush className="unplaced-panel">
      <Unplaced
        items={items}
        left={counted.data?.total}
        chosen={chosen}
        homeless={homeless}
        onChoose={choose}
        onHomeless={(only) => change({ homeless: only || undefined, id: undefined }, { replace: true })}
        onMore={listed.data?.next && limit < atMost ? () => setLimit(atMost) : undefined}
      />
    </Panel>
  )
  const work = (
    <Panel flush>
      {one.error && <ErrorBlock error={one.error} onRetry={() => void one.refetch()} />}
      {chosen !== undefined && one.isPending && <Loading />}
      {chosen === undefined && items && items.length > 0 && <EmptyBlock title={w.choose} />}
      {chosen === undefined && items?.length === 0 && <EmptyBlock title={w.done} more={w.doneMore} />}
      {one.data && one.data.id === chosen && (
        <Placing
          key={`${one.data.id} ${one.data.version}`}
          premises={one.data}
          onPlaced={(after, said) => void placed(after, said)}
          onSkip={() => choose(nextOf(one.data.id))}
        />
      )}
    </Panel>
  )
  return (
    <Page
      title={w.title}
      subtitle={w.subtitle}
      actions={
        <Link {...paths.premisesMap()} className="ant-btn-like">
          {map.title}
        </Link>
      }
    >
      {listed.error && <ErrorBlock error={listed.error} onRetry={() => void listed.refetch()} />}
      {narrow ? (
        id === undefined ? (
          list
        ) : (
          <>
            <Button className="locate-back" onClick={() => choose(undefined)}>
              {w.back}
            </Button>
            {work}
          </>
        )
      ) : (
        <div className="locate">
          {list}
          {work}
        </div>
      )}
    </Page>
  )
}
