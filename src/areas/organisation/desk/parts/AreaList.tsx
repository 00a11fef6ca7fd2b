/** The areas as a tree; what is searched for is shown with all that lies above it. */
import { Tree } from 'antd'
import { useMemo, useState } from 'react'
import { EmptyBlock } from '../../../../desk/components/EmptyBlock.tsx'
import { useWords } from '../../../../desk/words.ts'
import type { AreaNode } from '../../contract.ts'
import { messages } from '../../messages.ts'

interface Branch {
  readonly key: string
  readonly title: string
  readonly children: Branch[]
}

/** The nodes that a search finds, with their ancestors; all of them where nothing is searched for. */
export function foundWithAncestors(nodes: readonly AreaNode[], find: string): { kept: Set<string>; opened: string[] } {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  if (!find) return { kept: new Set(byId.keys()), opened: [] }
  const kept = new Set<string>()
  const opened = new Set<string>()
  for (const node of nodes) {
    if (!node.name.includes(find) && !node.code.startsWith(find)) continue
    kept.add(node.id)
    for (let up = node.parent; up; up = byId.get(up)?.parent ?? null) {
      kept.add(up)
      opened.add(up)
    }
  }
  return { kept, opened: [...opened] }
}

function branchesOf(nodes: readonly AreaNode[], kept: ReadonlySet<string>): Branch[] {
  const branches = new Map<string, Branch>()
  const top: Branch[] = []
  // Parents come before their children: the list is in the order of levels.
  for (const { id, parent, name } of nodes) {
    if (!kept.has(id)) continue
    const branch = { key: id, title: name, children: [] }
    branches.set(id, branch)
    const above = parent ? branches.get(parent)?.children : top
    above?.push(branch)
  }
  return top
}

const ancestorsOf = (nodes: readonly AreaNode[], id: string | undefined): string[] => {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const found: string[] = []
  for (let up = id && byId.get(id)?.parent; up; up = byId.get(up)?.parent ?? undefined) found.push(up)
  return found
}

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
  const branches = useMemo(() => branchesOf(nodes, kept), [nodes, kept])
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
