/** The embedded PostgreSQL: a real server on the loopback, made on first use, adopted where it runs, stopped cleanly. */
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { type Binaries, findBinaries } from './binaries.ts'
import { holdLock } from './lock.ts'

export interface Embedded {
  readonly url: string
  /** Whether it was running already: whoever started it stops it. */
  readonly adopted: boolean
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  /** False only for tests: survives no power cut, starts faster. */
  readonly durable?: boolean
}

/** The data folder cannot be used; the message says why, and what to do. */
export class DataDirFault extends Error {
  constructor(dataDir: string, why: string, cause?: unknown) {
    super(`数据目录不能使用 DATA_DIR cannot be used (${dataDir}): ${why}`, { cause })
    this.name = 'DataDirFault'
  }
}

interface Place {
  readonly folder: string
  readonly data: string
  readonly connection: string
}
interface Connection {
  readonly port: number
  readonly password: string
}

const user = 'shouwang'
const urlOf = ({ port, password }: Connection) => `postgres://${user}:${password}@127.0.0.1:${port}/shouwang`

/** Starts the server of a data folder, or finds it running. Two that start at once wait for each other. */
export async function startEmbedded(
  dataDir: string,
  log: (line: string) => void,
  { durable = true }: EmbeddedOptions = {},
): Promise<Embedded> {
  const binaries = findBinaries()
  const place = preparePlace(dataDir, binaries)
  const release = await holdLock(join(place.folder, 'starting.lock'))
  try {
    const known = readConnection(place)
    if (known && (await answers(known)))
      return { url: urlOf(known), adopted: true, stop: () => stop(place, binaries) }
    if (!existsSync(join(place.data, 'PG_VERSION'))) {
      log('正在创建数据库 creating the database')
      create(place, binaries)
    }
    demandVersion(place, binaries, dataDir)
    const connection = { port: await freePort(known?.port), password: readFileSync(join(place.folder, 'password'), 'utf8') }
    await waitForZombie(place)
    start(place, binaries, connection.port, durable)
    writeFileSync(place.connection, JSON.stringify(connection), { mode: 0o600 })
    await makeDatabase(connection)
    return { url: urlOf(connection), adopted: false, stop: () => stop(place, binaries) }
  } finally {
    release()
  }
}

/** The url of a server that runs already on the data folder, if one does. */
export async function findEmbedded(dataDir: string): Promise<string | undefined> {
  const folder = join(dataDir, 'postgres')
  const known = readConnection({ folder, data: join(folder, 'data'), connection: join(folder, 'connection.json') })
  return known && (await answers(known)) ? urlOf(known) : undefined
}

function preparePlace(dataDir: string, { as }: Binaries): Place {
  const folder = join(dataDir, 'postgres')
  const data = join(folder, 'data')
  try {
    if (existsSync(dataDir) && !statSync(dataDir).isDirectory()) throw new DataDirFault(dataDir, '不是目录 not a folder')
    mkdirSync(folder, { recursive: true, mode: 0o755 })
    mkdirSync(data, { recursive: true, mode: 0o700 })
    if (as.uid !== undefined && as.gid !== undefined) {
      // The other user must be able to enter what leads to its folder, and nothing else.
      for (const path of [dataDir, folder]) chmodSync(path, statSync(path).mode | 0o111)
      if (statSync(data).uid !== as.uid) chownSync(data, as.uid, as.gid)
    }
  } catch (error) {
    if (error instanceof DataDirFault) throw error
    throw new DataDirFault(dataDir, `无法读写,请检查权限或另设 DATA_DIR not readable and writable (${words(error)})`, error)
  }
  return { folder, data, connection: join(folder, 'connection.json') }
}

