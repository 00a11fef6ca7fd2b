/** The embedded server as operators meet it: first start, second start, kills, two at once, folders that do not serve. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { adviceOn } from './data-dir.ts'
import { type Embedded, type EmbeddedOptions, startEmbedded, stopAbandoned } from './embedded.ts'
import { findPostmaster } from './postmaster.ts'
import { marked, markOf } from './processes.ts'

// Servers start and stop here by the dozen, on whatever machine runs the tests.
vi.setConfig({ testTimeout: 120_000 })

const isRoot = process.getuid?.() === 0
const home = realpathSync(mkdtempSync(join(tmpdir(), 'shouwang-embedded-')))
chmodSync(home, 0o755)
const started: string[] = []
/** A data folder of its own, whose name no shell would like. */
const folder = (name: string) => {
  const path = join(home, `${name} 数据 $'"x`)
  started.push(path)
  return path
}
const start = (path: string, options: EmbeddedOptions = { durable: false }) =>
  startEmbedded(path, () => undefined, options)

afterAll(async () => {
  for (const path of started)
    if (existsSync(join(path, 'postgres', 'data'))) await stopAbandoned(path).catch(() => undefined)
  rmSync(home, { recursive: true, force: true })
})

async function query<T extends object>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client(url)
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<T>(sql)).rows
  } finally {
    await client.end()
  }
}

const postmaster = (path: string) => findPostmaster(join(realpathSync(join(path, 'postgres')), 'data'))

/** Another program that starts the server of a folder, says so, and holds it until told to let go. */
function otherProgram(path: string): { child: ChildProcess; line: Promise<string> } {
  const module = new URL('embedded.ts', import.meta.url).href
  const program = `
    import { startEmbedded } from ${JSON.stringify(module)}
    const { url, adopted, stop } = await startEmbedded(process.argv[1], () => undefined, { durable: false })
    console.log(JSON.stringify({ url, adopted }))
    process.stdin.once('data', async () => { await stop(); process.exit(0) })`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, path], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })
  return { child, line: once(lines, 'line').then(([text]) => String(text)) }
}

/** Making a cluster takes a second: what does not look at that shares one. */
const shared = folder('first')

describe('a data folder that serves', () => {
  const path = shared
  let first: Embedded

  it('is made with checksums, UTF-8, a locale that is the same everywhere, and every commit on disk', async () => {
    first = await start(path, { durable: true })
    expect(first.adopted).toBe(false)
    const [row] = await query<Record<string, string>>(
      first.url,
      `select current_setting('data_checksums') checksums, current_setting('fsync') fsync, current_setting('server_encoding') encoding,
        current_setting('synchronous_commit') commit, current_setting('listen_addresses') addresses, current_setting('work_mem') work,
        datlocprovider provider, datlocale locale from pg_database where datname = current_database()`,
    )
    expect(row).toEqual({
      checksums: 'on',
      fsync: 'on',
      encoding: 'UTF8',
      commit: 'on',
      addresses: '127.0.0.1',
      work: '32MB',
      provider: 'b',
      locale: 'C.UTF-8',
    })
  })

  it('refuses a wrong password', async () => {
    const wrong = first.url.replace(/:[^:@]+@/, ':wrong@')
    await expect(query(wrong, 'select 1')).rejects.toThrow(/password authentication failed/)
  })

  it('keeps the password and the data from other users', () => {
    const mode = (name: string) =>
      execFileSync('stat', ['-c', '%a', join(path, 'postgres', name)], { encoding: 'utf8' }).trim()
    expect([mode('password'), mode('data')]).toEqual(['600', '700'])
  })

  it('is shared by a second start, and stopped only when the last lets go', async () => {
    const second = await start(path)
    expect(second).toMatchObject({ adopted: true, url: first.url })
    await first.stop()
    await expect(query(second.url, 'select 1')).resolves.toHaveLength(1)
    await second.stop()
    expect(postmaster(path)).toBeUndefined()
  })

  it('keeps its port and its rows over a restart', async () => {
    const again = await start(path)
    expect(again).toMatchObject({ adopted: false, url: first.url })
    await query(again.url, 'create table kept (n int)')
    await again.stop()
    const later = await start(path)
    await expect(query(later.url, 'select from kept')).resolves.toEqual([])
    await later.stop()
    await later.stop()
  })

  it('starts although its port is taken meanwhile', async () => {
    const squatter = createServer().listen(Number(readFileSync(join(path, 'postgres', 'port'), 'utf8')), '127.0.0.1')
    await once(squatter, 'listening')
    const elsewhere = await start(path)
    expect(elsewhere.url).not.toBe(first.url)
    await elsewhere.stop()
    squatter.close()
  })

  it('starts where the number of a server that is gone belongs to another program', async () => {
    const file = join(path, 'postgres', 'data', 'postmaster.pid')
    writeFileSync(file, `${process.pid}\n${join(path, 'postgres', 'data')}\n0\n5432\n\n127.0.0.1\n0 0\nready\n`)
    const embedded = await start(path)
    expect(embedded.adopted).toBe(false)
    await embedded.stop()
  })

  it('takes over the lock of a program that died while starting', async () => {
    const lock = join(path, 'postgres', 'lock')
    writeFileSync(lock, '1999999999 1')
    const embedded = await start(path)
    expect(existsSync(lock)).toBe(false)
    await embedded.stop()
  })

  it('lets settings that an operator writes prevail', async () => {
    const conf = join(path, 'postgres', 'data', 'postgresql.conf')
    writeFileSync(conf, `${readFileSync(conf, 'utf8')}work_mem = '5MB'\n`)
    const embedded = await start(path)
    await expect(query(embedded.url, 'show work_mem')).resolves.toEqual([{ work_mem: '5MB' }])
    await embedded.stop()
  })
})

