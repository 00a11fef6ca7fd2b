/** An incident on a phone: what, when, where, and what it did. */
import { useCodes } from '../../../../desk/codes.ts'
import { Money } from '../../../../desk/components/Money.tsx'
import { TimeText } from '../../../../desk/components/TimeText.tsx'
import { useBodies } from '../../../organisation/desk/parts/places.ts'
import type { Incident } from '../../contract.ts'
import { Casualties, KindText, Marks } from './Marks.tsx'

export function IncidentCard({ incident }: { incident: Incident }) {
  const { nameOf: placeName } = useCodes('place-kind')
  const { nameOf: causeName } = useCodes('cause')
  const { nameOf: stationName } = useBodies('station')
  const { kind, place, cause, address, station, receivedAt, directLossFen, incidentNo } = incident
  const known = kind === 'fire' ? [place && placeName(place), cause && causeName(cause)].filter(Boolean) : []
  return (
    <div>
      <div className="card-line">
        <strong>
          <KindText {...incident} />
          {known.length > 0 && ` ${known.join(' · ')}`} <Marks {...incident} onlyUnusual />
        </strong>
        <TimeText at={receivedAt} />
      </div>
      <div>{address || '—'}</div>
      <div className="card-line card-quiet">
        <span>
          {stationName(station)} · <span className="num">{incidentNo}</span>
        </span>
        {kind === 'fire' && (
          <span>
            <Casualties {...incident} /> {directLossFen !== null && <Money fen={directLossFen} />}
          </span>
        )}
      </div>
    </div>
  )
}
