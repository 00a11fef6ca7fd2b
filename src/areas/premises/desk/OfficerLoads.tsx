/** Who answers for how many records: by station, and within one; and what still has nobody, no point, no community. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Table } from 'antd'
import { useMemo } from 'react'
import { z } from 'zod'
import { api } from '../../../desk/api.ts'
import { Asked } from '../../../desk/components/Asked.tsx'
import type { Columns } from '../../../desk/components/KeysetTable.tsx'
import { numberText } from '../../../desk/components/numbers.ts'
import { Page } from '../../../desk/components/Page.tsx'
import { paths } from '../../../desk/paths.ts'
import { useSearchState } from '../../../desk/search-params.ts'
import { useMe } from '../../../desk/session.ts'
import { useWords } from '../../../desk/words.ts'
import { Id } from '../../../kernel/contract.ts'
import { useBodies } from '../../organisation/desk/parts/places.ts'
import type { PremisesFilter } from '../finding/contract.ts'
import { byStation, type Load, type StationLoad } from '../transfers/loads.ts'
import { messages } from '../transfers/messages.ts'
import { liveOnly } from './parts/transfers/live.ts'
import { StationLoads } from './parts/transfers/StationLoads.tsx'
import './parts/transfers/transfers.css'

const Search = z.object({ station: Id.optional() })

export function OfficerLoads() {
  const words = useWords(messages).officers
  const { body } = useMe()
  const { values } = useSearchState(Search)
  const { nameOf } = useBodies('station')
  const loads = useQuery(api.premises.loads.queryOptions())
  const own = body.kind === 'station' ? body.id : undefined
  const station = own ?? values.station
  return (
    <Page
      title={words.title}
      subtitle={words.subtitle}
      {...(station ? { tag: nameOf(station) } : {})}
      {...(station && !own ? { actions: <Link {...paths.premisesOfficers()}>{words.back}</Link> } : {})}
    >
      <Work station={station} />
      <Asked query={loads}>
        {({ items }) => (station ? <StationLoads station={station} loads={items} /> : <Stations loads={items} />)}
      </Asked>
    </Page>
  )
}

/** What is still to be done, each number leading to its records. */
const work = [
  ['total', {}],
  ['unassigned', { officer: ['none'] }],
  ['noPoint', { located: 'none' }],
  ['noCommunity', { community: ['none'] }],
] as const satisfies readonly (readonly [string, Partial<PremisesFilter>])[]

function Work({ station }: { station: string | undefined }) {
  const words = useWords(messages).officers
  return (
    <ul className="load-work">
      {work.map(([key, filter]) => (
        <li key={key}>
          {words[key]} <Count filter={{ ...liveOnly, ...(station ? { station: [station] } : {}), ...filter }} />
        </li>
      ))}
    </ul>
  )
}

type Asking = Pick<PremisesFilter, 'officer' | 'station' | 'community' | 'located'> & typeof liveOnly

function Count({ filter: { state, ...filter } }: { filter: Asking }) {
  const asked = { ...filter, state: [...state] }
  const { data } = useQuery(api.premises.counts.queryOptions({ input: asked }))
  return (
    <Link className="num" {...paths.premisesList(asked)}>
      {data ? numberText(data.total) : '…'}
    </Link>
  )
}

function Stations({ loads }: { loads: readonly Load[] }) {
  const words = useWords(messages).officers
  const { items, nameOf } = useBodies('station')
  const rows = useMemo(() => {
    const officers = new Map(items.map(({ id, people }) => [id, people]))
    const order = new Map(items.map(({ id }, at) => [id, at]))
    const at = ({ station }: StationLoad) => order.get(station ?? '') ?? items.length
    return byStation(loads, (station) => officers.get(station) ?? 0).sort((a, b) => at(a) - at(b))
  }, [items, loads])
  const columns: Columns<StationLoad> = [
    {
      title: words.station,
      render: (_, { station }) =>
        station ? (
          <Link {...paths.premisesOfficers({ station })}>{nameOf(station)}</Link>
        ) : (
          <span className="quiet">{words.noStation}</span>
        ),
    },
    number(
      words.total,
      ({ total }) => total,
      ({ total, station }) => (
        <Link {...paths.premisesList({ ...liveOnly, station: station ?? 'none' })}>{numberText(total)}</Link>
      ),
    ),
    number(
      words.unassigned,
      ({ unassigned }) => unassigned,
      ({ unassigned, station }) => (
        <Link {...paths.premisesList({ ...liveOnly, station: station ?? 'none', officer: 'none' })}>
          {numberText(unassigned)}
        </Link>
      ),
    ),
    number(words.officers, ({ officers }) => officers),
    number(
      words.mean,
      ({ mean }) => mean,
      ({ mean }) => numberText(mean, 1, true),
    ),
    number(words.most, ({ most }) => most),
  ]
  return (
    <div className="keyset loads">
      <Table<StationLoad>
        aria-label={words.stations}
        size="small"
        rowKey={({ station }) => station ?? ''}
        columns={columns}
        dataSource={rows}
        pagination={false}
        scroll={{ x: 'max-content' }}
      />
    </div>
  )
}

/** A column of numbers, by which one can sort to see who has most to do. */
const number = (
  title: string,
  of: (row: StationLoad) => number | null,
  text: (row: StationLoad) => React.ReactNode = (row) => numberText(of(row)),
): Columns<StationLoad>[number] => ({
  title,
  align: 'right',
  sorter: (a, b) => (of(a) ?? -1) - (of(b) ?? -1),
  sortDirections: ['descend', 'ascend'],
  render: (_, row) => <span className="num">{text(row)}</span>,
})
