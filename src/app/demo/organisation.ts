/** The bodies, people and areas of the demonstration district. */
import type { Polygon } from '../../kernel/geo.ts'
import type { Random } from '../../kernel/random.ts'
import { type CastMember, cast } from './cast.ts'
import type { Land } from './geography.ts'
import type { CommunityKind } from './land/kinds.ts'
import { communityNames, fireStationNames, furtherStations, personName, phone, streetNames } from './names.ts'

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
  '农业农村局',
  '人力资源和社会保障局',
] as const

export interface DemoBody {
  readonly code: string
  readonly kind: 'branch' | 'brigade' | 'station' | 'street' | 'department'
  readonly name: string
  readonly parent?: string
  readonly polygon?: Polygon
}
export interface DemoPerson {
  readonly name: string
  readonly body: string
  readonly post: string
  readonly phone: string
  readonly account?: Pick<CastMember, 'username' | 'role'>
  /** Codes of the communities that an officer looks after, or of the grid that its leader does. */
  readonly answersFor?: readonly string[]
}
export interface DemoArea {
  /** 1 street, 2 community, 3 grid. */
  readonly level: number
  readonly code: string
  readonly name: string
  readonly parent?: string
  readonly body?: string
  readonly station?: string
  readonly urban?: 'urban' | 'rural'
  readonly polygon: Polygon
}
export interface Founding {
  readonly bodies: readonly DemoBody[]
  readonly people: readonly DemoPerson[]
  readonly areas: readonly DemoArea[]
}

const two = (n: number) => String(n + 1).padStart(2, '0')
const stationCode = (i: number) => `PCS${two(i)}`
const streetBody = (i: number) => `JD${two(i)}`
const streetCode = (i: number) => `${demoDistrict.code}${two(i)}`
const departmentCode = (i: number) => `BM${two(i)}`

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
  const inStreet = new Map<number, number>()
  return land.communities.map(({ street, station, kind, polygon }, i) => {
    const urban = kind === 'rural' ? 'rural' : 'urban'
    const number = (inStreet.get(street) ?? 0) + 1
    inStreet.set(street, number)
    return {
      code: `${streetCode(street)}${String(number).padStart(3, '0')}`,
      name: `${names[i]}${urban === 'rural' ? '村' : '社区'}`,
      kind,
      station: stationCode(station),
      urban,
      polygon,
    }
  })
}

/** Everything that the district is founded with: about 120 officers at 20 stations, and who else takes part. */
export function demoFounding(land: Land, communities: readonly DemoCommunity[], seed: Random): Founding {
  const areas = areasOf(land, communities)
  return { bodies: bodiesOf(land), people: peopleOf(land, communities, areas, seed), areas }
}

function bodiesOf(land: Land): DemoBody[] {
  const { city, name } = demoDistrict
  return [
    { code: 'FJ', kind: 'branch', name: `${city}公安局${name.replace(/区$/, '')}分局` },
    { code: 'XF', kind: 'brigade', name: `${name}消防救援大队` },
    ...stationNames(land).map(
      (station, i): DemoBody => ({
        code: stationCode(i),
        kind: 'station',
        name: `${station}派出所`,
        parent: 'FJ',
        ...(land.stations[i] ? { polygon: land.stations[i] } : {}),
      }),
    ),
    ...streetNames.map(
      (street, i): DemoBody => ({
        code: streetBody(i),
        kind: 'street',
        name: street.endsWith('镇') ? `${street}人民政府` : `${street}办事处`,
      }),
    ),
    ...departments.map(
      (department, i): DemoBody => ({ code: departmentCode(i), kind: 'department', name: `${name}${department}` }),
    ),
  ]
}

/** A street's first station has the street's name, the others have one of their own. */
function stationNames({ streetOfStation }: Land): string[] {
  const further = furtherStations.values()
  return streetOfStation.map((street, i) => {
    const first = streetOfStation.indexOf(street) === i
    return first ? (streetNames[street] ?? '').replace(/街道$|镇$/, '') : (further.next().value ?? `第${i + 1}`)
  })
}

