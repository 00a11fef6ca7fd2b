import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { cornerShop, shopKeeper, spots } from '../../../app/testing/premises.ts'
import { makeWorld } from '../../../app/testing/world.ts'
import { addMonths } from './exclusions.ts'
import { hash } from './testing.ts'
import { verify } from './verify.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })
const world = await makeWorld()
const inspector = await world.as('inspector')
const head = await world.as('head')
const officer = await world.as('officer')
const { PCS01 = '', PCS02 = '' } = world.ids
const folder = mkdtempSync(join(tmpdir(), 'shouwang-draw-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const reason = '按计划'
const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()
/** The server's clock is this process's: a quarter of an hour passes, and sessions still hold. */
const quarterPasses = () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.setSystemTime(Date.now() + 15 * 60_000)
}
afterEach(() => void vi.useRealTimers())

beforeAll(async () => {
  const shops = [
    ...Array.from({ length: 12 }, (_, i) => ({ name: `东街第${i + 1}书店`, ...spots.S1C1 })),
    ...Array.from({ length: 8 }, (_, i) => ({ name: `西街第${i + 1}书店`, ...spots.S2C1 })),
    { name: '东街近检书店', ...spots.S1C1, lastInspectedOn: addMonths(today(), -3) },
    { name: '东街停业书店', ...spots.S1C1 },
  ]
  const entered = []
  for (const shop of shops)
    entered.push(await inspector.premises.enter({ facts: { ...cornerShop, ...shop }, contacts: shopKeeper }))
  const closed = entered.at(-1)
  await inspector.premises.pause({ id: closed?.id ?? '', since: today(), reason: '停业' })
})

async function peopleFor(by = inspector) {
  const { items } = await by.inspections.draws.pool()
  return items.map(({ id }) => ({ person: id, away: null as string | null }))
}

const event = () => ({ kind: 'event' as const, words: '双色球第 2026140 期开奖号码', at: inMinutes(10) })
async function prepare(change: object = {}, by = inspector) {
  return by.inspections.draws.prepare({
    title: '第四季度抽查',
    filter: { form: ['unit'] },
    capMonths: 12,
    take: { count: 5 },
    strata: null,
    perObject: 2,
    source: event(),
    inspectors: await peopleFor(by),
    ...change,
  })
}
const packageOf = async (id: string, by = inspector) => (await by.inspections.draws.package({ id })).body.text()
const objectsOf = async (id: string, which: 'drawn' | 'eligible' | 'excluded') =>
  (await inspector.inspections.draws.objects({ id, which, limit: 200 })).items

describe('the whole life of a draw', () => {
  it('fixed, published, drawn after the instant, recomputed by a stranger, void', async () => {
    const { draws } = inspector.inspections
    const prepared = await prepare()
    expect(prepared).toMatchObject({ state: 'prepared', population: 22, excluded: 2, toDraw: 5, digest: null })
    const excluded = await objectsOf(prepared.id, 'excluded')
    expect(Object.fromEntries(excluded.map(({ name, excluded: why }) => [name, why]))).toEqual({
      东街停业书店: 'not-open',
      东街近检书店: 'within-cap',
    })
    const [first, second] = await objectsOf(prepared.id, 'eligible')
    const taken = await draws.exclude({
      id: prepared.id,
      version: prepared.version,
      premises: [first?.premises ?? ''],
      reason: '正在装修',
    })
    expect(taken).toMatchObject({ excluded: 3, toDraw: 5 })
    const capped = excluded.find(({ excluded: why }) => why === 'within-cap')?.premises ?? ''
    const admitted = await draws.admit({
      id: prepared.id,
      version: taken.version,
      premises: [capped],
      reason: '群众举报',
    })
    expect(admitted.excluded).toBe(2)
    const person = prepared.inspectors[0]?.id ?? ''
    const recused = await draws.recuse({
      ...{ id: prepared.id, version: admitted.version, inspector: person },
      ...{ premises: second?.premises ?? '', reason: '亲属经营' },
    })
    expect(recused.recusals).toEqual([{ inspector: person, object: second?.premisesNo, words: '亲属经营' }])
    await expect(draws.package({ id: prepared.id })).rejects.toMatchObject({ message: 'not-published-yet' })

    const published = await draws.publish({ id: prepared.id, version: recused.version })
    expect(published).toMatchObject({
      state: 'published',
      publishedBy: '周巡安',
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(verify(await packageOf(prepared.id), hash, published.digest ?? '')).toMatchObject({
      drawn: null,
      differences: [],
    })
    const late = { id: prepared.id, version: published.version, premises: [second?.premises ?? ''], reason }
    await expect(draws.exclude(late)).rejects.toMatchObject({ message: 'act-not-allowed', status: 409 })

    const seeding = { id: prepared.id, version: published.version, seed: '04 09 12 21 28 33 07' }
    await expect(draws.draw(seeding)).rejects.toMatchObject({ message: 'before-the-instant' })
    quarterPasses()
    await expect(draws.draw({ id: prepared.id, version: published.version })).rejects.toMatchObject({
      message: 'seed-wanted',
    })
    const drawn = await draws.draw({ ...seeding, evidence: '中国福彩网' })
    expect(drawn).toMatchObject({ state: 'drawn', seed: seeding.seed, digest: published.digest })
    await expect(draws.draw({ ...seeding, version: drawn.version })).rejects.toMatchObject({
      message: 'act-not-allowed',
    })

    const chosen = await objectsOf(prepared.id, 'drawn')
    expect(chosen.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5])
    for (const { inspectors } of chosen) expect(inspectors).toHaveLength(2)
    const whole = await packageOf(prepared.id)
    expect(verify(whole, hash, published.digest ?? '')).toMatchObject({ drawn: 5, population: 22, differences: [] })
    expect(JSON.parse(whole).outcome.objects.map(({ no }: { no: string }) => no)).toEqual(
      chosen.map(({ premisesNo }) => premisesNo),
    )
    const checker = await (await draws.verifier()).body.text()
    expect(checker).toContain('verifyPackage')
    const csv = await (await draws.result({ id: prepared.id, format: 'csv' })).body.text()
    expect(csv.trim().split('\n')).toHaveLength(6)
    expect(csv).toContain(chosen[0]?.name)

    const voided = await draws.void({ id: prepared.id, version: drawn.version, reason: '名单有误' })
    expect(voided).toMatchObject({ state: 'voided', voidReason: '名单有误', seed: seeding.seed })
    expect((await draws.list({ state: ['voided'] })).items.map(({ id }) => id)).toContain(prepared.id)
    expect(verify(await packageOf(prepared.id), hash)).toMatchObject({ voided: true, drawn: 5, differences: [] })
    const auditor = await world.as('auditor')
    const { items } = await auditor.organisation.ledger.list({ subject: prepared.id })
    expect(items.map(({ act }) => act).reverse()).toEqual(
      ['prepare', 'exclude', 'admit', 'recuse', 'publish', 'draw', 'void'].map((act) => `draw.${act}`),
    )
  })

  it('commit and reveal: a secret that does not fit is refused', async () => {
    const { draws } = inspector.inspections
    const by = ['李守正', '赵望'].map((name) => ({ name, commitment: hash(`${name}的密语`) }))
    const prepared = await prepare({ source: { kind: 'commit', by, at: inMinutes(10) } })
    const { id, version } = await draws.publish({ id: prepared.id, version: prepared.version })
    quarterPasses()
    const wrong = { id, version, secrets: ['李守正的密语', '赵望的密'] }
    await expect(draws.draw(wrong)).rejects.toMatchObject({ message: 'secret-not-committed', data: { name: '赵望' } })
    const drawn = await draws.draw({ id, version, secrets: ['李守正的密语', '赵望的密语'] })
    expect(drawn.seed).toBe(hash('李守正的密语\n赵望的密语'))
    expect(verify(await packageOf(id), hash).differences).toEqual([])
  })

  it('strata: each station by its own share', async () => {
    const prepared = await prepare({
      take: { perMille: 500 },
      strata: { by: 'station', takes: [{ value: PCS02, take: { count: 1 } }] },
    })
    expect(prepared.toDraw).toBe(7)
  })
})

it('thousands are drawn from as well as a few', async () => {
  const { draws } = head.inspections
  const { db } = world.parts.database
  const { rows } = await sql<{ name: string }>`
    select attname as name from pg_attribute
    where attrelid = 'premises.premises'::regclass and attnum > 0 and not attisdropped and attgenerated = ''`.execute(
    db,
  )
  const columns = (of: string) => sql.raw(rows.map(({ name }) => `${of}${name}`).join(', '))
  await sql`
    insert into premises.premises (${columns('')})
    select ${columns('copy.')} from generate_series(1, 2501) n, (select * from premises.premises where name = '东街第1书店') p,
      lateral jsonb_populate_record(null::premises.premises, to_jsonb(p) || jsonb_build_object('id', platform.uuid_v7(),
        'premises_no', 'QJ-' || n, 'name', '千家书店', 'name_key', '千家书店')) copy`.execute(db)
  const prepared = await prepare({ filter: { q: '千家书店' }, take: { perMille: 1 } }, head).finally(() =>
    sql`update premises.premises set name = '千家', name_key = '千家', state = 'merged', merged_into = (
      select id from premises.premises where name = '东街第1书店') where premises_no like 'QJ-%'`.execute(db),
  )
  expect(prepared).toMatchObject({ population: 2501, toDraw: 3 })
  await draws.publish({ id: prepared.id, version: prepared.version })
  expect(verify(await packageOf(prepared.id, head), hash)).toMatchObject({ population: 2501, differences: [] })
  const pages = []
  for (let after: string | null = null; ; ) {
    const page: Awaited<ReturnType<typeof draws.objects>> = await draws.objects({
      ...{ id: prepared.id, limit: 200 },
      ...(after ? { after } : {}),
    })
    pages.push(...page.items.map(({ premisesNo }) => premisesNo))
    after = page.next
    if (after === null) break
  }
  expect(new Set(pages).size).toBe(2501)
})

describe('what is refused', () => {
  it('a seed that can be known already, commitments copied, nobody, people from elsewhere', async () => {
    const past = { ...event(), at: inMinutes(-1) }
    await expect(prepare({ source: past })).rejects.toMatchObject({ message: 'source-not-ahead' })
    const by = ['甲', '乙'].map((name) => ({ name, commitment: hash('同一句') }))
    const copied = { kind: 'commit', by, at: inMinutes(10) }
    await expect(prepare({ source: copied })).rejects.toMatchObject({ message: 'commitment-repeated' })
    await expect(prepare({ filter: { q: '没有这家' } })).rejects.toMatchObject({ message: 'nobody-found' })
    const elsewhere = [{ person: '01a20b69-0000-7000-8000-000000000000', away: null }]
    await expect(prepare({ inspectors: elsewhere })).rejects.toMatchObject({ message: 'not-in-the-pool' })
    await expect(prepare({ take: { count: 0 } })).rejects.toMatchObject({ status: 400 })
  })
  it('publishing once the moment has come, and with too few inspectors', async () => {
    const { draws } = inspector.inspections
    const [one] = await peopleFor()
    const alone = await prepare({ inspectors: [one] })
    await expect(draws.publish({ id: alone.id, version: alone.version })).rejects.toMatchObject({
      message: 'too-few-inspectors',
    })
    quarterPasses()
    await expect(draws.publish({ id: alone.id, version: alone.version })).rejects.toMatchObject({
      message: 'source-not-ahead',
    })
  })
  it('a change on what somebody else has changed meanwhile', async () => {
    const { draws } = inspector.inspections
    const { id, version } = await prepare()
    const [one] = await objectsOf(id, 'eligible')
    await draws.exclude({ id, version, premises: [one?.premises ?? ''], reason })
    await expect(draws.publish({ id, version })).rejects.toMatchObject({ message: 'moved-meanwhile' })
  })
  it('drawing from a list that was changed behind the program', async () => {
    const { draws } = inspector.inspections
    const prepared = await prepare()
    const { id, version } = await draws.publish({ id: prepared.id, version: prepared.version })
    await sql`update inspections.draw_text set text = replace(text, '东街第1书店', '东街第0书店') where draw = ${id}::uuid`.execute(
      world.parts.database.db,
    )
    quarterPasses()
    await expect(draws.draw({ id, version, seed: '1' })).rejects.toMatchObject({ message: 'register-changed' })
    expect(verify(await packageOf(id), hash).differences.map(({ kind }) => kind)).toEqual(['digest'])
  })
})

describe('within the reach', () => {
  it('a station head draws among the own objects and people, and sees no other draw', async () => {
    const district = await prepare()
    const own = await prepare({}, head)
    expect(own).toMatchObject({ body: PCS01, population: 14 })
    const objects = (await head.inspections.draws.objects({ id: own.id, which: 'eligible', limit: 200 })).items
    expect(new Set(objects.map(({ station }) => station))).toEqual(new Set([PCS01]))
    const brigade = (await peopleFor()).filter(({ person }) => !own.inspectors.some(({ id }) => id === person))
    expect(brigade.length).toBeGreaterThan(0)
    await expect(prepare({ inspectors: brigade }, head)).rejects.toMatchObject({ message: 'not-in-the-pool' })
    for (const ask of [
      () => head.inspections.draws.get({ id: district.id }),
      () => head.inspections.draws.objects({ id: district.id }),
      () => head.inspections.draws.publish({ id: district.id, version: district.version }),
      () => head.inspections.draws.void({ id: district.id, version: district.version, reason }),
      () => head.inspections.draws.package({ id: district.id }),
    ])
      await expect(ask()).rejects.toMatchObject({ status: 404 })
    const { items: seen } = await head.inspections.draws.list({})
    expect(new Set(seen.map(({ body }) => body))).toEqual(new Set([PCS01]))
    expect((await inspector.inspections.draws.get({ id: own.id })).id).toBe(own.id)
  })
  it('an officer reads and does not draw; a street sees none', async () => {
    expect((await officer.inspections.draws.list({})).items.length).toBeGreaterThan(0)
    await expect(
      prepare({ inspectors: await peopleFor() }, officer).catch((e) => Promise.reject(e)),
    ).rejects.toMatchObject({
      status: 403,
    })
    expect((await (await world.as('street')).inspections.draws.list({})).items).toEqual([])
  })
})

describe('shouwang draw verify', () => {
  const program = fileURLToPath(new URL('../../../app/cli.ts', import.meta.url))
  async function run(...args: string[]) {
    const { PATH } = process.env
    // No database is named, and none is started: the folder does not exist.
    const env = { PATH, DATA_DIR: join(folder, 'nowhere'), DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }
    const child = spawn(process.execPath, [program, 'draw', 'verify', ...args], { cwd: folder, env })
    const [[code], data, words] = await Promise.all([once(child, 'close'), text(child.stdout), text(child.stderr)])
    return { code, data, words }
  }

  it('fits, and with one byte changed says what differs', async () => {
    const { draws } = inspector.inspections
    const prepared = await prepare()
    const { id, version, digest } = await draws.publish({ id: prepared.id, version: prepared.version })
    quarterPasses()
    await draws.draw({ id, version, seed: '314159' })
    const whole = await packageOf(id)
    vi.useRealTimers()
    writeFileSync(join(folder, 'draw.json'), whole)
    const good = await run('draw.json', '--digest', digest ?? '')
    expect({ code: good.code, ...JSON.parse(good.data) }).toMatchObject({
      code: 0,
      fits: true,
      drawn: 5,
      differences: [],
    })
    expect(good.words).toMatch(/^全部一致（22 个对象中抽取 5 个）/)
    writeFileSync(join(folder, 'bad.json'), whole.replace('"314159"', '"314158"'))
    const bad = await run('bad.json')
    expect(bad.code).toBe(1)
    expect(JSON.parse(bad.data)).toMatchObject({ fits: false })
    expect(bad.words).toContain('抽中的对象不符 Another object is drawn · 1')
    const other = await run('draw.json', '--digest', 'a'.repeat(64))
    expect(other).toMatchObject({ code: 1, words: expect.stringContaining('与事先公布的摘要不符') })
    expect(await run('nowhere.json')).toMatchObject({
      code: 1,
      data: '',
      words: expect.stringMatching(/^没有这个文件/),
    })
    expect(await run('draw.json', '--digest', 'xyz')).toMatchObject({ code: 1, data: '' })
  })
})
