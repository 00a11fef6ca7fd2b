/** One database server for a run of the tests, with a migrated template; each test file clones it. */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import type { TestProject } from 'vitest/node'
import { prepareJobs } from '../jobs/jobs.ts'
import { connect } from './database.ts'
import { startEmbedded, stopAbandoned } from './embedded.ts'
import { migrate } from './migrate.ts'
import { templateName } from './testing.ts'

const prefix = 'shouwang-test-'
const startsWithin = 120_000

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweep()
  const folder = mkdtempSync(join(tmpdir(), prefix))
  const embedded = await startEmbedded(folder, () => undefined, { durable: false })
  const main = connect(embedded.url, { max: 1 })
  await main.pool.query(`create database ${templateName}`)
  const template = connect(embedded.url.replace(/shouwang$/, templateName), { max: 2 })
  await migrate(template.pool)
  await prepareJobs(template.pool, pino({ level: 'silent' }))
  await template.close()
  // A template can be cloned only while nobody is connected to it.
  await main.pool.query(`alter database ${templateName} with allow_connections false`)
  await main.pool.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [templateName])
  await main.close()
  project.provide('database', embedded.url)
  return async () => {
    await embedded.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A run that was killed could not clear up after itself: its server still runs, for nobody. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const folder = join(tmpdir(), name)
    // One that is just starting has not signed in yet; another user's cannot be opened.
    if (Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) < startsWithin) continue
    if (await stopAbandoned(folder).catch(() => false)) rmSync(folder, { recursive: true, force: true })
  }
}

declare module 'vitest' {
  export interface ProvidedContext {
    database: string
  }
}
