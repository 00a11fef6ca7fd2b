import { describe, expect, it } from 'vitest'
import { demoPassword } from '../../../app/demo/cast.ts'
import { makeWorld, signIn } from '../../../app/testing/world.ts'

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

describe('passwords', () => {
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
