import { describe, expect, it } from 'vitest'
import { kitchenFire } from '../../app/testing/incidents.ts'
import { makeWorld } from '../../app/testing/world.ts'

const world = await makeWorld()
const { ids } = world
const admin = (await world.as('sysadmin')).organisation
const refused = (ground: string) => ({ status: 409, message: ground })
const body = (code: string, name: string) => ({ kind: 'station' as const, code, name, parent: null, polygon: null })

describe('a new district is filled through the interface', () => {
  it('from the body to a person who works', async () => {
    const brigade = await admin.createBody({ ...body('XF2', '新区消防救援大队'), kind: 'brigade' })
    const post = await admin.createPost({ body: brigade.id, name: '统计员' })
    const person = await admin.createPerson({ name: '何新', post: post.id, phone: '19900000002' })
    expect(person).toMatchObject({ bodyName: '新区消防救援大队', phone: '199****0002' })
    const { account, password } = await admin.accounts.create({ username: 'hexin', person: person.id })
    const { accounts } = (await world.as('secadmin')).organisation
    await accounts.grantRole({ id: account.id, role: 'brigadeStatistician', reason: '新任统计员' })
    const client = world.client()
    await expect(client.organisation.accounts.signIn({ username: 'hexin', password })).resolves.toMatchObject({
      mustChange: true,
      role: 'brigadeStatistician',
    })
  })
})

describe('what can be there only once', () => {
  it('says whether the code or the name of a body is taken', async () => {
    await expect(admin.createBody(body('FJ', '第三派出所'))).rejects.toMatchObject(refused('body-code-taken'))
    await expect(admin.createBody(body('PCS99', '东街派出所'))).rejects.toMatchObject(refused('body-name-taken'))
    const { posts, people, ...station } = await admin.body({ id: ids.PCS02 ?? '' })
    await expect(admin.saveBody({ ...station, name: '东街派出所' })).rejects.toMatchObject(refused('body-name-taken'))
    await expect(admin.saveBody(station)).resolves.toMatchObject({ version: station.version + 1 })
  })
  it('lets the name of a closed body be used again', async () => {
    const old = await admin.createBody(body('PCS97', '旧城派出所'))
    await admin.saveBody({ ...old, active: false })
    await expect(admin.createBody(body('PCS98', '旧城派出所'))).resolves.toMatchObject({ code: 'PCS98' })
    await expect(admin.saveBody({ ...old, version: 2, active: true })).rejects.toMatchObject(refused('body-name-taken'))
  })
  it('says that a user name or a post is taken', async () => {
    const post = await admin.createPost({ body: ids.PCS01 ?? '', name: '内勤' })
    await expect(admin.createPost({ body: ids.PCS01 ?? '', name: '内勤' })).rejects.toMatchObject(refused('post-taken'))
    const person = await admin.createPerson({ name: '何重', post: post.id, phone: null })
    const open = (username: string) => admin.accounts.create({ username, person: person.id })
    await expect(open('planner')).rejects.toMatchObject(refused('username-taken'))
    await expect(open('hechong')).resolves.toMatchObject({ account: { username: 'hechong' } })
    await expect(open('hechong2')).rejects.toMatchObject(refused('person-has-account'))
  })
})

it('finds a person by id, however many there are', async () => {
  const [first] = (await admin.people({ limit: 1 })).items
  expect((await admin.people({ id: first?.id })).items).toEqual([first])
})

it('a code is not its own parent', async () => {
  const [cause] = (await admin.codes.list({ table: 'cause' })).items
  if (!cause) throw new Error('there is no cause')
  await expect(admin.codes.save({ ...cause, parent: cause.code })).rejects.toMatchObject(refused('no-such-parent'))
})

it.each([
  ['degree-word', { from: 'much' }, 'from'],
  ['verdict-rule', { order: 1, verdict: 'stable', all: [{ figure: 'fires', atMost: 'few' }] }, 'all.0'],
  ['severity-rule', { deaths: [3, 10] }, 'deaths'],
])('an entry of %s that nothing could read is refused, and nothing of it is kept', async (table, props, field) => {
  const [entry] = (await admin.codes.list({ table })).items
  if (!entry) throw new Error(`${table} is empty`)
  const asked = admin.codes.save({ ...entry, props })
  await expect(asked).rejects.toMatchObject({ ...refused('code-entry-unsound'), data: { table, field } })
  expect((await admin.codes.list({ table })).items[0]).toEqual(entry)
  await expect(admin.codes.save(entry)).resolves.toMatchObject({ edited: true })
})

it('the audit administrator reads the reasons of administration, and of no case', async () => {
  const { incidents } = await world.as('statistician')
  const { id } = await incidents.enter({ ...kitchenFire, incidentNo: 'AUDIT-1' })
  await incidents.writeOff({ id, reason: '系误报，当事人何某' })
  const { accounts } = (await world.as('secadmin')).organisation
  const [planner] = (await accounts.list({ q: 'planner' })).items
  await accounts.grantRole({ id: planner?.id ?? '', role: 'planner', reason: '复核岗位' })
  const { ledger } = (await world.as('auditor')).organisation
  const notes = (await ledger.list({ limit: 200 })).items.map(({ act, note }) => [act, note])
  expect(notes).toContainEqual(['incident.writeOff', null])
  expect(notes).toContainEqual(['account.grantRole', '复核岗位'])
})

it('of entries saved at once whose days overlap, one is kept', async () => {
  const entry = {
    table: 'place-kind',
    code: 'TENT',
    zh: '帐篷',
    en: 'Tent',
    parent: null,
    until: '2030-01-01',
    props: {},
  }
  const saves = ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01'].map((from) =>
    admin.codes.save({ ...entry, from }),
  )
  const kept = (await Promise.allSettled(saves)).filter(({ status }) => status === 'fulfilled')
  expect(kept).toHaveLength(1)
})
