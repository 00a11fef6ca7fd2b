/** The demonstration district holds together: its areas tile, its roads connect, its bodies and people are complete. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roleKeys } from '../../areas/organisation/roles.ts'
import { boundsOf, inPolygon, type LngLat, metresBetween, type Polygon } from '../../kernel/geo.ts'
import { random } from '../../kernel/random.ts'
import { cast } from './cast.ts'
import { type District, makeDistrict } from './district.ts'

const demo = makeDistrict(random('shouwang-demonstration-1'))
const other = makeDistrict(random('another'))

/** Twice the area on the map, in degrees²: enough to compare. */
const areaOf = ([ring = []]: Polygon) => {
  let sum = 0
  for (let i = 1; i < ring.length; i++) {
    const [[ax, ay], [bx, by]] = [ring[i - 1] ?? [0, 0], ring[i] ?? [0, 0]]
    sum += (ax - 122.9) * (by - 30.9) - (bx - 122.9) * (ay - 30.9)
  }
  return sum
}
const total = (polygons: readonly Polygon[]) => polygons.reduce((sum, polygon) => sum + areaOf(polygon), 0)

describe('a seed', () => {
  it('makes the same district again, byte for byte', () =>
    expect(JSON.stringify(makeDistrict(random('shouwang-demonstration-1')))).toBe(JSON.stringify(demo)))
  it('makes another district from another word', () =>
    expect(JSON.stringify(other.areas)).not.toBe(JSON.stringify(demo.areas)))
})

describe.each([
  ['the demonstration', demo],
  ['another seed', other],
] as const)('the land of %s', (_, district: District) => {
  const { land } = district
  const communities = land.communities.map(({ polygon }) => polygon)
  const grids = land.communities.flatMap((community) => community.grids)

  it('is about 12 by 10 kilometres', () => {
    const { west, south, east, north } = boundsOf(land.outline[0] ?? [])
    const [wide, high] = [metresBetween([west, south], [east, south]), metresBetween([west, south], [west, north])]
    expect(wide).toBeGreaterThan(10_500)
    expect(wide).toBeLessThan(13_500)
    expect(high).toBeGreaterThan(8500)
    expect(high).toBeLessThan(12_000)
  })
  it('has ninety communities, twenty stations, ten streets', () =>
    expect([communities.length, land.stations.length, land.streets.length]).toEqual([90, 20, 10]))
  it.each([
    ['communities', communities],
    ['grids', grids],
    ['station areas', land.stations],
    ['streets', land.streets],
  ] as const)('is tiled by its %s', (_name, polygons) => {
    for (const polygon of polygons) expect(areaOf(polygon)).toBeGreaterThan(0)
    expect(total(polygons) / total([land.outline])).toBeCloseTo(1, 9)
    const { west, south, east, north } = boundsOf(land.outline[0] ?? [])
    const point = fc.tuple(
      fc.double({ min: west, max: east, noNaN: true }),
      fc.double({ min: south, max: north, noNaN: true }),
    )
    fc.assert(
      fc.property(point, (at: LngLat) => {
        const within = polygons.filter((polygon) => inPolygon(at, polygon)).length
        expect(within).toBe(inPolygon(at, land.outline) ? 1 : 0)
      }),
      { numRuns: 1500 },
    )
  })
  it('has each community in one station and one street, and each grid in its community', () => {
    for (const { polygon, station, street, grids: own, sites } of land.communities) {
      const inner = sites[0]?.point ?? [0, 0]
      expect(inPolygon(inner, polygon)).toBe(true)
      expect(land.stations.flatMap((area, i) => (inPolygon(inner, area) ? [i] : []))).toEqual([station])
      expect(land.streets.flatMap((area, i) => (inPolygon(inner, area) ? [i] : []))).toEqual([street])
      expect(land.streetOfStation[station]).toBe(street)
      expect(total(own) / areaOf(polygon)).toBeCloseTo(1, 9)
    }
  })
  it('has every kind of community, and most people where it is not rural', () => {
    const kinds = new Set(land.communities.map(({ kind }) => kind))
    expect([...kinds].sort()).toEqual(['industrial', 'market', 'newEstate', 'oldQuarter', 'rural', 'urbanVillage'])
    const residents = land.communities.reduce((sum, community) => sum + community.residents, 0)
    const rural = land.communities.reduce((sum, { kind, residents: n }) => sum + (kind === 'rural' ? n : 0), 0)
    expect(residents).toBeGreaterThan(250_000)
    expect(rural / residents).toBeLessThan(0.25)
  })
  it('has its addresses inside their communities, each in one place', () => {
    for (const { polygon, sites } of land.communities) {
      expect(sites.length).toBeGreaterThanOrEqual(10)
      for (const { point } of sites) expect(inPolygon(point, polygon)).toBe(true)
      expect(new Set(sites.map(({ where }) => where)).size).toBe(sites.length)
    }
  })

  describe('the roads', () => {
    const { nodes, segments } = district.roads
    it('lead from every crossing to every other', () => {
      const next = new Map<number, number[]>()
      for (const { from, to } of segments)
        for (const [a, b] of [
          [from, to],
          [to, from],
        ] as const)
          next.set(a, [...(next.get(a) ?? []), b])
      const seen = new Set([0])
      const open = [0]
      for (let at = open.pop(); at !== undefined; at = open.pop())
        for (const end of next.get(at) ?? [])
          if (!seen.has(end)) {
            seen.add(end)
            open.push(end)
          }
      expect(nodes.length).toBeGreaterThan(800)
      expect(seen.size).toBe(nodes.length)
    })
    it('begin and end at their nodes, have names, and keep a believable speed', () => {
      for (const { from, to, line, name, kmPerHour, metres } of segments) {
        expect([line[0], line.at(-1)]).toEqual([nodes[from], nodes[to]])
        expect(name).not.toBe('')
        expect(kmPerHour).toBeGreaterThan(10)
        expect(metres).toBeGreaterThan(0)
      }
    })
    it('bridge the river three times', () => {
      const bridges = new Set(segments.filter(({ line }) => crossings(line, land.river) > 0).map(({ name }) => name))
      expect(bridges.size).toBe(3)
    })
  })
})

