import { describe, expect, it } from 'vitest'
import { kitchenFire } from '../../app/testing/incidents.ts'
import { makeWorld } from '../../app/testing/world.ts'
import { fireFields } from './checks.ts'

const world = await makeWorld()
const statistician = await world.as('statistician')
const head = await world.as('head')
const { PCS01 = '', PCS02 = '', S1C1 = '', S1 = '' } = world.ids
let number = 100
const enter = (change: Partial<typeof kitchenFire> = {}) =>
  statistician.incidents.enter({ ...kitchenFire, incidentNo: `JQ-${number++}`, ...change })
const reason = '复核后更正'
const noFire = Object.fromEntries(fireFields.map((field) => [field, null]))

describe('entering', () => {
  it('finds community, street and station of the point, and the class', async () => {
    const fire = await enter()
    expect(fire).toMatchObject({ station: PCS01, community: S1C1, street: S1, urban: 'urban' })
    expect(fire).toMatchObject({
      isFire: true,
      statClass: 'ordinary',
      accidentClass: null,
      minorFire: false,
      receivedOn: '2026-04-01',
    })
  })
  it('refuses a number that is taken', async () => {
    const { incidentNo } = await enter()
    await expect(enter({ incidentNo })).rejects.toMatchObject({ status: 409, message: 'number-taken' })
  })
  it('names every fault with its field', async () => {
    const backwards = enter({ arrivedAt: '2026-04-01T00:29:00.000Z', subCause: 'ELEC-SHORT', place: 'MOON' })
    await expect(backwards).rejects.toMatchObject({
      message: 'facts-unsound',
      data: {
        faults: [
          { field: 'arrivedAt', rule: 'before-the-one-before' },
          { field: 'place', rule: 'unknown-code' },
          { field: 'subCause', rule: 'not-of-this-cause' },
        ],
      },
    })
  })
  it('refuses a station or a community that is none, and a time before the calendar begins', async () => {
    const nowhere = '01a20b69-0000-7000-8000-000000000000'
    const receivedAt = '0001-01-01T00:00:00+08:00'
    const made = enter({ station: nowhere, community: S1, receivedAt, lng: null, lat: null })
    await expect(made).rejects.toMatchObject({
      message: 'facts-unsound',
      data: {
        faults: [
          { field: 'receivedAt', rule: 'too-early' },
          { field: 'station', rule: 'unknown-code' },
          { field: 'community', rule: 'unknown-code' },
        ],
      },
    })
  })
  it.each(['a\u0001b', 'a\u202eb', 'a\ud800b'])('refuses the address %j', async (address) => {
    await expect(enter({ address })).rejects.toMatchObject({ status: 400 })
  })
  it('takes what was copied out of a sheet as one line', async () => {
    expect(await enter({ address: ' 柳荫路\t1号\r\n' })).toMatchObject({ address: '柳荫路 1号' })
  })
  it('of official figures is the brigade’s alone', async () => {
    const own = { ...kitchenFire, incidentNo: `JQ-${number++}` }
    await expect(head.incidents.enter(own)).rejects.toMatchObject({ message: 'official-figure' })
    await expect(head.incidents.enter({ ...own, source: 'local' })).resolves.toMatchObject({ source: 'local' })
    const elsewhere = { ...own, source: 'local' as const, incidentNo: `JQ-${number++}`, lng: 122.925 }
    await expect(head.incidents.enter(elsewhere)).rejects.toMatchObject({ message: 'not-own-station' })
  })
  it('twice with the same key enters once', async () => {
    const body = JSON.stringify({ ...kitchenFire, incidentNo: `JQ-${number++}` })
    const post = async (key: string) =>
      fetch(`${world.url}/api/incidents`, {
        method: 'POST',
        body,
        headers: {
          'content-type': 'application/json',
          'x-shouwang': '1',
          'idempotency-key': key,
          cookie: await world.cookieOf('statistician'),
        },
      })
    const [first, second] = await Promise.all([post('once'), post('once')])
    expect([first.status, second.status]).toEqual([200, 200])
    expect(await first.json()).toEqual(await second.json())
    expect((await post('again')).status).toBe(409)
  })
})

