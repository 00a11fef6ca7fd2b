/** What a trial would change, record by record, for a person to approve: what is not ticked stays as it is. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Alert, Button, Checkbox } from 'antd'
import { useMemo } from 'react'
import { z } from 'zod'
import type { Change } from '../../kernel/import-contract.ts'
import { type Columns, KeysetTable } from '../components/KeysetTable.tsx'
import { numberText } from '../components/numbers.ts'
import { Panel } from '../components/Panel.tsx'
import { useSearchState } from '../search-params.ts'
import { fill, useLang, useWords } from '../words.ts'
import { type Chosen, countOf, everything, isChosen, nothing, withTurned } from './chosen.ts'
import { type Importing, useImporting } from './importing.ts'
import { messages } from './messages.ts'

const Paging = z.object({ after: z.coerce.number().int().optional(), limit: z.coerce.number().int().optional() })

interface ChangesProps {
  readonly trial: string
  readonly approval: NonNullable<Importing['approval']>
  readonly chosen: Chosen
  readonly onChosen: (chosen: Chosen) => void
}

export function Changes({ trial, approval, chosen, onChosen }: ChangesProps) {
  const words = useWords(messages).changes
  const { asked } = useSearchState(Paging)
  const list = useQuery(
    approval.changes.queryOptions({ input: { id: trial, ...asked }, placeholderData: keepPreviousData }),
  )
  const columns = useMemo(
    (): Columns<Change> => [
      {
        title: <span className="visually-hidden">{words.title}</span>,
        width: 40,
        render: (_, change) => <Tick {...{ change, chosen, onChosen }} />,
      },
      { title: words.record, render: (_, change) => <Named {...change} /> },
      { title: words.fields, render: (_, change) => <Fields {...change} /> },
    ],
    [words, chosen, onChosen],
  )
  if (list.data?.total === 0) return <Alert className="error-block" type="warning" showIcon title={words.gone} />
  const total = list.data?.total ?? 0
  return (
    <Panel
      flush
      className="import-changes"
      title={words.title}
      extra={
        <>
          <span className="quiet">
            {fill(words.chosen, { n: numberText(countOf(chosen, total)), total: numberText(total) })}
          </span>
          <Button size="small" onClick={() => onChosen(everything)}>
            {words.all}
          </Button>
          <Button size="small" onClick={() => onChosen(nothing)}>
            {words.none}
          </Button>
        </>
      }
    >
      <p className="quiet import-changes-note">{words.explain}</p>
      <KeysetTable<Change>
        label={words.title}
        columns={columns}
        list={list}
        total={total}
        card={(change) => (
          <div>
            <div className="card-line">
              <Tick {...{ change, chosen, onChosen }}>
                <Named {...change} />
              </Tick>
            </div>
            <Fields {...change} />
          </div>
        )}
      />
    </Panel>
  )
}

function Tick({
  change: { id, name },
  chosen,
  onChosen,
  children,
}: Pick<ChangesProps, 'chosen' | 'onChosen'> & { readonly change: Change; readonly children?: React.ReactNode }) {
  const words = useWords(messages).changes
  return (
    <Checkbox
      aria-label={fill(words.choose, { name })}
      checked={isChosen(chosen, id)}
      onChange={() => onChosen(withTurned(chosen, id))}
    >
      {children}
    </Checkbox>
  )
}

const Named = ({ no, name }: Change) => (
  <>
    <strong>{name}</strong> <span className="quiet">{no}</span>
  </>
)

function Fields({ fields }: Change) {
  const lang = useLang()
  const { columns, useValueWords } = useImporting()
  const valueText = useValueWords()
  return (
    <dl className="change-fields">
      {fields.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{columns.find((column) => column.field === field)?.[lang] ?? field}</dt>
          <dd>
            <del>{valueText(field, before)}</del> → <ins>{valueText(field, after)}</ins>
          </dd>
        </div>
      ))}
    </dl>
  )
}
