/** In which community and whose area a point falls, and what of the record would change with it. */
import { fill, useWords } from '../../../../../desk/words.ts'
import type { LngLat } from '../../../../../kernel/geo.ts'
import { messages } from '../../../map/messages.ts'
import type { Premises } from '../../../record-contract.ts'

interface Area {
  readonly id: string
  readonly name: string
}
interface WhereItFallsProps {
  readonly pin: LngLat | null
  readonly premises: Premises
  readonly community: Area | undefined
  readonly station: Area | undefined
}

export function WhereItFalls({ pin, premises, community, station }: WhereItFallsProps) {
  const w = useWords(messages).locate
  if (!pin) return <p className="placing-falls quiet">{w.known}</p>
  if (!community && !station)
    return (
      <p className="placing-falls tone-caution" aria-live="polite">
        {w.fallsNowhere}
      </p>
    )
  const [communityName, stationName] = [community?.name ?? '—', station?.name ?? '—']
  const elsewhere = premises.community !== null && community !== undefined && community.id !== premises.community
  const otherStation = premises.station !== null && station !== undefined && station.id !== premises.station
  return (
    <p className="placing-falls" aria-live="polite">
      <strong>{fill(w.falls, { community: communityName, station: stationName })}</strong>
      {elsewhere && <span className="tone-caution">{fill(w.fallsElsewhere, { community: communityName })}</span>}
      {otherStation && <span className="tone-caution">{fill(w.otherStation, { station: stationName })}</span>}
    </p>
  )
}
