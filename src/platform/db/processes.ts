/** Processes by number and beginning, so that a number used again is not taken for the one who had it before. */
import { type ExecFileOptions, execFile } from 'node:child_process'
import { readFileSync, readlinkSync, statSync } from 'node:fs'

/** The unprivileged user that runs PostgreSQL where we are root: it refuses to run as root. */
export interface RunAs {
  readonly uid?: number
  readonly gid?: number
}

interface Stat {
  readonly state: string
  /** Clock ticks from the machine's start to the process's. */
  readonly began: string
}

/** What Linux says of a process; undefined where there is none, or no /proc. */
function statOf(pid: number): Stat | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The second field, the program's name, may hold blanks and brackets itself.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return { state: fields[0] ?? '', began: fields[19] ?? '' }
  } catch {
    return undefined
  }
}

export const isLinux = process.platform === 'linux'

/** Dead, but not yet taken note of by its parent: the number is still in use, the program is not. */
export const isZombie = (pid: number): boolean => statOf(pid)?.state === 'Z'

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** A line that names a process for good: its number and, on Linux, when it began. */
export const markOf = (pid: number): string => `${pid} ${statOf(pid)?.began ?? ''}`.trim()

/** Whether the process of a mark still runs; undefined where the text is no mark. */
export function marked(mark: string): boolean | undefined {
  const [pid] = mark.split(' ')
  if (!/^\d+( \d+)?$/.test(mark)) return undefined
  return isAlive(Number(pid)) && !isZombie(Number(pid)) && (!isLinux || markOf(Number(pid)) === mark)
}

/** Whether a process works in a folder and belongs to the folder's owner. Where that cannot be seen: true. */
export function worksIn(pid: number, folder: string): boolean {
  if (!isLinux) return true
  try {
    return statSync(`/proc/${pid}`).uid === statSync(folder).uid && readlinkSync(`/proc/${pid}/cwd`) === folder
  } catch {
    return false
  }
}

export interface Outcome {
  readonly ok: boolean
  readonly stdout: string
  readonly stderr: string
}

/** Runs a program to its end with a small environment of its own; never throws. */
export const run = (program: string, args: readonly string[], as: RunAs, options: ExecFileOptions = {}) =>
  new Promise<Outcome>((resolve) => {
    const inherited = process.platform === 'win32' ? process.env : { PATH: process.env.PATH }
    execFile(
      program,
      args,
      { cwd: '/', ...as, ...options, encoding: 'utf8', env: { ...inherited, LC_ALL: 'C.UTF-8', ...options.env } },
      (error, stdout, stderr) => resolve({ ok: !error, stdout, stderr: stderr || error?.message || '' }),
    )
  })
