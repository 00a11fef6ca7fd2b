import { describe, expect, it } from 'vitest'
import { inContext } from '../../../app/parts.ts'
import { testDistrict } from '../../../app/testing/founding.ts'
import { makeWorld } from '../../../app/testing/world.ts'
import type { ImportRun } from '../../../kernel/import-contract.ts'
import { createRun } from '../../../platform/imports/runs.ts'

const world = await makeWorld()
const statistician = await world.as('statistician')
const { imports } = statistician.incidents

const own = (rows: string, name = 'own.csv') =>
  new File([`警情编号,警情类别,接警时间,辖区派出所,社区,场所类别,起火原因,原因细类,直接财产损失(元)\n${rows}`], name, {
    type: 'text/csv',
  })
const kitchen = (no: string, loss = '3500') =>
  `${no},火灾,2026-04-01 08:30,东街派出所,柳荫社区,住宅,生活用火不慎,炊事,${loss}\n`

async function finish(run: ImportRun): Promise<ImportRun> {
  let now = run
  await expect
    .poll(
      async () => {
        now = (await imports.get({ id: run.id })) as ImportRun
        return now.state
      },
      { timeout: 20_000, interval: 50 },
    )
    .not.toMatch(/waiting|running/)
  return now
}

async function bring(
  file: File,
  how: { dryRun?: boolean; skipBad?: boolean; profile?: object } = {},
): Promise<ImportRun> {
  const upload = await imports.upload({ file })
  const profile = { ...upload.proposal, ...how.profile }
  const run = await imports.start({
    file: upload.file,
    profile,
    dryRun: how.dryRun ?? false,
    skipBad: how.skipBad ?? false,
  })
  return finish(run as ImportRun)
}

const find = async (q: string) => (await statistician.incidents.list({ q })).items

describe('an import', () => {
  it('brings rows in with their history, and the same file again changes nothing', async () => {
    const first = await bring(own(kitchen('A-1') + kitchen('A-2')))
    expect(first).toMatchObject({ state: 'done', rowsRead: 2, rowsNew: 2, rowsBad: 0, by: '孙明算' })
    const [fire] = await find('A-1')
    expect(fire).toMatchObject({
      place: 'RES',
      subCause: 'LIFE-COOK',
      directLossFen: 350_000,
      source: 'official',
      statClass: 'ordinary',
    })
    const { items } = await statistician.incidents.history({ id: fire?.id ?? '' })
    expect(items[0]).toMatchObject({ act: 'incident.import', actor: '孙明算', note: 'own.csv' })
    const again = await bring(own(kitchen('A-1') + kitchen('A-2')))
    expect(again).toMatchObject({ state: 'done', rowsNew: 0, rowsChanged: 0, rowsSame: 2 })
    expect((await statistician.incidents.history({ id: fire?.id ?? '' })).items).toHaveLength(1)
  })
  it('changes what the file says otherwise', async () => {
    await bring(own(kitchen('B-1')))
    expect(await bring(own(kitchen('B-1', '4800.50')))).toMatchObject({ rowsNew: 0, rowsChanged: 1 })
    const [fire] = await find('B-1')
    expect(fire).toMatchObject({ directLossFen: 480_050, version: 2 })
  })
  it('of a record corrected by hand: the same file leaves it, another is a conflict', async () => {
    await bring(own(kitchen('C-1')))
    const [fire] = await find('C-1')
    if (!fire) throw new Error('C-1 is not there')
    const { id, version } = fire
    const facts = { ...fire, vehicles: 3 }
    await statistician.incidents.correct({ id, version, facts, reason: '补录车辆' })
    expect(await bring(own(kitchen('C-1')))).toMatchObject({ state: 'done', rowsSame: 1 })
    const other = await bring(own(kitchen('C-1', '9999')))
    expect(other).toMatchObject({ state: 'refused', rowsBad: 1 })
    expect(other.faults[0]).toMatchObject({ line: 2, rule: 'corrected-by-hand', value: 'C-1' })
    expect((await find('C-1'))[0]).toMatchObject({ vehicles: 3, directLossFen: 350_000 })
  })
})

