/** The border of an area of the tree, drawn among its neighbours and inside its parent. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api, client } from '../../../../desk/api.ts'
import { fill, useWords } from '../../../../desk/words.ts'
import type { AreaNode, Shape } from '../../areas/contract.ts'
import { messages } from '../../messages.ts'
import { BorderEditor } from './BorderEditor.tsx'
import { useShapes } from './places.ts'

const kinds: readonly Shape['kind'][] = ['street', 'community', 'grid']

export function AreaBorder({ node, onClose }: { node: AreaNode; onClose: () => void }) {
  const words = useWords(messages)
  const queries = useQueryClient()
  const area = useQuery(api.organisation.area.queryOptions({ input: { id: node.id } }))
  const kind = kinds[node.level - 1]
  const parentKind = kinds[node.level - 2]
  const beside = useShapes(kind ?? 'grid', kind !== undefined)
  const above = useShapes(parentKind ?? 'street', parentKind !== undefined)
  const parent = above.find(({ id }) => id === node.parent)
  const around = useMemo(
    () => [...(parent ? [parent] : []), ...beside.filter(({ id }) => id !== node.id)],
    [parent, beside, node.id],
  )
  // Whoever draws must see the newest: what was kept of an earlier look is of an earlier version.
  if (!area.data || area.isFetching) return null
  const { data } = area
  return (
    <BorderEditor
      title={fill(words.border.title, { name: node.name })}
      polygon={data.polygon}
      around={around}
      within={parent}
      onSave={async (polygon) => {
        await client.organisation.saveArea({ ...data, polygon })
        await queries.invalidateQueries({ queryKey: api.organisation.key() })
      }}
      onClose={onClose}
    />
  )
}
