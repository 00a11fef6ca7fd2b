/** The checks of `npm test`: what each runs, and how its result is counted. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { project } from './bootstrap.mjs'

const tool = (...path) => join(project, 'node_modules', ...path)
const tsc = tool('typescript-7', 'bin', 'tsc')

/** What ran: how many passed and failed, and words where the exit code alone would not explain a failure. */
const one = (ok) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1 })

function read(report) {
  try {
    return JSON.parse(readFileSync(report, 'utf8'))
  } catch {
    return undefined
  }
}

/** A runner that failed without naming a test, or that ran none, is a failure of its own. */
function demandTests({ passed, failed }, ok, name) {
  if (passed + failed === 0) return { passed, failed: 1, words: `${name} ran no test` }
  if (!ok && failed === 0) return { passed, failed: 1, words: `${name} failed outside its tests` }
  return { passed, failed }
}

function countVitest(ok, report) {
  const results = read(report)?.testResults ?? []
  const tests = results.flatMap(({ assertionResults }) => assertionResults)
  const broken = results.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  )
  const failed = tests.filter(({ status }) => status === 'failed').length + broken.length
  return demandTests({ passed: tests.filter(({ status }) => status === 'passed').length, failed }, ok, 'vitest')
}

function countPlaywright(ok, report) {
  const { stats = {}, errors = [] } = read(report) ?? {}
  const { expected = 0, flaky = 0, unexpected = 0 } = stats
  return demandTests({ passed: expected + flaky, failed: unexpected + errors.length }, ok, 'playwright')
}

/** Each: a name, the arguments of Node, and how to count. `report` is a file for a JSON report. */
export const checks = {
  format: {
    args: () => [tool('@biomejs', 'biome', 'bin', 'biome'), 'ci', '--colors=off', '--error-on-warnings', '.'],
    count: one,
  },
  types: { args: () => [tsc, '--noEmit', '-p', 'tsconfig.json'], count: one },
  'pure-types': { args: () => [tsc, '--noEmit', '-p', 'tsconfig.pure.json'], count: one },
  lint: { args: () => [tool('oxlint', 'bin', 'oxlint'), '--type-aware', '--deny-warnings'], count: one },
  unused: { args: () => [tool('knip', 'bin', 'knip.js')], count: one },
  pages: { args: () => [join(project, 'bin', 'build.mjs')], count: one },
  tests: {
    args: (report) => [
      tool('vitest', 'vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    count: countVitest,
  },
  journeys: {
    args: () => [tool('@playwright', 'test', 'cli.js'), 'test', '--reporter=list,json'],
    env: (report) => ({ PLAYWRIGHT_JSON_OUTPUT_FILE: report, PLAYWRIGHT_JSON_OUTPUT_NAME: report }),
    count: countPlaywright,
  },
}

/** Two at a time, for a machine with two cores; the journeys alone, for they wait for pages and want the machine. */
export const lanes = [['tests'], ['format', 'types', 'pure-types', 'lint', 'unused', 'pages']]
export const last = 'journeys'

export const chromium = '/usr/bin/chromium'
const fontFolders = ['/usr/share/fonts/opentype/noto', '/usr/share/fonts/truetype/noto']

/** Debian packages that the journeys need and this machine lacks. */
export const missingPackages = () => [
  ...(existsSync(chromium) ? [] : ['chromium']),
  ...(fontFolders.some((folder) => existsSync(join(folder, 'NotoSansCJK-Regular.ttc'))) ? [] : ['fonts-noto-cjk']),
]