function create({ folder, data }: Place, { initdb, as }: Binaries): void {
  const password = randomBytes(24).toString('base64url')
  writeFileSync(join(folder, 'password'), password, { mode: 0o600 })
  const passwordFile = join(data, '..', 'initdb.password')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (as.uid !== undefined && as.gid !== undefined) chownSync(passwordFile, as.uid, as.gid)
  const made = spawnSync(
    initdb,
    [
      '-D',
      data,
      '-U',
      user,
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      '--encoding=UTF8',
      '--locale=C.UTF-8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--data-checksums',
    ],
    { ...as, cwd: '/', env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' }, encoding: 'utf8' },
  )
  rmSync(passwordFile, { force: true })
  if (made.status !== 0) {
    rmSync(data, { recursive: true, force: true })
    throw new DataDirFault(data, `initdb: ${made.stderr || words(made.error)}`)
  }
}

function demandVersion({ data }: Place, { major }: Binaries, dataDir: string): void {
  const version = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim()
  if (version !== major)
    throw new DataDirFault(dataDir, `由 PostgreSQL ${version} 创建,本程序为 ${major} made by ${version}, this is ${major}`)
}

/** Settings for a small machine that does other things too. `max_wal_size` lets a large import run through. */
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '512MB',
  effective_cache_size: '2GB',
  work_mem: '48MB',
  maintenance_work_mem: '256MB',
  max_wal_size: '4GB',
  checkpoint_completion_target: '0.9',
  random_page_cost: '1.1',
  jit: 'off',
  log_timezone: 'UTC',
  timezone: 'UTC',
}

function start({ folder, data }: Place, { pgCtl, as }: Binaries, port: number, durable: boolean): void {
  const all = { port, ...settings, ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }) }
  const options = Object.entries(all).map(([name, value]) => `-c ${name}='${value}'`)
  const serverLog = join(data, 'server.log')
  const started = spawnSync(pgCtl, ['start', '-w', '-t', '60', '-D', data, '-l', serverLog, '-o', options.join(' ')], {
    ...as,
    cwd: '/',
    env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' },
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  })
  if (started.status !== 0) {
    const tail = existsSync(serverLog) ? readFileSync(serverLog, 'utf8').trim().split('\n').slice(-3).join(' | ') : ''
    throw new DataDirFault(folder, `数据库未能启动 the database did not start: ${tail || started.stderr}`)
  }
}

async function stop({ data }: Place, { pgCtl, as }: Binaries): Promise<void> {
  const stopped = spawnSync(pgCtl, ['stop', '-w', '-m', 'fast', '-D', data], { ...as, cwd: '/', encoding: 'utf8' })
  if (stopped.status !== 0 && existsSync(join(data, 'postmaster.pid')))
    throw new Error(`the embedded PostgreSQL did not stop: ${stopped.stderr}`)
}

function readConnection({ connection }: Place): Connection | undefined {
  try {
    return JSON.parse(readFileSync(connection, 'utf8'))
  } catch {
    return undefined
  }
}

async function answers(connection: Connection): Promise<boolean> {
  const client = new pg.Client({ connectionString: urlOf(connection), connectionTimeoutMillis: 2000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function makeDatabase(connection: Connection): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(connection).replace(/shouwang$/, 'postgres') })
  await client.connect()
  try {
    const { rowCount } = await client.query("select from pg_database where datname = 'shouwang'")
    if (rowCount === 0) await client.query('create database shouwang')
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
  if (port === undefined) throw new Error('no free port on 127.0.0.1')
  return port
}

/** A killed postmaster stays a zombie until it is reaped; pg_ctl takes it for a running one until then. */
async function waitForZombie({ data }: Place): Promise<void> {
  const pidFile = join(data, 'postmaster.pid')
  if (!existsSync(pidFile) || process.platform !== 'linux') return
  const pid = readFileSync(pidFile, 'utf8').split('\n')[0]
  for (let i = 0; i < 100; i++) {
    try {
      if (!/^\d+ \(.*\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))) return
    } catch {
      return
    }
    await wait(100)
  }
}

const words = (error: unknown) => (error instanceof Error ? error.message : String(error))
