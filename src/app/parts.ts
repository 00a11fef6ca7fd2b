/** What the server and the command line are both made of: database, files, log, and the way to a context. */
import { join } from 'node:path'
import type { Logger } from 'pino'
import { actorOf } from '../areas/organisation/public.ts'
import { now } from '../platform/clock.ts'
import type { Config } from '../platform/config.ts'
import type { Actor, Context } from '../platform/context.ts'
import { connect, type Database } from '../platform/db/database.ts'
import { startEmbedded } from '../platform/db/embedded.ts'
import { migrate } from '../platform/db/migrate.ts'
import { bucketStore, reachBucket } from '../platform/files/bucket.ts'
import type { FileStore } from '../platform/files/files.ts'
import { folderStore } from '../platform/files/folder.ts'
import { prepareJobs } from '../platform/jobs/jobs.ts'

export interface Parts {
  readonly config: Config
  readonly log: Logger
  readonly database: Database
  readonly files: FileStore
  /** Lets go of the database; an embedded one that these parts started is stopped. */
  close(): Promise<void>
}

/** Opens the database, embedded where none is named, and brings its tables up to date. */
export async function openParts(config: Config, log: Logger): Promise<Parts> {
  const files = await openFiles(config)
  const embedded = config.databaseUrl ? undefined : await startEmbedded(config.dataDir, (line) => log.info(line))
  const stopEmbedded = async () => {
    // It lets go of the server: the last that uses it stops it.
    await embedded?.stop()
  }
  const database = connect(config.databaseUrl ?? embedded?.url ?? '')
  try {
    const applied = await migrate(database.pool)
    if (applied.length > 0) log.info({ applied }, 'migrated')
    await prepareJobs(database.pool, log)
  } catch (error) {
    await database.close()
    await stopEmbedded()
    throw error
  }
  return {
    config,
    log,
    database,
    files,
    async close() {
      await database.close()
      await stopEmbedded()
    },
  }
}

/** Files lie in the data folder, or in the bucket that the settings name. */
async function openFiles({ bucket, dataDir }: Config): Promise<FileStore> {
  if (!bucket) return folderStore(join(dataDir, 'files'))
  await reachBucket(bucket)
  return bucketStore(bucket, join(dataDir, 'copies'))
}

/** Who acts where no person does: the command line, and the server's own clockwork. */
export const machine = (name: string): Actor => ({
  account: '',
  person: '',
  name,
  role: 'system',
  body: '',
  bodyKind: '',
  permissions: [],
  reach: { district: true, stations: [], communities: [] },
})

/** Runs work in one transaction with one moment, as an account of the district or as the machine itself. */
export const inContext = <T>(
  { database }: Pick<Parts, 'database'>,
  who: { district: string; account?: string | undefined; name: string },
  work: (context: Context) => Promise<T>,
): Promise<T> =>
  database.db.transaction().execute(async (tx) => {
    const actor = who.account ? await actorOf(tx, who.district, who.account) : machine(who.name)
    if (!actor) throw new Error(`no account ${who.account}`)
    return work({ tx, district: who.district, actor, at: now(), request: who.name })
  })
