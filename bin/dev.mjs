#!/usr/bin/env node
/** `npm run dev`: the server restarts and the pages reload as files change. Pages on 5173, server on PORT. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { install, node24, project } from './bootstrap.mjs'

install()
const run = (...args) => spawn(node24(), args, { cwd: project, stdio: 'inherit' })
const children = [
  run('--watch', '--watch-path=src', '--watch-preserve-output', 'src/app/main.ts'),
  run(join(project, 'node_modules', 'vite', 'bin', 'vite.js')),
]
const stop = () => {
  for (const child of children) child.kill('SIGTERM')
}
process.on('SIGINT', stop)
process.on('SIGTERM', stop)
for (const child of children) child.on('exit', stop)
