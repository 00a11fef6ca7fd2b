/** The running server of a data folder: found, started, asked whether it answers, stopped. */
import { existsSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { Binaries } from './binaries.ts'
import { writeSettings } from './cluster.ts'
import { adviceOn, type DataDir, DataDirFault, essenceOf } from './data-dir.ts'
import { isAlive, isZombie, run, worksIn } from './processes.ts'

export interface Postmaster {
  readonly pid: number
  readonly port: number
}

const pidFile = (data: string) => join(data, 'postmaster.pid')

/**
 * The server that runs on the data, if one does. A killed one may stay a zombie until its parent takes note, which
 * pg_ctl takes for running; and after a restart of the machine its number may be another program's.
 */
export function findPostmaster(data: string): Postmaster | undefined {
  const file = pidFile(data)
  if (!existsSync(file)) return undefined
  const lines = readFileSync(file, 'utf8').split('\n')
  const pid = Number(lines[0])
  if (!pid || !isAlive(pid) || isZombie(pid) || !worksIn(pid, data)) return undefined
  return { pid, port: Number(lines[3]) }
}

/** Clears away what a dead server left. PostgreSQL itself looks whether children of that server still live. */
async function clearStalePid(data: string): Promise<void> {
  const file = pidFile(data)
  if (!existsSync(file)) return
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  for (let tries = 0; pid && isZombie(pid) && tries < 30; tries++) await wait(100)
  if (pid && isAlive(pid)) rmSync(file, { force: true })
}

export type Answer = 'yes' | 'not-yet' | 'wrong-password'

/** Whether the server takes a connection. While it recovers or stops it does not. */
export async function ask(url: string): Promise<Answer> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('select 1')
    return 'yes'
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === '28P01' ? 'wrong-password' : 'not-yet'
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Not durable: only for tests. A power cut loses all, and all is faster. */
const careless = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']

export interface StartOptions {
  readonly port: number
  readonly durable: boolean
  readonly log: (line: string) => void
}

/** Another program took the port between our looking and PostgreSQL's. */
export class PortTaken extends Error {}

/** Starts the server and waits until it has recovered, however long that takes. Throws PortTaken or DataDirFault. */
export async function startPostmaster(
  dir: DataDir,
  { pgCtl }: Binaries,
  { port, durable, log }: StartOptions,
): Promise<void> {
  const { path, data, as } = dir
  await clearStalePid(data)
  writeSettings(dir)
  const options = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    `port=${port}`,
    ...(durable ? [] : careless),
  ]
  const serverLog = join(data, 'server.log')
  shorten(serverLog)
  for (let tries = 0; ; tries++) {
    const before = statSync(serverLog, { throwIfNoEntry: false })?.size ?? 0
    const slow = setInterval(() => log('数据库正在恢复 the database is recovering'), 5000)
    // By environment and relative path: pg_ctl hands its arguments to a shell, and a folder's name may hold anything.
    const started = await run(
      pgCtl,
      ['start', '-w', '-t', '86400', '-l', 'server.log', '-o', options.map((option) => `-c ${option}`).join(' ')],
      as,
      { cwd: data, env: { PGDATA: data } },
    )
    clearInterval(slow)
    if (started.ok) return
    const words = existsSync(serverLog) ? readFileSync(serverLog).subarray(before).toString() : started.stderr
    if (/could not bind|Address already in use/.test(words)) throw new PortTaken(words)
    // Children of a killed server need a moment to notice.
    if (/pre-existing shared memory block/.test(words) && tries < 50) {
      await wait(200)
      continue
    }
    throw new DataDirFault(
      path,
      `${adviceOn(words) ?? '数据库未能启动 the database did not start'} (${essenceOf(words || started.stderr)}; ${serverLog})`,
    )
  }
}

function shorten(serverLog: string): void {
  const size = statSync(serverLog, { throwIfNoEntry: false })?.size ?? 0
  if (size > 10 * 1_048_576) renameSync(serverLog, `${serverLog}.old`)
}

/** Stops the server; connections that are still open end. */
export async function stopPostmaster({ data, as }: DataDir, { pgCtl }: Binaries): Promise<void> {
  if (!findPostmaster(data)) return
  const { ok, stderr } = await run(pgCtl, ['stop', '-w', '-m', 'fast', '-t', '600'], as, {
    cwd: data,
    env: { PGDATA: data },
  })
  if (!ok && findPostmaster(data))
    throw new Error(`数据库未能停止 the embedded database did not stop: ${stderr.trim()}`)
}
