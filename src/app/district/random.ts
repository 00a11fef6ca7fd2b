/** Chance from a seed: the same seed gives the same numbers, and each named stream its own. Never for secrets. */

export interface Random {
  /** 0 ≤ n < 1 */
  next(): number
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number
  pick<T>(from: readonly T[]): T
  /** A key of the table, by its weight. */
  weighted<K extends string>(weights: Readonly<Partial<Record<K, number>>>): K
  /** From a normal distribution. */
  normal(mean: number, deviation: number): number
  /** From a log-normal distribution with that median; `spread` is the deviation of the logarithm. */
  around(median: number, spread: number): number
  /** How often a rare thing happens where it happens `mean` times on average. */
  poisson(mean: number): number
  chance(share: number): boolean
  stream(name: string): Random
}

/** FNV-1a, with a stir at the end so that near names lie far apart. */
function hash(text: string): number {
  let h = 0x811c9dc5
  for (const char of text) h = Math.imul(h ^ (char.codePointAt(0) ?? 0), 0x01000193)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  return (h ^ (h >>> 13)) >>> 0
}

/** The small fast counter generator (sfc32): 128 bits of state, good enough for a picture of a district. */
export function random(seed: string): Random {
  let [a, b, c, counter] = [hash(`${seed}/a`), hash(`${seed}/b`), hash(`${seed}/c`), 1]
  function next(): number {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    return (sum >>> 0) / 4_294_967_296
  }
  for (let i = 0; i < 12; i++) next()
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  const normal = (mean: number, deviation: number) =>
    mean + deviation * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  return {
    next,
    between,
    normal,
    around: (median, spread) => median * Math.exp(normal(0, spread)),
    chance: (share) => next() < share,
    pick(from) {
      const chosen = from[between(0, from.length - 1)]
      if (chosen === undefined) throw new Error('nothing to pick from')
      return chosen
    },
    weighted<K extends string>(weights: Readonly<Partial<Record<K, number>>>): K {
      const entries = Object.entries(weights) as [K, number][]
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [key, weight] of entries) {
        left -= weight
        if (left < 0) return key
      }
      const last = entries.at(-1)
      if (!last) throw new Error('no weights')
      return last[0]
    },
    poisson(mean) {
      const limit = Math.exp(-mean)
      let n = 0
      for (let p = next(); p > limit; p *= next()) n++
      return n
    },
    stream: (name) => random(`${seed}/${name}`),
  }
}
