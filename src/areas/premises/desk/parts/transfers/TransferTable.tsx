/** Transfers as a list: those to answer, those sent, those settled. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Tag } from 'antd'
import { useMemo } from 'react'
import { api } from '../../../../../desk/api.ts'
import { useCodes } from '../../../../../desk/codes.ts'
import { type Columns, KeysetTable } from '../../../../../desk/components/KeysetTable.tsx'
import { TimeText } from '../../../../../desk/components/TimeText.tsx'
import { paths } from '../../../../../desk/paths.ts'
import { useSearchState } from '../../../../../desk/search-params.ts'
import { fill, useWords } from '../../../../../desk/words.ts'
import { PageQuery } from '../../../../../kernel/contract.ts'
import type { Transfer, TransferFilter } from '../../../transfers/contract.ts'
import { messages } from '../../../transfers/messages.ts'
import { Criteria } from './Criteria.tsx'
import { useSupervisors } from './sides.ts'
import { TransferActs } from './TransferActs.tsx'

export type TransferTab = 'in' | 'out' | 'open' | 'settled'
const filters: Readonly<Record<TransferTab, TransferFilter>> = {
  in: { state: ['offered'], direction: 'in' },
  out: { state: ['offered'], direction: 'out' },
  open: { state: ['offered'] },
  settled: { state: ['accepted', 'returned', 'withdrawn'] },
}

export function TransferTable({ tab, total }: { tab: TransferTab; total?: number | undefined }) {
  const words = useWords(messages).desk
  const { asked } = useSearchState(PageQuery)
  const input = { ...asked, ...filters[tab] }
  const list = useQuery(api.premises.transfers.list.queryOptions({ input, placeholderData: keepPreviousData }))
  return (
    <KeysetTable
      label={words.tabs[tab]}
      columns={useTransferColumns(tab)}
      list={list}
      {...(total === undefined ? {} : { total })}
      card={(transfer) => <TransferCard transfer={transfer} />}
      empty={{ title: words.none[tab], more: words.noneMore[tab] }}
    />
  )
}

const tones = { offered: 'gold', accepted: 'green', returned: 'red', withdrawn: 'default' } as const

export function StateTag({ state }: { state: Transfer['state'] }) {
  return <Tag color={tones[state]}>{useWords(messages).states[state]}</Tag>
}

/** A record that is out of one's reach is named, and not opened. */
export const RecordName = ({ transfer: { premises, name, address, inReach } }: { transfer: Transfer }) =>
  inReach ? (
    <Link {...paths.premises(premises)} title={address}>
      {name}
    </Link>
  ) : (
    <span title={address}>{name}</span>
  )

function useTransferColumns(tab: TransferTab): Columns<Transfer> {
  const words = useWords(messages).desk
  const { nameOf: kindName } = useCodes('premises-kind')
  const { nameOf } = useSupervisors()
  return useMemo(() => {
    const settled = tab === 'settled'
    const columns: (Columns<Transfer>[number] | false)[] = [
      { title: words.premises, render: (_, transfer) => <RecordName transfer={transfer} /> },
      { title: words.kind, render: (_, { kind }) => kindName(kind) },
      tab !== 'out' && { title: words.from, render: (_, { fromBody }) => nameOf(fromBody) },
      tab !== 'in' && { title: words.to, render: (_, { toBody }) => nameOf(toBody) },
      {
        title: words.reason,
        render: (_, { reason }) => <span className="wrap">{reason}</span>,
      },
      !settled && { title: words.criteria, render: (_, { criteria }) => <Criteria codes={criteria} brief /> },
      { title: words.offered, render: (_, { offeredBy, offeredAt }) => <By name={offeredBy} at={offeredAt} /> },
      settled && { title: words.state, render: (_, { state }) => <StateTag state={state} /> },
      settled && { title: words.answer, render: (_, { answer }) => <span className="wrap">{answer ?? '—'}</span> },
      settled && {
        title: words.answered,
        render: (_, { answeredBy, answeredAt }) => <By name={answeredBy} at={answeredAt} />,
      },
      !settled && {
        title: words.open,
        align: 'right',
        render: (_, { openDays }) => <Waited days={openDays} />,
      },
      !settled && { title: words.acts, render: (_, transfer) => <TransferActs transfer={transfer} small /> },
    ]
    return columns.flatMap((column) => column || [])
  }, [tab, words, kindName, nameOf])
}

function Waited({ days }: { days: number }) {
  const words = useWords(messages).desk
  return <span className="num nowrap">{days === 0 ? words.today : fill(words.days, { n: days })}</span>
}

const By = ({ name, at }: { name: string | null; at: string | null }) => (
  <span className="nowrap">
    <TimeText at={at} precision="day" /> {name}
  </span>
)

function TransferCard({ transfer }: { transfer: Transfer }) {
  const { nameOf } = useSupervisors()
  const { state, fromBody, toBody, reason, answer, openDays } = transfer
  return (
    <div>
      <div className="card-line">
        <RecordName transfer={transfer} />
        {state === 'offered' ? <Waited days={openDays} /> : <StateTag state={state} />}
      </div>
      <div className="card-quiet">
        {nameOf(fromBody)} → {nameOf(toBody)}
      </div>
      <div>{answer ?? reason}</div>
      {state === 'offered' && (
        <div className="card-transfer">
          <TransferActs transfer={transfer} />
        </div>
      )}
    </div>
  )
}
