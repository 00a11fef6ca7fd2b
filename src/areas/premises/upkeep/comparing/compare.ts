/** Whether a record and the business register say the same of a business: a rule on what both say. */

export const comparedFields = ['name', 'address', 'legalPerson'] as const
export type ComparedField = (typeof comparedFields)[number]

/** What one side says; the keys are the same texts without what people write differently and mean the same. */
export interface Side {
  readonly name: string
  readonly nameKey: string
  readonly address: string
  readonly addressKey: string
  readonly legalPerson: string | null
}

export interface Difference {
  readonly field: ComparedField
  /** Null where the record says nothing. */
  readonly ours: string | null
  readonly theirs: string
}

/** So short a text is part of many addresses. */
const leastAddress = 5
const digit = /\d/

/** 望潮路12号 is a part of 望潮路12号3层, and none of 望潮路112号 or of 望潮路12号's neighbour 望潮路1号. */
function isPartOf(part: string, whole: string): boolean {
  const at = whole.indexOf(part)
  if (at < 0 || part.length < leastAddress || !digit.test(part)) return false
  const before = digit.test(part.charAt(0)) && digit.test(whole.charAt(at - 1))
  const after = digit.test(part.charAt(part.length - 1)) && digit.test(whole.charAt(at + part.length))
  return !before && !after
}

/** One of two may say more than the other: a floor, a building, the names of what lies around. */
export const sameAddress = (a: string, b: string): boolean => a === b || isPartOf(a, b) || isPartOf(b, a)

const plain = (name: string) => name.normalize('NFKC').replace(/\s/g, '')

/**
 * The fields of which the business register says something else, with those that the record lacks. What is only lacking
 * is no difference: without a contradiction there are none at all.
 */
export function differencesOf(ours: Side, theirs: Side): Difference[] {
  const found: Difference[] = []
  if (theirs.nameKey !== '' && ours.nameKey !== theirs.nameKey)
    found.push({ field: 'name', ours: ours.name, theirs: theirs.name })
  if (theirs.addressKey !== '' && !sameAddress(ours.addressKey, theirs.addressKey))
    found.push({ field: 'address', ours: ours.address || null, theirs: theirs.address })
  if (theirs.legalPerson !== null && plain(ours.legalPerson ?? '') !== plain(theirs.legalPerson))
    found.push({ field: 'legalPerson', ours: ours.legalPerson || null, theirs: theirs.legalPerson })
  return found.some((difference) => difference.ours !== null) ? found : []
}
