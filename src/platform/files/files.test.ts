/** Kept files: on a disk, and in a bucket of a server that speaks S3 and checks each signature. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { afterAll, describe, expect, it } from 'vitest'
import type { Bucket } from '../config.ts'
import { BucketFault, bucketStore, reachBucket } from './bucket.ts'
import { FileLost, type FileStore } from './files.ts'
import { folderStore, keyOf } from './folder.ts'

const home = mkdtempSync(join(tmpdir(), 'shouwang-files-'))
const objects = join(home, 'objects')
let server: ChildProcess | undefined
afterAll(() => {
  server?.kill()
  rmSync(home, { recursive: true, force: true })
})

/** A server in a process of its own, which knows one pair of keys and says its port. */
async function serveBuckets(): Promise<Bucket> {
  const program = `
    const Server = require('@20minutes/s3rver')
    const options = { port: 0, address: '127.0.0.1', silent: true, configureBuckets: [{ name: 'kept' }] }
    new Server({ ...options, directory: process.argv[1] }).run().then(({ port }) => console.log(port))`
  mkdirSync(objects)
  server = spawn(process.execPath, ['-e', program, objects], { stdio: ['ignore', 'pipe', 'inherit'] })
  if (!server.stdout) throw new Error('the server says nothing')
  const [port] = await once(createInterface(server.stdout), 'line')
  return {
    endpoint: `http://127.0.0.1:${port}`,
    region: 'us-east-1',
    name: 'kept',
    accessKey: 'S3RVER',
    secretKey: 'S3RVER',
  }
}

const bucket = await serveBuckets()
const digest = (text: string) => createHash('sha256').update(text).digest('hex')
const stream = (text: string) => Readable.from([Buffer.from(text)])
const folder = (name: string) => join(home, name)
const aDayAgo = new Date(Date.now() - 25 * 3_600_000)

const stores: readonly (readonly [name: string, open: (folder: string) => FileStore])[] = [
  ['on a disk', folderStore],
  ['in a bucket', (path) => bucketStore(bucket, path)],
]

describe.each(stores)('a file kept %s', (name, open) => {
  const path = folder(name)
  const store = open(path)

  it('is named by what it holds, and comes back', async () => {
    const text = `警情编号,接警时间\n${'1,2\n'.repeat(100_000)}`
    expect(await store.put(stream(text))).toEqual({ sha256: digest(text), bytes: Buffer.byteLength(text) })
    expect(await readFile(await store.local(digest(text)), 'utf8')).toBe(text)
  })
  it('is one, however often it comes, and even at once', async () => {
    await Promise.all([store.put(stream('twice')), store.put(stream('twice')), store.put(stream('twice'))])
    expect(await readFile(await store.local(digest('twice')), 'utf8')).toBe('twice')
    expect(readdirSync(join(path, 'incoming'))).toEqual([])
  })
  it('may be empty', async () => {
    expect(await store.put(stream(''))).toEqual({ sha256: digest(''), bytes: 0 })
    expect(await readFile(await store.local(digest('')), 'utf8')).toBe('')
  })
  it('that breaks off leaves nothing', async () => {
    async function* broken() {
      yield Buffer.from('half')
      throw new Error('the connection broke')
    }
    await expect(store.put(broken())).rejects.toThrow('the connection broke')
    expect(readdirSync(join(path, 'incoming'))).toEqual([])
    await expect(store.local(digest('half'))).rejects.toThrow(FileLost)
  })
  it('that never came is lost, and said to be', () =>
    expect(store.local(digest('never'))).rejects.toThrow(/文件丢失或损坏，请从备份恢复/))
  it('half received before a crash is swept away a day later', async () => {
    const left = join(path, 'incoming', 'left')
    const fresh = join(path, 'incoming', 'fresh')
    for (const file of [left, fresh]) writeFileSync(file, 'half')
    utimesSync(left, aDayAgo, aDayAgo)
    await store.sweep()
    expect([existsSync(left), existsSync(fresh)]).toEqual([false, true])
    rmSync(fresh)
  })
})

describe('a bucket', () => {
  it('serves another machine, which keeps a copy for as long as it reads it', async () => {
    await bucketStore(bucket, folder('one')).put(stream('shared'))
    const other = folder('other')
    const store = bucketStore(bucket, other)
    const copy = await store.local(digest('shared'))
    expect(await readFile(copy, 'utf8')).toBe('shared')
    await store.sweep()
    expect(existsSync(copy)).toBe(true)
    utimesSync(copy, aDayAgo, aDayAgo)
    await store.sweep()
    expect(existsSync(copy)).toBe(false)
    expect(await readFile(await store.local(digest('shared')), 'utf8')).toBe('shared')
  })
  it('whose object was changed behind its back is not believed', async () => {
    await bucketStore(bucket, folder('one')).put(stream('true'))
    expect(await putOther(keyOf(digest('true')), 'false')).toBe(200)
    await expect(bucketStore(bucket, folder('third')).local(digest('true'))).rejects.toThrow(FileLost)
  })
  it('that can be used is passed over in silence', () => expect(reachBucket(bucket)).resolves.toBeUndefined())
  it('may stand in the host of its address', async () => {
    const own = { ...bucket, endpoint: 'https://kept.s3.invalid' }
    await expect(reachBucket(own)).rejects.toThrow(/kept\.s3\.invalid, kept\): 连接不上/)
  })
  it.each([
    ['without such a bucket', { name: 'nowhere' }, '没有这个存储桶 no such bucket'],
    ['with a wrong secret', { secretKey: 'no-such-secret' }, '密钥不对或无权访问'],
    ['with an unknown key', { accessKey: 'no-such-key' }, '密钥不对或无权访问'],
    ['where nothing listens', { endpoint: 'http://127.0.0.1:2' }, '连接不上 no connection'],
  ])('%s is refused in words, without the keys', async (_case, part, words) => {
    const fault: unknown = await reachBucket({ ...bucket, ...part }).catch((error: unknown) => error)
    expect(fault).toBeInstanceOf(BucketFault)
    expect(String(fault)).toContain(words)
    expect(String(fault)).not.toMatch(/S3RVER|no-such/)
  })
})

/** Puts other bytes under a key, as somebody with the keys might. */
async function putOther(key: string, text: string): Promise<number> {
  const { AwsClient } = await import('aws4fetch')
  const { accessKey, secretKey, region, endpoint, name } = bucket
  const aws = new AwsClient({ accessKeyId: accessKey, secretAccessKey: secretKey, region, service: 's3' })
  return (await aws.fetch(`${endpoint}/${name}/${key}`, { method: 'PUT', body: text })).status
}
