import { describe, expect, it } from 'vitest'
import { demoPassword } from '../../../app/demo/cast.ts'
import { makeWorld, signIn } from '../../../app/testing/world.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { tokenHash } from '../../../platform/auth/token.ts'
import { passwordDays } from './signin.ts'

const world = await makeWorld()
const wrong = 'Wrong-Password-1'

describe('signing in', () => {
  it('opens a session and tells who one is', async () => {
    const me = await (await world.as('statistician')).organisation.accounts.me()
    expect(me).toMatchObject({
      username: 'statistician',
      role: 'brigadeStatistician',
      body: { name: '试验消防救援大队' },
    })
    expect(me.permissions).toContain('incidents.import')
  })
  it('answers the same to a wrong name and a wrong password', async () => {
    const client = world.client()
    const refused = { message: 'sign-in-refused', status: 409 }
    await expect(client.organisation.accounts.signIn({ username: 'nobody', password: wrong })).rejects.toMatchObject(
      refused,
    )
    await expect(client.organisation.accounts.signIn({ username: 'planner', password: wrong })).rejects.toMatchObject(
      refused,
    )
  })
  it('locks after five failures, even for the right password, and a security administrator unlocks', async () => {
    const client = world.client()
    const attempt = (password: string) => client.organisation.accounts.signIn({ username: 'street', password })
    for (let i = 0; i < 4; i++) await expect(attempt(wrong)).rejects.toMatchObject({ message: 'sign-in-refused' })
    await expect(attempt(wrong)).rejects.toMatchObject({ message: 'account-locked' })
    await expect(attempt(demoPassword)).rejects.toMatchObject({ message: 'account-locked' })
    const security = await world.as('secadmin')
    const { items } = await security.organisation.accounts.list({ q: 'street' })
    await security.organisation.accounts.unlock({ id: items[0]?.id ?? '' })
    await expect(attempt(demoPassword)).resolves.toMatchObject({ username: 'street' })
  })
  it('is refused to a session that was ended everywhere', async () => {
    const [first, second] = [await signIn(world.url, 'dept'), await signIn(world.url, 'dept')]
    const ended = await world.client(first).organisation.accounts.signOutEverywhere()
    expect(ended.ended).toBeGreaterThanOrEqual(2)
    await expect(world.client(second).organisation.accounts.me()).rejects.toMatchObject({ status: 401 })
  })
})

describe('a session', () => {
  const { db } = world.parts.database
  const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()
  /** Makes the session of a cookie as old as that. */
  const age = async (cookie: string, { began, seen }: { began: number; seen: number }) => {
    const hash = tokenHash(cookie.split('=')[1] ?? '')
    const { numUpdatedRows } = await db
      .updateTable('organisation.session')
      .set({ beganAt: minutesAgo(began), seenAt: minutesAgo(seen) })
      .where('tokenHash', '=', hash)
      .executeTakeFirst()
    expect(numUpdatedRows).toBe(1n)
  }
  const { idleMinutes, hours } = world.parts.config.session
  it('goes on while it is used', async () => {
    const cookie = await signIn(world.url, 'leader')
    await age(cookie, { began: hours * 60 - 1, seen: idleMinutes - 1 })
    await expect(world.client(cookie).organisation.accounts.me()).resolves.toMatchObject({ username: 'leader' })
    const [own] = (await world.client(cookie).organisation.accounts.sessions()).items.filter(({ current }) => current)
    expect(Date.parse(own?.seenAt ?? '')).toBeGreaterThan(Date.now() - 60_000)
  })
  it.each([
    ['unused for the idle time', { began: idleMinutes, seen: idleMinutes }],
    ['as old as a session may be', { began: hours * 60, seen: 0 }],
  ])('ends %s', async (_, ages) => {
    const cookie = await signIn(world.url, 'leader')
    await age(cookie, ages)
    await expect(world.client(cookie).organisation.accounts.me()).rejects.toMatchObject({ status: 401 })
  })
  it('waits for no other request of its own that takes long', async () => {
    const cookie = await signIn(world.url, 'leader')
    await age(cookie, { began: 10, seen: 5 })
    const { me } = world.client(cookie).organisation.accounts
    await db.transaction().execute(async (tx) => {
      await tx
        .selectFrom('organisation.session')
        .select('account')
        .where('tokenHash', '=', tokenHash(cookie.split('=')[1] ?? ''))
        .forUpdate()
        .execute()
      await expect(me()).resolves.toMatchObject({ username: 'leader' })
    })
  })
  it('ends when the person leaves, and none begins', async () => {
    const admin = (await world.as('sysadmin')).organisation
    const cookie = await signIn(world.url, 'auditor')
    const [person] = (await admin.people({ q: '褚审' })).items
    if (!person) throw new Error('no 褚审')
    const gone = await admin.savePerson({ ...person, active: false })
    await expect(world.client(cookie).organisation.accounts.me()).rejects.toMatchObject({ status: 401 })
    await expect(signIn(world.url, 'auditor')).rejects.toThrow('sign-in-refused')
    await admin.savePerson({ ...gone, active: true })
    await expect(signIn(world.url, 'auditor')).resolves.toBeTruthy()
  })
})

