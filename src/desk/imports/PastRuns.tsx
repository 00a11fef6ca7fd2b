/** The imports and trials of before: each can be opened again. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Table, Tag } from 'antd'
import type { ImportRun } from '../../kernel/import-contract.ts'
import { Asked } from '../components/Asked.tsx'
import { EmptyBlock } from '../components/EmptyBlock.tsx'
import { numberText } from '../components/numbers.ts'
import { Panel } from '../components/Panel.tsx'
import { TimeText } from '../components/TimeText.tsx'
import { useNarrow } from '../narrow.ts'
import { useWords } from '../words.ts'
import { useImporting } from './importing.ts'
import { messages } from './messages.ts'

const stateColour = { waiting: 'default', running: 'blue', done: 'green', refused: 'red', interrupted: 'gold' } as const

export function PastRuns({ onOpen }: { onOpen: (id: string) => void }) {
  const words = useWords(messages)
  const narrow = useNarrow()
  const { api, pageOf } = useImporting()
  const runs = useQuery(api.list.queryOptions({ input: { limit: 20 } }))
  const counts = [
    ['rowsNew', words.run.fresh],
    ['rowsChanged', words.run.changed],
    ['rowsBad', words.run.bad],
  ] as const
  return (
    <Panel title={words.past.title} flush className="past-runs">
      <Asked query={runs}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyBlock small title={words.past.none} />
          ) : narrow ? (
            <ul className="cards" aria-label={words.past.title}>
              {items.map((run) => (
                <li key={run.id}>
                  <Link {...pageOf({ run: run.id })}>
                    <div className="card-line">
                      <strong className="file-name">{run.fileName}</strong>
                      <State {...run} />
                    </div>
                    <div className="card-line card-quiet">
                      <span>{counts.map(([key, name]) => `${name} ${numberText(run[key])}`).join(' · ')}</span>
                      <TimeText at={run.askedAt} />
                    </div>
                  </Link>
                </li>
              ))}
            </ul>
          ) : (
            <Table
              aria-label={words.past.title}
              size="small"
              rowKey="id"
              dataSource={items}
              pagination={false}
              scroll={{ x: 'max-content' }}
              onRow={({ id }) => ({ className: 'row-link', onClick: () => onOpen(id) })}
              columns={[
                {
                  title: words.past.file,
                  render: (_, { id, fileName }) => <Link {...pageOf({ run: id })}>{fileName}</Link>,
                },
                { title: words.past.state, render: (_, run) => <State {...run} /> },
                ...counts.map(([dataIndex, title]) => ({
                  title,
                  dataIndex,
                  align: 'right' as const,
                  className: 'num',
                  render: (value: number) => numberText(value),
                })),
                {
                  title: words.past.by,
                  render: (_, { by, askedAt }) => (
                    <>
                      {by} <TimeText at={askedAt} />
                    </>
                  ),
                },
              ]}
            />
          )
        }
      </Asked>
    </Panel>
  )
}

function State({ state, dryRun }: Pick<ImportRun, 'state' | 'dryRun'>) {
  const { past } = useWords(messages)
  return (
    <span className="nowrap">
      <Tag color={stateColour[state]}>{past.states[state]}</Tag>
      {dryRun && <Tag>{past.dry}</Tag>}
    </span>
  )
}
