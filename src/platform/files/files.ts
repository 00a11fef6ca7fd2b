/** Files by content: the bytes lie on disk under their SHA-256, once however often they come. */
import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Context } from '../context.ts'

export interface FileStore {
  /** Keeps what a stream brings; durable when it returns. */
  put(bytes: AsyncIterable<Uint8Array> | NodeJS.ReadableStream): Promise<{ sha256: string; bytes: number }>
  /** The path of a kept file. */
  pathOf(sha256: string): string
}

export function fileStore(folder: string): FileStore {
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256)
  return {
    pathOf,
    async put(source) {
      await mkdir(join(folder, 'incoming'), { recursive: true })
      const incoming = join(folder, 'incoming', randomUUID())
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
        await pipeline(source, count, createWriteStream(incoming, { mode: 0o600 }))
        const sha256 = hash.digest('hex')
        await keep(incoming, pathOf(sha256))
        return { sha256, bytes }
      } finally {
        await rm(incoming, { force: true })
      }
    },
  }
}

/** A rename is atomic; the flush before it makes the name never point at half a file. */
async function keep(incoming: string, path: string): Promise<void> {
  const known = await stat(path).catch(() => undefined)
  if (known) return
  const handle = await open(incoming, 'r+')
  await handle.sync()
  await handle.close()
  await mkdir(dirname(path), { recursive: true })
  await rename(incoming, path)
}

export interface FileRow {
  id: string
  sha256: string
  name: string
  mediaType: string
  bytes: number
}

/** Remembers who brought which file. */
export async function rememberFile(context: Context, file: Omit<FileRow, 'id'>): Promise<string> {
  const { id } = await context.tx
    .insertInto('platform.file')
    .values({ district: context.district, ...file, account: context.actor.account || null, at: context.at.instant })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function findFile({ tx, district }: Pick<Context, 'tx' | 'district'>, id: string) {
  return tx
    .selectFrom('platform.file')
    .select(['id', 'sha256', 'name', 'mediaType', 'bytes'])
    .where('district', '=', district)
    .where('id', '=', id)
    .executeTakeFirst()
}
