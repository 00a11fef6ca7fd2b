#!/usr/bin/env node
/** `npm test [check …]`: installs what is missing, runs every check (or those named), ends with `N passed, N failed`. */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { fail, install, node24, project, say } from './bootstrap.mjs'
import { checks, lanes, last, missingPackages } from './checks.mjs'

const archive = 'apt-get'
const patience = 30 * 60_000
const running = new Set()
const reports = mkdtempSync(join(tmpdir(), 'shouwang-checks-'))
process.on('exit', () => rmSync(reports, { recursive: true, force: true }))
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    for (const child of running) child.kill('SIGTERM')
    process.exit(130)
  })

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in checks))
if (unknown.length > 0) fail(`no check ${unknown.join(', ')}; there are ${Object.keys(checks).join(', ')}`)
const asked = (name) => wanted.length === 0 || wanted.includes(name)

await install()
if (asked(last)) installBrowser()

const totals = { passed: 0, failed: 0 }
await Promise.all(lanes.map(runLane))
if (asked(last)) await check(last)
process.stdout.write(`\n${totals.passed} passed, ${totals.failed} failed\n`)
process.exitCode = totals.failed > 0 || totals.passed === 0 ? 1 : 0

/** Chromium and a Chinese font, from Debian's own archive. Without them the journeys fail, and everything else runs. */
function installBrowser() {
  const packages = missingPackages()
  if (packages.length === 0) return
  const words = packages.join(' ')
  const found = spawnSync(archive, ['--version'], { stdio: 'ignore' }).status === 0
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  if (!found || (sudo.length > 0 && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status !== 0)) {
    say(
      `浏览器测试需要 the journeys need: ${words}. 请以 root 运行 run as root: apt-get update && apt-get install ${words}`,
    )
    return
  }
  say(`正在安装 installing ${words} …`)
  const run = (...args) => {
    const [program, ...rest] = [...sudo, archive, '-qq', ...args]
    return spawnSync(program, rest, {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  }
  run('update')
  if (run('install', '-y', '--no-install-recommends', ...packages).status !== 0)
    say(`安装失败 could not be installed: ${words}`)
}

async function runLane(names) {
  for (const name of names) if (asked(name)) await check(name)
}

/** Settings of the caller's shell must not reach the tests; Node 24 comes first for what they start themselves. */
function environment(extra) {
  const env = { ...process.env, PATH: `${dirname(node24())}${delimiter}${process.env.PATH}`, NO_COLOR: '1', ...extra }
  for (const name of ['DATABASE_URL', 'DATA_DIR', 'PUBLIC_URL', 'HOST', 'LOG_LEVEL', 'FORCE_COLOR', 'NODE_ENV'])
    delete env[name]
  return env
}

async function check(name) {
  const { args, env, count } = checks[name]
  const report = join(reports, `${name}.json`)
  const began = Date.now()
  const { ok, output } = await runToEnd(args(report), environment(env?.(report)))
  const { passed, failed, words = '' } = count(ok, report)
  totals.passed += passed
  totals.failed += failed
  const seconds = ((Date.now() - began) / 1000).toFixed(1)
  const counts = passed + failed > 1 ? ` (${passed} passed, ${failed} failed)` : ''
  process.stdout.write(`${failed > 0 ? 'FAILED' : 'ok    '}  ${name.padEnd(12)}${seconds.padStart(6)} s${counts}\n`)
  if (failed > 0)
    process.stdout.write(
      `${[stripVTControlCharacters(output).trim(), words].filter(Boolean).join('\n').replace(/^/gm, '    ')}\n`,
    )
}

function runToEnd(args, env) {
  const child = spawn(node24(), args, { cwd: project, env, stdio: ['ignore', 'pipe', 'pipe'], timeout: patience })
  running.add(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (output += part))
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ ok: false, output: `${output}\n${error.message}` }))
    child.on('close', (code, signal) => {
      running.delete(child)
      resolve({
        ok: code === 0,
        output: signal ? `${output}\nended by ${signal} after ${patience / 60_000} minutes` : output,
      })
    })
  })
}
