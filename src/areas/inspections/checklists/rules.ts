/** Checklists by rule: which edition holds, which items a place is asked, and what is unsound in a list of items. */
import type { Acts } from '../../../kernel/lifecycle.ts'
import type { Checklist, Item } from './contract.ts'

interface Place {
  readonly form: string
  readonly kind: string | null
}

const belongs = (kind: string | null, kinds: readonly string[]): boolean =>
  kinds.length === 0 || (kind !== null && kinds.some((one) => kind === one || kind.startsWith(`${one}-`)))

/** The items that a place is asked: those of every place, and those of its kind. */
export const itemsFor = ({ items }: Pick<Checklist, 'items'>, { kind }: Place): Item[] =>
  items.filter(({ kinds }) => belongs(kind, kinds))

/** The edition by which a visit to a place goes on a day. */
export const editionFor = (editions: readonly Checklist[], { form }: Place, day: string): Checklist | undefined =>
  editions.find(
    ({ state, forms, from, until }) =>
      state === 'issued' &&
      forms.some((one) => one === form) &&
      from !== null &&
      from <= day &&
      (until === null || day < until),
  )

export interface ItemFault {
  readonly item: string
  readonly rule: string
}

/** What is unsound in the items of a draft: it cannot be put in force so. */
export function itemFaults(
  items: readonly Item[],
  known: { readonly conducts: ReadonlySet<string>; readonly isLaw: (law: string) => boolean },
): ItemFault[] {
  const seen = new Set<string>()
  return items.flatMap(({ code, law, conduct, evidence, unit }): ItemFault[] => {
    const rules: string[] = []
    if (seen.has(code)) rules.push('code-twice')
    seen.add(code)
    if (!known.isLaw(law)) rules.push('unknown-law')
    if (conduct !== null && !known.conducts.has(conduct)) rules.push('unknown-conduct')
    if (evidence === 'measurement' && !unit) rules.push('unit-wanted')
    return rules.map((rule) => ({ item: code, rule }))
  })
}

/** What each act is told. `present` is the first day of the edition in force. */
export interface ChecklistInputs {
  revise: { items: Item[] }
  issue: { from: string; present: string | null; faults: readonly ItemFault[]; reason: string }
  discard: { reason: string }
}

export const checklistActs: Acts<Checklist, ChecklistInputs> = {
  revise: { law: 'house', from: ['draft'], sets: (_list, { items }) => ({ items }) },
  issue: {
    law: 'house',
    from: ['draft'],
    to: 'issued',
    unless: {
      'items-unsound': (_list, { faults }) => faults.length > 0,
      // What visits went by stays what they went by.
      'from-in-the-past': (_list, { from }, at) => from < at.day,
      'from-before-the-present': (_list, { from, present }) => present !== null && from <= present,
    },
    sets: (_list, { from }) => ({ from }),
  },
  discard: { law: 'house', from: ['draft'], to: 'discarded' },
}
