/** Every field, act, check and form of the register has words in both languages, and every word is said. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { premisesActs } from './lifecycle.ts'
import { messages } from './messages.ts'
import { Contacts, formKeys, measureKeys, Premises, PremisesFacts, stateKeys } from './record-contract.ts'
import { usccWords } from './uscc-words.ts'

const source = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8')
const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name]) => name ?? '')
const paths = (value: unknown, path = ''): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => paths(inner, `${path}.${key}`))
    : [path]

describe.each(['zh', 'en'] as const)('in %s', (lang) => {
  const words = messages[lang]

  test('every act has a name', () => {
    for (const act of Object.keys(premisesActs)) expect(Object.keys(words.acts)).toContain(`premises.${act}`)
  })
  test('every check is worded, and no other', () => {
    const rules = found(source('checks.ts'), /(?:fault|warning)\([^()]+, '([\w-]+)'\)/g)
    const points = found(source('points.ts'), /'(point-[a-z]+)'/g)
    const worded = [...Object.keys(words.checks), ...Object.keys(usccWords)]
    expect(rules.length).toBeGreaterThan(15)
    for (const rule of [...rules, ...points]) expect(worded).toContain(rule)
    expect(Object.keys(words.checks).filter((rule) => ![...rules, ...points].includes(rule))).toEqual([])
  })
  test('every fact, person, form, state and measure is named', () => {
    const shown = ['id', 'version', 'enteredAt']
    const fields = [PremisesFacts, Contacts, Premises].flatMap(({ shape }) => Object.keys(shape))
    for (const field of fields) if (!shown.includes(field)) expect(words.fields).toHaveProperty(field)
    for (const form of formKeys) expect(words.forms).toHaveProperty(form)
    for (const state of stateKeys) expect(words.states).toHaveProperty(state)
    for (const measure of measureKeys) expect(words.units).toHaveProperty(measure)
  })
})

test('both languages say the same things', () => {
  expect(paths(messages.en)).toEqual(paths(messages.zh))
})

/** Keyed by what the rules and the contract name: which of them a screen says is decided while it runs. */
const tables = ['fields', 'units', 'forms', 'states', 'ratings', 'gases', 'ebikes', 'bodies', 'acts', 'grounds']
const chosen = ['checks', 'by', 'chips', 'locations', 'expiries', 'within', 'names']

test('every word is said somewhere', () => {
  const files = globSync('**/*.{ts,tsx}', { cwd: import.meta.dirname }).filter(
    (file) => !/messages|[.]test[.]/.test(file),
  )
  const code = files.map(source).join('\n')
  const said = new Set(found(code, /(?<=[.'{, ])(\w+)(?=[\s,.;:)\]}'?[])/g))
  const keys = paths({ area: messages.en })
    .filter((path) => ![...tables, ...chosen].some((table) => path.includes(`.${table}.`)))
    .map((path) => path.split('.').at(-1) ?? '')
  expect(keys.length).toBeGreaterThan(120)
  expect(keys.filter((key) => !said.has(key))).toEqual([])
})
