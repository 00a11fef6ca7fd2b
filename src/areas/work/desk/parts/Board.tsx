/** Loads by officer: places to inspect, what is overdue, which clocks run out. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Table } from 'antd'
import { useMemo } from 'react'
import { api } from '../../../../desk/api.ts'
import { Asked } from '../../../../desk/components/Asked.tsx'
import { paths } from '../../../../desk/paths.ts'
import { useWords } from '../../../../desk/words.ts'
import { useBodies, usePeopleNames } from '../../../organisation/desk/parts/places.ts'
import type { BoardRow } from '../../contract.ts'
import { messages } from '../../messages.ts'

const figures = ['places', 'overdue', 'dueSoon', 'duties', 'lateDuties', 'dutiesSoon'] as const

export function Board() {
  const words = useWords(messages)
  const board = useQuery(api.work.board.queryOptions({ input: {} }))
  const { nameOf: bodyName } = useBodies()
  const { nameOf: personName } = usePeopleNames()
  const columns = useMemo(
    () => [
      { title: words.columns.body, render: (_: unknown, { body }: BoardRow) => bodyName(body) },
      {
        title: words.columns.officer,
        // Each row leads somewhere: a table that scrolls must be reached by the keyboard.
        render: (_: unknown, { officer, body }: BoardRow) => (
          <Link {...paths.hazards(officer ? { officer, sort: 'due' } : { body, sort: 'due' })}>
            {officer ? personName(officer) : words.columns.nobody}
          </Link>
        ),
      },
      ...figures.map((figure) => ({
        title: words.columns[figure],
        align: 'right' as const,
        render: (_: unknown, row: BoardRow) => (
          <span
            className={`num ${(figure === 'lateDuties' || figure === 'overdue') && row[figure] > 0 ? 'due-late' : ''}`}
          >
            {row[figure]}
          </span>
        ),
      })),
    ],
    [words, bodyName, personName],
  )
  return (
    <Asked query={board} rows={8}>
      {({ items }) => (
        <Table<BoardRow>
          aria-label={words.tabs.board}
          size="small"
          rowKey={({ body, officer }) => `${body} ${officer ?? ''}`}
          columns={columns}
          dataSource={items}
          pagination={false}
          scroll={{ x: 'max-content' }}
        />
      )}
    </Asked>
  )
}