/** How often two lines cross. */
function crossings(one: readonly LngLat[], two: readonly LngLat[]): number {
  const side = (a: LngLat, b: LngLat, c: LngLat) => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) > 0
  const pieces = (line: readonly LngLat[]) => line.slice(1).map((to, i) => [line[i] ?? to, to] as const)
  let count = 0
  for (const [a, b] of pieces(one))
    for (const [c, d] of pieces(two)) if (side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b)) count++
  return count
}

describe('the organisation', () => {
  const { bodies, people, areas, posts, accounts } = demo
  const codes = new Set(bodies.map(({ code }) => code))
  const ofKind = (kind: string) => bodies.filter((body) => body.kind === kind)

  it('has a branch, a brigade, twenty stations with their areas, ten streets and the departments', () => {
    expect([ofKind('branch').length, ofKind('brigade').length]).toEqual([1, 1])
    expect([ofKind('station').length, ofKind('street').length]).toEqual([20, 10])
    expect(ofKind('department').length).toBeGreaterThan(7)
    expect(demo.stationAreas.map(({ station }) => station)).toEqual(ofKind('station').map(({ code }) => code))
    expect(new Set(bodies.map(({ name }) => name)).size).toBe(bodies.length)
  })
  it('has 110 to 130 officers, four to eight at each station beside its head and deputy', () => {
    const officers = people.filter(({ post }) => post.endsWith('民警'))
    expect(officers.length).toBeGreaterThanOrEqual(110)
    expect(officers.length).toBeLessThanOrEqual(130)
    for (const { code } of ofKind('station')) {
      const at = people.filter(({ body }) => body === code)
      expect(at.filter(({ post }) => post === '所长')).toHaveLength(1)
      expect(at.filter(({ post }) => post === '副所长')).toHaveLength(1)
      const own = at.filter(({ post }) => post.endsWith('民警')).length
      expect(own >= 4 && own <= 8).toBe(true)
    }
  })
  it('has an officer for every community and a leader for every grid', () => {
    const answered = people.flatMap(({ answersFor }) => answersFor ?? [])
    const officers = people.filter(({ post }) => post === '社区民警')
    for (const { code, level, station } of areas.filter((area) => area.level > 1)) {
      expect(answered).toContain(code)
      if (level === 2)
        for (const one of officers.filter(({ answersFor }) => answersFor?.includes(code)))
          expect(one.body).toBe(station)
    }
  })
  it('has areas whose codes are unique and whose parents are there', () => {
    const byCode = new Map(areas.map((area) => [area.code, area]))
    expect(byCode.size).toBe(areas.length)
    for (const { level, parent, body, station } of areas) {
      if (level > 1) expect(byCode.get(parent ?? '')?.level).toBe(level - 1)
      if (level === 1) expect(codes).toContain(body)
      if (level === 2) expect(codes).toContain(station)
    }
    expect(new Set(areas.map(({ name }) => name)).size).toBe(areas.length)
  })
  it('has the whole cast, each once, with a role that exists', () => {
    expect(accounts.map(({ username }) => username).sort()).toEqual(cast.map(({ username }) => username).sort())
    for (const { username, person } of accounts) {
      const { name, body, post, role } = cast.find((member) => member.username === username) ?? cast[0]
      expect([person.name, person.body, person.post]).toEqual([name, body, post])
      expect(roleKeys).toContain(role)
    }
  })
  it('has posts for all people, bodies for all posts, and telephones that are nobody’s', () => {
    for (const { body, post, phone } of people) {
      expect(posts).toContainEqual({ body, name: post })
      expect(codes).toContain(body)
      expect(phone).toMatch(/^1990000\d{4}$/)
    }
    expect(new Set(people.map(({ phone }) => phone)).size).toBe(people.length)
  })
})
