/** What is changed with the database's password alone, past the program, is found. */
import { describe, expect, it } from 'vitest'
import { testDistrict } from './testing/founding.ts'
import { kitchenFire } from './testing/incidents.ts'
import { makeWorld } from './testing/world.ts'
import { verifyAll, verifyDistrict } from './verify.ts'

const world = await makeWorld()
const statistician = await world.as('statistician')
const recordsNow = async () => (await verifyDistrict(world.parts, testDistrict)).records

/** Enters, corrects, writes off and imports. */
async function act(): Promise<void> {
  const { incidents } = statistician
  const enter = (incidentNo: string) => incidents.enter({ ...kitchenFire, incidentNo })
  const { id, version } = await enter('V-1')
  const facts = { ...kitchenFire, incidentNo: 'V-1', burnedAreaM2: 12.25, deaths: null, address: '柳荫路２号' }
  await incidents.correct({ id, version, facts, reason: '复核' })
  await incidents.writeOff({ id: (await enter('V-2')).id, reason: '炊烟' })
  await enter('V-3')
  const header = '警情编号,警情类别,接警时间,过火面积(平方米),经度,纬度'
  const file = new File([`${header}\nV-4,火灾,2026-04-01 08:30,3.50,122.905,30.905\n`], 'v.csv')
  const upload = await incidents.imports.upload({ file })
  const order = { file: upload.file, profile: upload.proposal, dryRun: false, skipBad: false }
  const run = await incidents.imports.start(order)
  const state = async () => (await incidents.imports.get({ id: run.id })).state
  await expect.poll(state, { timeout: 20_000 }).toBe('done')
}

describe('records held against the ledger', () => {
  it('are as the acts left them: entered, corrected, written off, imported', async () => {
    await act()
    expect(await recordsNow()).toEqual({ differ: 0, first: null })
  })
  it.each([
    ['changed', `update incidents.incident set direct_loss_fen = 1 where incident_no = 'V-3'`, 'record-changed', 'V-3'],
    ['taken out', `delete from incidents.incident where incident_no = 'V-2'`, 'record-missing', 'V-2'],
    [
      'put in',
      `insert into incidents.incident (district, incident_no, kind, state, received_at, source, entered_at)
        values ('${testDistrict}', 'V-0', 'false', 'recorded', now(), 'local', now())`,
      'record-unknown',
      'V-0',
    ],
  ])('name the first by number where one was %s behind its back', async (_how, statement, fault, incidentNo) => {
    const before = await recordsNow()
    await world.parts.database.pool.query(statement)
    const { differ, first } = await recordsNow()
    expect(differ).toBe(before.differ + 1)
    expect(first).toMatchObject({ incidentNo, fault })
  })
  it('each night: the audit administrators are told', async () => {
    await verifyAll(world.parts)
    const audit = await world.as('auditor')
    const { items } = await audit.organisation.accounts.notices({})
    expect(items.map(({ message, values }) => [message, values])).toEqual([['recordsDiffer', { n: 3 }]])
  })
})
