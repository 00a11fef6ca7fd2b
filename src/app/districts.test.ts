/** Two districts in one database: neither sees, counts or touches what is the other's. */
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { foundDistrict } from '../areas/organisation/public.ts'
import { type CastName, demoPassword } from './demo/cast.ts'
import { newDistrict } from './founding.ts'
import { inContext } from './parts.ts'
import { testDistrict, testFounding } from './testing/founding.ts'
import { kitchenFire } from './testing/incidents.ts'
import { makeWorld } from './testing/world.ts'

const world = await makeWorld()
const { db } = world.parts.database
const other = '990299'

/** The same people work in both districts, under the same names. */
async function cookieIn(district: string, username: CastName): Promise<string> {
  const answer = await fetch(`${world.url}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-shouwang': '1' },
    body: JSON.stringify({ username, password: demoPassword, district }),
  })
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}
const clientIn = async (district: string, username: CastName) => world.client(await cookieIn(district, username))

/** What there is in the first district, by what it is. */
const ids: Record<string, string> = {}
const reason = '核对权限'

beforeAll(async () => {
  const statistician = await world.as('statistician')
  const file = new File(['incident_no,kind,received_at\nD-2,rescue,2026-04-01 08:30\nD-3,rescue,never\n'], 'own.csv')
  const upload = await statistician.incidents.imports.upload({ file })
  const order = { file: upload.file, profile: upload.proposal, dryRun: true, skipBad: true }
  ids.file = upload.file
  ids.run = (await statistician.incidents.imports.start(order)).id
  ids.profile = (await statistician.incidents.imports.saveProfile({ profile: upload.proposal })).id
  ids.view = (await statistician.organisation.accounts.saveView({ list: 'incidents', name: 'x', query: {} })).id
  ids.fire = (await statistician.incidents.enter({ ...kitchenFire, incidentNo: 'D-1' })).id
  const draft = await statistician.analysis.create({ period: '2026Q2' })
  ids.draft = draft.id
  const quarter = await statistician.analysis.create({ period: '2026Q1' })
  const { proposed: verdict } = quarter.verdict
  const { id, version, digest } = await statistician.analysis.chooseVerdict({ ...quarter, verdict, reason: null })
  ids.issued = (await statistician.analysis.issue({ id, version, digest })).id
  const admin = (await world.as('sysadmin')).organisation
  ids.person = (await admin.people({ q: '王划' })).items[0]?.id ?? ''
  ids.post = (await admin.people({ q: '王划' })).items[0]?.post ?? ''
  ids.account = (await admin.accounts.list({ q: 'planner' })).items[0]?.id ?? ''
  Object.assign(ids, { body: world.ids.PCS01, area: world.ids.S1C1, street: world.ids.S1 })
  await vi.waitFor(async () => {
    expect(await statistician.incidents.imports.get({ id: ids.run ?? '' })).toMatchObject({
      state: 'done',
      faultFile: true,
    })
  }, 20_000)

  await inContext(world.parts, { district: other, name: 'test' }, async (context) => {
    await newDistrict(context, { name: '另一区', city: '试验市', demonstration: false })
    await foundDistrict(context, testFounding, demoPassword)
  })
})

const body = {
  kind: 'station',
  code: 'PCS01',
  name: '北街派出所',
  parent: null,
  polygon: null,
  active: true,
  version: 1,
}
const area = { parent: null, code: 'X1', name: '某街道', station: null, body: null, person: null, urban: null }
const drawn = { ...area, polygon: null, active: true, version: 1 }
const upload = { profile: { name: 'x', columns: {} }, dryRun: true, skipBad: false }
const seen = { version: 1 }
type Question = readonly [CastName, string, string, object?]
const questions: readonly Question[] = [
  ['sysadmin', 'GET', '/organisation/bodies/{body}'],
  ['sysadmin', 'PUT', '/organisation/bodies/{body}', body],
  ['sysadmin', 'POST', '/organisation/bodies', { ...body, code: 'PCS77', parent: '{body}' }],
  ['sysadmin', 'POST', '/organisation/posts', { body: '{body}', name: '内勤' }],
  ['sysadmin', 'POST', '/organisation/people', { name: '何某', post: '{post}', phone: null }],
  ['sysadmin', 'PUT', '/organisation/people/{person}', { name: '何某', post: '{post}', active: false, version: 1 }],
  ['sysadmin', 'GET', '/organisation/areas/{area}'],
  ['sysadmin', 'PUT', '/organisation/areas/{area}', drawn],
  ['sysadmin', 'POST', '/organisation/areas', { ...area, level: 2, parent: '{street}', polygon: null }],
  ['sysadmin', 'POST', '/organisation/areas', { ...area, level: 1, station: '{body}', polygon: null }],
  ['sysadmin', 'POST', '/organisation/areas', { ...area, level: 1, person: '{person}', polygon: null }],
  ['sysadmin', 'POST', '/accounts', { username: 'hemou', person: '{person}' }],
  ['sysadmin', 'POST', '/accounts/{account}/active', { active: false, reason }],
  ['secadmin', 'POST', '/accounts/{account}/role', { role: 'officer', reason }],
  ['secadmin', 'POST', '/accounts/{account}/unlock', {}],
  ['secadmin', 'POST', '/accounts/{account}/password', {}],
  ['statistician', 'DELETE', '/me/views/{view}'],
  ['statistician', 'GET', '/incidents/{fire}'],
  ['statistician', 'GET', '/incidents/{fire}/history'],
  ['statistician', 'POST', '/incidents/{fire}/correct', { version: 1, facts: { ...kitchenFire, vehicles: 9 }, reason }],
  ['statistician', 'POST', '/incidents/{fire}/write-off', { reason }],
  ['statistician', 'POST', '/incidents/{fire}/restore', { reason }],
  [
    'statistician',
    'POST',
    '/incidents/{fire}/record-death',
    { diedOn: '2026-04-02', deaths: 1, fromSerious: false, reason },
  ],
  ['statistician', 'POST', '/incidents', { ...kitchenFire, incidentNo: 'D-9', station: '{body}' }],
  ['statistician', 'POST', '/incidents', { ...kitchenFire, incidentNo: 'D-9', community: '{area}' }],
  ['statistician', 'POST', '/incidents/imports', { ...upload, file: '{file}' }],
  ['statistician', 'GET', '/incidents/imports/{run}'],
  ['statistician', 'GET', '/incidents/imports/{run}/file'],
  ['statistician', 'GET', '/incidents/imports/{run}/faults'],
  ['statistician', 'DELETE', '/incidents/imports/profiles/{profile}'],
  ...['{draft}', '{issued}'].flatMap((id): Question[] => [
    ['statistician', 'GET', `/analysis/${id}`],
    ['statistician', 'GET', `/analysis/${id}/named`],
    ['statistician', 'GET', `/analysis/${id}/revisions`],
    ['statistician', 'GET', `/analysis/${id}/records`],
    ['statistician', 'GET', `/analysis/${id}/document?format=json`],
    ['statistician', 'GET', `/analysis/${id}/document-named?format=html`],
    ['statistician', 'POST', `/analysis/${id}/choose-verdict`, { ...seen, verdict: 'stable', reason }],
    ['statistician', 'POST', `/analysis/${id}/edit-paragraph`, { ...seen, paragraph: 'x', text: 'x' }],
    ['statistician', 'POST', `/analysis/${id}/reset-paragraph`, { ...seen, paragraph: 'x' }],
    ['statistician', 'POST', `/analysis/${id}/discard`, { ...seen, reason }],
    ['statistician', 'POST', `/analysis/${id}/issue`, { ...seen, digest: 'x' }],
  ]),
]

describe('what is named by its id is not there', () => {
  const named = (text: string) => text.replaceAll(/\{(\w+)\}/g, (_, what: string) => ids[what] ?? what)
  it.each(questions.map(([username, method, path, asked]) => ({ username, method, path, asked })))(
    '$username $method $path',
    async ({ username, method, path, asked }) => {
      const answer = await fetch(`${world.url}/api${named(path)}`, {
        method,
        headers: {
          cookie: await cookieIn(other, username),
          'x-shouwang': '1',
          ...(asked ? { 'content-type': 'application/json' } : {}),
        },
        ...(asked ? { body: named(JSON.stringify(asked)) } : {}),
      })
      const text = await answer.text()
      // What a new record would refer to is refused as a fact; what is asked for is not found.
      expect([404, 409], text).toContain(answer.status)
      if (method === 'GET' || method === 'DELETE') expect(answer.status).toBe(404)
      expect(text).not.toContain('D-1')
    },
  )
})

it('lists, counts and files hold nothing of the other’s', async () => {
  const { incidents, analysis, organisation } = await clientIn(other, 'statistician')
  expect((await incidents.list({})).items).toEqual([])
  expect((await incidents.list({ station: [ids.body ?? ''] })).items).toEqual([])
  expect((await incidents.totals({})).count).toBe(0)
  expect((await incidents.map({})).points).toEqual([])
  expect(await (await incidents.export({ format: 'csv' })).body.text()).not.toContain('D-1')
  expect((await incidents.imports.list({})).items).toEqual([])
  expect((await incidents.imports.profiles()).items).toEqual([])
  expect((await analysis.list({})).items).toEqual([])
  const { figures } = await analysis.live({ period: '2026Q2' })
  expect(figures.indicators.find(({ key }) => key === 'alarms')?.value ?? 0).toBe(0)
  expect((await organisation.accounts.views({ list: 'incidents' })).items).toEqual([])
  expect((await organisation.accounts.notices({})).items).toEqual([])
  const people = (await organisation.people({ limit: 200 })).items
  expect(people.map(({ id }) => id)).not.toContain(ids.person)
  const { ledger } = (await clientIn(other, 'auditor')).organisation
  expect((await ledger.list({ limit: 200 })).items.filter(({ kind }) => kind === 'incident')).toEqual([])
})

it('and the first district is as it was', async () => {
  const acts = await db
    .selectFrom('platform.ledgerEntry')
    .select('act')
    .where('district', '=', testDistrict)
    .where('act', 'like', 'incident.%')
    .execute()
  expect(acts).toEqual([{ act: 'incident.enter' }])
})
