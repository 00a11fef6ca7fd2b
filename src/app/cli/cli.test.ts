/** The command line as a shell meets it: data on stdout, words on stderr, exit codes, and a kill in the middle. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { cloneDatabase } from '../../platform/db/testing.ts'
import { resumeRuns } from '../../platform/imports/runs.ts'

// Each command is a program of its own, on whatever machine runs the tests.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const database = await cloneDatabase()
const folder = mkdtempSync(join(tmpdir(), 'shouwang-cli-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
/** Programs once compiled, as bin/ keeps them too. */
const compiled = fileURLToPath(new URL('../../../node_modules/.cache/node', import.meta.url))
const program = fileURLToPath(new URL('../cli.ts', import.meta.url))

function start(...args: string[]): ChildProcess {
  const { PATH } = process.env
  const env = { PATH, DATABASE_URL: database.url, DATA_DIR: folder, NODE_COMPILE_CACHE: compiled }
  return spawn(process.execPath, [program, ...args], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] })
}

interface Said {
  readonly code: unknown
  readonly data: string
  readonly words: string
}

/** Runs a command to its end. */
async function run(...args: string[]): Promise<Said> {
  const child = start(...args)
  if (!child.stdout || !child.stderr) throw new Error('no pipes')
  const [[code], data, words] = await Promise.all([once(child, 'close'), text(child.stdout), text(child.stderr)])
  return { code, data, words }
}

const header = '警情编号,警情类别,接警时间,直接财产损失(元)\n'
const fire = (no: string, loss = '3500') => `${no},火灾,2026-04-01 08:30,${loss}\n`
function file(name: string, rows: string): string {
  writeFileSync(join(folder, name), header + rows)
  return name
}
const known = async (prefix: string) => {
  const { rows } = await database.pool.query<{ n: number }>(
    'select count(*)::int as n from incidents.incident where incident_no like $1',
    [`${prefix}%`],
  )
  return rows[0]?.n
}

describe('before there is a district', () => {
  it('a command says what to run first', async () => {
    const { code, data, words } = await run('report', '--period', '2026Q2')
    expect({ code, data }).toEqual({ code: 1, data: '' })
    expect(words).toMatch(/还没有辖区，请先运行 .*npx shouwang init/)
  })
})

describe('with a district', () => {
  beforeAll(async () => {
    const made = await run('init', '--district', '990102', '--name', '某区')
    expect(made).toEqual({ code: 0, data: '', words: '已建立 某区（990102） made\n' })
  })

  it('an import prints its counts alone, and the same file again changes nothing', async () => {
    const name = file('good.csv', fire('A-1') + fire('A-2'))
    const first = await run('import', 'incidents', name)
    expect(first.code).toBe(0)
    expect(JSON.parse(first.data)).toMatchObject({ state: 'done', rowsNew: 2 })
    expect(JSON.parse((await run('import', 'incidents', name)).data)).toMatchObject({ rowsNew: 0, rowsSame: 2 })
  })

  it('bad rows are told in both languages and listed in a file, which the next list leaves alone', async () => {
    const name = file('bad.csv', fire('B-1') + fire('B-2', '-5'))
    const { code, data, words } = await run('import', 'incidents', name)
    expect(code).toBe(1)
    expect(JSON.parse(data)).toMatchObject({ state: 'refused', rowsBad: 1, rowsNew: 0 })
    expect(words).toContain('第 3 行 line 3 · 直接财产损失(元) “-5”：不能小于 0。 Must not be less than 0.')
    expect(await known('B-')).toBe(0)
    writeFileSync(join(folder, 'bad-错误行.csv'), 'half mended')
    expect((await run('import', 'incidents', name, '--dry-run')).code).toBe(1)
    expect(readFileSync(join(folder, 'bad-错误行.csv'), 'utf8')).toBe('half mended')
    expect(existsSync(join(folder, 'bad-错误行-2.csv'))).toBe(true)
    expect(await run('import', 'incidents', name, '--skip-bad')).toMatchObject({ code: 0 })
    expect(await known('B-')).toBe(1)
  })

  it('a wrong word is refused in both, with 1', async () => {
    expect(await run('report', '--period', '2026Q9')).toMatchObject({
      code: 1,
      data: '',
      words: expect.stringContaining('选项值无效 an option has a wrong value: --period <key> “2026Q9”'),
    })
    expect(await run('nonsense')).toMatchObject({ code: 1, words: expect.stringContaining('没有这个命令') })
    expect(await run('import', 'incidents', 'nowhere.csv')).toMatchObject({
      code: 1,
      words: expect.stringMatching(/^没有/),
    })
  })

  it('an import that is killed wrote nothing, is said to be interrupted, and brings all the next time', async () => {
    const rows = 30_000
    const name = file('long.csv', Array.from({ length: rows }, (_, i) => fire(`K-${i}`)).join(''))
    const running = start('import', 'incidents', name)
    const stateOf = async () => {
      const { rows: runs } = await database.pool.query<{ state: string; read: number }>(
        "select state, rows_read::int as read from platform.import_run where file_name = 'long.csv' order by id limit 1",
      )
      return runs[0]
    }
    await expect
      .poll(stateOf, { timeout: 60_000, interval: 20 })
      .toMatchObject({ state: 'running', read: expect.toSatisfy((read: number) => read > 0) })
    running.kill('SIGKILL')
    await once(running, 'close')
    expect(await known('K-')).toBe(0)
    // The server notices the death of a connection by itself; until then the run is somebody's.
    await expect
      .poll(
        async () => {
          await resumeRuns(database.db)
          return (await stateOf())?.state
        },
        { timeout: 60_000 },
      )
      .toBe('interrupted')
    expect(JSON.parse((await run('import', 'incidents', name)).data)).toMatchObject({ state: 'done', rowsNew: rows })
    expect(await known('K-')).toBe(rows)
  })
})
