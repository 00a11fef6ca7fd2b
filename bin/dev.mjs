#!/usr/bin/env node
/** `npm run dev`: the server restarts and the pages reload as files change. Vite prints the pages' address. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { install, node24, project } from './bootstrap.mjs'

await install()
const run = (...args) => spawn(node24(), args, { cwd: project, stdio: 'inherit' })
const children = [
  run('--watch', '--watch-path=src', '--watch-preserve-output', 'src/app/main.ts', ...process.argv.slice(2)),
  run(join('node_modules', 'vite', 'bin', 'vite.js')),
]

const stop = () => {
  for (const child of children) if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
}
process.on('SIGTERM', stop)
// Ctrl-C on a terminal reaches the children by itself; here it must only not end this one before them.
process.on('SIGINT', process.stdin.isTTY ? () => undefined : stop)
for (const child of children)
  child.on('exit', (code) => {
    process.exitCode ||= code ?? 0
    stop()
  })
