/** Records that the rule would give to another body, and nobody has offered yet: one by one or many at once. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { api } from '../../../../../desk/api.ts'
import { useCodes } from '../../../../../desk/codes.ts'
import { type Columns, KeysetTable } from '../../../../../desk/components/KeysetTable.tsx'
import { useNarrow } from '../../../../../desk/narrow.ts'
import { paths } from '../../../../../desk/paths.ts'
import { useSearchState } from '../../../../../desk/search-params.ts'
import { fill, useWords } from '../../../../../desk/words.ts'
import { PageQuery } from '../../../../../kernel/contract.ts'
import { useAreas } from '../../../../organisation/desk/parts/places.ts'
import type { Premises } from '../../../record-contract.ts'
import { messages } from '../../../transfers/messages.ts'
import { Criteria } from './Criteria.tsx'
import { type Batch, OfferMany } from './Offer.tsx'
import { ProposalActs } from './ProposalActs.tsx'
import { useActingSide, useOwnSide, useSupervisors } from './sides.ts'

/** Those of one's own body; of all in sight for whoever works for none. */
export function useProposalFilter() {
  const own = useOwnSide()
  return useMemo(() => ({ proposed: 'true', offered: 'false', ...(own ? { supervisor: [own] } : {}) }) as const, [own])
}

export function Proposals() {
  const words = useWords(messages).desk
  const filter = useProposalFilter()
  const acting = useActingSide()
  const narrow = useNarrow()
  const { asked } = useSearchState(PageQuery)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [batch, setBatch] = useState<Batch>()
  const list = useQuery(
    api.premises.list.queryOptions({ input: { ...asked, ...filter }, placeholderData: keepPreviousData }),
  )
  const counts = useQuery(api.premises.counts.queryOptions({ input: filter }))
  const columns = useProposalColumns()
  const items = list.data?.items ?? []
  const records = items.filter(({ id }) => chosen.includes(id))
  const total = counts.data?.total ?? 0
  return (
    <>
      {acting && total > 0 && (
        <div className="filter-bar">
          {/* Cards cannot be chosen. */}
          {!narrow && (
            <Button
              type="primary"
              disabled={records.length === 0}
              onClick={() => setBatch({ records, n: records.length, which: { ids: records.map(({ id }) => id) } })}
            >
              {fill(words.offerChosen, { n: records.length })}
            </Button>
          )}
          <Button onClick={() => setBatch({ records: items, n: total, which: { filter } })}>
            {fill(words.offerAll, { n: total })}
          </Button>
        </div>
      )}
      <KeysetTable<Premises>
        label={words.tabs.proposals}
        columns={columns}
        list={list}
        {...(acting
          ? {
              selection: {
                selectedRowKeys: records.map(({ id }) => id),
                onChange: (keys) => setChosen(keys.map(String)),
                getCheckboxProps: ({ name }) => ({ 'aria-label': fill(words.choose, { name }) }),
              },
            }
          : {})}
        {...(counts.data ? { total } : {})}
        card={(premises) => <ProposalCard premises={premises} />}
        empty={{ title: words.none.proposals, more: words.noneMore.proposals }}
      />
      {batch && (
        <OfferMany
          batch={batch}
          onClose={() => {
            setBatch(undefined)
            setChosen([])
          }}
        />
      )}
    </>
  )
}

function useProposalColumns(): Columns<Premises> {
  const words = useWords(messages).desk
  const { nameOf: kindName } = useCodes('premises-kind')
  const { nameOf: listName } = useCodes('supervision-list')
  const { nameOf: areaName } = useAreas()
  const own = useOwnSide()
  const acting = useActingSide()
  const { nameOf, proposedName } = useSupervisors()
  return useMemo<Columns<Premises>>(
    () => [
      {
        title: words.premises,
        render: (_, { id, name, address }) => (
          <Link {...paths.premises(id)} title={address}>
            {name}
          </Link>
        ),
      },
      { title: words.kind, render: (_, { kind }) => kindName(kind) },
      { title: words.where, render: (_, { community }) => areaName(community) },
      ...(own ? [] : [{ title: words.now, render: (_: unknown, { supervisor }: Premises) => nameOf(supervisor) }]),
      { title: words.list, render: (_, { list }) => listName(list) },
      { title: words.proposedTo, render: (_, row) => proposedName(row) },
      { title: words.criteria, render: (_, row) => <Why criteria={row.criteria} /> },
      ...(acting
        ? [{ title: words.acts, render: (_: unknown, row: Premises) => <ProposalActs premises={row} small /> }]
        : []),
    ],
    [words, kindName, listName, areaName, own, acting, nameOf, proposedName],
  )
}

function Why({ criteria }: { criteria: readonly string[] }) {
  const words = useWords(messages).desk
  return criteria.length > 0 ? <Criteria codes={criteria} brief /> : <span className="quiet">{words.noCriteria}</span>
}

function ProposalCard({ premises }: { premises: Premises }) {
  const { proposedName } = useSupervisors()
  return (
    <div>
      <div className="card-line">
        <Link {...paths.premises(premises.id)}>{premises.name}</Link>
        <span className="nowrap">{proposedName(premises)}</span>
      </div>
      <div className="card-quiet">{premises.address}</div>
      <Why criteria={premises.criteria} />
      <div className="card-transfer">
        <ProposalActs premises={premises} small />
      </div>
    </div>
  )
}
