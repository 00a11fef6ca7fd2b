/** The officers of one station with what each answers for. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Table } from 'antd'
import { useMemo, useState } from 'react'
import { api } from '../../../../../desk/api.ts'
import { Asked } from '../../../../../desk/components/Asked.tsx'
import { EmptyBlock } from '../../../../../desk/components/EmptyBlock.tsx'
import type { Columns } from '../../../../../desk/components/KeysetTable.tsx'
import { numberText, percentText } from '../../../../../desk/components/numbers.ts'
import { paths } from '../../../../../desk/paths.ts'
import { useMay } from '../../../../../desk/session.ts'
import { fill, useMarks, useWords } from '../../../../../desk/words.ts'
import { type Load, ofStation } from '../../../transfers/loads.ts'
import { messages } from '../../../transfers/messages.ts'
import { liveOnly } from './live.ts'
import { type Giving, Reassign } from './Reassign.tsx'

type Row = ReturnType<typeof ofStation>[number]

export function StationLoads({ station, loads }: { station: string; loads: readonly Load[] }) {
  const words = useWords(messages).officers
  const body = useQuery(api.organisation.body.queryOptions({ input: { id: station } }))
  const [giving, setGiving] = useState<Giving>()
  const columns = useOfficerColumns(station, setGiving)
  return (
    <Asked query={body}>
      {({ people }) => (
        <div className="keyset loads">
          <Table<Row>
            aria-label={words.title}
            size="small"
            rowKey={({ officer }) => officer ?? ''}
            columns={columns}
            dataSource={ofStation(loads, station, people)}
            pagination={false}
            scroll={{ x: 'max-content' }}
            locale={{ emptyText: <EmptyBlock title={words.none} more={words.noneMore} /> }}
          />
          {giving && <Reassign {...giving} people={people} loads={loads} onClose={() => setGiving(undefined)} />}
        </div>
      )}
    </Asked>
  )
}

function useOfficerColumns(station: string, onGive: (giving: Giving) => void): Columns<Row> {
  const { officers: words, desk } = useWords(messages)
  const { aside } = useMarks()
  const may = useMay()
  const assigns = may('premises.assign')
  return useMemo(() => {
    const nameOf = ({ officer, name }: Row) => (officer === null ? words.unassigned : (name ?? '—'))
    const columns: Columns<Row> = [
      {
        title: words.officer,
        render: (_, row) => (
          <>
            <span className={row.officer === null ? 'quiet' : ''}>{nameOf(row)}</span>
            {row.post && <span className="quiet load-post"> {row.post}</span>}
            {row.left && <span className="tone-caution">{aside(words.left)}</span>}
          </>
        ),
      },
      {
        title: words.count,
        align: 'right',
        render: (_, { officer, n }) => (
          <Link className="num" {...paths.premisesList({ ...liveOnly, station, officer: officer ?? 'none' })}>
            {numberText(n)}
          </Link>
        ),
      },
      {
        title: words.share,
        render: (_, { share }) => (
          <span className="nowrap">
            <span className="load-bar" aria-hidden="true">
              <span style={{ inlineSize: `${share * 100}%` }} />
            </span>
            <span className="num">{percentText(share * 100)}</span>
          </span>
        ),
      },
    ]
    if (!assigns) return columns
    return [
      ...columns,
      {
        title: desk.acts,
        render: (_, row) =>
          row.n > 0 && (
            <Button
              size="small"
              aria-label={fill(words.reassignOf, { name: nameOf(row) })}
              onClick={() => onGive({ station, officer: row.officer, name: nameOf(row) })}
            >
              {row.officer === null ? words.assign : words.reassign}
            </Button>
          ),
      },
    ]
  }, [words, desk, aside, station, assigns, onGive])
}
