/** The columns of the list of visits, and a visit on a phone. */
import { Tag } from 'antd'
import { useMemo } from 'react'
import { useCodes } from '../../../../desk/codes.ts'
import type { Columns } from '../../../../desk/components/KeysetTable.tsx'
import { TimeText } from '../../../../desk/components/TimeText.tsx'
import { fill, useWords } from '../../../../desk/words.ts'
import { useBodies } from '../../../organisation/desk/parts/places.ts'
import type { VisitRow } from '../../visits/contract.ts'
import { messages } from '../../visits/messages.ts'

/** How long it took, in whole minutes. */
export const minutesOf = ({ startedAt, endedAt }: Pick<VisitRow, 'startedAt' | 'endedAt'>): number =>
  Math.round((Date.parse(endedAt) - Date.parse(startedAt)) / 60_000)

export function VisitMarks({ marks }: Pick<VisitRow, 'marks'>) {
  const words = useWords(messages)
  return (
    <>
      {marks.map((mark) => (
        <Tag key={mark}>{words.marks[mark]}</Tag>
      ))}
    </>
  )
}

function Yield({ hazards, rechecked }: Pick<VisitRow, 'hazards' | 'rechecked'>) {
  const words = useWords(messages).list
  return (
    <span className="num nowrap">
      {hazards > 0 && fill(words.found, { n: hazards })} {rechecked > 0 && fill(words.rechecked, { n: rechecked })}
      {hazards + rechecked === 0 && <span className="quiet">{words.nothing}</span>}
    </span>
  )
}

export function useVisitColumns(): Columns<VisitRow> {
  const words = useWords(messages)
  const { nameOf: kindName } = useCodes('visit-kind')
  const { nameOf: bodyName } = useBodies()
  return useMemo<Columns<VisitRow>>(
    () => [
      { title: words.fields.startedAt, render: (_, { startedAt }) => <TimeText at={startedAt} /> },
      { title: words.fields.kind, render: (_, { kind }) => <span className="nowrap">{kindName(kind)}</span> },
      {
        title: words.fields.premises,
        render: (_, { premisesName, address }) => (
          <span className="cell-place" title={address}>
            {premisesName} <span className="quiet">{address}</span>
          </span>
        ),
      },
      {
        title: words.fields.inspectors,
        render: (_, { inspectorNames, body }) => (
          <span className="cell-where">
            {inspectorNames.join(words.list.and)} <span className="quiet">{bodyName(body)}</span>
          </span>
        ),
      },
      {
        title: words.list.minutes,
        align: 'right',
        render: (_, visit) => <span className="num">{minutesOf(visit)}</span>,
      },
      { title: words.list.yield, render: (_, visit) => <Yield {...visit} /> },
      { title: words.fields.marks, render: (_, visit) => <VisitMarks {...visit} /> },
    ],
    [words, kindName, bodyName],
  )
}

export function VisitCard({ visit }: { visit: VisitRow }) {
  const words = useWords(messages).list
  const { nameOf: kindName } = useCodes('visit-kind')
  return (
    <div>
      <div className="card-line">
        <strong>
          {visit.premisesName} <VisitMarks {...visit} />
        </strong>
        <TimeText at={visit.startedAt} />
      </div>
      <div className="card-line card-quiet">
        <span>
          {kindName(visit.kind)} · {visit.inspectorNames.join(words.and)}
        </span>
        <Yield {...visit} />
      </div>
    </div>
  )
}
