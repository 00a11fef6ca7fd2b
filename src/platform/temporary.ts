/** Folders for files that are needed only while something is done with them, and the broom for those a crash left. */
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const prefix = 'shouwang-tmp-'

/** Hours after the last write in which a folder can still be in use, by what it is for. */
const usedWithin = { export: 1, upload: 1, import: 24, demo: 24 } as const
type Purpose = keyof typeof usedWithin

/** A new folder that nobody else can enter. Whoever makes it removes it; `sweepTemporary` is for what is left. */
export const temporaryFolder = (purpose: Purpose): Promise<string> => mkdtemp(join(tmpdir(), `${prefix}${purpose}-`))

const isPurpose = (word: string | undefined): word is Purpose => word !== undefined && word in usedWithin

/** When something in the folder was last written, or the folder made. */
async function lastWritten(folder: string): Promise<number> {
  const names = await readdir(folder)
  const times = await Promise.all([folder, ...names.map((name) => join(folder, name))].map((path) => stat(path)))
  return Math.max(...times.map(({ mtimeMs }) => mtimeMs))
}

/** Removes the folders that nobody can be using any more: exports that were sent, and what a crash left. */
export async function sweepTemporary(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const purpose = name.startsWith(prefix) ? name.slice(prefix.length).split('-')[0] : undefined
    if (!isPurpose(purpose)) continue
    const folder = join(tmpdir(), name)
    // Another user's folder cannot be read, and one that just goes needs no sweeping.
    const written = await lastWritten(folder).catch(() => undefined)
    if (written === undefined || Date.now() - written < usedWithin[purpose] * 3_600_000) continue
    await rm(folder, { recursive: true, force: true }).catch(() => undefined)
  }
}
