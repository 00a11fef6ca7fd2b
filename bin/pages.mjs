/** Builds the pages with Vite, where their sources have changed since they were built. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { node24, project } from './bootstrap.mjs'

const stamp = join(project, 'dist', 'desk', '.sources')

function sources(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|css|html)$/.test(entry.name) && !entry.name.includes('.test.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

function digest() {
  const hash = createHash('sha256')
  for (const file of [...sources(join(project, 'src')), join(project, 'vite.config.ts'), join(project, 'package-lock.json')])
    hash.update(file.slice(project.length)).update(readFileSync(file))
  return hash.digest('hex')
}

/** Leaves dist/desk fresh. Throws with Vite's own words where the build fails. */
export function buildPages() {
  const now = digest()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return
  process.stderr.write('正在构建页面 building the pages …\n')
  const built = spawnSync(node24(), [join(project, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'], {
    cwd: project,
    encoding: 'utf8',
  })
  if (built.status !== 0) throw new Error(`页面构建失败 the pages could not be built:\n${built.stdout}${built.stderr}`)
  writeFileSync(stamp, now)
}
