/** Where a business probably lies, told from its address and from what the register knows of the same road: a rule. */

/** What told it: the community's name in the address, the same house number, or the road as a whole. */
export const guessKeys = ['community', 'number', 'road'] as const
export type GuessedBy = (typeof guessKeys)[number]

export interface Guess {
  readonly community: string | null
  readonly station: string | null
  readonly locatedBy: GuessedBy | null
}
const nowhere: Guess = { community: null, station: null, locatedBy: null }

/** So many records of one address lie in this community and station. */
export interface Lying {
  readonly addressKey: string
  readonly community: string | null
  readonly station: string | null
  readonly n: number
}
interface Named {
  readonly id: string
  /** Folded. */
  readonly name: string
  readonly station: string | null
}

const beforeRoad = /^.*(?:街道|社区|镇|乡)/
const roadAndNumber = /^(\D{1,12}?(?:大道|路|街|巷|弄|胡同|里))(\d+)?/

/** 望潮路12号3层 → 望潮路 and 12. Undefined where an address names no road. */
export function roadOf(addressKey: string): { road: string; number: string | undefined } | undefined {
  const found = roadAndNumber.exec(addressKey.replace(beforeRoad, ''))
  return found?.[1] ? { road: found[1], number: found[2] } : undefined
}

/** Nearly all agree: a border is crossed by few, and some records are wrong. */
const agreement = 0.9

/** How many lie in which community and station. */
type Sum = Omit<Lying, 'addressKey'>

/** The value that nearly all of them have. */
function agreed(all: readonly Sum[], of: (one: Sum) => string | null): string | null {
  const sums = new Map<string | null, number>()
  for (const one of all) sums.set(of(one), (sums.get(of(one)) ?? 0) + one.n)
  const total = all.reduce((sum, { n }) => sum + n, 0)
  const [most] = [...sums].sort((a, b) => b[1] - a[1])
  return most && most[1] >= total * agreement ? most[0] : null
}

/** A function from an address to where it lies; nowhere where nothing tells it for sure enough. */
export async function guesser(communities: readonly Named[], known: AsyncIterable<Lying> | Iterable<Lying>) {
  // A road has a thousand addresses and lies in two communities.
  const byRoad = new Map<string, Sum[]>()
  const byNumber = new Map<string, Sum[]>()
  const put = (map: Map<string, Sum[]>, key: string, { community, station, n }: Lying) => {
    const sums = map.get(key) ?? []
    map.set(key, sums)
    const at = sums.findIndex((sum) => sum.community === community && sum.station === station)
    sums.splice(at, at < 0 ? 0 : 1, { community, station, n: n + (sums[at]?.n ?? 0) })
  }
  for await (const one of known) {
    const at = roadOf(one.addressKey)
    if (!at) continue
    put(byRoad, at.road, one)
    if (at.number) put(byNumber, `${at.road}${at.number}`, one)
  }
  const longestFirst = [...communities].sort((a, b) => b.name.length - a.name.length)

  function among(all: readonly Sum[] | undefined, locatedBy: GuessedBy): Guess {
    if (!all) return nowhere
    const community = agreed(all, (one) => one.community)
    const station = agreed(all, (one) => one.station)
    return community === null && station === null ? nowhere : { community, station, locatedBy }
  }

  return (addressKey: string): Guess => {
    const named = longestFirst.find(({ name }) => name.length > 1 && addressKey.includes(name))
    if (named) return { community: named.id, station: named.station, locatedBy: 'community' }
    const at = roadOf(addressKey)
    if (!at) return nowhere
    const house = at.number ? among(byNumber.get(`${at.road}${at.number}`), 'number') : nowhere
    return house.locatedBy ? house : among(byRoad.get(at.road), 'road')
  }
}
