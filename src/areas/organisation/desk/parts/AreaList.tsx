/** The areas as a tree; what is searched for is shown with all that lies above it. */
import { Tree } from 'antd'
import { useMemo, useState } from 'react'
import { EmptyBlock } from '../../../../desk/components/EmptyBlock.tsx'
import { fill, useWords } from '../../../../desk/words.ts'
import type { AreaNode } from '../../areas/contract.ts'
import { messages } from '../../messages.ts'
import { ancestorsOf, branchesOf, foundWithAncestors } from './area-branches.ts'

interface AreaListProps {
  readonly nodes: readonly AreaNode[]
  readonly find: string
  readonly chosen: string | undefined
  readonly onChoose: (id: string | undefined) => void
}

export function AreaList({ nodes, find, chosen, onChoose }: AreaListProps) {
  const words = useWords(messages)
  const [byHand, setByHand] = useState<readonly string[]>([])
  const { kept, opened } = useMemo(() => foundWithAncestors(nodes, find), [nodes, find])
  const branches = useMemo(
    () => branchesOf(nodes, kept, (name) => fill(words.areas.closed, { name })),
    [nodes, kept, words],
  )
  const above = useMemo(() => ancestorsOf(nodes, chosen), [nodes, chosen])
  if (branches.length === 0) return <EmptyBlock />
  return (
    <Tree
      className="area-tree"
      aria-label={words.areas.title}
      treeData={branches}
      blockNode
      virtual
      height={660}
      expandedKeys={[...new Set([...byHand, ...opened, ...above])]}
      selectedKeys={chosen ? [chosen] : []}
      onExpand={(_keys, { node, expanded }) =>
        setByHand(expanded ? [...byHand, node.key] : byHand.filter((key) => key !== node.key))
      }
      onSelect={(_keys, { node, selected }) => onChoose(selected ? node.key : undefined)}
    />
  )
}
