/** What every script here begins with, on bare Node 20: install what is missing, find Node 24, hand over to it. */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const project = dirname(dirname(fileURLToPath(import.meta.url)))
const stamp = join(project, 'node_modules', '.shouwang-installed')

const say = (line) => process.stderr.write(`${line}\n`)
const digest = (file) => createHash('sha256').update(readFileSync(join(project, file))).digest('hex')

/** Installs the packages that package-lock.json names, unless just these are there. */
export function install() {
  const wanted = digest('package-lock.json')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && node24()) return
  say('正在安装依赖 installing packages (first time: one to three minutes) …')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  // Not `npm ci`: a registry that lacks other platforms' optional packages makes it refuse a sound lock file.
  const done = spawnSync(npm, ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: project,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (done.status !== 0) fail('npm install 失败,请检查网络或镜像源 npm install failed: check the network or the registry')
  if (!node24()) fail(`此机器(${process.platform}-${process.arch})没有 Node 24 软件包,请安装 Node 24 后重试 install Node 24 and try again`)
  writeFileSync(stamp, wanted)
}

/** Node 24: this one, or the one that came with the packages. */
export function node24() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const binary = process.platform === 'win32' ? 'node.exe' : 'node'
  const path = join(project, 'node_modules', `node-${platform}-${process.arch}`, 'bin', binary)
  return existsSync(path) ? path : undefined
}

/** Runs a program of the project on Node 24 in this one's place: same streams, same signals, same exit code. */
export function handOver(program, args = process.argv.slice(2)) {
  const child = spawn(node24(), ['--disable-warning=ExperimentalWarning', join(project, program), ...args], {
    stdio: 'inherit',
    env: process.env,
  })
  // Ctrl-C reaches the child by itself; what only this process gets is handed on.
  process.on('SIGINT', () => undefined)
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
}

export function fail(line) {
  say(line)
  process.exit(1)
}
