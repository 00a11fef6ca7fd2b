/** What is being typed of a record, and how it is laid upon a newer record. */
import { relationKeys, relations } from '../../../checks.ts'
import {
  type Contacts,
  type Form,
  factsOf,
  noContacts,
  noFacts,
  type Premises,
  PremisesFacts,
} from '../../../record-contract.ts'

export type Facts = PremisesFacts
export interface Draft {
  readonly facts: Facts
  /** Asked for on entry alone: later they change by an act of their own. */
  readonly contacts: Contacts
  /** The record as it was when the person began; none where one is entered. */
  readonly base: Premises | null
  readonly reason: string
}

const factKeys = Object.keys(PremisesFacts.shape) as (keyof Facts)[]

export const blankDraft = (form: Form): Draft => ({
  facts: { ...noFacts, form, name: '' },
  contacts: noContacts,
  base: null,
  reason: '',
})

export const draftOf = (premises: Premises): Draft => ({
  facts: factsOf(premises),
  contacts: noContacts,
  base: premises,
  reason: '',
})

/** What a record of another form cannot have goes with the form. */
export const inForm = (form: Form): Partial<Facts> => ({
  form,
  ...(form === 'unit' ? {} : { kind: null }),
  ...Object.fromEntries(
    relationKeys
      .filter((relation) => !(relations[relation].of as readonly Form[]).includes(form))
      .map((relation) => [relation, null]),
  ),
})

/** As it is sent: texts without blanks around, empty ones unknown, rows without a kind left out. */
export function settledFacts(facts: Facts): Facts {
  const trimmed = Object.fromEntries(
    factKeys.map((key) => {
      const value = facts[key]
      if (typeof value !== 'string') return [key, value]
      const text = value.trim()
      return [key, text === '' && key !== 'name' && key !== 'address' ? null : text]
    }),
  )
  return {
    ...facts,
    ...trimmed,
    facilities: facts.facilities.filter(({ kind }) => kind !== ''),
    papers: facts.papers.filter(({ kind }) => kind !== ''),
  }
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

export const changedKeys = (from: Facts, to: Facts): (keyof Facts)[] =>
  factKeys.filter((key) => !same(from[key], to[key]))

/** The person's own changes upon the newest record. */
export function rebased(draft: Draft, newest: Premises): Draft {
  const own = draft.base ? changedKeys(factsOf(draft.base), draft.facts) : factKeys
  const kept = Object.fromEntries(own.map((key) => [key, draft.facts[key]]))
  return { ...draft, facts: { ...factsOf(newest), ...kept }, base: newest }
}

/** Under which name a draft is kept. */
export const draftName = (id: string | undefined) => `premises.${id ?? 'new'}`

/** Whether there is anything to keep. */
export const touched = (begin: Draft, now: Draft): boolean => !same({ ...now, base: null }, { ...begin, base: null })
