/** Which kind of picture a file is, by its first bytes: nothing else is kept or shown. */

const starts: readonly (readonly [kind: string, bytes: readonly (number | null)[]])[] = [
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  // RIFF, four bytes of length, WEBP.
  ['image/webp', [0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50]],
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
]

/** What a browser is told that it is. */
export const pictureTypes: readonly string[] = starts.map(([kind]) => kind)

export const imageKindOf = (first: Uint8Array): string | undefined =>
  starts.find(([, bytes]) => bytes.every((byte, i) => byte === null || first[i] === byte))?.[0]
