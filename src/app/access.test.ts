/** docs/access.md says who may what; the running server is asked for every cell of it. */
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { permissionsOf, roleKeys } from '../areas/organisation/roles.ts'
import { routesOf } from './access.ts'
import { type CastName, cast } from './demo/cast.ts'
import { kitchenFire } from './testing/incidents.ts'
import { makeWorld, signIn } from './testing/world.ts'

const lines = readFileSync(new URL('../../docs/access.md', import.meta.url), 'utf8').split('\n')
const cellsOf = (line: string) =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())
const header = cellsOf(lines.find((line) => line.startsWith('| route')) ?? '')
const rows = lines.filter((line) => /^\| [a-z]+\.[a-zA-Z.]+ \|/.test(line)).map(cellsOf)
/** What the table says of a route and a role. */
const said = (route: string, role: string) => rows.find(([name]) => name === route)?.[header.indexOf(role)]

const world = await makeWorld()
const routes = routesOf()
const nowhere = '01a20b69-0000-7000-8000-000000000000'

async function ask(cookie: string, method: string, path: string, body: object = {}): Promise<Response> {
  return fetch(`${world.url}/api${path.replaceAll('{id}', nowhere).replaceAll(/\{\w+\}/g, 'x')}`, {
    method,
    headers: { cookie, 'x-shouwang': '1', 'content-type': 'application/json' },
    ...(method === 'GET' ? {} : { body: JSON.stringify(body) }),
  })
}

it('every route has a row, and every row a route', () => {
  expect(rows.map(([route]) => route)).toEqual(routes.map(({ route }) => route))
  expect(header.slice(2)).toEqual(roleKeys)
  for (const row of rows) expect(row).toHaveLength(header.length)
})

it('a route that names no permission is refused to all', () => {
  for (const { route, may } of routes) expect(may, route).toBeDefined()
})

it('an account without a role may do nothing but look after itself', () =>
  expect(permissionsOf('unassigned')).toEqual([]))

// Before the walk over every route: signing out everywhere is one of them.
describe('records within and beyond the reach', () => {
  /** In 东街派出所 and its street, and in 西街派出所 and another street. */
  const here = { lng: 122.905, lat: 30.905 }
  const there = { lng: 122.925, lat: 30.905 }
  let n = 0
  const fresh = async (where: typeof here) =>
    (await world.as('statistician')).incidents.enter({
      ...kitchenFire,
      ...where,
      source: 'local',
      incidentNo: `AC-${++n}`,
    })
  beforeAll(async () => {
    await fresh(here)
    await fresh(there)
  })
  const expected = (inReach: boolean, beyond: boolean) => (beyond ? '✓' : inReach ? 'own' : 'none')
  const business = cast.filter(({ role }) => said('incidents.list', role) !== '–')

  it.each(business)('$role: lists', async ({ username, role }) => {
    const client = await world.as(username as CastName)
    const { items } = await client.incidents.list({ q: 'AC-', limit: 200 })
    const east = items.some(({ lng }) => lng === here.lng)
    const west = items.some(({ lng }) => lng === there.lng)
    expect(expected(east, west)).toBe(said('incidents.list', role))
    expect((await client.incidents.totals({ q: 'AC-' })).count).toBe(items.length)
    expect((await client.incidents.map({ q: 'AC-' })).points).toHaveLength(items.length)
  })

  const acts = ['get', 'history', 'writeOff', 'restore', 'recordDeath', 'correct'] as const
  describe.each(business)('$role', ({ username, role }) => {
    it.each(acts.filter((act) => said(`incidents.${act}`, role) !== '–'))('%s', async (act) => {
      const { incidents } = await world.as(username as CastName)
      const reason = '权限核对'
      const attempt = async (where: typeof here) => {
        const { id, version, incidentNo } = await fresh(where)
        const facts = { ...kitchenFire, ...where, source: 'local' as const, incidentNo, vehicles: 3 }
        const tried =
          act === 'get' || act === 'history'
            ? incidents[act]({ id })
            : act === 'recordDeath'
              ? incidents.recordDeath({ id, diedOn: '2026-04-02', deaths: 1, fromSerious: false, reason })
              : act === 'correct'
                ? incidents.correct({ id, version, facts, reason })
                : incidents[act]({ id, reason })
        return tried.then(
          () => true,
          (error: { status?: number }) => error.status !== 404,
        )
      }
      expect(expected(await attempt(here), await attempt(there))).toBe(said(`incidents.${act}`, role))
    })
  })

  it.each(cast.filter(({ role }) => said('analysis.live', role) !== '–'))(
    '$role: the analysis',
    async ({ username, role }) => {
      const { analysis, incidents } = await world.as(username as CastName)
      const { figures } = await analysis.live({ period: '2026Q2' })
      const alarms = figures.indicators.find(({ key }) => key === 'alarms')?.value
      const cell = said('analysis.live', role)
      if (cell === 'none') expect(alarms ?? 0).toBe(0)
      else expect(alarms).toBe((await incidents.totals({ from: '2026-04-01', to: '2026-06-30' })).count)
    },
  )
})

describe.each(cast.map(({ username, role }) => ({ username, role })))('$role', ({ username, role }) => {
  const ends = ['organisation.accounts.signOut', 'organisation.accounts.signOutEverywhere']
  it.each(routes.filter(({ route }) => !ends.includes(route)))('$route', async ({ route, method, path }) => {
    // Permission comes before the shape of the question: an empty one is refused with 403, or with 400 and 404.
    const { status } = await ask(await world.cookieOf(username), method, path)
    expect(status, `${route} answered ${status}`).not.toBe(500)
    expect(status === 403 ? '–' : 'open').toBe(said(route, role) === '–' ? '–' : 'open')
  })
  it.each(ends)('%s', async (route) => {
    const { status } = await ask(
      await signIn(world.url, username),
      'POST',
      routes.find((r) => r.route === route)?.path ?? '',
    )
    expect(status).toBe(200)
  })
})

describe('nobody', () => {
  it.each(routes)('$route', async ({ may, method, path }) => {
    const { status } = await ask('', method, path)
    expect(status === 401).toBe(may !== 'public')
  })
})
