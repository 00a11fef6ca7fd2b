/** Habits of the house that no linter knows: whose tables a store writes, words in both languages, nothing of this machine. */
import { execFileSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const project = fileURLToPath(new URL('..', import.meta.url))
const read = (path: string) => readFileSync(`${project}${path}`, 'utf8')
const files = (pattern: string) => globSync(pattern, { cwd: project })
const tracked = execFileSync('git', ['ls-files'], { cwd: project, encoding: 'utf8' }).trim().split('\n')

it('an area writes only its own tables', () => {
  const stores = files('src/areas/**/store.ts')
  expect(stores.length).toBeGreaterThan(5)
  const writes =
    /(?:insertInto|updateTable|deleteFrom)\('([a-z]+)\.|(?:insert into|update|delete from) ([a-z]+)\.[a-z_]+/g
  // The ledger belongs to everybody: each act is written in the transaction of the act.
  for (const store of stores)
    for (const [, built, raw] of read(store).matchAll(writes))
      expect([store.split('/')[2], 'platform'], store).toContain(built ?? raw)
})

describe('words', () => {
  const keysOf = (value: unknown, path = ''): string[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => keysOf(inner, `${path}.${key}`))
      : [path]
  it.each(files('src/**/messages.ts'))('%s says everything in Chinese and in English', async (path) => {
    const module: Record<string, unknown> = await import(`../${path}`)
    for (const messages of Object.values(module)) {
      if (typeof messages !== 'object' || messages === null || !('zh' in messages) || !('en' in messages)) continue
      expect(keysOf(messages.en).sort()).toEqual(keysOf(messages.zh).sort())
    }
  })
})

it('nothing of the machine it was written on is in the repository', () => {
  const own = new RegExp(['/work', '/root/', 'localhost:18'].map((part) => `(^|[\\s'"\`(=])${part}`).join('|'))
  for (const path of tracked.filter((name) => /\.(ts|tsx|mjs|cjs|md|sql|json|css|html)$/.test(name)))
    if (path !== 'package-lock.json' && path !== 'architecture/files.test.ts') expect(read(path), path).not.toMatch(own)
})

it('what is switched off stays little, and has a reason', () => {
  const off = /(biome-ignore|oxlint-disable|@ts-expect-error|@ts-ignore|@ts-nocheck)/
  const lines = tracked
    .filter((path) => /\.(ts|tsx)$/.test(path) && !path.startsWith('architecture/'))
    .flatMap((path) =>
      read(path)
        .split('\n')
        .filter((line) => off.test(line)),
    )
  expect(lines.length).toBeLessThanOrEqual(8)
  for (const line of lines) expect(line).toMatch(/: \S.{10,}/)
})

it('every file begins with what it is for', () => {
  const sources = tracked.filter((path) => /^(src|bench|bin)\/.*\.(ts|tsx|mjs)$/.test(path) && !path.includes('.test.'))
  const silent = sources.filter((path) => !/^(#!.*\n)?(\/\*\*|import\b.*\n(?:import\b.*\n)*\/\*\*)/.test(read(path)))
  expect(silent).toEqual([])
})
