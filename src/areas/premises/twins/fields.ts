/** The fields of a record as a merge and its undoing take them: one by one. */
import { type Contacts, contactKeys, type Premises, useFields } from '../record-contract.ts'

/** Fields of which the merged record has one value; those of its people have a place of their own. */
const plainKeys = [
  'kind',
  'name',
  'uscc',
  'operatorIdTail',
  'address',
  'community',
  'grid',
  'building',
  'estate',
  'company',
  'committee',
  'fireRating',
  ...useFields,
  'supervisor',
  'state',
] as const satisfies readonly (keyof Premises)[]

export interface Slot {
  readonly field: string
  readonly of: (premises: Premises) => unknown
  /** The record with another's value here. */
  readonly taken: (premises: Premises, from: Premises) => Premises
  /** The field that differs between these two and with which it goes: it is no question by itself then. */
  readonly goesWith?: (one: Premises, other: Premises) => string | undefined
}

const plain = (field: keyof Premises): Slot => ({
  field,
  of: (premises) => premises[field],
  taken: (premises, from) => ({ ...premises, [field]: from[field] }),
})
const contact = (field: keyof Contacts): Slot => ({
  field,
  of: ({ contacts }) => contacts[field],
  taken: (premises, { contacts }) => ({ ...premises, contacts: { ...premises.contacts, [field]: contacts[field] } }),
})
const withSupervisor = (one: Premises, other: Premises) =>
  one.supervisor === other.supervisor ? undefined : 'supervisor'
const withState = (one: Premises, other: Premises) => (one.state === other.state ? undefined : 'state')

/** The station that supervises is the record's station: who takes the one takes the other. */
const stationSupervises = ({ supervisor, station }: Premises) => supervisor === station
const withStation = (one: Premises, other: Premises) =>
  stationSupervises(one) || stationSupervises(other) ? withSupervisor(one, other) : undefined

export const slots: readonly Slot[] = [
  ...plainKeys.map(plain),
  {
    field: 'point',
    of: ({ lng, lat }) => (lng === null || lat === null ? null : [lng, lat]),
    taken: (premises, { lng, lat }) => ({ ...premises, lng, lat }),
  },
  { ...plain('station'), goesWith: withStation },
  { ...plain('list'), goesWith: withSupervisor },
  { ...plain('officer'), goesWith: withSupervisor },
  { ...plain('stateSince'), goesWith: withState },
  ...contactKeys.map(contact),
]

/** Lists that are united. Facilities are too, kind by kind. */
export const listKeys = ['tags', 'papers', 'photos'] as const satisfies readonly (keyof Premises)[]

/** The same text whatever order the keys of objects have: the database has an order of its own. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
export const same = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other)
export const isEmpty = (value: unknown): boolean => value === null || value === ''
