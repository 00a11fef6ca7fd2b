/** The embedded PostgreSQL: a real server on the loopback, made on first use, shared while it runs, stopped by the last. */
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { type Binaries, findBinaries } from './binaries.ts'
import { createCluster, demandVersion, readPassword, readPort, user, writePort } from './cluster.ts'
import { asFault, type DataDir, DataDirFault, openDataDir } from './data-dir.ts'
import { holdLock, isUsed, signIn } from './lock.ts'
import { ask, findPostmaster, PortTaken, startPostmaster, stopPostmaster } from './postmaster.ts'

export interface Embedded {
  readonly url: string
  /** Whether it was running already. */
  readonly adopted: boolean
  /** Lets go of the server. The last to let go stops it, so it never ends under another program that uses it. */
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  /** False only for tests: survives no power cut, starts faster. */
  readonly durable?: boolean
}

type Log = (line: string) => void

const database = 'shouwang'
const urlOf = (port: number, password: string, name = database) =>
  `postgres://${user}:${password}@127.0.0.1:${port}/${name}`

/** Starts the server of a data folder, or finds it running. Throws DataDirFault where the folder cannot be used. */
export async function startEmbedded(
  dataDir: string,
  log: Log,
  { durable = true }: EmbeddedOptions = {},
): Promise<Embedded> {
  const dir = openDataDir(dataDir, log)
  return whileLocked(dir, log, async () => {
    const binaries = await findBinaries(dir)
    const running = await adopt(dir, log)
    const url = running ?? (await launch(dir, binaries, durable, log))
    const signOut = signIn(dir.folder)
    let stopping: Promise<void> | undefined
    const stop = () =>
      whileLocked(dir, log, async () => {
        signOut()
        if (!isUsed(dir.folder)) await stopPostmaster(dir, binaries)
      })
    return { url, adopted: running !== undefined, stop: () => (stopping ??= stop()) }
  })
}

/** Stops the server of a data folder where all who used it are gone. Returns whether nobody uses it now. */
export async function stopAbandoned(dataDir: string): Promise<boolean> {
  const silent = () => undefined
  const dir = openDataDir(dataDir, silent)
  return whileLocked(dir, silent, async () => {
    if (isUsed(dir.folder)) return false
    await stopPostmaster(dir, await findBinaries(dir))
    return true
  })
}

async function whileLocked<T>({ path, folder }: DataDir, log: Log, work: () => Promise<T>): Promise<T> {
  try {
    const release = await holdLock(join(folder, 'lock'), log)
    try {
      return await work()
    } finally {
      release()
    }
  } catch (error) {
    throw asFault(path, error)
  }
}

/** The url of the server that runs already, once it answers; undefined where none runs. */
async function adopt(dir: DataDir, log: Log): Promise<string | undefined> {
  for (let tries = 0; ; tries++) {
    const running = existsSync(dir.data) ? findPostmaster(dir.data) : undefined
    if (!running) return undefined
    // Its port is written a moment after its number.
    const url = running.port ? urlOf(running.port, readPassword(dir)) : undefined
    const answer = url ? await ask(url) : 'not-yet'
    if (answer === 'yes') return url
    if (answer === 'wrong-password')
      throw new DataDirFault(
        dir.path,
        `口令文件与数据库不符，请从备份恢复 the password file does not fit the database: restore it from a backup`,
      )
    if (tries % 50 === 20) log('等待数据库 waiting for the database')
    await wait(100)
  }
}

async function launch(dir: DataDir, binaries: Binaries, durable: boolean, log: Log): Promise<string> {
  if (!existsSync(dir.data)) {
    log('正在创建数据库 creating the database')
    await createCluster(dir, binaries, durable)
  }
  demandVersion(dir, binaries)
  const password = readPassword(dir)
  let port = await freePort(readPort(dir))
  for (let tries = 0; ; tries++) {
    try {
      await startPostmaster(dir, binaries, { port, durable, log })
      break
    } catch (error) {
      if (!(error instanceof PortTaken) || tries === 5) throw error
      port = await freePort(undefined)
    }
  }
  writePort(dir, port)
  await makeDatabase(urlOf(port, password, 'postgres'))
  return urlOf(port, password)
}

async function makeDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database])
    if (rowCount === 0) await client.query(`create database ${database}`)
  } finally {
    await client.end()
  }
}

/** The port of before where it is free, so that a connection string someone noted keeps working; else any. */
async function freePort(before: number | undefined): Promise<number> {
  const listen = (port: number) =>
    new Promise<number | undefined>((resolve) => {
      const server = createServer()
      server.once('error', () => resolve(undefined))
      server.listen(port, '127.0.0.1', () => {
        const address = server.address()
        server.close(() => resolve(typeof address === 'object' && address ? address.port : undefined))
      })
    })
  const port = (before ? await listen(before) : undefined) ?? (await listen(0))
  if (port === undefined) throw new Error('127.0.0.1 上没有空闲端口 no free port on 127.0.0.1')
  return port
}
