/** Which runs a crash left unfinished, and which somebody is carrying out or will. */
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { now } from '../clock.ts'
import { type Context, nobody } from '../context.ts'
import { onOneConnection } from '../db/database.ts'
import { cloneDatabase } from '../db/testing.ts'
import { addJob } from '../jobs/jobs.ts'
import { beginRun, createRun, endRun, findRun, jobKeyOf, resumeRuns } from './runs.ts'

const database = await cloneDatabase()
const { db } = database
const district = '990001'

/** A run as somebody asks for it, with its job or without, as from the command line. */
const ask = (job: boolean) =>
  db.transaction().execute(async (tx) => {
    const context: Context = { tx, district, actor: nobody, at: now(), request: 'test' }
    const options = { dryRun: false, skipBad: false, profile: null }
    const id = await createRun(context, { kind: 'incidents', file: anyFile, fileName: 'a.csv', ...options })
    if (job) await addJob(context, 'incidents-import', { district, run: id }, jobKeyOf(id))
    return id
  })
const anyFile = '01a20b69-0000-7000-8000-000000000000'
const found = async (id: string) => (await findRun(db, district, id)) ?? { state: 'lost', message: null }
const stateOf = async (id: string) => (await found(id)).state

it('a run whose program died is interrupted, and says that nothing was written', async () => {
  const id = await ask(false)
  await onOneConnection(database, (own) =>
    own
      .transaction()
      .execute(async (tx) => {
        await beginRun(db, tx, district, id)
        throw new Error('killed')
      })
      .catch(() => undefined),
  )
  expect(await stateOf(id)).toBe('running')
  await resumeRuns(db)
  expect(await found(id)).toMatchObject({
    state: 'interrupted',
    message: { zh: expect.stringContaining('未写入任何数据') },
  })
})

it('a run that a person asked for begins anew by itself, twice at most', async () => {
  const id = await ask(false)
  await sql`update platform.import_run set account = ${anyFile}, state = 'running' where id = ${id}`.execute(db)
  const jobs = async () => {
    const { rows } = await sql`select key from graphile_worker.jobs where key = ${jobKeyOf(id)}`.execute(db)
    return rows.length
  }
  for (const restart of [1, 2]) {
    await resumeRuns(db)
    expect(await found(id)).toMatchObject({ state: 'waiting', message: { zh: expect.stringContaining('重新开始') } })
    expect(await jobs()).toBe(1)
    // It waits for its job, and dies again while it runs.
    await resumeRuns(db)
    expect(await stateOf(id)).toBe('waiting')
    await sql`select graphile_worker.remove_job(${jobKeyOf(id)})`.execute(db)
    await sql`update platform.import_run set state = 'running' where id = ${id} and restarts = ${restart}`.execute(db)
  }
  await resumeRuns(db)
  expect(await stateOf(id)).toBe('interrupted')
  expect(await jobs()).toBe(0)
})

it('a run that another program carries out goes on, also when a server starts beside it', async () => {
  const id = await ask(false)
  await onOneConnection(database, (own) =>
    own.transaction().execute(async (tx) => {
      await beginRun(db, tx, district, id)
      await resumeRuns(db)
      expect(await stateOf(id)).toBe('running')
    }),
  )
})

it('a run that waits for its job waits on; one that no job will begin does not', async () => {
  const [waiting, forgotten] = [await ask(true), await ask(false)]
  await resumeRuns(db)
  expect([await stateOf(waiting), await stateOf(forgotten)]).toEqual(['waiting', 'interrupted'])
})

it('a run that begins in spite of it is running again, and what was said of it is taken back', async () => {
  const id = await ask(false)
  await resumeRuns(db)
  await db.transaction().execute((tx) => beginRun(db, tx, district, id))
  expect(await found(id)).toMatchObject({ state: 'running', message: null })
})

it('what has ended stays as it ended', async () => {
  const id = await ask(false)
  const counts = { rowsRead: 1, rowsBad: 0, rowsNew: 1, rowsChanged: 0, rowsSame: 0, rowsKept: 0 }
  await endRun(db, district, id, now().instant, {
    state: 'done',
    message: null,
    faults: [],
    faultFile: null,
    ...counts,
  })
  await resumeRuns(db)
  expect(await stateOf(id)).toBe('done')
})
