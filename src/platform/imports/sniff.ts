/** Tells by a file's first bytes what it is, so that a wrong name misleads nobody. */
import { FileFault, fileWord } from './faults.ts'

type Look = Parameters<typeof fileWord>[0]

const signatures: readonly (readonly [signature: string, look: Look])[] = [
  ['%PDF', 'pdf'],
  ['{\\rtf', 'rtf'],
  ['\x89PNG', 'image'],
  ['\xff\xd8\xff', 'image'],
  ['GIF8', 'image'],
  ['\x1f\x8b', 'zip'],
  ['Rar!', 'zip'],
  ['7z\xbc\xaf', 'zip'],
]

/** Whether the bytes are an archive, which a workbook is. Throws a FileFault for what is known to be no table. */
export function isArchive(head: Buffer): boolean {
  const start = head.toString('latin1', 0, 8)
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return true
  // Old binary workbooks, and new ones with a password, both stand in this container.
  if (start.startsWith('\xd0\xcf\x11\xe0')) throw new FileFault('encrypted')
  const known = signatures.find(([signature]) => start.startsWith(signature))
  if (known) throw new FileFault('not-a-table', { what: fileWord(known[1]) })
  const marked = start.startsWith('\xff\xfe') || start.startsWith('\xfe\xff')
  if (!marked) refuseBinary(head)
  return false
}

/** A stray NUL is one row's fault; many are another encoding or no text at all. */
function refuseBinary(head: Buffer) {
  let even = 0
  let odd = 0
  for (let i = 0; i < head.length; i++) {
    if (head[i] !== 0) continue
    if (i % 2) odd++
    else even++
  }
  if (even + odd <= head.length / 20) return
  // UTF-16 without a mark: nearly all NULs stand on one side.
  if (even * 20 < odd || odd * 20 < even) throw new FileFault('encoding', { line: 1 })
  throw new FileFault('not-a-table', { what: fileWord('binary') })
}

/** Whether the text is JSON Lines. Throws a FileFault for marked-up text and whole JSON documents. */
export function isJsonLines(text: string): boolean {
  const start = text.slice(0, 2000).trimStart().toLowerCase()
  if (/^<(!doctype html|html|table|meta|head|body)\b/.test(start) || /^<\?xml.*<html\b/s.test(start))
    throw new FileFault('not-a-table', { what: fileWord('html') })
  if (/^<[?!a-z]/.test(start)) throw new FileFault('not-a-table', { what: fileWord('xml') })
  if (/^\[\s*\{/.test(start)) throw new FileFault('not-a-table', { what: fileWord('json-array') })
  return /^\{\s*("|\}|$)/.test(start)
}
