/** What PostgreSQL calls a cluster, the data of one server: made by initdb, its version, its settings. */
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import type { Binaries } from './binaries.ts'
import { adviceOn, type DataDir, DataDirFault, essenceOf } from './data-dir.ts'
import { isLinux, type RunAs, run } from './processes.ts'

export const user = 'shouwang'

/** Makes the cluster beside its final place and moves it there whole: a kill in the middle leaves nothing half-made. */
export async function createCluster(
  { path, folder, data, as }: DataDir,
  { initdb }: Binaries,
  durable: boolean,
): Promise<void> {
  const password = randomBytes(24).toString('base64url')
  const making = join(folder, 'data.making')
  const passwordFile = join(folder, 'initdb.password')
  rmSync(making, { recursive: true, force: true })
  mkdirSync(making, { mode: 0o700 })
  writeFileSync(join(folder, 'password'), password, { mode: 0o600 })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  for (const each of [making, passwordFile]) give(each, as)
  const { ok, stderr } = await run(
    initdb,
    [
      `--username=${user}`,
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      '--encoding=UTF8',
      // The same on every machine; columns that people see sorted name a Chinese collation.
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      `--locale=${isLinux ? 'C.UTF-8' : 'C'}`,
      '--data-checksums',
      '--no-instructions',
      ...(durable ? [] : ['--no-sync']),
    ],
    as,
    { env: { PGDATA: making } },
  )
  rmSync(passwordFile, { force: true })
  if (!ok) {
    rmSync(making, { recursive: true, force: true })
    throw new DataDirFault(
      path,
      `${adviceOn(stderr) ?? '数据库未能创建 the database could not be made'} (${essenceOf(stderr)})`,
    )
  }
  writeFileSync(
    join(making, 'postgresql.conf'),
    "# Settings of Shouwang's own PostgreSQL. shouwang.conf is written anew at each start; what stands below it prevails.\ninclude 'shouwang.conf'\n",
  )
  renameSync(making, data)
}

const give = (path: string, { uid, gid }: RunAs) => {
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid)
}

/** Refuses data that another major version made, before that version's files are touched. */
export function demandVersion({ path, data }: DataDir, { major }: Binaries): void {
  const made = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim()
  if (made !== major)
    throw new DataDirFault(
      path,
      `由 PostgreSQL ${made} 创建，本程序自带 ${major}；请用原来的版本运行、设置 DATABASE_URL，或另设 DATA_DIR made by PostgreSQL ${made}, this is ${major}: run the release that made it, set DATABASE_URL, or set another DATA_DIR`,
    )
}

export function readPassword({ path, folder }: DataDir): string {
  const file = join(folder, 'password')
  if (!existsSync(file))
    throw new DataDirFault(
      path,
      `缺少口令文件，请从备份恢复 the password file is missing, restore it from a backup: ${file}`,
    )
  return readFileSync(file, 'utf8')
}

/** The port of the last start. */
export function readPort({ folder }: DataDir): number | undefined {
  const file = join(folder, 'port')
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) || undefined : undefined
}

export const writePort = ({ folder }: DataDir, port: number): void => writeFileSync(join(folder, 'port'), String(port))

const megabyte = 1_048_576
const between = (least: number, value: number, most: number) => Math.round(Math.min(Math.max(value, least), most))

/** Settings by the machine's memory, for a machine that does other things too. */
function settings(): Readonly<Record<string, string | number>> {
  // What a container allows where it allows less than the machine has.
  const memory = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY) / megabyte
  return {
    max_connections: 100,
    shared_buffers: `${between(64, memory / 8, 1024)}MB`,
    effective_cache_size: `${between(256, memory / 2, 16_384)}MB`,
    // PostgreSQL 16 and later sort ahead of count(distinct …): 4 MB, the default, spills a quarter's incidents to disk.
    work_mem: '32MB',
    maintenance_work_mem: `${between(64, memory / 32, 256)}MB`,
    // An import of 100,000 rows runs through without a checkpoint in the middle.
    max_wal_size: '2GB',
    checkpoint_timeout: '10min',
    wal_compression: 'on',
    random_page_cost: 1.1,
    jit: 'off',
    timezone: "'UTC'",
    log_timezone: "'UTC'",
    // Details of an error quote the row, and rows hold names.
    log_error_verbosity: 'terse',
    log_parameter_max_length: 0,
    log_line_prefix: "'%m [%p] '",
    dynamic_shared_memory_type: noSharedMemory() ? 'mmap' : 'posix',
  }
}

/** Containers give /dev/shm 64 MB by default, too little for parallel queries, or keep it for root alone. */
function noSharedMemory(): boolean {
  if (!isLinux) return false
  try {
    const { bavail, bsize } = statfsSync('/dev/shm')
    const forAll = (statSync('/dev/shm').mode & 0o002) !== 0
    return !forAll || bavail * bsize < 256 * megabyte
  } catch {
    return true
  }
}

export function writeSettings({ data, as }: DataDir): void {
  const file = join(data, 'shouwang.conf')
  const lines = Object.entries(settings()).filter(
    ([name]) => process.platform !== 'win32' || !name.startsWith('dynamic'),
  )
  writeFileSync(file, lines.map(([name, value]) => `${name} = ${value}\n`).join(''))
  give(file, as)
}
