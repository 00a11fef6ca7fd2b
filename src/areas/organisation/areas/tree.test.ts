import { describe, expect, it } from 'vitest'
import { type AreaGround, areaGrounds, type Placed, refusalsOf, treeOf } from './tree.ts'

const standing = (id: string, level: number, parent: string | null, active = true) => ({
  id,
  level,
  parent,
  code: `C${id}`,
  name: id,
  active,
})
const tree = treeOf(
  [standing('1', 1, null), standing('11', 2, '1'), standing('2', 1, null, false), standing('21', 2, '2', false)],
  3,
  ['station'],
)
const fresh: Placed = { level: 2, parent: '1', code: 'C12', station: 'station', active: true }

it('takes an area below one of the level above', () => {
  expect(refusalsOf(fresh, tree)).toEqual([])
  expect(refusalsOf({ ...fresh, level: 3, parent: '11' }, tree)).toEqual([])
  expect(refusalsOf({ ...fresh, level: 1, parent: null }, tree)).toEqual([])
})

const refused: Record<AreaGround, Placed> = {
  'level-unknown': { ...fresh, level: 4, parent: '11' },
  'parent-wanting': { ...fresh, parent: null },
  'parent-of-the-highest': { ...fresh, level: 1 },
  'parent-not-there': { ...fresh, parent: '9' },
  'parent-of-other-level': { ...fresh, level: 3 },
  'parent-closed': { ...fresh, parent: '2' },
  'code-taken': { ...fresh, code: 'C11' },
  'station-not-there': { ...fresh, station: 'street' },
  'open-areas-below': { ...fresh, ...standing('1', 1, null, false) },
}
describe('refuses', () => {
  it.each(Object.keys(areaGrounds) as AreaGround[])('%s', (ground) =>
    expect(refusalsOf(refused[ground], tree)).toContain(ground),
  )
})

it('lets an area keep its code, and close when what hangs on it is closed', () => {
  const closed = { ...fresh, ...standing('2', 1, null, false) }
  expect(refusalsOf(closed, tree)).toEqual([])
  expect(refusalsOf({ ...closed, active: true }, tree)).toEqual([])
  expect(refusalsOf({ ...fresh, ...standing('21', 2, '2', true) }, tree)).toEqual(['parent-closed'])
})
