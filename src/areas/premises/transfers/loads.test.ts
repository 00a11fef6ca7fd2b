import { describe, expect, it } from 'vitest'
import { byStation, ofStation } from './loads.ts'

const load = (officer: string | null, n: number, station: string | null = 'east') => ({
  officer,
  name: officer,
  station,
  n,
})

describe('by station', () => {
  it('counts what nobody answers for, and shares the rest among all who work there', () => {
    const loads = [load('qian', 30), load('zhou', 10), load(null, 5), load(null, 2, null)]
    expect(byStation(loads, () => 4)).toEqual([
      { station: 'east', total: 45, unassigned: 5, officers: 4, mean: 10, most: 30 },
      { station: null, total: 2, unassigned: 2, officers: 0, mean: null, most: null },
    ])
  })
  it('counts officers who answer for its records though they work elsewhere by now', () => {
    expect(byStation([load('qian', 30), load('zhou', 10)], () => 1)[0]).toMatchObject({ officers: 2, mean: 20 })
  })
})

describe('within a station', () => {
  it('names the most laden first, then the idle, and what nobody answers for last', () => {
    const people = [
      { id: 'zhou', name: '周', postName: '社区民警', active: true },
      { id: 'wu', name: '吴', postName: '所长', active: true },
      { id: 'zheng', name: '郑', postName: '社区民警', active: false },
    ]
    const loads = [load(null, 40), load('zhou', 10), load('zheng', 50), load('qian', 9, 'west')]
    expect(ofStation(loads, 'east', people)).toEqual([
      { officer: 'zheng', name: 'zheng', post: null, n: 50, share: 0.5, left: true },
      { officer: 'zhou', name: 'zhou', post: '社区民警', n: 10, share: 0.1, left: false },
      { officer: 'wu', name: '吴', post: '所长', n: 0, share: 0, left: false },
      { officer: null, name: null, post: null, n: 40, share: 0.4, left: false },
    ])
  })
  it('is empty where there is nobody and nothing', () => {
    expect(ofStation([], 'east', [])).toEqual([])
  })
})
