/** Questions that no page of ours asks: they are refused as such, and leave nothing behind that they should not. */
import { describe, expect, it } from 'vitest'
import { jobsOf } from './server.ts'
import { makeWorld, signIn } from './testing/world.ts'

const world = await makeWorld()
const { db } = world.parts.database

const ask = async (cookie: string, method: string, path: string, body?: unknown, key?: string) => {
  const answer = await fetch(`${world.url}/api${path}`, {
    method,
    headers: {
      cookie,
      'x-shouwang': '1',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: answer.status, body: JSON.parse(await answer.text()) as { message?: string; password?: string } }
}

describe('a value that no column can hold is the asker’s fault', () => {
  const cursor = (value: unknown) =>
    encodeURIComponent(encodeURIComponent(JSON.stringify([value, '01a20b69-0000-7000-8000-000000000000'])))
  it.each([
    ['statistician', '/incidents/?q=%00'],
    ['statistician', '/incidents/?place=%00'],
    ['statistician', `/incidents/?after=${cursor('x')}`],
    ['statistician', `/incidents/?sort=directLossFen&after=${cursor(1.5)}`],
    ['statistician', '/incidents/?from=0000-01-01'],
    ['statistician', '/analysis/?after=x'],
    ['statistician', '/incidents/imports/?after=x'],
    ['officer', '/organisation/people?after=x'],
    ['officer', '/me/notices?after=x'],
    ['auditor', '/ledger/?after=x'],
    ['auditor', '/ledger/?after=1e400'],
    ['auditor', '/ledger/?from=0000-01-01'],
    ['auditor', '/accounts/?q=%00'],
  ] as const)('%s: %s', async (name, path) => {
    const { status, body } = await ask(await world.cookieOf(name), 'GET', path)
    expect({ status, message: body.message }).toEqual({ status: 400, message: 'value-unfit' })
  })
  it('in what is sent too', async () => {
    const view = { list: 'incidents', name: 'x', query: { q: '\u0000' } }
    expect(await ask(await world.cookieOf('officer'), 'POST', '/me/views', view)).toMatchObject({ status: 400 })
    expect(await ask('', 'POST', '/sign-in', { username: 'a\u0000', password: 'x' })).toMatchObject({ status: 400 })
  })
})

describe('a question with a key', () => {
  const kept = () => db.selectFrom('platform.idempotentAnswer').select('key').execute()

  it('that a password is in, or in its answer, is not kept', async () => {
    const security = await world.cookieOf('secadmin')
    const { items } = await (await world.as('secadmin')).organisation.accounts.list({ q: 'planner' })
    const reset = () => ask(security, 'POST', `/accounts/${items[0]?.id}/password`, {}, 'reset')
    const first = (await reset()).body.password
    expect((await reset()).body.password).not.toBe(first)
    const own = await signIn(world.url, 'inspector')
    const wrong = { current: 'Wrong-Password-1', next: 'Wrong-Password-2' }
    expect(await ask(own, 'POST', '/me/password', wrong, 'change')).toMatchObject({ status: 409 })
    // Whoever is signed in already asks in that account's name.
    const again = () => ask(own, 'POST', '/sign-in', { username: 'officer', password: wrong.next }, 'sign-in')
    expect([(await again()).status, (await again()).status]).toEqual([409, 409])
    expect(await kept()).toEqual([])
  })
  it('is forgotten after a week', async () => {
    const answer = { district: '990101', account: '01a20b69-0000-7000-8000-000000000000', question: 'q' }
    const days = (n: number) => new Date(Date.now() - n * 86_400_000).toISOString()
    await db
      .insertInto('platform.idempotentAnswer')
      .values([
        { ...answer, key: 'old', at: days(8) },
        { ...answer, key: 'new', at: days(6) },
      ])
      .execute()
    await jobsOf(world.parts).tasks['house-sweep']?.({})
    expect(await kept()).toEqual([{ key: 'new' }])
  })
})
