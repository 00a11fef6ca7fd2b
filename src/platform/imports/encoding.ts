/** Finds the encoding of a text file by reading all of it, and decodes it without ever guessing a character. */
import { isUtf8 } from 'node:buffer'
import { createReadStream } from 'node:fs'
import { StringDecoder } from 'node:string_decoder'
import { FileFault, fileWord } from './faults.ts'

const chunkBytes = 256 * 1024
const bytesOf = (path: string): AsyncIterable<Buffer> => createReadStream(path, { highWaterMark: chunkBytes })

/** How many bytes at the end of the chunk begin a UTF-8 character that it does not finish. */
function unfinished(chunk: Buffer): number {
  for (let back = 1; back <= Math.min(3, chunk.length); back++) {
    const byte = chunk[chunk.length - back] as number
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0
  }
  return 0
}

const newlines = (chunk: Buffer): number => {
  let n = 0
  for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) n++
  return n
}

type Utf8 = 'valid' | { readonly line: number; readonly cut: boolean }

/** Whether all of the file is UTF-8, and else on which line it ceases to be. */
async function checkUtf8(path: string): Promise<Utf8> {
  let rest = Buffer.alloc(0)
  let line = 1
  for await (const read of bytesOf(path)) {
    const chunk = rest.length ? Buffer.concat([rest, read]) : read
    const whole = chunk.subarray(0, chunk.length - unfinished(chunk))
    if (!isUtf8(whole)) {
      let from = 0
      for (let to = whole.indexOf(10); to !== -1 && isUtf8(whole.subarray(from, to)); to = whole.indexOf(10, from)) {
        from = to + 1
        line++
      }
      return { line, cut: false }
    }
    line += newlines(whole)
    rest = Buffer.from(chunk.subarray(whole.length))
  }
  return rest.length ? { line, cut: true } : 'valid'
}

/** Whether the file decodes under the label without a single fault. */
async function decodes(path: string, label: string): Promise<boolean> {
  const decoder = new TextDecoder(label, { fatal: true })
  try {
    for await (const chunk of bytesOf(path)) decoder.decode(chunk, { stream: true })
    decoder.decode()
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

/** Whether a file that is not quite UTF-8 is so nearly it that reading it as anything else would make nonsense. */
async function mostlyUtf8(path: string): Promise<boolean> {
  const decoder = new StringDecoder('utf8')
  let good = 0
  let bad = 0
  for await (const chunk of bytesOf(path)) {
    const text = decoder.write(chunk)
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      if (code === 0xfffd) bad++
      else if (code >= 0x80) good++
    }
  }
  return good > 20 * bad
}

const marks: readonly (readonly [label: string, mark: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/** The label of the named encoding as the platform knows it. */
function labelOf(name: string): string {
  try {
    return new TextDecoder(name).encoding
  } catch {
    throw new FileFault('encoding-unknown', { encoding: name })
  }
}

/**
 * The encoding of a whole file: the one named, the one its byte order mark tells, UTF-8 where every byte agrees, else
 * GB18030 (of which GBK is part).
 */
export async function detectEncoding(path: string, head: Buffer, named?: string): Promise<string> {
  if (named !== undefined) {
    const label = labelOf(named)
    if (await decodes(path, label)) return label
    throw new FileFault('encoding-named', { encoding: named })
  }
  const marked = marks.find(([, mark]) => mark.every((byte, i) => head[i] === byte))
  if (marked && marked[0] !== 'utf-8') {
    if (await decodes(path, marked[0])) return marked[0]
    throw new FileFault('truncated', { where: fileWord('cut-character') })
  }
  const utf8 = await checkUtf8(path)
  if (utf8 === 'valid') return 'utf-8'
  const mostly = await mostlyUtf8(path)
  if ((marked || mostly) && utf8.cut) throw new FileFault('truncated', { where: fileWord('cut-character') })
  if (mostly) throw new FileFault('damaged', { where: fileWord('bad-character', { line: utf8.line }) })
  if (marked) throw new FileFault('damaged', { where: fileWord('other-encoding', { line: utf8.line }) })
  if (await decodes(path, 'gb18030')) return 'gb18030'
  throw new FileFault('encoding', { line: utf8.line })
}

/** The text of a file that is known to be in the encoding, without its byte order mark. `consumed` hears of each chunk. */
export async function* decode(path: string, label: string, consumed: (bytes: number) => void): AsyncGenerator<string> {
  // StringDecoder is several times as fast as a streaming TextDecoder, and as strict once the file has been checked.
  const utf8 = label === 'utf-8' ? new StringDecoder('utf8') : undefined
  const other = new TextDecoder(label, { ignoreBOM: true })
  let first = true
  for await (const chunk of bytesOf(path)) {
    let text = utf8 ? utf8.write(chunk) : other.decode(chunk, { stream: true })
    if (first && text !== '') {
      first = false
      if (text.charCodeAt(0) === 0xfeff) text = text.slice(1)
    }
    consumed(chunk.length)
    if (text !== '') yield text
  }
}
