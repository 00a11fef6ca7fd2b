/** What I was told, newest first. */
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { z } from 'zod'
import { api } from '../api.ts'
import { Asked } from '../components/Asked.tsx'
import { EmptyBlock } from '../components/EmptyBlock.tsx'
import { NoticeLine } from '../components/NoticeLine.tsx'
import { Page } from '../components/Page.tsx'
import { Pager } from '../components/Pager.tsx'
import { Panel } from '../components/Panel.tsx'
import { messages } from '../messages.ts'
import { useSearchState } from '../search-params.ts'
import { useWords } from '../words.ts'

const Search = z.object({ after: z.string().optional(), limit: z.coerce.number().int().min(1).max(200).default(50) })

export function Notices() {
  const words = useWords(messages)
  const queries = useQueryClient()
  const { values } = useSearchState(Search)
  const { notices } = api.organisation.accounts
  const list = useQuery(notices.queryOptions({ input: values, placeholderData: keepPreviousData }))
  const readAll = useMutation(
    api.organisation.accounts.readNotices.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: notices.key() }),
    }),
  )
  const unread = list.data?.unread ?? 0
  return (
    <Page
      title={words.notices.title}
      actions={
        <Button disabled={unread === 0} loading={readAll.isPending} onClick={() => readAll.mutate(undefined)}>
          {words.notices.readAll}
        </Button>
      }
    >
      <Asked query={list}>
        {({ items, next }) => (
          <Panel>
            {items.length === 0 ? (
              <EmptyBlock title={words.notices.none} more={words.notices.noneMore} />
            ) : (
              <ul className="notices">
                {items.map((notice) => (
                  <li key={notice.id}>
                    <NoticeLine notice={notice} />
                  </li>
                ))}
              </ul>
            )}
            <Pager next={next} shown={items.length} busy={list.isFetching} total={undefined} />
          </Panel>
        )}
      </Asked>
    </Page>
  )
}
