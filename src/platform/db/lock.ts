/** Who is at a data folder: one at a time starts or stops its server, and the last to leave stops it. */
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { marked, markOf } from './processes.ts'

const patience = 10 * 60_000
let count = 0

/** Waits for the lock; one whose holder is gone is taken over. Returns its release. */
export async function holdLock(path: string, log: (line: string) => void): Promise<() => void> {
  const began = Date.now()
  for (let told = false; Date.now() - began < patience; ) {
    if (create(path)) return () => rmSync(path, { force: true })
    const holder = read(path)
    if (holder !== undefined && isGone(path, holder)) takeAway(path, holder)
    else await wait(50)
    if (!told && Date.now() - began > 2000) {
      told = true
      log('另一个程序正在启动或停止数据库，等待中 another program is starting or stopping the database, waiting')
    }
  }
  throw new Error(
    `另一个程序迟迟没有启动完；若没有这样的程序，请删除 another program has been starting for too long; if there is none, remove ${path}`,
  )
}

function create(path: string): boolean {
  let file: number
  try {
    file = openSync(path, 'wx', 0o600)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
  try {
    writeSync(file, markOf(process.pid))
    return true
  } catch (error) {
    rmSync(path, { force: true })
    throw error
  } finally {
    closeSync(file)
  }
}

/** An empty lock is one that is being written, or whose writer died just then. */
const isGone = (path: string, holder: string) => (holder === '' ? ageOf(path) > 5000 : marked(holder) === false)

function ageOf(path: string): number {
  const made = statSync(path, { throwIfNoEntry: false })?.mtimeMs
  return made === undefined ? 0 : Date.now() - made
}

/** Of several who see a dead lock only one gets to rename it; a lock made meanwhile is put back. */
function takeAway(path: string, holder: string): void {
  const aside = `${path}.${process.pid}.${++count}`
  try {
    renameSync(path, aside)
    if (read(aside) !== holder) renameSync(aside, path)
    else rmSync(aside, { force: true })
  } catch {
    // Another was quicker.
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

/** Signs this process in as a user of the server; the result signs it out. */
export function signIn(folder: string): () => void {
  const users = join(folder, 'users')
  mkdirSync(users, { recursive: true, mode: 0o755 })
  const path = join(users, `${process.pid}-${++count}`)
  const file = openSync(path, 'w', 0o644)
  writeSync(file, markOf(process.pid))
  closeSync(file)
  return () => rmSync(path, { force: true })
}

/** Whether any process that signed in is still alive. Those that are not are forgotten. */
export function isUsed(folder: string): boolean {
  const users = join(folder, 'users')
  let used = false
  for (const name of safeList(users)) {
    if (marked(read(join(users, name)) ?? '') === true) used = true
    else rmSync(join(users, name), { force: true })
  }
  return used
}

function safeList(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
