/** An import, and a person with the same incident at the same moment. */
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { inContext } from '../../../app/parts.ts'
import { testDistrict } from '../../../app/testing/founding.ts'
import { kitchenFire } from '../../../app/testing/incidents.ts'
import { makeWorld } from '../../../app/testing/world.ts'
import type { ImportRun } from '../../../kernel/import-contract.ts'
import { createRun } from '../../../platform/imports/runs.ts'
import { actorOf } from '../../organisation/public.ts'
import { driftOf, runWaiting } from '../public.ts'
import * as incidents from '../store.ts'

const world = await makeWorld()
const statistician = await world.as('statistician')
const { imports } = statistician.incidents
const { db } = world.parts.database

const rowOf = (no: string, loss: number) =>
  new File([`incident_no,kind,received_at,direct_loss_yuan\n${no},fire,2026-04-01 08:30,${loss}\n`], 'own.csv')

async function start(file: File): Promise<string> {
  const upload = await imports.upload({ file })
  return (await imports.start({ file: upload.file, profile: upload.proposal, dryRun: false, skipBad: false })).id
}
async function ended(id: string): Promise<ImportRun> {
  await expect.poll(async () => (await imports.get({ id })).state, { timeout: 20_000 }).not.toMatch(/waiting|running/)
  return (await imports.get({ id })) as ImportRun
}
const bring = async (file: File) => ended(await start(file))

/** Somebody waits for what another transaction holds. */
const waiting = async () => {
  const { rows } =
    await sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(db)
  return rows.length > 0
}

/** Does the work, and ends its transaction only when the import of the file waits for it. */
async function whileImporting(
  file: File,
  work: (context: Parameters<Parameters<typeof inContext>[2]>[0]) => Promise<void>,
) {
  const run = await inContext(world.parts, { district: testDistrict, name: 'test' }, async (context) => {
    await work(context)
    const id = await start(file)
    await expect.poll(waiting, { timeout: 20_000 }).toBe(true)
    return id
  })
  return ended(run)
}

describe('an import waits for a person', () => {
  it('who corrects one of its records, and overwrites nothing', async () => {
    await bring(rowOf('R-1', 100))
    const run = await whileImporting(rowOf('R-1', 200), async ({ tx }) => {
      await sql`update incidents.incident set vehicles = 9, corrected = true where incident_no = 'R-1'`.execute(tx)
    })
    expect(run).toMatchObject({ state: 'refused', rowsBad: 1, faults: [{ rule: 'corrected-by-hand' }] })
    const { items } = await statistician.incidents.list({ q: 'R-1' })
    expect(items[0]).toMatchObject({ vehicles: 9, directLossFen: 10_000 })
  })

  it('who enters one of its numbers, and sees the record', async () => {
    const { incidentNo, ...facts } = kitchenFire
    const run = await whileImporting(rowOf('R-2', 200), async (context) => {
      expect(await incidents.isTaken(context, 'R-2')).toBe(false)
      const derived = { street: null, minorFire: false, statClass: 'ordinary', accidentClass: null } as const
      const stored = { state: 'recorded', writtenOffReason: null, corrected: false } as const
      await incidents.insert(context, { ...facts, incidentNo: 'R-2', ...derived, ...stored })
    })
    expect(run).toMatchObject({ state: 'done', rowsNew: 0, rowsChanged: 1 })
    expect((await driftOf(db, testDistrict)).first).toMatchObject({ incidentNo: 'R-1' })
  })
})

it('is refused where whoever asked may import no more', async () => {
  const { account } = await statistician.organisation.accounts.me()
  const { file } = await imports.upload({ file: rowOf('R-3', 100) })
  const who = { district: testDistrict, name: 'test', account }
  const run = await inContext(world.parts, who, (context) =>
    createRun(context, { kind: 'incidents', file, fileName: 'own.csv', dryRun: false, skipBad: false, profile: null }),
  )
  const { accounts } = (await world.as('secadmin')).organisation
  await accounts.grantRole({ id: account, role: 'brigadeInspector', reason: '岗位调整' })
  await runWaiting(world.parts, { district: testDistrict, run }, (of, district, id) =>
    of.transaction().execute((tx) => actorOf(tx, district, id)),
  )
  await accounts.grantRole({ id: account, role: 'brigadeStatistician', reason: '恢复岗位' })
  expect(await imports.get({ id: run })).toMatchObject({ state: 'refused', rowsNew: 0 })
})
