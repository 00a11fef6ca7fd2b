/** What kind of place each community is: by rank of age, works and density, so that each kind is there in its number. */
import { distance, type Spot } from './plane.ts'
import { industryAt, oldTown, towns } from './terrain.ts'

export type CommunityKind = 'oldQuarter' | 'newEstate' | 'urbanVillage' | 'industrial' | 'market' | 'rural'

export interface Place {
  readonly centre: Spot
  readonly residents: number
  /** In square kilometres. */
  readonly area: number
}

const shares = { rural: 0.22, industrial: 0.1, oldQuarter: 0.15, market: 0.09, urbanVillage: 0.16 }

export function kindsOf(places: readonly Place[]): CommunityKind[] {
  const kinds: (CommunityKind | undefined)[] = places.map(() => undefined)
  const density = ({ residents, area }: Place) => residents / area
  /** Gives the kind to those of the rest that have most of it. */
  const give = (kind: keyof typeof shares, much: (place: Place) => number, count = places.length * shares[kind]) => {
    const rest = places.flatMap((place, i) => (kinds[i] ? [] : [{ i, much: much(place) }]))
    for (const { i } of rest.sort((one, other) => other.much - one.much).slice(0, Math.round(count))) kinds[i] = kind
  }
  for (const town of towns) give('market', ({ centre }) => -distance(town, centre), 1)
  give('industrial', ({ centre }) => industryAt(centre))
  give('rural', (place) => -density(place))
  give('oldQuarter', ({ centre }) => -distance(oldTown, centre))
  give('market', density, places.length * shares.market - towns.length)
  // Villages that the town grew around: where works are near and it is not yet dense.
  give('urbanVillage', (place) => 1.5 * industryAt(place.centre) - density(place) / 15_000)
  return kinds.map((kind) => kind ?? 'newEstate')
}
