/** Documents that name what the program has: each package, each setting, each migration's term, and nothing else. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { shippedTables } from '../src/app/codes.ts'
import { indicators } from '../src/areas/analysis/figures/indicators.ts'
import { analysisActs } from '../src/areas/analysis/lifecycle.ts'
import { incidentActs } from '../src/areas/incidents/lifecycle.ts'
import { settingNames } from '../src/platform/config.ts'

const project = fileURLToPath(new URL('..', import.meta.url))
const read = (path: string) => readFileSync(`${project}${path}`, 'utf8')

/** The cells of a table's rows whose first one holds code: | `name` | second | third |. */
const rowsOf = (document: string): string[][] =>
  document
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )

interface PackageFile {
  readonly dependencies: Readonly<Record<string, string>>
  readonly optionalDependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
}

describe('docs/dependencies.md', () => {
  const { dependencies, optionalDependencies, devDependencies }: PackageFile = JSON.parse(read('package.json'))
  const [taken = ''] = read('docs/dependencies.md').split('## Tried and not taken')
  const rows = rowsOf(taken).map(([name = '', licence = '', why = '']) => ({
    name: name.replaceAll('`', ''),
    licence,
    why,
  }))

  it('names the packages of package.json, each once', () => {
    const named = [dependencies, optionalDependencies, devDependencies].flatMap(Object.keys)
    expect(named.length).toBeGreaterThan(50)
    expect(rows.map(({ name }) => name).sort()).toEqual(named.sort())
  })
  it.each(rows)('says why $name, and its licence', ({ name, licence, why }) => {
    expect(why).toMatch(/\w{3}/)
    const file = `node_modules/${name}/package.json`
    // Of other machines' packages none is installed here.
    if (existsSync(`${project}${file}`)) expect(JSON.parse(read(file))).toHaveProperty('license', licence)
  })
  it('pins each exactly', () => {
    const versions = [dependencies, optionalDependencies, devDependencies].flatMap(Object.values<string>)
    for (const version of versions) expect(version.replace(/^npm:.*@/, '')).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/)
  })
})

describe('docs/operations.md', () => {
  it('names every setting, and no other', () => {
    const [settings = ''] = read('docs/operations.md').split('\n## A district')
    const named = rowsOf(settings).flatMap(([cell = '']) =>
      [...cell.matchAll(/`([A-Z0-9_]+)`/g)].map(([, name]) => name),
    )
    expect(new Set(named)).toEqual(new Set(settingNames))
  })
})

describe('docs/glossary.md', () => {
  const terms = new Set([...read('docs/glossary.md').matchAll(/`([^`]+)`/g)].map(([, term]) => term))
  const unnamed = (wanted: readonly string[]) => wanted.filter((term) => !terms.has(term))

  it('names each code table, indicator and act', () => {
    expect(unnamed(shippedTables.map(({ key }) => key))).toEqual([])
    expect(unnamed(Object.keys(indicators))).toEqual([])
    expect(unnamed([incidentActs, analysisActs].flatMap(Object.keys))).toEqual([])
  })
  it('says each thing once', () => {
    const chinese = read('docs/glossary.md')
      .split('\n')
      .filter((line) => line.startsWith('| ') && !line.startsWith('| 中文'))
      .flatMap((line) => (line.split('|')[1] ?? '').split('·').map((term) => term.trim()))
    expect(chinese.length).toBeGreaterThan(60)
    expect(chinese.filter((term, i) => chinese.indexOf(term) !== i)).toEqual([])
  })
})

describe('links', () => {
  it.each(globSync('{*.md,docs/**/*.md,src/**/README.md}', { cwd: project }))('of %s lead somewhere', (path) => {
    const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : ''
    const targets = [...read(path).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(
      ([, target = '']) => `${folder}${target}`,
    )
    for (const target of targets) expect(existsSync(`${project}${target}`), target).toBe(true)
  })
})
