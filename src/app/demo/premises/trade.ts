/** What is told of a kind of place in the demonstration: its words, its size, and what follows from the size. */
import type { Registration } from './numbers.ts'

type Share = number
export interface Trade {
  /** What stands on the sign behind a name. */
  readonly words: string
  /** As a firm it is called so; without it there are no firms. */
  readonly firm?: string
  readonly registered: Registration | 'none'
  /** Square metres: median, and the deviation of the logarithm. */
  readonly area: readonly [median: number, spread: number]
  /** How many square metres there are for each. */
  readonly per?: Readonly<Partial<Record<Count, number>>>
  /** How many of them have children or patients who sleep there. */
  readonly boarding?: Share
  readonly tags?: Readonly<Record<string, Share>>
  /** How many cook or heat with bottled gas, and how many with gas from the pipe. */
  readonly bottled?: Share
  readonly piped?: Share
  readonly goods?: string
}
export type Count = 'staff' | 'rooms' | 'beds' | 'diners' | 'pupils' | 'tenants'
