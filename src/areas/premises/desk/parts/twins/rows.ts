/** Two records field by field: what differs, what must be chosen, and what would be left. */
import type { Premises } from '../../../record-contract.ts'
import { isEmpty, listKeys, same, slots } from '../../../twins/fields.ts'
import { type Choices, type Side, together } from '../../../twins/merge.ts'

export type Where = 'one' | 'other'
export type Chosen = Readonly<Record<string, Where>>

/** How the value that is left comes about. 'follows': it goes with another field that was chosen. */
export type Manner = 'same' | 'filled' | 'chosen' | 'followsBody' | 'followsState' | 'united' | 'later' | 'added'

export interface CompareRow {
  /** Of a facility 'facilities.EXT'. */
  readonly field: string
  /** The field by which its values are put in words. */
  readonly named: string
  readonly one: unknown
  readonly other: unknown
  readonly left: unknown
  readonly manner: Manner
}

export const otherSide = (where: Where): Where => (where === 'one' ? 'other' : 'one')

/** As the server takes it: by what is kept and what is dropped. */
export const choicesOf = (chosen: Chosen, keep: Where): Choices =>
  Object.fromEntries(
    Object.entries(chosen).map(([field, where]): [string, Side] => [field, where === keep ? 'keep' : 'drop']),
  )

/** The record that would be left; what nobody chose yet is as in the one that is kept. */
export const preview = (pair: Readonly<Record<Where, Premises>>, chosen: Chosen, keep: Where): Premises =>
  together(pair[keep], pair[otherSide(keep)], choicesOf(chosen, keep))

const ofKind = ({ facilities }: Premises, kind: string) => facilities.filter((one) => one.kind === kind)

export function rowsOf(one: Premises, other: Premises, left: Premises, conflicts: readonly string[]): CompareRow[] {
  const single = slots.map(({ field, of, goesWith }): CompareRow => {
    const leader = goesWith?.(one, other)
    const follows = leader === 'state' ? 'followsState' : 'followsBody'
    const plain = same(of(one), of(other)) ? 'same' : 'filled'
    const manner = conflicts.includes(field) ? 'chosen' : leader ? follows : plain
    return { field, named: field, one: of(one), other: of(other), left: of(left), manner }
  })
  const lists = listKeys.map((field): CompareRow => {
    const manner = same(one[field], other[field]) ? 'same' : 'united'
    return { field, named: field, one: one[field], other: other[field], left: left[field], manner }
  })
  const kinds = [...new Set(left.facilities.map(({ kind }) => kind))]
  const facilities = kinds.map((kind): CompareRow => {
    const [a, b] = [ofKind(one, kind), ofKind(other, kind)]
    const field = `facilities.${kind}`
    const manner = conflicts.includes(field) ? 'chosen' : same(a, b) ? 'same' : 'united'
    return { field, named: 'facilities', one: a, other: b, left: ofKind(left, kind), manner }
  })
  const sums: CompareRow[] = [
    {
      field: 'lastInspectedOn',
      named: 'lastInspectedOn',
      one: one.lastInspectedOn,
      other: other.lastInspectedOn,
      left: left.lastInspectedOn,
      manner: same(one.lastInspectedOn, other.lastInspectedOn) ? 'same' : 'later',
    },
    {
      field: 'openHazards',
      named: 'openHazards',
      one: one.openHazards,
      other: other.openHazards,
      left: left.openHazards,
      manner: one.openHazards === 0 && other.openHazards === 0 ? 'same' : 'added',
    },
  ]
  return [...single, ...lists, ...facilities, ...sums].filter((row) => !isNothing(row.one) || !isNothing(row.other))
}

/** Neither side says anything: no line is spent on it. */
const isNothing = (value: unknown): boolean => isEmpty(value) || (Array.isArray(value) && value.length === 0)

/** What contradicts comes first, then what else differs, then what is the same. */
export function inOrder(rows: readonly CompareRow[]): CompareRow[] {
  const rank = ({ manner }: CompareRow) => (manner === 'chosen' ? 0 : manner === 'same' ? 2 : 1)
  return rows.toSorted((a, b) => rank(a) - rank(b))
}
