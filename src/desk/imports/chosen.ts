/** Which of the changes that a trial lists are ticked: the list comes by pages, so most of it may never have been seen. */
import type { Approval } from '../../kernel/import-contract.ts'

export interface Chosen {
  /** Whether those that were not touched are ticked. */
  readonly others: boolean
  /** Records that are ticked where the others are not, or the reverse. */
  readonly turned: readonly string[]
}

export const everything: Chosen = { others: true, turned: [] }
export const nothing: Chosen = { others: false, turned: [] }

export const isChosen = ({ others, turned }: Chosen, id: string): boolean => turned.includes(id) !== others

export const withTurned = ({ others, turned }: Chosen, id: string): Chosen => ({
  others,
  turned: turned.includes(id) ? turned.filter((one) => one !== id) : [...turned, id],
})

export const countOf = ({ others, turned }: Chosen, total: number): number =>
  others ? total - turned.length : turned.length

export const approvalOf = ({ others, turned }: Chosen): Approval =>
  others ? { except: [...turned] } : { except: [], only: [...turned] }
