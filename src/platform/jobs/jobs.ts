/** Jobs: work that outlives a request, on the same database. A job asked for in a transaction exists when it commits. */
import { run, runMigrations, Logger as WorkerLogger } from 'graphile-worker'
import { sql } from 'kysely'
import type { Pool } from 'pg'
import type { Logger } from 'pino'
import type { Context } from '../context.ts'

/** What a job does with its payload. Throwing makes it try again later. */
export type Task = (payload: unknown) => Promise<void>

export interface JobParts {
  readonly pool: Pool
  readonly log: Logger
  readonly tasks: Readonly<Record<string, Task>>
  /** Lines of crontab: when which task runs by itself. */
  readonly crontab: string
}

/** The worker's own lines go to our log, for standard output is for JSON and for the data of commands. */
const into = (log: Logger) =>
  new WorkerLogger(() => (level, message) => {
    // What it says each time that it starts or waits is of no use to an operator.
    log[level === 'error' ? 'error' : level === 'warning' ? 'warn' : 'debug']({ from: 'worker' }, message)
  })

/** Makes the queue's own tables. */
export const prepareJobs = (pool: Pool, log: Logger): Promise<void> =>
  runMigrations({ pgPool: pool, logger: into(log) })

/** Starts working; `stop` waits for what is being done. */
export async function startJobs({ pool, log, tasks, crontab }: JobParts): Promise<{ stop(): Promise<void> }> {
  const runner = await run({
    pgPool: pool,
    concurrency: 2,
    noHandleSignals: true,
    logger: into(log),
    crontab,
    taskList: Object.fromEntries(
      Object.entries(tasks).map(([name, task]) => [
        name,
        async (payload: unknown) => {
          try {
            await task(payload)
          } catch (error) {
            log.error({ err: error, job: name }, 'job failed')
            throw error
          }
        },
      ]),
    ),
  })
  return { stop: () => runner.stop() }
}

/** Asks for a job, in the request's transaction. `key` finds it again while it waits. */
export async function addJob({ tx }: Pick<Context, 'tx'>, name: string, payload: object, key: string): Promise<void> {
  await sql`
    select graphile_worker.add_job(${name}, ${JSON.stringify(payload)}::json, max_attempts => 1, job_key => ${key})`.execute(
    tx,
  )
}
