/** A dense list that pages by keyset. Sorting, page and page size stand in the address. */
import { Link, useNavigate } from '@tanstack/react-router'
import { Table, type TableProps } from 'antd'
import type { ReactNode } from 'react'
import { z } from 'zod'
import type { Grounds } from '../errors.ts'
import { messages } from '../messages.ts'
import { useNarrow } from '../narrow.ts'
import type { Place } from '../paths.ts'
import { useSearchState } from '../search-params.ts'
import { useWords } from '../words.ts'
import { EmptyBlock } from './EmptyBlock.tsx'
import { ErrorBlock } from './ErrorBlock.tsx'
import { Loading } from './Loading.tsx'
import { Pager } from './Pager.tsx'

export type Columns<R> = NonNullable<TableProps<R>['columns']>

interface PageOf<R> {
  readonly items: readonly R[]
  readonly next: string | null
}
interface ListQuery<R> {
  readonly data: PageOf<R> | undefined
  readonly error: unknown
  readonly isFetching: boolean
  /** Shown until the page asked for has come. */
  readonly isPlaceholderData?: boolean
  readonly refetch: () => unknown
}

export interface KeysetTableProps<R extends { id: string }> {
  /** At module level, or memoised. A column that sorts has `sorter: true` and the contract's sort key as `key`. */
  readonly columns: Columns<R>
  /** `useQuery(api.x.list.queryOptions({ input, placeholderData: keepPreviousData }))`. */
  readonly list: ListQuery<R>
  /** Where a row leads: its first cell becomes the link, a click anywhere follows it. */
  readonly rowPlace?: (row: R) => Place
  /** On a phone, a row as a card; without it the table scrolls sideways within itself. */
  readonly card?: (row: R) => ReactNode
  /** Rows can be chosen, for an act on several. */
  readonly selection?: NonNullable<TableProps<R>['rowSelection']>
  readonly sort?: string
  readonly total?: number
  readonly empty?: { readonly title?: ReactNode; readonly more?: ReactNode; readonly action?: ReactNode }
  readonly grounds?: Grounds
  readonly label: string
}

const Sorting = z.object({ sort: z.string().optional() })

export function KeysetTable<R extends { id: string }>(props: KeysetTableProps<R>) {
  const { columns, list, rowPlace, card, selection, sort, empty, grounds, label } = props
  const words = useWords(messages)
  const narrow = useNarrow()
  const navigate = useNavigate()
  const { change } = useSearchState(Sorting)
  if (list.error && !list.data)
    return <ErrorBlock error={list.error} {...(grounds ? { grounds } : {})} onRetry={() => list.refetch()} />
  const items = list.data?.items ?? []
  const nothing = list.data ? (
    <EmptyBlock
      title={empty?.title ?? words.table.none}
      more={empty?.more ?? words.table.noneMore}
      action={empty?.action}
    />
  ) : (
    <Loading rows={5} title={false} />
  )
  const cards = narrow ? card : undefined
  return (
    <div className={`keyset ${list.isPlaceholderData ? 'keyset-past' : ''}`}>
      {cards && items.length === 0 && nothing}
      {cards && items.length > 0 && (
        <ul className="cards" aria-label={label} aria-busy={list.isFetching}>
          {items.map((row) => (
            <li key={row.id}>{rowPlace ? <Link {...rowPlace(row)}>{cards(row)}</Link> : cards(row)}</li>
          ))}
        </ul>
      )}
      {!cards && (
        <Table<R>
          aria-label={label}
          size="small"
          rowKey="id"
          columns={withLink(withSort(columns, sort), rowPlace)}
          dataSource={[...items]}
          {...(selection ? { rowSelection: selection } : {})}
          pagination={false}
          scroll={{ x: 'max-content' }}
          sortDirections={['descend', 'ascend']}
          locale={{ emptyText: nothing }}
          onChange={(_page, _filters, sorter) => {
            const { columnKey, order } = Array.isArray(sorter) ? (sorter[0] ?? {}) : sorter
            change({ sort: order ? `${order === 'descend' ? '-' : ''}${String(columnKey)}` : undefined })
          }}
          {...(rowPlace
            ? {
                onRow: (row: R) => ({
                  className: 'row-link',
                  onClick: (event) => {
                    const target = event.target as HTMLElement
                    if (!target.closest('a,button,input,label') && !getSelection()?.toString())
                      void navigate(rowPlace(row))
                  },
                }),
              }
            : {})}
        />
      )}
      <Pager next={list.data?.next ?? null} shown={items.length} busy={list.isFetching} total={props.total} />
    </div>
  )
}

/** The sort of the address on its column. */
function withSort<R>(columns: Columns<R>, sort: string | undefined): Columns<R> {
  const key = sort?.replace(/^-/, '')
  return columns.map((column) =>
    column.sorter
      ? { ...column, sortOrder: column.key === key ? (sort?.startsWith('-') ? 'descend' : 'ascend') : null }
      : column,
  )
}

function withLink<R>([first, ...others]: Columns<R>, rowPlace: ((row: R) => Place) | undefined): Columns<R> {
  if (!first || !rowPlace || 'children' in first) return first ? [first, ...others] : []
  const { render, dataIndex } = first
  const linked = (value: unknown, row: R, index: number) => (
    <Link {...rowPlace(row)}>{(render ? render(value, row, index) : String(dataIndex ? value : '')) as ReactNode}</Link>
  )
  return [{ ...first, render: linked }, ...others]
}
