/** The server that the journeys visit: a demonstration district in a folder that goes with it. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const folder = mkdtempSync(join(tmpdir(), 'shouwang-journeys-'))
const child = spawn(process.execPath, ['src/app/main.ts', '--demo'], {
  stdio: 'inherit',
  env: { ...process.env, DATA_DIR: folder },
})
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => child.kill('SIGTERM'))
child.on('exit', (code) => {
  rmSync(folder, { recursive: true, force: true })
  process.exit(code ?? 1)
})
