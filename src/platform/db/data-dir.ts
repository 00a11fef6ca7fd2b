/** The folder of the embedded database: made, owned by who runs the server, and excuses in words where it cannot be. */
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { RunAs } from './processes.ts'

/** The data folder cannot be used; the message says why, and what to do. */
export class DataDirFault extends Error {
  constructor(dataDir: string, why: string, cause?: unknown) {
    super(`数据目录不能使用 DATA_DIR cannot be used (${dataDir}): ${why}`, cause === undefined ? {} : { cause })
    this.name = 'DataDirFault'
  }
}

export interface DataDir {
  /** As the operator named it. */
  readonly path: string
  /** What is ours beside the data: password, port, lock. */
  readonly folder: string
  /** PostgreSQL's own folder; absent until initdb has succeeded. */
  readonly data: string
  readonly as: RunAs
}

const root = () => process.getuid?.() === 0

/** Where the database lies when root keeps the project where no other user may enter. */
const outside = '/var/lib/shouwang'

/** Makes the folders. Throws DataDirFault. */
export function openDataDir(dataDir: string, log: (line: string) => void): DataDir {
  const path = resolve(dataDir)
  try {
    if (existsSync(path) && !statSync(path).isDirectory()) throw new DataDirFault(path, '不是目录 not a folder')
    makeFolder(path)
    const named = join(path, 'postgres')
    const as = runAs(path, join(named, 'data'))
    const folder = openFolder(path, named, as, log)
    return { path, folder, data: join(folder, 'data'), as }
  } catch (error) {
    throw asFault(path, error)
  }
}

/** A folder and those above it. Node's own way to do so never ends in /proc, which is there and takes no folder. */
function makeFolder(path: string): void {
  if (existsSync(path)) return
  makeFolder(dirname(path))
  try {
    mkdirSync(path, { mode: root() ? 0o711 : 0o700 })
  } catch (error) {
    // Another start may have been quicker.
    if (!existsSync(path)) throw error
  }
}

function openFolder(path: string, named: string, as: RunAs, log: (line: string) => void): string {
  const link = lstatSync(named, { throwIfNoEntry: false })
  if (link?.isSymbolicLink() && !existsSync(named))
    throw new DataDirFault(
      path,
      `数据库所在目录不存在，请检查磁盘是否挂载 ${named} leads nowhere: is its disk mounted?`,
    )
  if (!letEnter(path, as) && !link) moveOutside(named, log)
  mkdirSync(named, { recursive: true, mode: root() ? 0o711 : 0o700 })
  const folder = realpathSync(named)
  if (!letEnter(folder, as))
    throw new DataDirFault(
      path,
      `用户（uid ${as.uid}）无法进入该目录，请开放上级目录的进入权限 the user that runs the database may not enter: chmod o+x the folders above`,
    )
  for (const each of [path, folder]) accessSync(each, constants.R_OK | constants.W_OK | constants.X_OK)
  return folder
}

/** Whether the user may pass through a folder, opened where need be: what lies inside keeps its own permissions. */
function letEnter(folder: string, as: RunAs): boolean {
  if (mayEnter(folder, as)) return true
  const { mode } = statSync(folder)
  chmodSync(folder, (mode & 0o7777) | 0o011)
  if (mayEnter(folder, as)) return true
  chmodSync(folder, mode & 0o7777)
  return false
}

/** Asks as that user, for the folders above count as well. */
const mayEnter = (folder: string, as: RunAs) =>
  as.uid === undefined || spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { ...as, cwd: '/' }).status === 0

