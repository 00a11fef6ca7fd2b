/** Every act, refusal, check and code has words in both languages. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { incidentCodeTables } from './codes.ts'
import { IncidentFacts, incidentContract, measureKeys } from './contract.ts'
import { incidentLayout } from './import-layout.ts'
import { incidentActs } from './lifecycle.ts'
import { messages } from './messages.ts'

const source = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8')
const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name]) => name ?? '')
const paths = (value: unknown, path = ''): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => paths(inner, `${path}.${key}`))
    : [path]
const texts = (value: unknown): string[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [String(value)]

describe.each(['zh', 'en'] as const)('in %s', (lang) => {
  const words = messages[lang]

  test('every act has a name', () => {
    for (const act of [...Object.keys(incidentActs), 'enter', 'import', 'export'])
      expect(words.acts).toHaveProperty(act)
    for (const act of Object.keys(incidentActs)) expect(incidentContract).toHaveProperty(act)
  })

  test('every refusal is worded', () => {
    const grounds = Object.values<{ unless?: object }>(incidentActs).flatMap(({ unless = {} }) => Object.keys(unless))
    const thrown = ['routes.ts', 'severity.ts'].flatMap((file) => found(source(file), /new RuleViolation\('([\w-]+)'/g))
    expect(grounds.length).toBeGreaterThan(5)
    expect(thrown).toContain('number-taken')
    for (const ground of [...grounds, ...thrown]) expect(Object.keys(words.grounds)).toContain(ground)
  })

  test('every check is worded', () => {
    const rules = found(source('checks.ts'), /(?:fault|warning)\([^()]+, '([\w-]+)'\)/g)
    expect(rules.length).toBeGreaterThan(10)
    for (const rule of rules) expect(Object.keys(words.checks)).toContain(rule)
    expect(Object.keys(words.checks).toSorted()).toEqual([...new Set(rules)].toSorted())
  })

  test('every fact and every measure is named', () => {
    for (const field of Object.keys(IncidentFacts.shape)) expect(words.fields).toHaveProperty(field)
    for (const measure of measureKeys) expect(words.units).toHaveProperty(measure)
  })

  test('every code and every column has its word', () => {
    for (const { entries } of incidentCodeTables) for (const entry of entries) expect(entry[lang]).toMatch(/\S/)
    for (const column of incidentLayout.columns) expect(column[lang]).toMatch(/\S/)
  })

  test('no text is empty', () => {
    for (const text of texts(words)) expect(text).not.toBe('')
  })
})

test('both languages say the same things', () => {
  expect(paths(messages.en)).toEqual(paths(messages.zh))
})

test('Chinese is set with full-width marks', () => {
  for (const text of texts(messages.zh)) expect(text).not.toMatch(/\p{Script=Han}[,;:?!]|[,;:?!]\p{Script=Han}/u)
})

/** Keyed by what the rules and the contract name: which of them a screen says is decided while it runs. */
const tables = ['fields', 'units', 'states', 'sources', 'urban', 'acts', 'grounds', 'checks', 'responses', 'locations']

test('every word is said somewhere', () => {
  const files = globSync('**/*.{ts,tsx}', { cwd: import.meta.dirname }).filter(
    (file) => !/messages|[.]test[.]/.test(file),
  )
  const code = files.map(source).join('\n')
  const said = new Set(found(code, /(?<=[.'{, ])(\w+)(?=[\s,.;:)\]}'?[])/g))
  const keys = paths({ area: messages.en })
    .filter((path) => !tables.some((table) => path.includes(`.${table}.`)))
    .map((path) => path.split('.').findLast((part) => !/^\d+$/.test(part)) ?? '')
  expect(keys.length).toBeGreaterThan(150)
  expect(keys.filter((key) => !said.has(key))).toEqual([])
})
