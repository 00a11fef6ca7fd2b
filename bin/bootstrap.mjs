/** What every script here begins with, on bare Node 20: install what is missing, find Node 24, hand over to it. */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import module from 'node:module'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

export const project = dirname(dirname(fileURLToPath(import.meta.url)))
const major = Number(process.versions.node.split('.')[0])
const windows = process.platform === 'win32'

/** Programs as V8 has compiled them, types already stripped: a fifth less work at each start. */
const compiled = join(project, 'node_modules', '.cache', 'node')

export const say = (line) => process.stderr.write(`${line}\n`)

export function fail(line) {
  say(line)
  process.exit(1)
}

/** Installs the packages that package-lock.json names, unless just these are there. */
export async function install() {
  if (major < 20) fail(`需要 Node 20 或更高版本，当前为 needs Node 20 or later, this is ${process.version}`)
  if (isInstalled()) return
  say('正在安装依赖，首次需一至三分钟 installing packages, one to three minutes the first time …')
  const began = Date.now()
  const ticking = setInterval(() => say(`  … ${Math.round((Date.now() - began) / 1000)} s`), 15_000)
  // Not `npm ci`: a registry that lacks other platforms' optional packages makes it refuse a sound lock file.
  const args = ['install', '--no-audit', '--no-fund', '--loglevel=error', '--include=dev', '--include=optional']
  const npm = spawn(windows ? 'npm.cmd' : 'npm', args, {
    cwd: project,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: windows,
  })
  const status = await new Promise((resolve) => {
    npm.on('error', () => resolve(1))
    npm.on('exit', resolve)
  })
  clearInterval(ticking)
  if (status !== 0)
    fail(
      '依赖安装失败，请检查网络或镜像源后重试 the packages were not installed: check the network or the registry, then try again',
    )
  if (!node24())
    fail(
      `没有适用于此机器（${process.platform}-${process.arch}）的 Node 24 软件包，请自行安装 Node 24 后重试 no Node 24 package for this machine: install Node 24 yourself, then try again`,
    )
}

/** Whether npm's own note of what it installed agrees with package-lock.json. npm writes it last, after all packages. */
function isInstalled() {
  const note = join(project, 'node_modules', '.package-lock.json')
  if (!existsSync(note) || !node24()) return false
  const { packages: there } = JSON.parse(readFileSync(note, 'utf8'))
  const { packages: wanted } = JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8'))
  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional }]) =>
      path === '' || (there[path] ? there[path].version === version : optional || devOptional),
  )
}

/** Node 24: this one, or the one that came with the packages. */
export function node24() {
  if (major >= 24) return process.execPath
  const platform = windows ? 'win' : process.platform
  const path = join(project, 'node_modules', `node-${platform}-${process.arch}`, 'bin', windows ? 'node.exe' : 'node')
  return existsSync(path) ? path : undefined
}

/** Runs a program of the project in this one's place: here where this is Node 24, else in a child with the same streams. */
export async function handOver(program) {
  const path = join(project, program)
  if (major >= 24) {
    whenOrphaned(() => process.kill(process.pid, 'SIGTERM'))
    process.argv[1] = path
    module.enableCompileCache(compiled)
    await import(pathToFileURL(path).href)
    return
  }
  const terminal = process.stdin.isTTY === true
  // Away from a terminal the child has a group of its own: a signal to all of ours then reaches it once, by us.
  const child = spawn(node24(), [path, ...process.argv.slice(2)], {
    stdio: 'inherit',
    detached: !terminal && !windows,
    env: { ...process.env, NODE_COMPILE_CACHE: compiled },
  })
  const sent = new Set()
  const passOn = (signal) => {
    // npm passes on what it gets itself, so that the same signal comes twice.
    if (sent.has(signal)) return
    sent.add(signal)
    setTimeout(() => sent.delete(signal), 1000).unref()
    child.kill(signal)
  }
  whenOrphaned(() => passOn('SIGTERM'))
  process.on('SIGTERM', passOn)
  process.on('SIGHUP', passOn)
  // Ctrl-C on a terminal reaches the child by itself.
  process.on('SIGINT', terminal ? () => undefined : passOn)
  child.on('error', (error) => fail(error.message))
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 1)))
}

/** A signal to npm ends npm and its shell, but the shell tells nobody: without them this is to end as well. */
function whenOrphaned(end) {
  if (!process.env.npm_lifecycle_event || windows) return
  const before = ancestors()
  const watch = setInterval(() => {
    if (ancestors() === before) return
    clearInterval(watch)
    end()
  }, 500)
  watch.unref()
}

/** The shell that npm started, and npm, where the system tells. */
function ancestors() {
  try {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8')
    return `${process.ppid} ${stat.slice(stat.lastIndexOf(')')).split(' ')[2]}`
  } catch {
    return `${process.ppid}`
  }
}
