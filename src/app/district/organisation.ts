/** The bodies, people and areas of the demonstration district. */
import type { Polygon } from '../../kernel/geo.ts'
import type { Random } from './random.ts'
import { cast } from '../demo/cast.ts'
import type { CommunityKind, Land } from './geography.ts'
import { communityNames, personName, phone, streetNames } from './names.ts'

export const demoDistrict = { code: '990101', name: '青澜区', city: '海岚市' } as const

const departments = [
  '住房和城乡建设局',
  '教育局',
  '民政局',
  '市场监督管理局',
  '应急管理局',
  '文化和旅游局',
  '卫生健康局',
  '城市管理局',
  '商务局',
  '发展和改革局',
] as const

const two = (n: number) => String(n + 1).padStart(2, '0')
export const stationCode = (i: number) => `PCS${two(i)}`
const streetBody = (i: number) => `JD${two(i)}`
const streetCode = (i: number) => `990101${two(i)}`
export const communityCode = (street: number, i: number) => `${streetCode(street)}${String(i + 1).padStart(3, '0')}`

export interface DemoCommunity {
  readonly code: string
  readonly name: string
  readonly kind: CommunityKind
  readonly station: string
  readonly urban: 'urban' | 'rural'
  readonly polygon: Polygon
}

/** The communities with their codes and names, in the order of the land. */
export function nameCommunities(land: Land, seed: Random): DemoCommunity[] {
  const names = communityNames(land.communities.length, seed.stream('communities'))
  return land.communities.map(({ street, station, kind, polygon }, i) => {
    const urban = kind === 'rural' ? 'rural' : 'urban'
    return {
      code: communityCode(street, i),
      name: `${names[i]}${urban === 'rural' ? '村' : '社区'}`,
      kind,
      station: stationCode(station),
      urban,
      polygon,
    }
  })
}

/** Everything that the district is founded with: about 120 officers at 20 stations, and who else takes part. */
export function demoFounding(land: Land, communities: readonly DemoCommunity[], seed: Random) {
  const chance = seed.stream('people')
  const bodies = [
    { code: 'FJ', kind: 'branch', name: `${demoDistrict.city}公安局${demoDistrict.name}分局` },
    { code: 'XF', kind: 'brigade', name: `${demoDistrict.name}消防救援大队` },
    ...land.stations.map((polygon, i) => ({
      code: stationCode(i),
      kind: 'station',
      name: `${stationName(i)}派出所`,
      parent: 'FJ',
      polygon,
    })),
    ...streetNames.map((name, i) => ({
      code: streetBody(i),
      kind: 'street',
      name: name.endsWith('镇') ? `${name}人民政府` : `${name}办事处`,
    })),
    ...departments.map((name, i) => ({ code: `BM${two(i)}`, kind: 'department', name: `${demoDistrict.name}${name}` })),
  ]
  const member = (body: string, post: string) => ({ name: personName(chance), body, post, phone: phone(chance) })
  const people = [
    ...cast.map(({ username, role, ...who }) => ({ ...who, phone: phone(chance), account: { username, role } })),
    ...land.stations.flatMap((_, i) => {
      const known = cast.filter(({ body }) => body === stationCode(i)).map(({ post }) => post)
      const head = known.includes('所长') ? [] : [member(stationCode(i), '所长')]
      const officers = Array.from({ length: chance.between(3, 5) }, () => member(stationCode(i), '社区民警'))
      return [...head, member(stationCode(i), '副所长'), member(stationCode(i), '消防民警'), ...officers]
    }),
    ...streetNames.map((_, i) => member(streetBody(i), '安全办主任')),
    ...departments.map((_, i) => member(`BM${two(i)}`, '科长')),
    member('XF', '大队长'),
    member('FJ', '局长'),
  ]
  const areas = [
    ...land.streets.map((polygon, i) => ({
      level: 1,
      code: streetCode(i),
      name: streetNames[i] ?? '',
      body: streetBody(i),
      polygon,
    })),
    ...communities.map(({ kind, ...community }, i) => ({
      level: 2,
      ...community,
      parent: streetCode(land.communities[i]?.street ?? 0),
    })),
    ...communities.flatMap(({ code, name, urban }) =>
      Array.from({ length: chance.between(2, 4) }, (_, g) => ({
        level: 3,
        code: `${code}G${g + 1}`,
        name: `${name}第${'一二三四'[g]}网格`,
        parent: code,
        urban,
      })),
    ),
  ]
  return { bodies, people, areas }
}

/** A street's two stations: the first has the street's name, the second one of its own. */
function stationName(i: number): string {
  const street = (streetNames[Math.floor(i / 2)] ?? '').replace(/(里)?街道$|镇$/, '')
  return i % 2 === 0
    ? street
    : `${street}${['东', '西', '南', '北', '湾', '桥', '渡', '新区', '河口', '山前'][Math.floor(i / 2)]}`
}
