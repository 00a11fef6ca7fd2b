/** A lock file against two programs that start at the same time. */
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Waits for the lock, at most a minute and a half; a lock whose holder is gone is taken over. Returns its release. */
export async function holdLock(path: string): Promise<() => void> {
  for (let tries = 0; tries < 900; tries++) {
    try {
      const file = openSync(path, 'wx', 0o600)
      writeSync(file, String(process.pid))
      closeSync(file)
      return () => rmSync(path, { force: true })
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
      const holder = readHolder(path)
      if (holder !== undefined && !isAlive(holder)) rmSync(path, { force: true })
      else await wait(100)
    }
  }
  throw new Error(`another program has been starting for too long: remove ${path} if there is none`)
}

function readHolder(path: string): number | undefined {
  try {
    return Number(readFileSync(path, 'utf8')) || undefined
  } catch {
    return undefined
  }
}
