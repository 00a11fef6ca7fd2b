import { expect, it } from 'vitest'
import type { AreaNode } from '../../areas/contract.ts'
import { ancestorsOf, branchesOf, foundWithAncestors } from './area-branches.ts'

const node = (id: string, level: number, parent: string | null, name: string): AreaNode => ({
  id,
  level,
  parent,
  code: `99${id}`,
  name,
  station: null,
  body: null,
  person: null,
  urban: null,
  active: true,
  version: 1,
  hasArea: false,
})
const nodes = [
  node('1', 1, null, '临海街道'),
  node('2', 1, null, '石桥街道'),
  node('11', 2, '1', '和平社区'),
  node('12', 2, '1', '光明社区'),
  node('21', 2, '2', '和平里社区'),
  node('111', 3, '11', '第一网格'),
]

it('without a search everything is kept and nothing opened', () => {
  const { kept, opened } = foundWithAncestors(nodes, '')
  expect(kept.size).toBe(nodes.length)
  expect(opened).toEqual([])
})

it('a search keeps what it finds with all that lies above it, and opens that', () => {
  const { kept, opened } = foundWithAncestors(nodes, '和平')
  expect([...kept].sort()).toEqual(['1', '11', '2', '21'])
  expect(opened.sort()).toEqual(['1', '2'])
  expect(branchesOf(nodes, kept, String)).toEqual([
    { key: '1', title: '临海街道', children: [{ key: '11', title: '和平社区', children: [] }] },
    { key: '2', title: '石桥街道', children: [{ key: '21', title: '和平里社区', children: [] }] },
  ])
})

it('finds by the beginning of a code', () => {
  expect([...foundWithAncestors(nodes, '9911').kept].sort()).toEqual(['1', '11', '111'])
})

it('knows what lies above an area', () => {
  expect(ancestorsOf(nodes, '111')).toEqual(['11', '1'])
  expect(ancestorsOf(nodes, undefined)).toEqual([])
})
