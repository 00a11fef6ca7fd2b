/** What may stand where in the tree of areas. */
import type { AreaNode } from './contract.ts'

/** An area as it is to be; without an id it is new. */
export type Placed = Pick<AreaNode, 'level' | 'parent' | 'code' | 'station' | 'active'> & { readonly id?: string }
/** An area that others are measured against. */
export type Standing = Pick<AreaNode, 'id' | 'level' | 'parent' | 'code' | 'name' | 'active'>

/** The tree as it stands, with what its areas may name. */
export interface Tree {
  /** How many levels the district has. */
  readonly levels: number
  readonly byId: ReadonlyMap<string, Standing>
  readonly byCode: ReadonlyMap<string, Standing>
  /** The ids of areas with an open one below them. */
  readonly holding: ReadonlySet<string>
  readonly stations: ReadonlySet<string>
}

export function treeOf(nodes: readonly Standing[], levels: number, stations: Iterable<string>): Tree {
  return {
    levels,
    byId: new Map(nodes.map((node) => [node.id, node])),
    byCode: new Map(nodes.map((node) => [node.code, node])),
    holding: new Set(nodes.flatMap(({ parent, active }) => (active && parent ? [parent] : []))),
    stations: new Set(stations),
  }
}

interface Ground {
  readonly property: 'level' | 'parent' | 'code' | 'station' | 'active'
  readonly refuses: (area: Placed, tree: Tree) => boolean
}
const parentOf = ({ parent }: Placed, { byId }: Tree) => (parent === null ? undefined : byId.get(parent))

/** Each ground on which an area is refused, and the property at fault. */
export const areaGrounds = {
  'level-unknown': { property: 'level', refuses: ({ level }, { levels }) => level > levels },
  'parent-wanting': { property: 'parent', refuses: ({ level, parent }) => level > 1 && parent === null },
  'parent-of-the-highest': { property: 'parent', refuses: ({ level, parent }) => level === 1 && parent !== null },
  'parent-not-there': {
    property: 'parent',
    refuses: (area, tree) => area.parent !== null && parentOf(area, tree) === undefined,
  },
  'parent-of-other-level': {
    property: 'parent',
    refuses: (area, tree) => area.level > 1 && (parentOf(area, tree)?.level ?? area.level - 1) !== area.level - 1,
  },
  'parent-closed': {
    property: 'parent',
    refuses: (area, tree) => area.active && parentOf(area, tree)?.active === false,
  },
  'code-taken': {
    property: 'code',
    refuses: ({ code, id }, { byCode }) => byCode.has(code) && byCode.get(code)?.id !== id,
  },
  'station-not-there': {
    property: 'station',
    refuses: ({ station }, { stations }) => station !== null && !stations.has(station),
  },
  'open-areas-below': {
    property: 'active',
    refuses: ({ id, active }, { holding }) => !active && id !== undefined && holding.has(id),
  },
} as const satisfies Record<string, Ground>
export type AreaGround = keyof typeof areaGrounds

/** Every ground on which the tree refuses an area. */
export const refusalsOf = (area: Placed, tree: Tree): AreaGround[] =>
  (Object.keys(areaGrounds) as AreaGround[]).filter((ground) => areaGrounds[ground].refuses(area, tree))
