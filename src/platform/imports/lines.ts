/** Remembers on which line of a file a text stood first, in 24 bytes a text: a million keys are no burden. */

const empty = -1

/** Two hashes of 32 bits each, by different ways: that two texts share both happens in files of billions. */
function hashes(text: string): [number, number] {
  let [a, b] = [0x811c9dc5, 0x9747b28c]
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    a = Math.imul(a ^ code, 0x01000193)
    b = Math.imul(b ^ code, 0x5bd1e995)
    b ^= b >>> 15
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b)
  a = Math.imul(a ^ (a >>> 13), 0xc2b2ae35)
  return [(a ^ (a >>> 16)) >>> 0, b >>> 0]
}

/** A function that takes a text and its line, and gives the line on which the text stood before, if it did. */
export function lineMemory(): (text: string, line: number) => number | undefined {
  let size = 1 << 12
  let count = 0
  let keys = new Uint32Array(size * 2)
  let lines = new Int32Array(size).fill(empty)

  /** The slot of the text, or the free one where it belongs. */
  function slotOf(a: number, b: number): number {
    let slot = a & (size - 1)
    while (lines[slot] !== empty && (keys[slot * 2] !== a || keys[slot * 2 + 1] !== b)) slot = (slot + 1) & (size - 1)
    return slot
  }
  function put(slot: number, a: number, b: number, line: number): void {
    keys[slot * 2] = a
    keys[slot * 2 + 1] = b
    lines[slot] = line
  }
  function grow(): void {
    const [oldKeys, oldLines] = [keys, lines]
    size *= 2
    keys = new Uint32Array(size * 2)
    lines = new Int32Array(size).fill(empty)
    oldLines.forEach((line, slot) => {
      if (line === empty) return
      const [a = 0, b = 0] = [oldKeys[slot * 2], oldKeys[slot * 2 + 1]]
      put(slotOf(a, b), a, b, line)
    })
  }
  return (text, line) => {
    const [a, b] = hashes(text)
    const slot = slotOf(a, b)
    const before = lines[slot]
    if (before !== undefined && before !== empty) return before
    put(slot, a, b, line)
    if (++count > size * 0.6) grow()
    return undefined
  }
}
