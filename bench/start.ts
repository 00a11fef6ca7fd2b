/** Starting: the first time with the demonstration district, and the second time. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import type { Bench, Row } from './measure.ts'

/** Seconds from the command to the first answer; then the server is stopped as an operator would. */
async function timeStart(dataDir: string, port: number): Promise<number> {
  const began = performance.now()
  const child = spawn(process.execPath, ['src/app/main.ts', '--demo'], {
    stdio: 'ignore',
    env: { ...process.env, DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'error' },
  })
  const ended = new Promise((resolve) => child.on('exit', resolve))
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined)
    if (answer?.ok) break
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
    await wait(50)
  }
  const seconds = (performance.now() - began) / 1000
  child.kill('SIGTERM')
  await ended
  return seconds
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

const row = (what: string, seconds: number, limit: number): Row => ({
  what,
  measured: `${seconds.toFixed(1)} s`,
  against: `${limit} s`,
  ratio: seconds / limit,
  atMost: 1,
})

export const startBench: Bench = {
  name: 'start',
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'shouwang-start-'))
    try {
      const first = await timeStart(folder, await freePort())
      const second = await timeStart(folder, await freePort())
      return [
        row('first start: database, demonstration district, serving (packages and pages there)', first, 90),
        row('second start', second, 5),
      ]
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}
