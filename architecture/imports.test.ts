/** The import rules hold, and each of them can fail: a planted violation turns red, an allowed import stays green. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser'
import { afterAll, describe, expect, it } from 'vitest'

const project = fileURLToPath(new URL('..', import.meta.url))
const { forbidden, options }: { forbidden: ICruiseOptions['ruleSet']; options: ICruiseOptions } = createRequire(
  import.meta.url,
)('../.dependency-cruiser.cjs')

async function cruised(baseDir: string): Promise<ICruiseResult> {
  const {
    enhancedResolveOptions,
    tsConfig: _,
    ...rest
  } = options as ICruiseOptions & { enhancedResolveOptions: object }
  const { output } = await cruise(
    ['src'],
    { ...rest, baseDir, validate: true, ruleSet: { forbidden } as NonNullable<ICruiseOptions['ruleSet']> },
    enhancedResolveOptions,
  )
  if (typeof output === 'string') throw new Error(output)
  return output
}

describe('the import rules', () => {
  it('hold in the whole of src, and more than a few modules were read', async () => {
    const { summary } = await cruised(project)
    expect(summary.totalCruised).toBeGreaterThan(150)
    expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([])
  })
})

/** From, to, and the rule that must turn red; without one the import is allowed. */
const planted: readonly (readonly [from: string, to: string, rule?: string])[] = [
  ['src/kernel/a1.ts', 'src/areas/incidents/rules.ts', 'the kernel stands alone'],
  ['src/kernel/a2.ts', 'src/platform/thing.ts', 'the kernel stands alone'],
  ['src/kernel/a3.ts', 'kysely', 'the kernel stands alone'],
  ['src/kernel/a4.ts', 'zod'],
  ['src/platform/b1.ts', 'src/areas/incidents/rules.ts', 'the platform knows no area'],
  ['src/platform/b2.ts', 'kysely'],
  ['src/areas/incidents/c1.ts', 'kysely', 'rules are pure'],
  ['src/areas/incidents/c2.ts', 'node:fs', 'rules are pure'],
  ['src/areas/incidents/c3.ts', 'src/platform/thing.ts', 'rules are pure'],
  ['src/areas/incidents/c4.ts', 'src/areas/incidents/store.ts', 'rules are pure, within areas too'],
  ['src/areas/incidents/c5.ts', 'src/areas/organisation/public.ts', 'rules are pure, within areas too'],
  ['src/areas/incidents/c6.ts', 'src/areas/organisation/rules.ts'],
  ['src/areas/incidents/c7.ts', 'src/kernel/thing.ts'],
  ['src/areas/incidents/noun/d1.ts', 'node:fs', 'rules are pure'],
  ['src/areas/incidents/d2/store.ts', 'src/areas/organisation/store.ts', 'store and routes are private'],
  ['src/areas/incidents/d3/store.ts', 'src/areas/incidents/routes.ts', 'a store knows no route'],
  ['src/areas/incidents/d4/store.ts', 'kysely'],
  ['src/areas/incidents/d5/routes.ts', 'kysely', 'SQL lives in stores'],
  ['src/areas/incidents/d6/routes.ts', 'src/areas/organisation/store.ts', 'store and routes are private'],
  ['src/areas/incidents/d7/routes.ts', 'src/areas/organisation/public.ts'],
  ['src/areas/incidents/d8/routes.ts', 'src/areas/organisation/noun/inner.ts', 'an area is entered by its door'],
  ['src/areas/incidents/d9/routes.ts', 'src/areas/incidents/desk/Page.tsx', 'the server draws nothing'],
  ['src/areas/incidents/d10/routes.ts', 'src/app/server.ts', 'only app puts areas together'],
  [
    'src/areas/organisation/e1/public.ts',
    'src/areas/incidents/public.ts',
    'organisation calls only the areas below it',
  ],
  ['src/areas/incidents/desk/f1.tsx', 'src/areas/incidents/store.ts', 'screens never touch the server'],
  ['src/areas/incidents/desk/f2.tsx', 'src/areas/organisation/public.ts', 'screens never touch the server'],
  ['src/areas/incidents/desk/f3.tsx', 'pg', 'screens never touch the server'],
  ['src/areas/incidents/desk/f4.tsx', 'src/platform/thing.ts', 'screens never touch the server'],
  ['src/areas/incidents/desk/f5.tsx', 'src/areas/organisation/desk/parts/Part.tsx'],
  ['src/areas/incidents/desk/f6.tsx', 'src/areas/organisation/desk/Page.tsx', 'an area is entered by its door'],
  ['src/areas/incidents/desk/f7.tsx', 'node:fs', 'screens know no Node'],
  ['src/desk/g1.ts', 'src/areas/incidents/routes.ts', 'screens never touch the server'],
  ['src/desk/g2.ts', 'src/app/contract.ts'],
  ['src/app/h1.ts', 'src/desk/shell.tsx', 'the server draws nothing'],
  ['src/kernel/i1.ts', 'src/kernel/nowhere.ts', 'every import resolves'],
]

const there = [
  'src/kernel/thing.ts',
  'src/platform/thing.ts',
  'src/areas/incidents/rules.ts',
  'src/areas/incidents/store.ts',
  'src/areas/incidents/routes.ts',
  'src/areas/incidents/public.ts',
  'src/areas/incidents/desk/Page.tsx',
  'src/areas/organisation/rules.ts',
  'src/areas/organisation/store.ts',
  'src/areas/organisation/public.ts',
  'src/areas/organisation/noun/inner.ts',
  'src/areas/organisation/desk/Page.tsx',
  'src/areas/organisation/desk/parts/Part.tsx',
  'src/app/server.ts',
  'src/app/contract.ts',
  'src/desk/shell.tsx',
]

describe('a planted violation', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'shouwang-planted-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  write('package.json', '{ "type": "module", "dependencies": { "kysely": "1", "pg": "1", "zod": "1" } }')
  for (const name of ['kysely', 'pg', 'zod']) {
    write(`node_modules/${name}/package.json`, `{ "name": "${name}", "version": "1.0.0", "main": "index.js" }`)
    write(`node_modules/${name}/index.js`, 'module.exports = {}')
  }
  for (const path of there) write(path, 'export const thing = 1\n')
  for (const [from, to] of planted) {
    const up = '../'.repeat(from.split('/').length - 1)
    write(from, `import '${to.startsWith('src/') ? up + to : to}'\n`)
  }
  write('src/kernel/one.ts', "import './two.ts'\n")
  write('src/kernel/two.ts', "import './one.ts'\n")
  const { summary } = await cruised(folder)
  const broken = (from: string) => summary.violations.filter((v) => v.from === from).map(({ rule }) => rule.name)

  it.each(planted.map(([from, to, rule]) => ({ from, to, rule })))('$from → $to: $rule', ({ from, rule }) => {
    if (rule === undefined) expect(broken(from)).toEqual([])
    else expect(broken(from)).toContain(rule)
  })
  it('a circle turns red', () => expect(broken('src/kernel/one.ts')).toContain('no circles'))
})

it('a check that reads no file fails', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'shouwang-nothing-'))
  mkdirSync(join(folder, 'src'))
  const { summary } = await cruised(folder)
  rmSync(folder, { recursive: true })
  expect(summary.totalCruised > 150).toBe(false)
})