describe('bad rows', () => {
  const bad = own(
    kitchen('D-1') +
      'D-2,火灾,2026/2/30 08:00,东街派出所,,,,,\n' +
      'D-3,抢险救援,2026-04-01 08:30,东街派出所,,住宅,,,\n' +
      'D-4,火灾,2026-04-01 08:30,南街派出所,,,,,\n' +
      'D-5,火灾,2026-04-01 08:30,,,,,,-5\n' +
      kitchen('D-1'),
  )
  it('stop the whole file, each named by line, column and reason', async () => {
    const run = await bring(bad)
    expect(run).toMatchObject({ state: 'refused', rowsRead: 6, rowsBad: 5, rowsNew: 0, faultFile: true })
    expect(run.faults.map(({ line, column }) => [line, column])).toEqual([
      [3, '接警时间'],
      [4, '场所类别'],
      [5, '辖区派出所'],
      [6, '直接财产损失(元)'],
      [7, '警情编号'],
    ])
    expect(await find('D-')).toEqual([])
    const report = await imports.faults({ id: run.id })
    expect(await (report.body as File).text()).toContain('2026/2/30')
  })
  it('are left out when one says so', async () => {
    const run = await bring(bad, { skipBad: true })
    expect(run).toMatchObject({ state: 'done', rowsNew: 1, rowsBad: 5 })
    expect(await find('D-')).toHaveLength(1)
  })
  it('of a trial are listed and nothing is written', async () => {
    expect(await bring(own(kitchen('E-1')), { dryRun: true })).toMatchObject({
      state: 'done',
      dryRun: true,
      rowsNew: 1,
    })
    expect(await find('E-1')).toEqual([])
  })
})

describe('a foreign layout', () => {
  it('comes in through a mapping that is saved and used again', async () => {
    const file = new File(['Case;When;What;Loss kUSD\nF-1;12/31/2025 23:59:00;BLDG;1.5\n'], 'foreign.csv')
    const profile = {
      name: 'Foreign',
      columns: {
        incident_no: { from: 'Case', invalid: 'refuse' as const },
        kind: { constant: 'fire', invalid: 'refuse' as const },
        received_at: { from: 'When', dateFormat: 'MM/DD/YYYY HH:mm:ss', invalid: 'refuse' as const },
        place: { from: 'What', values: { BLDG: 'RES' }, invalid: 'refuse' as const },
        direct_loss_yuan: { from: 'Loss kUSD', multiply: '7100', invalid: 'refuse' as const },
      },
    }
    const upload = await imports.upload({ file })
    expect(upload).toMatchObject({ delimiter: ';', headers: ['Case', 'When', 'What', 'Loss kUSD'] })
    await imports.saveProfile({ profile: { ...upload.proposal, ...profile } })
    const { items } = await imports.profiles()
    const saved = items.find(({ name }) => name === 'Foreign')?.profile
    if (!saved) throw new Error('the profile was not saved')
    await finish(
      (await imports.start({ file: upload.file, profile: saved, dryRun: false, skipBad: false })) as ImportRun,
    )
    expect((await find('F-1'))[0]).toMatchObject({ receivedOn: '2025-12-31', place: 'RES', directLossFen: 1_065_000 })
  })
})

