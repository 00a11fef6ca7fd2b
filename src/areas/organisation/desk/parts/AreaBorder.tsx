/** The border of an area of the tree, drawn among its neighbours and inside its parent. */
import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api, client } from '../../../../desk/api.ts'
import { fill, useWords } from '../../../../desk/words.ts'
import type { AreaNode, Shape } from '../../areas/contract.ts'
import { messages } from '../../messages.ts'
import { useAreaAsSeen } from './area-as-seen.ts'
import { BorderEditor } from './BorderEditor.tsx'
import { useShapes } from './places.ts'

const kinds: readonly Shape['kind'][] = ['street', 'community', 'grid']

export function AreaBorder({ node, onClose }: { node: AreaNode; onClose: () => void }) {
  const words = useWords(messages)
  const queries = useQueryClient()
  const area = useAreaAsSeen(node.id)
  const kind = kinds[node.level - 1]
  const parentKind = kinds[node.level - 2]
  const beside = useShapes(kind ?? 'grid', kind !== undefined)
  const above = useShapes(parentKind ?? 'street', parentKind !== undefined)
  const parent = above.find(({ id }) => id === node.parent)
  const around = useMemo(
    () => [...(parent ? [parent] : []), ...beside.filter(({ id }) => id !== node.id)],
    [parent, beside, node.id],
  )
  if (!area) return null
  return (
    <BorderEditor
      title={fill(words.border.title, { name: node.name })}
      polygon={area.polygon}
      around={around}
      within={parent}
      onSave={async (polygon) => {
        await client.organisation.saveArea({ ...area, polygon })
        await queries.invalidateQueries({ queryKey: api.organisation.key() })
      }}
      onClose={onClose}
    />
  )
}
