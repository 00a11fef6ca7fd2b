/** The communities coloured by their fires. */
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { api } from '../../../../desk/api.ts'
import { MapView } from '../../../../desk/components/MapView.tsx'
import { useWords } from '../../../../desk/words.ts'
import type { Figures } from '../../figures/contract.ts'
import { figureKey } from '../../figures/drill.ts'
import { messages } from '../messages.ts'
import { placeOf } from './shown.ts'

export function CommunityMap({ figures }: { figures: Figures }) {
  const words = useWords(messages).home
  const navigate = useNavigate()
  const shapes = useQuery(api.organisation.shapes.queryOptions({ input: { kind: 'community' }, staleTime: 600_000 }))
  const fires = new Map(figures.breakdowns.community.map((part) => [part.code, part.fires]))
  // Whoever sees the district counts nought where nothing burned; beyond a person's reach it is unknown.
  const elsewhere = figures.scope === 'own' ? undefined : 0
  return (
    <MapView
      title={words.map}
      height={312}
      areas={(shapes.data?.items ?? []).map(({ id, name, polygon }) => {
        const value = fires.get(id) ?? elsewhere
        return { id, name: value === undefined ? name : `${name} ${value}`, polygon, value: value ?? null }
      })}
      onPickArea={(id) => {
        const place = placeOf(figures, figureKey('period', 'fires', { community: id }))
        if (place) void navigate(place)
      }}
    />
  )
}
