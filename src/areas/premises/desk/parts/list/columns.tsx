/** The columns of the register's list. */
import { useMemo } from 'react'
import { useCodes } from '../../../../../desk/codes.ts'
import type { Columns } from '../../../../../desk/components/KeysetTable.tsx'
import { useMarks, useWords } from '../../../../../desk/words.ts'
import { useAreas, useBodies, usePeopleNames } from '../../../../organisation/desk/parts/places.ts'
import { messages } from '../../../messages.ts'
import type { Premises } from '../../../record-contract.ts'
import { ExpiryText, StateText, Tags } from '../Marks.tsx'

const tagsInRow = 2

export function usePremisesColumns(): Columns<Premises> {
  const words = useWords(messages)
  const { named } = useMarks()
  const { nameOf: kindName } = useCodes('premises-kind')
  const { nameOf: listName } = useCodes('supervision-list')
  const { nameOf: bodyName } = useBodies()
  const { nameOf: areaName } = useAreas()
  const { nameOf: officerName } = usePeopleNames()
  return useMemo<Columns<Premises>>(
    () => [
      {
        title: words.fields.name,
        key: 'name',
        sorter: true,
        render: (_, { name, premisesNo }) => (
          <span className="cell-name" title={name}>
            {name}
            <span className="num">{premisesNo}</span>
          </span>
        ),
      },
      {
        title: words.list.kind,
        render: (_, { form, kind, tags }) => (
          <span className="cell-kind">
            <span>{kind ? kindName(kind) : form === 'unit' ? words.unknown : words.forms[form]}</span>
            <Tags tags={tags} most={tagsInRow} />
          </span>
        ),
      },
      {
        title: words.fields.address,
        render: (_, { address, lng }) => (
          <span className="cell-address" title={address}>
            {address || '—'}
            {lng === null && <span className="tone-caution">{words.list.notLocated}</span>}
          </span>
        ),
      },
      {
        title: words.fields.community,
        render: (_, { community }) => <span className="nowrap">{areaName(community)}</span>,
      },
      {
        title: words.list.supervision,
        render: (_, { supervisor, list, proposed }) => (
          <span className="cell-supervision">
            {bodyName(supervisor)}
            <span>
              {listName(list)}
              {proposed && <span className="tone-caution"> {words.list.proposedMark}</span>}
            </span>
          </span>
        ),
      },
      {
        title: words.list.officer,
        render: (_, { officer }) => <span className="nowrap">{officerName(officer)}</span>,
      },
      { title: words.fields.state, render: (_, { state }) => <StateText state={state} /> },
      {
        title: words.fields.lastInspectedOn,
        key: 'lastInspectedOn',
        sorter: true,
        render: (_, { lastInspectedOn, openHazards }) => (
          <span className="cell-inspected">
            {lastInspectedOn ? (
              <span className="num">{lastInspectedOn}</span>
            ) : (
              <span className="quiet">{words.list.never}</span>
            )}
            {openHazards > 0 && <span className="tone-bad">{named(words.list.hazards, String(openHazards))}</span>}
          </span>
        ),
      },
      { title: words.list.expires, render: (_, { expiresOn }) => <ExpiryText on={expiresOn} /> },
    ],
    [words, named, kindName, listName, bodyName, areaName, officerName],
  )
}