describe('the scope', () => {
  it('hides what is another station’s: 404, never a hint', async () => {
    const there = await enter({ lng: 122.925, lat: 30.905 })
    expect(there.station).toBe(PCS02)
    await expect(head.incidents.get({ id: there.id })).rejects.toMatchObject({ status: 404 })
    await expect(head.incidents.history({ id: there.id })).rejects.toMatchObject({ status: 404 })
    const { items } = await head.incidents.list({ limit: 200 })
    expect(items.every(({ station }) => station === PCS01)).toBe(true)
    expect(items.length).toBeGreaterThan(0)
  })
  it('of a street is its communities', async () => {
    const { items } = await (await world.as('street')).incidents.list({ limit: 200 })
    expect(new Set(items.map(({ street }) => street))).toEqual(new Set([S1]))
  })
})

describe('correcting', () => {
  it('keeps the history, field by field, with the reason', async () => {
    const fire = await enter()
    const facts = { ...kitchenFire, incidentNo: fire.incidentNo, directLossFen: 500_000, economicLossFen: 510_000 }
    const corrected = await statistician.incidents.correct({ id: fire.id, version: fire.version, facts, reason })
    expect(corrected).toMatchObject({ directLossFen: 500_000, corrected: true, version: fire.version + 1 })
    const { items } = await statistician.incidents.history({ id: fire.id })
    expect(items.map(({ act }) => act)).toEqual(['incident.correct', 'incident.enter'])
    expect(items[0]).toMatchObject({ actor: '孙明算', note: reason })
    expect(items[0]?.changes).toContainEqual({ field: 'directLossFen', before: 350_000, after: 500_000 })
  })
  it('with an old version is refused, and shows what stands now', async () => {
    const fire = await enter()
    const facts = { ...kitchenFire, incidentNo: fire.incidentNo, vehicles: 3 }
    await statistician.incidents.correct({ id: fire.id, version: fire.version, facts, reason })
    const late = statistician.incidents.correct({
      id: fire.id,
      version: fire.version,
      facts: { ...facts, vehicles: 4 },
      reason,
    })
    await expect(late).rejects.toMatchObject({ message: 'moved-meanwhile', data: { now: { vehicles: 3 } } })
  })
  it('by two at once lets one through', async () => {
    const fire = await enter()
    const facts = { ...kitchenFire, incidentNo: fire.incidentNo }
    const both = await Promise.allSettled(
      [5, 6].map((vehicles) =>
        statistician.incidents.correct({ id: fire.id, version: fire.version, facts: { ...facts, vehicles }, reason }),
      ),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('deaths to day 30', () => {
  it('raise the class when they reach a step', async () => {
    const fire = await enter({ deaths: 2, seriousInjuries: 1 })
    expect(fire.statClass).toBe('ordinary')
    const after = await statistician.incidents.recordDeath({
      id: fire.id,
      diedOn: '2026-05-01',
      deaths: 1,
      fromSerious: true,
      reason,
    })
    expect(after).toMatchObject({ deaths: 3, seriousInjuries: 0, statClass: 'larger' })
  })
  it('twice of what was seen once is refused', async () => {
    const { id, version } = await enter()
    const death = { id, version, diedOn: '2026-04-02', deaths: 1, fromSerious: false, reason }
    const both = await Promise.allSettled([
      statistician.incidents.recordDeath(death),
      statistician.incidents.recordDeath(death),
    ])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await statistician.incidents.get({ id })).toMatchObject({ deaths: 1 })
  })
  it('are told to leaders and other statisticians, with the class that changed', async () => {
    const leader = await world.as('leader')
    const told = async () => (await leader.organisation.accounts.notices({})).items[0]
    const fire = await enter({ deaths: 1, seriousInjuries: 2 })
    const record = () =>
      statistician.incidents.recordDeath({ id: fire.id, diedOn: '2026-04-20', deaths: 1, fromSerious: true, reason })
    await record()
    const values = { what: `${fire.incidentNo} ${fire.address}`, toZh: '一般', fromZh: '一般', deaths: 2 }
    expect(await told()).toMatchObject({ message: 'deathRecorded', link: `/incidents/${fire.id}`, values })
    await record()
    expect(await told()).toMatchObject({ message: 'classChanged', values: { fromZh: '一般', toZh: '较大', deaths: 3 } })
    const own = await statistician.organisation.accounts.notices({})
    expect(own.items.map(({ message }) => message)).not.toContain('classChanged')
  })
  it('that a correction takes back are told where the class falls, and nothing else of a correction is', async () => {
    const leader = await world.as('leader')
    const told = async () => (await leader.organisation.accounts.notices({})).items
    const fire = await enter({ deaths: 3 })
    const { id, version, incidentNo } = fire
    const facts = { ...kitchenFire, incidentNo, deaths: 2 }
    const corrected = await statistician.incidents.correct({ id, version, facts, reason })
    expect((await told())[0]).toMatchObject({ message: 'classChanged', values: { fromZh: '较大', toZh: '一般' } })
    const before = (await told()).length
    await statistician.incidents.correct({
      id,
      version: corrected.version,
      facts: { ...facts, vehicles: 5 },
      reason,
    })
    expect(await told()).toHaveLength(before)
  })
  it('are refused on day 31', async () => {
    const fire = await enter({ seriousInjuries: 1 })
    const late = statistician.incidents.recordDeath({
      id: fire.id,
      diedOn: '2026-05-02',
      deaths: 1,
      fromSerious: true,
      reason,
    })
    await expect(late).rejects.toMatchObject({ message: 'death-after-the-window', data: { law: 'xfj17-9' } })
  })
})

describe('writing off', () => {
  it('leaves the alarm and takes the fire', async () => {
    const from = '2026-04-01'
    const fire = await enter()
    const before = await statistician.incidents.totals({ from, to: from })
    await statistician.incidents.writeOff({ id: fire.id, reason: '经核查为炊烟误报' })
    const after = await statistician.incidents.totals({ from, to: from })
    expect([after.count - before.count, after.fires - before.fires]).toEqual([0, -1])
    await expect(statistician.incidents.restore({ id: fire.id, reason })).resolves.toMatchObject({ isFire: true })
  })
})

describe('the list', () => {
  it('is narrowed to the alarms at one place of the register', async () => {
    const premisesNo = '9901010000042'
    const here = await enter({ premisesNo })
    await enter({ premisesNo: '99010100000421' })
    const { items } = await head.incidents.list({ premisesNo })
    expect(items.map(({ id }) => id)).toEqual([here.id])
  })
  it('pages through everything exactly once, whatever it is sorted by', async () => {
    for (const sort of ['-receivedAt', 'directLossFen', '-directLossFen', 'incidentNo'] as const) {
      const seen: string[] = []
      for (let after: string | undefined; ; ) {
        const page = await statistician.incidents.list({ sort, limit: 3, ...(after ? { after } : {}) })
        seen.push(...page.items.map(({ id }) => id))
        if (page.next === null) break
        after = page.next
      }
      const { count } = await statistician.incidents.totals({})
      expect(seen.length).toBe(count)
      expect(new Set(seen).size).toBe(count)
    }
  })
  it('finds unknown values by “none”', async () => {
    const fire = await enter({ cause: null, subCause: null })
    const { items } = await statistician.incidents.list({ cause: ['none'], counted: 'fires', limit: 200 })
    expect(items.map(({ id }) => id)).toContain(fire.id)
  })
  it('finds exactly what the map cannot show', async () => {
    await enter({ lng: null, lat: null, community: S1C1, kind: 'false', ...noFire })
    const { points, without } = await statistician.incidents.map({})
    const { items } = await statistician.incidents.list({ located: 'none', limit: 200 })
    expect(without).toBeGreaterThan(0)
    expect(items.map(({ lng }) => lng)).toEqual(Array(without).fill(null))
    expect((await statistician.incidents.totals({ located: 'known' })).count).toBe(points.length)
  })
  it('refuses a sort that it does not know', async () => {
    const cookie = await world.cookieOf('statistician')
    const answer = await fetch(`${world.url}/api/incidents?sort=id;drop`, { headers: { cookie } })
    expect(answer.status).toBe(400)
  })
  it('exports what it finds, in a layout that can be imported again', async () => {
    const file = await statistician.incidents.export({ format: 'csv' })
    const text = await (file.body as File).text()
    expect(text.split('\r\n')[0]).toContain('警情编号,警情类别,接警时间')
    expect(text).toContain('东街派出所')
  })
})
