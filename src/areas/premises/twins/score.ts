/** How much speaks for two records being one and the same: a rule. */

/** In the order in which they are told. */
export const groundKeys = ['uscc', 'name', 'similar', 'address', 'phone', 'near'] as const
export type TwinGround = (typeof groundKeys)[number]

/** What two records have in common, as far as it is known. */
export interface Likeness {
  readonly sameCode: boolean
  /** Both have a code, and not the same. */
  readonly otherCode: boolean
  readonly sameName: boolean
  /** Of how the names sound, 0 to 1. */
  readonly similarity: number
  /** One name holds the other, and that one says something. */
  readonly contained: boolean
  /** Both names have numbers, and not the same: building 2 and building 5. */
  readonly otherNumber: boolean
  readonly sameAddress: boolean
  readonly sameCommunity: boolean
  readonly samePhone: boolean
  readonly metres: number | null
}

/** Across the road it may be the same place; at arm's length it is. */
export const nearMetres = 300
export const veryNearMetres = 40
const alike = 0.5
const veryAlike = 0.6

const weights: Readonly<Record<TwinGround, number>> = {
  uscc: 0.8,
  name: 0.6,
  similar: 0.35,
  address: 0.5,
  phone: 0.45,
  near: 0.4,
}
/** Near, but not next to it. */
const roughly = 0.2
/** Two codes are two businesses: one followed the other in the same place, or one code is wrong. */
const despiteCodes = 0.5

const within = (metres: number | null, most: number) => metres !== null && metres <= most

/** A number in a name, in either writing, tells one of several that are called alike. */
const numbersIn = (name: string) => name.match(/[0-9]+|[零〇一二三四五六七八九十百]+/g) ?? []

/** Whether both names have numbers, and not the same. */
export function haveOtherNumbers(one: string, other: string): boolean {
  const [a, b] = [numbersIn(one), numbersIn(other)]
  return a.length > 0 && b.length > 0 && a.join() !== b.join()
}

const isSimilar = ({ sameName, contained, similarity, otherNumber }: Likeness) =>
  sameName || (!otherNumber && (contained || similarity >= alike))

/** In one place, by the points where both are known, else by the community. */
const inOnePlace = ({ sameAddress, sameCommunity, metres }: Likeness) =>
  sameAddress || (metres === null ? sameCommunity : metres <= nearMetres)

/**
 * Whether anything at all speaks for it: a name alone does not, nor does an address that many share. Two companies in one
 * office building are called alike and have each a code: of those only a phone or the whole name tells more.
 */
export function mayBeOne(likeness: Likeness): boolean {
  const { sameCode, otherCode, sameName, similarity, sameAddress, samePhone, metres } = likeness
  if (sameCode) return true
  if (sameName && inOnePlace(likeness)) return true
  if (!isSimilar(likeness)) return false
  if (samePhone) return true
  return !otherCode && (sameAddress || (within(metres, veryNearMetres) && similarity >= veryAlike))
}

const isGround: Readonly<Record<TwinGround, (likeness: Likeness) => boolean>> = {
  uscc: ({ sameCode }) => sameCode,
  name: ({ sameName }) => sameName,
  similar: (likeness) => !likeness.sameName && isSimilar(likeness),
  address: ({ sameAddress }) => sameAddress,
  phone: ({ samePhone }) => samePhone,
  near: ({ metres }) => within(metres, nearMetres),
}

/** The grounds, and how sure they make it: each takes its part of the doubt that the others left. */
export function scoreOf(likeness: Likeness): { grounds: TwinGround[]; score: number } {
  const grounds = groundKeys.filter((ground) => isGround[ground](likeness))
  const weightOf = (ground: TwinGround) =>
    ground === 'near' && !within(likeness.metres, veryNearMetres) ? roughly : weights[ground]
  const doubt = grounds.reduce((left, ground) => left * (1 - weightOf(ground)), 1)
  const score = (1 - doubt) * (likeness.otherCode ? despiteCodes : 1)
  return { grounds, score: Math.round(score * 1000) / 1000 }
}
