/** Places whose inspection is due, the longest overdue first. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { api, type client } from '../../../../desk/api.ts'
import { useCodes } from '../../../../desk/codes.ts'
import { type Columns, KeysetTable } from '../../../../desk/components/KeysetTable.tsx'
import { paths } from '../../../../desk/paths.ts'
import { useMay } from '../../../../desk/session.ts'
import { useWords } from '../../../../desk/words.ts'
import { DueDay } from '../../../hazards/desk/parts/HazardMarks.tsx'
import { usePeopleNames } from '../../../organisation/desk/parts/places.ts'
import type { DuePlace } from '../../contract.ts'
import { messages } from '../../messages.ts'

type Input = NonNullable<Parameters<typeof client.work.places>[0]>

export function PlaceTable({ input }: { input: Input }) {
  const words = useWords(messages)
  const list = useQuery(api.work.places.queryOptions({ input, placeholderData: keepPreviousData }))
  const columns = usePlaceColumns()
  return (
    <KeysetTable
      label={words.tabs.places}
      columns={columns}
      list={list}
      rowPlace={({ id }) => paths.premises(id)}
      card={(place) => <PlaceCard place={place} />}
      empty={{ title: words.noPlaces }}
    />
  )
}

function usePlaceColumns(): Columns<DuePlace> {
  const words = useWords(messages)
  const may = useMay()
  const mayVisit = may('inspections.visit')
  const { nameOf: kindName } = useCodes('premises-kind')
  const { nameOf: listName } = useCodes('supervision-list')
  const { nameOf: personName } = usePeopleNames()
  return useMemo<Columns<DuePlace>>(
    () => [
      {
        title: words.columns.name,
        render: (_, { name, kind, list }) => (
          <>
            {name} <span className="quiet">{kind ? kindName(kind) : listName(list)}</span>
          </>
        ),
      },
      { title: words.columns.due, render: (_, { dueOn }) => <DueDay dueOn={dueOn} /> },
      {
        title: words.columns.last,
        render: (_, { lastInspectedOn }) => (
          <span className="num nowrap">{lastInspectedOn ?? words.columns.never}</span>
        ),
      },
      {
        title: words.columns.hazards,
        align: 'right',
        render: (_, { openHazards }) => <span className="num">{openHazards}</span>,
      },
      {
        title: words.columns.officer,
        render: (_, { officer }) => (officer ? personName(officer) : words.columns.nobody),
      },
      ...(mayVisit
        ? [
            {
              title: words.columns.acts,
              render: (_: unknown, { id }: DuePlace) => (
                <Link {...paths.visitNew({ premises: id })}>{words.visit}</Link>
              ),
            },
          ]
        : []),
    ],
    [words, mayVisit, kindName, listName, personName],
  )
}

function PlaceCard({ place }: { place: DuePlace }) {
  return (
    <div>
      <div className="card-line">
        <strong>{place.name}</strong>
        <DueDay dueOn={place.dueOn} />
      </div>
      <div className="quiet">{place.address}</div>
    </div>
  )
}