describe('a preview', () => {
  const headers = ['Case', 'When', 'What', 'Loss kUSD', 'Dead']
  const rows = [
    ['P-1', '12/31/2025 23:59:00', 'BLDG', '1.5', '0'],
    ['P-2', '02/30/2026 08:00:00', 'SHIP', '-1', 'none'],
  ]
  const columns = {
    incident_no: { from: 'Case' },
    kind: { constant: 'fire' },
    received_at: { from: 'When', dateFormat: 'MM/DD/YYYY HH:mm:ss' },
    place: { from: 'What', values: { BLDG: 'RES' } },
    direct_loss_yuan: { from: 'Loss kUSD', multiply: '7100' },
    deaths: { from: 'Dead', invalid: 'blank' as const },
  }
  it('shows each value as it will be, and each fault by its column', async () => {
    const { rows: shown, problem } = await imports.preview({ headers, rows, profile: { name: 'Foreign', columns } })
    expect(problem).toBeNull()
    expect(shown[0]).toEqual({
      values: {
        incident_no: 'P-1',
        kind: 'fire',
        received_at: '2025-12-31T15:59:00.000Z',
        place: 'RES',
        direct_loss_yuan: 1_065_000,
        deaths: 0,
      },
      faults: [],
    })
    expect(shown[1]?.faults.map(({ key, blank }) => [key, blank])).toEqual([
      ['received_at', false],
      ['place', false],
      ['direct_loss_yuan', false],
      ['deaths', true],
    ])
    expect(shown[1]?.faults[0]?.zh).toContain('2026-02-30')
  })
  it('of a mapping that has only begun shows what there is', async () => {
    const profile = { name: 'Foreign', columns: { deaths: columns.deaths, place: columns.place } }
    const { rows: shown } = await imports.preview({ headers, rows, profile })
    expect(shown[0]).toEqual({ values: { place: 'RES', deaths: 0 }, faults: [] })
  })
  it('says what is wrong with the mapping as a whole, and leaves out what the file lacks', async () => {
    const wrong = { name: 'Foreign', columns: { place: { from: 'What', values: { BLDG: 'MOON' } } } }
    expect((await imports.preview({ headers, rows, profile: wrong })).problem?.zh).toContain('MOON')
    const lacking = { name: 'Foreign', columns: { ...columns, address: { from: 'Street' } } }
    expect((await imports.preview({ headers, rows, profile: lacking })).problem).toBeNull()
  })
})

describe('a run that ended badly', () => {
  const bad = () =>
    bring(own('H-1,火灾,2026/2/30 08:00,,,,,,\n', 'bad.csv'), { profile: { name: '坏文件', ignore: '*' } })
  it('is taken up again with its file and the mapping it used', async () => {
    const run = await bad()
    expect(run.state).toBe('refused')
    const again = await imports.reopen({ id: run.id })
    expect(again).toMatchObject({ name: 'bad.csv', proposal: { name: '坏文件', ignore: '*' } })
    expect(again.sample[0]?.[2]).toBe('2026/2/30 08:00')
  })
  it('is told to whoever asked for it', async () => {
    const run = await bad()
    const { items } = await statistician.organisation.accounts.notices({})
    expect(items[0]).toMatchObject({ message: 'importRefused', link: `/incidents/import?run=${run.id}` })
  })
})

it('a run of another area is not found among the imports of incidents', async () => {
  const { account } = await statistician.organisation.accounts.me()
  const { file } = await imports.upload({ file: own(kitchen('X-1')) })
  const order = { file, fileName: 'own.csv', dryRun: true, skipBad: false, profile: null }
  const id = await inContext(world.parts, { district: testDistrict, name: 'test', account }, (context) =>
    createRun(context, { kind: 'toys', ...order }),
  )
  for (const ask of [imports.get, imports.reopen, imports.faults])
    await expect(ask({ id }).then(() => 'found')).rejects.toMatchObject({ status: 404 })
  expect((await imports.list({})).items.map((run) => run.id)).not.toContain(id)
})

describe('what is no table', () => {
  it.each([
    ['empty.csv', ''],
    ['page.html', '<html><body>no</body></html>'],
    ['cut.csv', '警情编号,警情类别\n"A-1,火灾\n'],
  ])('%s is refused in words', async (name, text) => {
    const upload = imports.upload({ file: new File([text], name) })
    const refused = await upload.then(
      async ({ file, proposal }) =>
        finish((await imports.start({ file, profile: proposal, dryRun: true, skipBad: false })) as ImportRun),
      (error: unknown) => error,
    )
    expect(JSON.stringify(refused, ['zh', 'message', 'data'])).toMatch(/[一-龥]{4,}/)
  })
  it('is too large above the limit', async () => {
    const upload = imports.upload({ file: new File([new Uint8Array(6_000_000)], 'large.csv') })
    await expect(upload).rejects.toMatchObject({ status: 413 })
  })
})

it('two files at the same time are both brought in, one after the other', async () => {
  const runs = await Promise.all([
    bring(own(kitchen('G-1') + kitchen('G-2'))),
    bring(own(kitchen('G-2') + kitchen('G-3'))),
  ])
  expect(runs.map(({ state }) => state)).toEqual(['done', 'done'])
  expect(runs.reduce((sum, { rowsNew }) => sum + rowsNew, 0)).toBe(3)
})