describe('passwords', () => {
  it('must be changed after ninety days, before anything else is open', async () => {
    const cookie = await signIn(world.url, 'head')
    const { organisation, incidents } = world.client(cookie)
    const { account } = await organisation.accounts.me()
    const old = dayOf(new Date(Date.now() - passwordDays * 86_400_000).toISOString())
    await world.parts.database.db
      .updateTable('organisation.account')
      .set({ passwordOn: old })
      .where('id', '=', account)
      .execute()
    await expect(incidents.list({})).rejects.toMatchObject({ status: 403, message: 'password-must-change' })
    expect(await organisation.accounts.me()).toMatchObject({ mustChange: true, passwordOn: old })
    await organisation.accounts.changePassword({ current: demoPassword, next: 'Changed-In-Time-9' })
    expect(await organisation.accounts.me()).toMatchObject({ mustChange: false })
    await expect(incidents.list({})).resolves.toBeDefined()
  })
  it('must be long, mixed, new, and not hold the user name', async () => {
    const officer = await world.as('officer')
    const change = (next: string) => officer.organisation.accounts.changePassword({ current: demoPassword, next })
    await expect(change('Aa1-')).rejects.toMatchObject({ message: 'password-too-short' })
    await expect(change('onlysmallletters')).rejects.toMatchObject({ message: 'password-too-simple' })
    await expect(change('Officer-2026-x')).rejects.toMatchObject({ message: 'password-has-username' })
    await expect(change(demoPassword)).rejects.toMatchObject({ message: 'password-used-before' })
  })
  it('end the other sessions when changed', async () => {
    const [own, other] = [await signIn(world.url, 'planner'), await signIn(world.url, 'planner')]
    await world.client(own).organisation.accounts.changePassword({ current: demoPassword, next: 'Another-Word-9' })
    await expect(world.client(own).organisation.accounts.me()).resolves.toMatchObject({ username: 'planner' })
    await expect(world.client(other).organisation.accounts.me()).rejects.toMatchObject({ status: 401 })
  })
})

describe('roles', () => {
  it('act at the next request', async () => {
    const inspector = await world.as('inspector')
    await expect(inspector.incidents.list({})).resolves.toBeDefined()
    const security = await world.as('secadmin')
    const { items } = await security.organisation.accounts.list({ q: 'inspector' })
    const id = items[0]?.id ?? ''
    await security.organisation.accounts.grantRole({ id, role: 'departmentLiaison', reason: '岗位调整' })
    await expect(inspector.incidents.list({})).rejects.toMatchObject({ status: 403 })
    await security.organisation.accounts.grantRole({ id, role: 'brigadeInspector', reason: '恢复岗位' })
  })
  it('of an administrator go to a new account, and never to one that works with records', async () => {
    const { accounts } = (await world.as('sysadmin')).organisation
    const security = (await world.as('secadmin')).organisation
    const { items } = await security.people({ q: '王划' })
    const fresh = await (await world.as('sysadmin')).organisation.createPerson({
      name: '卫新',
      post: items[0]?.post ?? '',
      phone: null,
    })
    const { account } = await accounts.create({ username: 'weixin', person: fresh.id })
    const grant = (id: string, role: 'auditAdmin') =>
      security.accounts.grantRole({ id, role, reason: '另设审计管理员' })
    await expect(grant(account.id, 'auditAdmin')).resolves.toMatchObject({ role: 'auditAdmin' })
    const planner = (await security.accounts.list({ q: 'planner' })).items[0]
    await expect(grant(planner?.id ?? '', 'auditAdmin')).rejects.toMatchObject({ message: 'administrator-stays' })
  })
  it('keep the three administrators apart: one cannot become another', async () => {
    const security = await world.as('secadmin')
    const { items } = await security.organisation.accounts.list({ q: 'auditor' })
    const grant = security.organisation.accounts.grantRole({
      id: items[0]?.id ?? '',
      role: 'systemAdmin',
      reason: '试试看',
    })
    await expect(grant).rejects.toMatchObject({ message: 'administrator-stays' })
  })
})

it('refuses a change that another site could have sent', async () => {
  const cookie = await world.cookieOf('leader')
  const answer = await fetch(`${world.url}/api/sign-out`, { method: 'POST', headers: { cookie } })
  expect(answer.status).toBe(403)
})
