/** The parts of a zipped workbook, unpacked as streams under a cap, so that a zip bomb is refused and not unpacked. */
import { type FileHandle, open } from 'node:fs/promises'
import { pipeline, Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import { FileFault, fileWord } from './faults.ts'
import { sizeWords } from './limits.ts'

export interface Archive {
  readonly names: readonly string[]
  has(name: string): boolean
  /** The unpacked bytes of a part. Throws a FileFault where it is damaged, locked, or too much for the cap. */
  unpack(name: string, most?: number): AsyncGenerator<Buffer>
  close(): Promise<void>
}

const damaged = (part: string, cause?: unknown) =>
  new FileFault('damaged', { where: fileWord('zip-part', { part }) }, { cause })

async function readExactly(file: FileHandle, size: number, start: number, end: number): Promise<Buffer> {
  if (!(start >= 0 && start <= end && end <= size)) throw new RangeError('beyond the file')
  const bytes = Buffer.alloc(end - start)
  const { bytesRead } = await file.read(bytes, 0, bytes.length, start)
  if (bytesRead !== bytes.length) throw new RangeError('the file has shrunk')
  return bytes
}

/**
 * Opens an archive. `mostUnpacked` caps what all parts together may unpack to: it counts the bytes that come out, since
 * the sizes that an archive states of itself may lie. `consumed` hears of the packed bytes as they are read.
 */
export async function openArchive(
  path: string,
  mostUnpacked: number,
  consumed: (bytes: number) => void = () => {},
): Promise<Archive> {
  // Loading the library takes a fifth of a second, which only those pay who open a workbook.
  const { RemoteZipReader } = await import('@cj-tech-master/excelts/archive')
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const zip = await RemoteZipReader.fromReader({ size, read: (from, to) => readExactly(file, size, from, to) })
    let unpacked = 0

    async function* unpack(name: string, most = mostUnpacked): AsyncGenerator<Buffer> {
      const entry = zip.getEntry(name)
      if (!entry) throw new FileFault('damaged', { where: fileWord('zip-missing', { part: name }) })
      if (entry.isEncrypted) throw new FileFault('encrypted')
      const before = unpacked
      let sum = 0
      try {
        for await (const chunk of inflated(
          zip.getRawCompressedStream(entry, { chunkSize: 256 * 1024 }),
          entry.compressionMethod,
        )) {
          unpacked += chunk.length
          if (unpacked > mostUnpacked || unpacked - before > most)
            throw new FileFault('unpacked-too-large', { limit: sizeWords(Math.min(most, mostUnpacked)) })
          sum = crc32(chunk, sum)
          yield chunk
        }
        if (sum !== entry.crc32) throw new RangeError('checksum')
      } catch (error) {
        throw error instanceof FileFault ? error : damaged(name, error)
      }
    }
    async function* counted(packed: AsyncIterable<Uint8Array> | null): AsyncGenerator<Uint8Array> {
      for await (const chunk of packed ?? []) {
        consumed(chunk.length)
        yield chunk
      }
    }
    function inflated(packed: AsyncIterable<Uint8Array> | null, method: number): AsyncIterable<Buffer> {
      const source = Readable.from(counted(packed), { objectMode: false })
      if (method === 0) return source
      if (method !== 8) throw new RangeError(`compression method ${method}`)
      // An error reaches the reader through the stream that it reads; the callback only keeps it from being thrown too.
      return pipeline(source, createInflateRaw({ chunkSize: 128 * 1024 }), () => {})
    }
    return { names: zip.listFiles(), has: (name) => zip.hasEntry(name), unpack, close: () => file.close() }
  } catch (error) {
    await file.close()
    throw new FileFault('truncated', { where: fileWord('zipped') }, { cause: error })
  }
}
