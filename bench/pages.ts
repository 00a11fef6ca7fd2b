/** How much script the first page brings, against the 350 kB (gzip) that it may. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Bench } from './measure.ts'

const folder = fileURLToPath(new URL('../dist/desk/', import.meta.url))
const limit = 350_000

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
  readonly isEntry?: boolean
}

/** The script of a page: its chunks and all that they import at once; what loads when needed does not count. */
function scriptsOf(manifest: Readonly<Record<string, Chunk>>, names: readonly string[], seen = new Set<string>()) {
  for (const name of names) {
    const chunk = manifest[name]
    if (!chunk || seen.has(chunk.file)) continue
    seen.add(chunk.file)
    scriptsOf(manifest, chunk.imports ?? [], seen)
  }
  return seen
}

const weigh = (files: Iterable<string>) =>
  [...files]
    .filter((file) => file.endsWith('.js'))
    .reduce((sum, file) => sum + gzipSync(readFileSync(folder + file)).length, 0)

export const pagesBench: Bench = {
  name: 'pages',
  run: async () => {
    const manifest: Record<string, Chunk> = JSON.parse(readFileSync(`${folder}.vite/manifest.json`, 'utf8'))
    const entry = Object.keys(manifest).filter((name) => manifest[name]?.isEntry)
    const pages = { 'sign-in': 'areas/organisation/desk/SignIn.tsx', home: 'pages/Home.tsx' }
    return Object.entries(pages).map(([page, file]) => {
      const own = Object.keys(manifest).filter((name) => name.endsWith(file))
      const bytes = weigh(scriptsOf(manifest, [...entry, ...own]))
      return {
        what: `first page (${page}), script`,
        measured: `${Math.round(bytes / 1000)} kB gzip`,
        against: `${limit / 1000} kB`,
        ratio: bytes / limit,
        atMost: 1,
      }
    })
  },
}
