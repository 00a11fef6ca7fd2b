/** The columns of the list of hazards, and a hazard on a phone. */
import { useMemo } from 'react'
import { useCodes } from '../../../../desk/codes.ts'
import type { Columns } from '../../../../desk/components/KeysetTable.tsx'
import { TimeText } from '../../../../desk/components/TimeText.tsx'
import { useWords } from '../../../../desk/words.ts'
import { useBodies, usePeopleNames } from '../../../organisation/desk/parts/places.ts'
import { messages } from '../../messages.ts'
import type { Hazard } from '../../record-contract.ts'
import { Gravity, HazardState, NextLine } from './HazardMarks.tsx'

export function useHazardColumns(): Columns<Hazard> {
  const words = useWords(messages)
  const { nameOf: conductName } = useCodes('conduct')
  const { nameOf: bodyName } = useBodies()
  const { nameOf: personName } = usePeopleNames()
  return useMemo<Columns<Hazard>>(
    () => [
      {
        title: words.list.what,
        render: (_, hazard) => (
          <span className="cell-place" title={conductName(hazard.conduct)}>
            {hazard.words} <Gravity {...hazard} />
            {hazard.spot && <span className="quiet"> · {hazard.spot}</span>}
          </span>
        ),
      },
      {
        title: words.list.place,
        render: (_, { premisesName, address }) => (
          <span className="cell-place" title={address}>
            {premisesName}
          </span>
        ),
      },
      { title: words.fields.state, render: (_, hazard) => <HazardState {...hazard} /> },
      { title: words.list.next, render: (_, hazard) => <NextLine {...hazard} /> },
      {
        title: words.fields.officer,
        render: (_, { officer, body }) => (
          <span className="cell-where">
            {officer ? personName(officer) : '—'} <span className="quiet">{bodyName(body)}</span>
          </span>
        ),
      },
      { title: words.list.found, render: (_, { foundAt }) => <TimeText at={foundAt} /> },
    ],
    [words, conductName, bodyName, personName],
  )
}

export function HazardCard({ hazard }: { hazard: Hazard }) {
  return (
    <div>
      <div className="card-line">
        <strong className="hazard-card-words">
          {hazard.words} <Gravity {...hazard} />
        </strong>
        <HazardState {...hazard} />
      </div>
      <div>{hazard.premisesName}</div>
      <div className="card-line card-quiet">
        <NextLine {...hazard} />
      </div>
    </div>
  )
}
