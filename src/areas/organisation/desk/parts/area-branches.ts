/** The list of areas as a tree, whole or as far as a search finds. */
import type { AreaNode } from '../../areas/contract.ts'

export interface Branch {
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

/** The kept nodes as a tree; closed ones stand last among their sisters, and say that they are closed. */
export function branchesOf(
  nodes: readonly AreaNode[],
  kept: ReadonlySet<string>,
  closedName: (name: string) => string,
): Branch[] {
  const branches = new Map<string, Branch>()
  const top: Branch[] = []
  // Parents come before their children: the list is in the order of levels.
  const ordered = nodes.toSorted((a, b) => a.level - b.level || Number(b.active) - Number(a.active))
  for (const { id, parent, name, active } of ordered) {
    if (!kept.has(id)) continue
    const branch = { key: id, title: active ? name : closedName(name), children: [] }
    branches.set(id, branch)
    const above = parent ? branches.get(parent)?.children : top
    above?.push(branch)
  }
  return top
}

/** The ids above a node, from its parent upwards. */
export const ancestorsOf = (nodes: readonly AreaNode[], id: string | undefined): string[] => {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const found: string[] = []
  for (let up = id && byId.get(id)?.parent; up; up = byId.get(up)?.parent ?? undefined) found.push(up)
  return found
}
