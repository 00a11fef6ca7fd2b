/** Pairs to look at, the surest first. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo } from 'react'
import { api } from '../../../../../desk/api.ts'
import { FilterBar } from '../../../../../desk/components/FilterBar.tsx'
import { type Columns, KeysetTable } from '../../../../../desk/components/KeysetTable.tsx'
import { ManySelect } from '../../../../../desk/components/ManySelect.tsx'
import { paths } from '../../../../../desk/paths.ts'
import { useSearchState } from '../../../../../desk/search-params.ts'
import { useMe } from '../../../../../desk/session.ts'
import { useWords } from '../../../../../desk/words.ts'
import { useBodies } from '../../../../organisation/desk/parts/places.ts'
import { roles } from '../../../../organisation/roles.ts'
import { messages as register } from '../../../messages.ts'
import { type Twin, TwinQuery, type TwinRecord } from '../../../twins/contract.ts'
import { messages } from '../../../twins/messages.ts'
import { groundKeys } from '../../../twins/score.ts'
import { Grounds, percent } from './Grounds.tsx'
import { useDistanceText } from './words.ts'

export function PairTable() {
  const words = useWords(messages)
  const { role } = useMe()
  const stations = useBodies('station')
  const { values, asked, change } = useSearchState(TwinQuery)
  const list = useQuery(api.premises.twins.list.queryOptions({ input: asked, placeholderData: keepPreviousData }))
  const chosen = [
    ...(values.ground ?? []).map((ground) => ({
      key: ground,
      label: words.why[ground],
      onRemove: () => change({ ground: values.ground?.filter((one) => one !== ground) }),
    })),
    ...(values.station ?? []).map((station) => ({
      key: station,
      label: stations.nameOf(station),
      onRemove: () => change({ station: values.station?.filter((one) => one !== station) }),
    })),
  ]
  return (
    <>
      <FilterBar chosen={chosen} onReset={() => change({ ground: undefined, station: undefined })}>
        <ManySelect
          label={words.ground}
          value={values.ground ?? []}
          onChange={(ground) => change({ ground })}
          options={groundKeys.map((ground) => ({ value: ground, label: words.why[ground] }))}
        />
        {roles[role].reach !== 'station' && (
          <ManySelect
            label={words.station}
            value={values.station ?? []}
            onChange={(station) => change({ station })}
            options={stations.choices}
          />
        )}
      </FilterBar>
      <KeysetTable
        label={words.title}
        columns={usePairColumns()}
        list={list}
        rowPlace={({ id }) => paths.premisesTwin(id)}
        card={(twin) => <PairCard twin={twin} />}
        empty={{ title: words.none, more: words.noneMore }}
      />
    </>
  )
}

function usePairColumns(): Columns<Twin> {
  const words = useWords(messages)
  const { fields } = useWords(register)
  const distanceText = useDistanceText()
  const { nameOf: bodyName } = useBodies()
  return useMemo<Columns<Twin>>(
    () => [
      {
        title: words.pair,
        render: (_, { one, other }) => (
          <Lines
            of={({ name, premisesNo }) => (
              <>
                {name} <span className="num quiet">{premisesNo}</span>
              </>
            )}
            one={one}
            other={other}
          />
        ),
      },
      {
        title: fields.address,
        render: (_, { one, other }) => (
          <Lines
            of={({ address }) => <span className="quiet">{address || words.noAddress}</span>}
            one={one}
            other={other}
          />
        ),
      },
      {
        title: fields.supervisor,
        render: (_, { one, other }) => <Lines of={({ supervisor }) => bodyName(supervisor)} one={one} other={other} />,
      },
      {
        title: words.distance,
        align: 'right',
        render: (_, { metres }) => (
          <span className={`num nowrap ${metres === null ? 'unknown' : ''}`}>{distanceText(metres)}</span>
        ),
      },
      {
        title: words.sure,
        align: 'right',
        render: (_, { score }) => <strong className="num">{percent(score)}</strong>,
      },
      { title: words.ground, render: (_, { grounds }) => <Grounds grounds={grounds} /> },
    ],
    [words, fields, distanceText, bodyName],
  )
}

/** What each says, one below the other. */
function Lines({ of, one, other }: { of: (record: TwinRecord) => ReactNode; one: TwinRecord; other: TwinRecord }) {
  return (
    <span className="twin-two">
      <span>{of(one)}</span>
      <span>{of(other)}</span>
    </span>
  )
}

function PairCard({ twin: { one, other, grounds, score, metres } }: { twin: Twin }) {
  const words = useWords(messages)
  const distanceText = useDistanceText()
  return (
    <>
      {[one, other].map(({ id, name, premisesNo, address }) => (
        <div key={id} className="twin-card-line">
          {name} <span className="num card-quiet">{premisesNo}</span>
          <div className="card-quiet">{address || words.noAddress}</div>
        </div>
      ))}
      <div className="card-line">
        <Grounds grounds={grounds} />
        <span className="num nowrap">
          {percent(score)} <span className="card-quiet">{distanceText(metres)}</span>
        </span>
      </div>
    </>
  )
}
