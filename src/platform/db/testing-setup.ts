/** One database server for a run of the tests, with a migrated template; each test file clones it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { prepareJobs } from '../jobs/jobs.ts'
import { connect } from './database.ts'
import { startEmbedded } from './embedded.ts'
import { migrate } from './migrate.ts'
import { templateName } from './testing.ts'

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'shouwang-test-'))
  const embedded = await startEmbedded(folder, () => undefined, { durable: false })
  const main = connect(embedded.url, { max: 1 })
  await main.pool.query(`create database ${templateName}`)
  const template = connect(embedded.url.replace(/shouwang$/, templateName), { max: 2 })
  await migrate(template.pool)
  await prepareJobs(template.pool)
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

declare module 'vitest' {
  export interface ProvidedContext {
    database: string
  }
}
