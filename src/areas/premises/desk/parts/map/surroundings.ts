/** What is already placed near a record without a point: neighbours on its road, estates and buildings of its community. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api } from '../../../../../desk/api.ts'
import type { MapMark } from '../../../../../desk/components/map/drawn.ts'
import type { Premises } from '../../../record-contract.ts'
import { roadOf } from './placing.ts'

const staleTime = 60_000
const shown = 100

/** Numbers of the road are labelled as such: between 10号 and 14号 lies 12号. */
const houseOf = ({ address, name }: Premises, road: string): string => {
  const number = address.slice(address.indexOf(road) + road.length)
  return /^\d/.test(number) ? number.slice(0, 10) : name
}

export function useSurroundings({ community, station, address }: Premises): MapMark[] {
  const road = roadOf(address)
  const ground = community ? { community: [community] } : station ? { station: [station] } : undefined
  const landmarks = useQuery({
    ...api.premises.list.queryOptions({
      input: { ...ground, form: ['building', 'estate', 'committee'], located: 'known', limit: shown },
      staleTime,
    }),
    enabled: ground !== undefined,
  })
  const neighbours = useQuery({
    ...api.premises.list.queryOptions({
      input: { ...ground, q: road ?? '', located: 'known', limit: shown },
      staleTime,
    }),
    enabled: road !== undefined,
  })
  return useMemo(() => {
    const marks = new Map<string, MapMark>()
    const add = (items: readonly Premises[] | undefined, tone: MapMark['tone'], label: (one: Premises) => string) => {
      for (const one of items ?? [])
        if (one.lng !== null && one.lat !== null)
          marks.set(one.id, { id: one.id, lng: one.lng, lat: one.lat, label: label(one), ...(tone ? { tone } : {}) })
    }
    add(landmarks.data?.items, 'quiet', ({ name }) => name)
    if (road) add(neighbours.data?.items, 'plain', (one) => houseOf(one, road))
    return [...marks.values()]
  }, [landmarks.data, neighbours.data, road])
}
