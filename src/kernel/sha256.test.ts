import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sha256 } from './sha256.ts'

const known = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

it('gives the digest of the standard’s example', () =>
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'))

it('agrees with the library for every length around a block’s end', () => {
  for (let n = 0; n < 200; n++) expect(sha256('a'.repeat(n))).toBe(known('a'.repeat(n)))
})

it('agrees with the library for any text', () =>
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => sha256(text) === known(text))))