/** A project under /root is closed to every other user, PostgreSQL's too: its data go where that user may enter. */
function moveOutside(named: string, log: (line: string) => void): void {
  const folder = join(outside, randomBytes(6).toString('hex'))
  mkdirSync(folder, { recursive: true })
  for (const each of [outside, folder]) chmodSync(each, 0o711)
  writeFileSync(join(folder, 'belongs-to'), `${named}\n`)
  try {
    symlinkSync(folder, named)
    log(`数据库存放于 the database lies in ${folder} (${named} 所在目录不允许其他用户进入 is closed to other users)`)
  } catch (error) {
    rmSync(folder, { recursive: true, force: true }) // another start was quicker
    if (!existsSync(named)) throw error
  }
}

/** Who runs the server: the owner of the data, or, for new data under root, a user that may do nothing else. */
function runAs(path: string, data: string): RunAs {
  const existing = statSync(data, { throwIfNoEntry: false })
  if (!root()) {
    if (existing && existing.uid !== process.getuid?.() && process.platform !== 'win32')
      throw new DataDirFault(
        path,
        `由另一个用户（uid ${existing.uid}）创建，请以该用户（或 root）运行，或另设 DATA_DIR made by another user: run as that one (or root), or set another DATA_DIR`,
      )
    return {}
  }
  if (!existing) return unprivileged()
  const as = existing.uid === 0 ? unprivileged() : { uid: existing.uid, gid: existing.gid }
  // Restored by root from a backup, say.
  if (existing.uid === 0) giveTo(as, data)
  if ((existing.mode & 0o777) !== 0o700) chmodSync(data, 0o700)
  return as
}

function giveTo({ uid, gid }: RunAs, folder: string): void {
  if (uid === undefined || gid === undefined) return
  chownSync(folder, uid, gid)
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true }))
    if (!entry.isSymbolicLink()) chownSync(join(entry.parentPath, entry.name), uid, gid)
}

function unprivileged(): RunAs {
  const users = readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = users.find((line) => line.startsWith(`${name}:`))?.split(':') ?? []
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) }
  }
  throw new Error(
    '以 root 运行时需要 postgres 或 nobody 用户 running as root needs a user postgres or nobody for PostgreSQL',
  )
}

const advice: readonly (readonly [RegExp, string])[] = [
  [
    /ENOSPC|No space left on device|Check free disk space/,
    '磁盘已满，请腾出空间后重试 the disk is full: free some space and start again',
  ],
  [/EDQUOT|quota exceeded/i, '超出磁盘配额 the disk quota is exceeded: free some space and start again'],
  [/EROFS|Read-only file system/, '只读文件系统，请另设 DATA_DIR a read-only file system: set another DATA_DIR'],
  [
    /EACCES|EPERM|Permission denied|Operation not permitted/,
    '没有读写权限，请修改权限或另设 DATA_DIR not readable and writable: change its permissions or set another DATA_DIR',
  ],
  [
    /ENOTDIR|ENOENT|ELOOP|ENAMETOOLONG/,
    '这里不能建立目录，请另设 DATA_DIR no folder can be made there: set another DATA_DIR',
  ],
  [
    /Cannot allocate memory|could not map anonymous shared memory|could not resize shared memory/,
    '内存不足 not enough memory: end other programs and start again',
  ],
  [
    /invalid checkpoint|could not locate a valid checkpoint|invalid data in file|could not read file/i,
    '数据文件损坏，请从备份恢复 the data are damaged: restore them from a backup',
  ],
]

/** What an operator can do about words of the system or of PostgreSQL. */
export const adviceOn = (words: string): string | undefined => advice.find(([pattern]) => pattern.test(words))?.[1]

/** The lines of PostgreSQL's words that say what went wrong. */
export const essenceOf = (words: string): string => {
  const lines = words.trim().split('\n')
  return lines.filter((line) => /FATAL|PANIC|ERROR|error:/.test(line)).join(' | ') || (lines.at(-1) ?? '')
}

/** An error of the file system in the operator's words; any other as it is. */
export function asFault(path: string, error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof DataDirFault || !('syscall' in error)) return error
  const what = adviceOn(error.message)
  return what ? new DataDirFault(path, `${what} (${error.message})`, error) : error
}
