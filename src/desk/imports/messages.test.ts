/** The import's words are said in both languages, and each of them somewhere. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { messages } from './messages.ts'

const keysOf = (value: unknown, path = ''): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => keysOf(inner, `${path}.${key}`))
    : [path]

test('both languages say the same things, and no text is empty', () => {
  expect(keysOf(messages.en)).toEqual(keysOf(messages.zh))
  expect(JSON.stringify(messages)).not.toContain('""')
})

test('every word is said somewhere', () => {
  const files = globSync('**/*.{ts,tsx}', { cwd: import.meta.dirname }).filter(
    (file) => !/messages|[.]test[.]/.test(file),
  )
  const code = files.map((file) => readFileSync(join(import.meta.dirname, file), 'utf8')).join('\n')
  // Grounds and states are looked up by what the server says.
  const keys = keysOf(messages.en)
    .filter((path) => !/[.](grounds|states)[.]/.test(path))
    .map((path) => path.split('.').findLast((part) => !/^\d+$/.test(part)) ?? '')
  expect(keys.length).toBeGreaterThan(80)
  expect(keys.filter((key) => !new RegExp(`[.{, ]${key}\\b`).test(code))).toEqual([])
})
