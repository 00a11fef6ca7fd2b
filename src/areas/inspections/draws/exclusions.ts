/** Who of a population is not drawn from, and why: the caps and closures that follow by rule, the rest by hand. */

export const exclusionGrounds = ['not-open', 'within-cap', 'by-hand'] as const
export type ExclusionGround = (typeof exclusionGrounds)[number]

/** The same date so many months later; the month's last day where it has no such date. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const index = year * 12 + (month - 1) + months
  const [y, m] = [Math.floor(index / 12), (index % 12) + 1]
  const leap = y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0)
  const last = m === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(m) ? 30 : 31
  return [String(y).padStart(4, '0'), String(m).padStart(2, '0'), String(Math.min(date, last)).padStart(2, '0')].join(
    '-',
  )
}

interface Standing {
  readonly state: string
  readonly lastInspectedOn: string | null
}
interface Cap {
  /** 国办发〔2024〕54号: within so many months nobody is inspected again. Null: no cap. */
  readonly capMonths: number | null
  readonly day: string
}

/** The ground on which an object is excluded by rule. */
export function ruledOut({ state, lastInspectedOn }: Standing, { capMonths, day }: Cap): ExclusionGround | null {
  if (state !== 'open') return 'not-open'
  const capped = capMonths !== null && lastInspectedOn !== null && day < addMonths(lastInspectedOn, capMonths)
  return capped ? 'within-cap' : null
}

interface Decided extends Standing {
  readonly excluded: ExclusionGround | null
  readonly words: string | null
}

/** Whether what was decided of an object agrees with the rule: what is closed stays out, what is capped comes in with words. */
export function agrees(object: Decided, cap: Cap): boolean {
  const { excluded, words } = object
  if (excluded === 'by-hand') return words !== null && object.state === 'open'
  const ruled = ruledOut(object, cap)
  if (excluded !== null) return excluded === ruled && words === null
  return ruled === null ? words === null : ruled === 'within-cap' && words !== null
}

/** An object after somebody said that it is to be drawn from all the same; undefined where nobody can say so. */
export function admitted(object: Standing, words: string, cap: Cap): Pick<Decided, 'excluded' | 'words'> | undefined {
  const ruled = ruledOut(object, cap)
  if (ruled === 'not-open') return undefined
  return { excluded: null, words: ruled === null ? null : words }
}
