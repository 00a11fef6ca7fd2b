/** The columns of the list of incidents. */
import { useMemo } from 'react'
import { useCodes } from '../../../../desk/codes.ts'
import type { Columns } from '../../../../desk/components/KeysetTable.tsx'
import { Money } from '../../../../desk/components/Money.tsx'
import { TimeText } from '../../../../desk/components/TimeText.tsx'
import { useWords } from '../../../../desk/words.ts'
import { useAreas, useBodies } from '../../../organisation/desk/parts/places.ts'
import type { Incident } from '../../contract.ts'
import { messages } from '../../messages.ts'
import { secondsBetween, useDurationText } from './durations.ts'
import { Casualties, KindText, Marks } from './Marks.tsx'

const blank = <span className="unknown">—</span>

export function useIncidentColumns(): Columns<Incident> {
  const words = useWords(messages)
  const { nameOf: placeName } = useCodes('place-kind')
  const { nameOf: causeName } = useCodes('cause')
  const { nameOf: stationName } = useBodies('station')
  const { nameOf: areaName } = useAreas()
  const durationText = useDurationText()
  return useMemo<Columns<Incident>>(
    () => [
      {
        title: words.list.number,
        key: 'incidentNo',
        sorter: true,
        render: (_, { incidentNo }) => <span className="num nowrap">{incidentNo}</span>,
      },
      {
        title: words.fields.receivedAt,
        key: 'receivedAt',
        sorter: true,
        render: (_, { receivedAt }) => <TimeText at={receivedAt} />,
      },
      {
        title: words.fields.kind,
        render: (_, incident) => (
          <>
            <KindText {...incident} /> <Marks {...incident} onlyUnusual />
            {incident.source === 'local' && <span className="local-mark"> {words.list.localMark}</span>}
          </>
        ),
      },
      {
        title: words.list.place,
        render: (_, { kind, place, address }) => (
          <span className="cell-place" title={address}>
            {kind === 'fire' && (
              <span className={place ? '' : 'unknown'}>{place ? placeName(place) : words.unknown} · </span>
            )}
            <span className="quiet">{address || '—'}</span>
          </span>
        ),
      },
      {
        title: words.list.cause,
        render: (_, { kind, cause, subCause }) =>
          kind !== 'fire' ? (
            blank
          ) : cause ? (
            <span className="cell-cause" title={[cause, subCause].filter(Boolean).map(causeName).join(' / ')}>
              {causeName(cause)}
              {subCause && <span className="quiet"> / {causeName(subCause)}</span>}
            </span>
          ) : (
            <span className="unknown">{words.unknown}</span>
          ),
      },
      {
        title: words.list.where,
        render: (_, { station, community }) => (
          <span className="cell-where" title={[stationName(station), areaName(community)].join(' · ')}>
            {stationName(station)}
            {community && <span className="quiet"> · {areaName(community)}</span>}
          </span>
        ),
      },
      {
        title: <span title={words.list.responseHint}>{words.list.response}</span>,
        align: 'right',
        render: (_, { dispatchedAt, arrivedAt }) => {
          const text = durationText(secondsBetween(dispatchedAt, arrivedAt))
          return text ? <span className="num nowrap">{text}</span> : blank
        },
      },
      {
        title: <span title={words.list.casualtiesHint}>{words.list.casualties}</span>,
        render: (_, incident) => <Casualties {...incident} />,
      },
      {
        title: <span title={words.list.lossSum}>{words.list.loss}</span>,
        key: 'directLossFen',
        sorter: true,
        align: 'right',
        render: (_, { kind, directLossFen }) => (kind === 'fire' ? <Money fen={directLossFen} bare /> : blank),
      },
    ],
    [words, placeName, causeName, stationName, areaName, durationText],
  )
}
