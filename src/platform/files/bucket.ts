/** The file store in an S3 bucket: the same keys as on a disk, with copies on this machine for as long as they are read. */
import { openAsBlob } from 'node:fs'
import { readdir, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { AwsClient } from 'aws4fetch'
import type { Bucket } from '../config.ts'
import { FileLost, type FileStore } from './files.ts'
import { incomingOf, keep, keyOf, removeOlder } from './folder.ts'

/** Milliseconds for which a copy is kept after it was last asked for: longer than any import takes. */
const readWithin = 24 * 3_600_000
/** A request that is refused for the moment is tried so often again, each time after twice as long. */
const retries = 4

/** A bucket that cannot be worked with; the message says where, why and what to set, never the keys. */
export class BucketFault extends Error {
  constructor({ endpoint, name }: Bucket, why: string, options?: ErrorOptions) {
    super(
      `对象存储不可用 the bucket cannot be used (${endpoint}, ${name}): ${why}。请检查 S3_ENDPOINT、S3_REGION、S3_BUCKET、S3_ACCESS_KEY、S3_SECRET_KEY check these settings`,
      options,
    )
    this.name = 'BucketFault'
  }
}

const advice: Readonly<Record<number, string>> = {
  301: '区域或网址不对 the region or the address is another',
  400: '区域或网址不对 the region or the address is another',
  403: '密钥不对或无权访问 the keys are wrong, or may not use it',
  404: '没有这个存储桶 no such bucket',
}

type Answer = Awaited<ReturnType<AwsClient['fetch']>>

/** Requests to one bucket, by path (`endpoint/bucket/key`) unless the endpoint's host is the bucket's own. */
function client(bucket: Bucket) {
  const { endpoint, region, name, accessKey, secretKey } = bucket
  const own = new URL(endpoint).hostname.startsWith(`${name}.`)
  const root = own ? endpoint : `${endpoint}/${name}`
  const aws = new AwsClient({ accessKeyId: accessKey, secretAccessKey: secretKey, region, service: 's3', retries })
  return async (method: string, key: string, init: { body?: Blob; sha256?: string } = {}): Promise<Answer> => {
    const { body, sha256 } = init
    const headers = sha256 ? { 'x-amz-content-sha256': sha256 } : {}
    try {
      return await aws.fetch(key ? `${root}/${key}` : root, { method, headers, ...(body ? { body } : {}) })
    } catch (cause) {
      throw new BucketFault(bucket, reasonOf(cause), { cause })
    }
  }
}

/** Why nothing was answered: the network's code is one error deeper. */
function reasonOf(error: unknown): string {
  const inner = error instanceof Error && error.cause instanceof Error ? error.cause : error
  if (!(inner instanceof Error)) return String(inner)
  return 'code' in inner ? `连接不上 no connection (${String(inner.code)})` : inner.message
}

const refused = (bucket: Bucket, { status }: Answer) => new BucketFault(bucket, advice[status] ?? `HTTP ${status}`)

/** Files in a bucket; `folder` holds what is on its way and the copies. */
export function bucketStore(bucket: Bucket, folder: string): FileStore {
  const request = client(bucket)
  const incoming = incomingOf(folder)
  const pathOf = (sha256: string) => join(folder, keyOf(sha256))

  async function fetched(sha256: string): Promise<void> {
    const answer = await request('GET', keyOf(sha256))
    if (answer.status === 404) throw new FileLost(sha256, `${bucket.name}/${keyOf(sha256)}`)
    if (!answer.ok || !answer.body) throw refused(bucket, answer)
    // The two kinds of stream, the browser's and Node's own, are one at run time.
    await incoming.receive(Readable.fromWeb(answer.body as ReadableStream), async (received) => {
      if (received.sha256 !== sha256) throw new FileLost(sha256, `${bucket.name}/${keyOf(sha256)}`)
      await keep(received.path, pathOf(sha256))
    })
  }
  return {
    put: (source) =>
      incoming.receive(source, async ({ path, sha256, bytes }) => {
        const known = await request('HEAD', keyOf(sha256))
        if (!known.ok) {
          if (known.status !== 404) throw refused(bucket, known)
          const answer = await request('PUT', keyOf(sha256), { body: await openAsBlob(path), sha256 })
          if (!answer.ok) throw refused(bucket, answer)
        }
        await keep(path, pathOf(sha256))
        return { sha256, bytes }
      }),
    async local(sha256) {
      const path = pathOf(sha256)
      if (!(await stat(path).catch(() => undefined))) await fetched(sha256)
      // So that the sweep leaves it alone while it is read.
      const now = new Date()
      await utimes(path, now, now)
      return path
    },
    async sweep() {
      await incoming.sweep()
      for (const name of await readdir(folder).catch(() => []))
        if (/^[0-9a-f]{2}$/.test(name)) await removeOlder(join(folder, name), readWithin)
    },
  }
}

/** Asks whether the bucket is there and may be used. Throws BucketFault. */
export async function reachBucket(bucket: Bucket): Promise<void> {
  const answer = await client(bucket)('HEAD', '')
  if (!answer.ok) throw refused(bucket, answer)
}
