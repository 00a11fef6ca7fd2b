/** Builds the pages with Vite, where what they are made of has changed since. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { node24, project, say } from './bootstrap.mjs'

const stamp = join(project, 'dist', 'desk', '.sources')
const vite = join(project, 'node_modules', 'vite', 'bin', 'vite.js')

/** The server's own files are no part of the pages: an edit of them needs no build. */
const serverOnly =
  /^\/src\/(platform\/|app\/(?!contract\.ts)|.*\/migrations\/|.*\/(store|routes|public|jobs)\.ts$)|\.(test|sql|md)\b/

function sources() {
  const below = (folder) =>
    readdirSync(join(project, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(project.length).replaceAll('\\', '/'))
  const top = readdirSync(project).filter((name) => /^(vite\.config\.ts|package-lock\.json|.*\.html)$/.test(name))
  return [...below('src').filter((path) => !serverOnly.test(path)), ...top.map((name) => `/${name}`)].sort((a, b) =>
    a < b ? -1 : 1,
  )
}

function digest() {
  const hash = createHash('sha256')
  for (const path of sources()) hash.update(`${path}\0`).update(readFileSync(join(project, path)))
  return hash.digest('hex')
}

/** Leaves dist/desk fresh. Throws with Vite's own words where the build fails. */
export async function buildPages() {
  const now = digest()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return
  say('正在构建页面 building the pages …')
  const build = spawn(node24(), [vite, 'build', '--logLevel', 'warn'], {
    cwd: project,
    env: { ...process.env, NO_COLOR: '1' },
  })
  let words = ''
  for (const stream of [build.stdout, build.stderr]) stream.on('data', (part) => (words += part))
  const status = await new Promise((resolve) => build.on('close', resolve))
  if (status !== 0) throw new Error(`页面构建失败 the pages could not be built:\n${stripVTControlCharacters(words)}`)
  writeFileSync(stamp, now)
}
