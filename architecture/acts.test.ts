/** What the program does and refuses has a name in both languages: acts of the ledger, grounds of refusal. */
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const project = fileURLToPath(new URL('..', import.meta.url))
const sources = globSync('src/areas/**/*.ts', { cwd: project })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => !/\.test\.ts$/.test(path))
  .map((path) => ({ path, area: path.split('/')[2] ?? '', text: readFileSync(`${project}${path}`, 'utf8') }))
const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name]) => name ?? '')

type Tree = Readonly<Record<string, unknown>>
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null

/** What stands under a key, wherever it is in a tree of words. */
const under = (tree: Tree, key: string): Tree[] =>
  Object.entries(tree).flatMap(([name, inner]) =>
    isTree(inner) ? [...(name === key ? [inner] : []), ...under(inner, key)] : [],
  )

/** The messages of a folder, in one language. */
async function wordsOf(folder: string, lang: 'zh' | 'en', key: string): Promise<Tree> {
  const modules: Tree[] = await Promise.all(
    globSync(`${folder}/**/messages.ts`, { cwd: project }).map((path) => import(/* @vite-ignore */ `../${path}`)),
  )
  const trees = modules.flatMap((module) => Object.values(module)).filter(isTree)
  return Object.assign({}, ...trees.flatMap((tree) => (isTree(tree[lang]) ? under(tree[lang], key) : []))) as Tree
}

interface Act {
  readonly unless?: object
}
/** The acts of a life cycle: a table whose rows say from where to where. */
async function lifecycleOf(area: string): Promise<Readonly<Record<string, Act>>> {
  const path = `src/areas/${area}/lifecycle.ts`
  if (!sources.some((source) => source.path === path)) return {}
  const module: Tree = await import(/* @vite-ignore */ `../${path}`)
  const table = Object.values(module).find(
    (value) => isTree(value) && Object.values(value).every((act) => isTree(act) && 'from' in act),
  )
  expect(table, path).toBeDefined()
  return table as Readonly<Record<string, Act>>
}

const areas = [...new Set(sources.map(({ area }) => area))]
/** What an area's life cycle is called in the ledger. */
const subjects: Readonly<Record<string, string>> = {
  premises: 'premises',
  incidents: 'incident',
  hazards: 'hazard',
  analysis: 'analysis',
  papers: 'paper',
}

describe.each(['zh', 'en'] as const)('in %s', (lang) => {
  it('each act that the ledger can hold has a name', async () => {
    const recorded = sources.flatMap(({ text }) =>
      found(text, /\b(?:record|remember)\(\s*[\w.{}, ]*?,\s*'([a-z][A-Za-z]*\.[A-Za-z]+)'/g),
    )
    for (const area of areas) {
      const acts = Object.keys(await lifecycleOf(area))
      if (acts.length > 0) expect(subjects, area).toHaveProperty(area)
      recorded.push(...acts.map((act) => `${subjects[area]}.${act}`))
    }
    expect(recorded.length).toBeGreaterThan(25)
    const named = Object.keys(await wordsOf('src', lang, 'acts'))
    expect([...new Set(recorded)].filter((act) => !named.includes(act))).toEqual([])
  })

  it.each(areas)('each refusal of %s has words', async (area) => {
    const own = sources.filter((source) => source.area === area)
    const thrown = own.flatMap(({ text }) => found(text, /new (?:RuleViolation|LastingRefusal)\(\s*'([\w-]+)'/g))
    const grounds = Object.values(await lifecycleOf(area)).flatMap(({ unless = {} }) => Object.keys(unless))
    const worded = Object.keys({
      ...(await wordsOf('src/desk', lang, 'grounds')),
      ...(await wordsOf(`src/areas/${area}`, lang, 'grounds')),
    })
    expect(thrown.length).toBeGreaterThan(0)
    expect([...thrown, ...grounds].filter((ground) => !worded.includes(ground))).toEqual([])
  })
})
