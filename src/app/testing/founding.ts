/** A small district for tests: two stations, two streets, three communities, and the cast. */
import type { Polygon } from '../../kernel/geo.ts'
import { cast } from '../demo/cast.ts'

const square = (west: number, south: number, size = 0.01): Polygon => [
  [
    [west, south],
    [west + size, south],
    [west + size, south + size],
    [west, south + size],
    [west, south],
  ],
]

export const testDistrict = '990199'

export const testFounding = {
  bodies: [
    { code: 'FJ', kind: 'branch', name: '试验分局' },
    { code: 'XF', kind: 'brigade', name: '试验消防救援大队' },
    { code: 'PCS01', kind: 'station', name: '东街派出所', parent: 'FJ', polygon: square(122.9, 30.9, 0.02) },
    { code: 'PCS02', kind: 'station', name: '西街派出所', parent: 'FJ', polygon: square(122.92, 30.9, 0.02) },
    { code: 'BM01', kind: 'department', name: '住房和城乡建设局' },
    { code: 'JD01', kind: 'street', name: '东街街道办事处' },
    { code: 'JD02', kind: 'street', name: '西街街道办事处' },
  ],
  people: cast.map(({ username, role, ...person }) => ({
    ...person,
    phone: '19900000001',
    account: { username, role },
  })),
  areas: [
    { level: 1, code: 'S1', name: '东街街道', body: 'JD01' },
    { level: 1, code: 'S2', name: '西街街道', body: 'JD02' },
    {
      level: 2,
      code: 'S1C1',
      name: '柳荫社区',
      parent: 'S1',
      station: 'PCS01',
      urban: 'urban',
      polygon: square(122.9, 30.9),
    },
    {
      level: 2,
      code: 'S1C2',
      name: '石桥社区',
      parent: 'S1',
      station: 'PCS01',
      urban: 'urban',
      polygon: square(122.91, 30.9),
    },
    {
      level: 2,
      code: 'S2C1',
      name: '麦田村',
      parent: 'S2',
      station: 'PCS02',
      urban: 'rural',
      polygon: square(122.92, 30.9),
    },
  ],
}
