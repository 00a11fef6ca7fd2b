/** The file store on a disk: `ab/ab12…` in a folder, written whole or not at all. */
import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { FileLost, type FileStore } from './files.ts'

/** Milliseconds after which what is still being received is what a crash left. */
const receivedWithin = 24 * 3_600_000

/** Where the bytes of a content lie, on a disk and in a bucket alike. */
export const keyOf = (sha256: string): string => `${sha256.slice(0, 2)}/${sha256}`

interface Received {
  readonly path: string
  readonly sha256: string
  readonly bytes: number
}

/** Files in a folder. They never change, so that a reader needs no lock. */
export function folderStore(folder: string): FileStore {
  const incoming = incomingOf(folder)
  return {
    put: (source) =>
      incoming.receive(source, async ({ path, sha256, bytes }) => {
        await keep(path, join(folder, keyOf(sha256)))
        return { sha256, bytes }
      }),
    async local(sha256) {
      const path = join(folder, keyOf(sha256))
      await stat(path).catch((cause: unknown) => {
        throw new FileLost(sha256, path, { cause })
      })
      return path
    },
    sweep: incoming.sweep,
  }
}

/** The place where bytes wait until it is known what they are. */
export function incomingOf(folder: string) {
  const waiting = join(folder, 'incoming')
  return {
    /** Writes a stream to a file of its own, and hands that over; what is not moved away is removed. */
    async receive<T>(source: Parameters<FileStore['put']>[0], then: (received: Received) => Promise<T>): Promise<T> {
      await mkdir(waiting, { recursive: true, mode: 0o700 })
      const path = join(waiting, randomUUID())
      const hash = createHash('sha256')
      let bytes = 0
      const count = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          hash.update(chunk)
          bytes += chunk.length
          done(null, chunk)
        },
      })
      try {
        await pipeline(source, count, createWriteStream(path, { mode: 0o600 }))
        return await then({ path, sha256: hash.digest('hex'), bytes })
      } finally {
        await rm(path, { force: true })
      }
    },
    sweep: () => removeOlder(waiting, receivedWithin),
  }
}

/** A rename is atomic; the flushes around it make the name never point at half a file, nor be lost itself. */
export async function keep(incoming: string, path: string): Promise<void> {
  const known = await stat(path).catch(() => undefined)
  if (known) return
  await flush(incoming, 'r+')
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await rename(incoming, path)
  // Windows cannot open a folder.
  await flush(dirname(path), 'r').catch(() => undefined)
}

async function flush(path: string, flags: string): Promise<void> {
  const handle = await open(path, flags)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Removes the files of a folder that nobody wrote or read for so many milliseconds. */
export async function removeOlder(folder: string, milliseconds: number): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names) {
    const path = join(folder, name)
    const found = await stat(path).catch(() => undefined)
    if (found?.isFile() && Date.now() - found.mtimeMs > milliseconds) await rm(path, { force: true })
  }
}