function areasOf(land: Land, communities: readonly DemoCommunity[]): DemoArea[] {
  return [
    ...land.streets.map((polygon, i) => ({
      level: 1,
      code: streetCode(i),
      name: streetNames[i] ?? '',
      body: streetBody(i),
      polygon,
    })),
    ...communities.map(({ code, name, station, urban, polygon }, i) => ({
      level: 2,
      code,
      name,
      station,
      urban,
      polygon,
      parent: streetCode(land.communities[i]?.street ?? 0),
    })),
    ...communities.flatMap(({ code, name, urban }, i) =>
      (land.communities[i]?.grids ?? []).map((polygon, g) => ({
        level: 3,
        code: `${code}G${g + 1}`,
        name: `${name}第${'一二三四五六七八'[g] ?? g + 1}网格`,
        parent: code,
        urban,
        polygon,
      })),
    ),
  ]
}

/** Four to eight officers below the heads, by the residents of the area. */
function officersAt({ communities, stations }: Land, station: number): number {
  const residents = (one: number) =>
    communities.reduce((sum, community) => sum + (community.station === one ? community.residents : 0), 0)
  const average = communities.reduce((sum, community) => sum + community.residents, 0) / stations.length
  return Math.max(4, Math.min(8, Math.round(6.1 * Math.sqrt(residents(station) / average))))
}

function peopleOf(
  land: Land,
  communities: readonly DemoCommunity[],
  areas: readonly DemoArea[],
  seed: Random,
): DemoPerson[] {
  const chance = seed.stream('people')
  let met = 0
  const member = (body: string, post: string): DemoPerson => ({
    name: personName(chance),
    body,
    post,
    phone: phone(met++),
  })
  const known = cast.map(
    ({ username, role, ...who }): DemoPerson => ({ ...who, phone: phone(met++), account: { username, role } }),
  )
  const posts = [
    ...['局长', '治安大队大队长', '法制员'].map((post) => ['FJ', post] as const),
    ...['大队长', '教导员', '监督员', '监督员', '监督员', '火灾调查员'].map((post) => ['XF', post] as const),
    ...fireStationNames.map((name) => ['XF', `${name}消防救援站站长`] as const),
    ...streetNames.flatMap((_, i) => [[streetBody(i), '分管负责人'] as const, [streetBody(i), '安全办主任'] as const]),
    ...departments.map((_, i) => [departmentCode(i), '科长'] as const),
  ]
  const streetOf = new Map(areas.filter(({ level }) => level === 1).map(({ code, body }) => [code, body]))
  const gridLeaders = areas
    .filter(({ level }) => level === 3)
    .map(({ code }) => ({
      ...member(streetOf.get(code.slice(0, streetCode(0).length)) ?? streetBody(0), '网格长'),
      answersFor: [code],
    }))
  const police = land.stations.flatMap((_, i) => stationPeople(land, communities, i, known, member))
  const heads = posts.map(([body, post]) => member(body, post))
  return [...known.filter(({ body }) => !body.startsWith('PCS')), ...heads, ...police, ...gridLeaders]
}

/** Head, deputy, one officer for fire matters, and officers who share the communities among them. */
function stationPeople(
  land: Land,
  communities: readonly DemoCommunity[],
  station: number,
  known: readonly DemoPerson[],
  member: (body: string, post: string) => DemoPerson,
): DemoPerson[] {
  const code = stationCode(station)
  const posts = [
    '所长',
    '副所长',
    '消防民警',
    ...Array.from({ length: officersAt(land, station) - 1 }, () => '社区民警'),
  ]
  const waiting = known.filter(({ body }) => body === code)
  const own = communities.filter((community) => community.station === code).map((community) => community.code)
  const officers = posts.length - 3
  return posts.map((post, i) => {
    const there = waiting.findIndex((person) => person.post === post)
    const person = there < 0 ? member(code, post) : (waiting.splice(there, 1)[0] ?? member(code, post))
    if (post !== '社区民警') return person
    const place = i - 3
    // Where officers outnumber the communities, several look after one.
    const answersFor = own.filter((_, k) => (own.length > officers ? k % officers === place : k === place % own.length))
    return { ...person, answersFor }
  })
}