describe('kills', () => {
  it('lose no row that was acknowledged', async () => {
    const path = shared
    const before = await start(path, { durable: true })
    await query(before.url, 'create table acked (writer int, n int)')
    const acked: string[] = []
    const writers = [1, 2, 3, 4].map(async (writer) => {
      const client = new pg.Client(before.url)
      client.on('error', () => undefined)
      await client.connect()
      for (let n = 0; ; n++) {
        try {
          await client.query('insert into acked values ($1, $2)', [writer, n])
          acked.push(`${writer}/${n}`)
        } catch {
          return
        }
        if (acked.length === 400) process.kill(postmaster(path)?.pid ?? 0, 'SIGKILL')
      }
    })
    await Promise.all(writers)
    const after = await start(path, { durable: true })
    expect(after.adopted).toBe(false)
    const rows = await query<{ writer: number; n: number }>(after.url, 'select writer, n from acked')
    const there = new Set(rows.map(({ writer, n }) => `${writer}/${n}`))
    expect(acked.length).toBeGreaterThanOrEqual(400)
    expect(acked.filter((row) => !there.has(row))).toEqual([])
    await before.stop()
    await after.stop()
    expect(postmaster(path)).toBeUndefined()
  })

  it('of the program leave a server that the next start adopts, and then stops', async () => {
    const path = shared
    const { child, line } = otherProgram(path)
    const { url }: { url: string } = JSON.parse(await line)
    child.kill('SIGKILL')
    await once(child, 'exit')
    const next = await start(path)
    expect(next).toMatchObject({ adopted: true, url })
    await next.stop()
    expect(postmaster(path)).toBeUndefined()
  })

  it('in the middle of making the cluster leave nothing in the way', async () => {
    const path = folder('half-made')
    mkdirSync(join(path, 'postgres', 'data.making', 'base'), { recursive: true })
    writeFileSync(join(path, 'postgres', 'data.making', 'PG_VERSION'), '17\n')
    const embedded = await start(path)
    expect(embedded.adopted).toBe(false)
    expect(readdirSync(join(path, 'postgres'))).not.toContain('data.making')
    await embedded.stop()
  })
})

describe('two programs that start at once', () => {
  it('share one server, which ends with the later of them', async () => {
    const path = folder('together')
    const programs = [otherProgram(path), otherProgram(path), otherProgram(path)]
    const lines = await Promise.all(programs.map(({ line }) => line))
    const told = lines.map((line): { url: string; adopted: boolean } => JSON.parse(line))
    expect(new Set(told.map(({ url }) => url)).size).toBe(1)
    expect(told.filter(({ adopted }) => !adopted)).toHaveLength(1)
    for (const { child } of programs) {
      expect(postmaster(path)).toBeDefined()
      child.stdin?.write('stop\n')
      await once(child, 'exit')
    }
    expect(postmaster(path)).toBeUndefined()
  })
})

describe('a data folder that cannot be used', () => {
  const refused = async (path: string) => {
    const fault = await start(path).catch((error: unknown) => error)
    expect(fault).toMatchObject({ name: 'DataDirFault' })
    return String(fault)
  }
  /** What a server left behind, as far as a start looks before it touches anything. */
  const leftBehind = (name: string, files: Readonly<Record<string, string>>) => {
    const path = folder(name)
    mkdirSync(join(path, 'postgres', 'data'), { recursive: true, mode: 0o700 })
    for (const [file, text] of Object.entries(files)) writeFileSync(join(path, 'postgres', file), text)
    return path
  }

  it('because it is a file', async () => {
    const path = folder('file')
    writeFileSync(path, '')
    expect(await refused(path)).toMatch(/不是目录 not a folder/)
  })

  it('because there can be no such folder', async () => {
    expect(await refused('/dev/null/data')).toMatch(/set another DATA_DIR/)
  })

  it('because another version made it', async () => {
    const path = leftBehind('version', { 'data/PG_VERSION': '16\n', password: 'x' })
    expect(await refused(path)).toMatch(/made by PostgreSQL 16, this is 17/)
  })

  it('because its password is lost', async () => {
    const path = leftBehind('password', { 'data/PG_VERSION': '17\n' })
    expect(await refused(path)).toMatch(/restore it from a backup/)
  })

  it.runIf(process.platform === 'linux')('because no folder can be made there', async () => {
    expect(await refused('/proc/shouwang')).toMatch(/no folder can be made there/)
  })

  it('because its disk is not there', async () => {
    const path = folder('unmounted')
    mkdirSync(path)
    execFileSync('ln', ['-s', join(home, 'nowhere'), join(path, 'postgres')])
    expect(await refused(path)).toMatch(/is its disk mounted/)
  })

  it.runIf(isRoot)('because this user may neither read nor write it', async () => {
    const path = folder('closed')
    mkdirSync(path, { mode: 0o700 })
    const fault = await unprivileged(path)
    expect(fault).toMatch(/DATA_DIR cannot be used/)
    expect(fault).toMatch(/change its permissions or set another DATA_DIR/)
  })

  it.runIf(isRoot)('because another user made it', async () => {
    const path = leftBehind('owned', { 'data/PG_VERSION': '17\n' })
    for (const each of [path, join(path, 'postgres')]) chmodSync(each, 0o777)
    expect(await unprivileged(path)).toMatch(/made by another user/)
  })

  it('with advice for what PostgreSQL itself meets', () => {
    expect(adviceOn('FATAL:  could not write lock file "postmaster.pid": No space left on device')).toMatch(
      /free some space/,
    )
    expect(
      adviceOn(
        'FATAL:  could not extend file "base/1/2691": wrote only 4096 of 8192 bytes\nHINT:  Check free disk space.',
      ),
    ).toMatch(/free some space/)
    expect(adviceOn('FATAL:  could not map anonymous shared memory: Cannot allocate memory')).toMatch(
      /not enough memory/,
    )
    expect(adviceOn('PANIC:  could not locate a valid checkpoint record')).toMatch(/restore them from a backup/)
    expect(adviceOn('something else')).toBeUndefined()
  })
})

/** The message that a start by the user nobody ends with. */
async function unprivileged(path: string): Promise<string> {
  const module = new URL('data-dir.ts', import.meta.url).href
  const program = `
    import { openDataDir } from ${JSON.stringify(module)}
    try { openDataDir(process.argv[1], () => undefined); console.log('opened') } catch (error) { console.log(error.message) }`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, path], {
    uid: 65_534,
    gid: 65_534,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  for await (const part of child.stdout) text += part
  return text
}

describe.runIf(isRoot)('under root', () => {
  it('the server runs as a user that may do nothing else', async () => {
    const path = shared
    const embedded = await start(path)
    const { pid } = postmaster(path) ?? { pid: 0 }
    expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^Uid:\s+[1-9]/m)
    await embedded.stop()
  })

  it('data below a folder that only root may enter lie outside, reached by a link', async () => {
    const closed = join(home, 'closed-project')
    mkdirSync(closed, { mode: 0o700 })
    const path = join(closed, 'data')
    started.push(path)
    const said: string[] = []
    const embedded = await startEmbedded(path, (line) => said.push(line), { durable: false })
    const place = realpathSync(join(path, 'postgres'))
    try {
      expect(place).toMatch(/^\/var\/lib\/shouwang\//)
      expect(said.join('\n')).toContain(place)
      await expect(query(embedded.url, 'select 1')).resolves.toHaveLength(1)
      await embedded.stop()
      const again = await start(path)
      expect(again.url).toBe(embedded.url)
      await again.stop()
    } finally {
      rmSync(place, { recursive: true, force: true })
    }
  })

  it('data that root restored from a backup are given back to that user', async () => {
    const path = shared
    const embedded = await start(path)
    await embedded.stop()
    execFileSync('chown', ['-R', '0:0', join(path, 'postgres', 'data')])
    chmodSync(join(path, 'postgres', 'data'), 0o755)
    const again = await start(path)
    await expect(query(again.url, 'select 1')).resolves.toHaveLength(1)
    await again.stop()
  })
})

describe('marks of processes', () => {
  it('tell a process from a later one with the same number', async () => {
    expect(marked(markOf(process.pid))).toBe(true)
    expect(marked(`${process.pid} 1`)).toBe(process.platform !== 'linux')
    expect(marked('1999999999 1')).toBe(false)
    expect(marked('nonsense')).toBeUndefined()
  })
})
