/** From a row of a file to a record: what the row leaves empty says nothing, and what was known stays. */
import { later } from '../../../kernel/calendar.ts'
import { isMasked } from '../../../kernel/masking.ts'
import type { PremisesRow } from '../import-layout.ts'
import { maskedContacts, plainContacts } from '../people.ts'
import type { Decided, Stored } from '../record.ts'
import {
  type Contacts,
  contactKeys,
  type Facility,
  noFacts,
  type Paper,
  type PremisesFacts,
  useFields,
} from '../record-contract.ts'

/** Fields that a row says as the record holds them. */
const plain = [
  'kind',
  'uscc',
  'operatorIdTail',
  'community',
  'grid',
  'station',
  ...useFields,
] as const satisfies readonly (keyof PremisesRow & keyof PremisesFacts)[]

const yes = (said: boolean | null): number | null | undefined => (said === null ? undefined : said ? null : 0)
const some = (said: number | null): number | undefined => said ?? undefined

/** The facilities that a row counts; one that is there in a number not known has the count null. */
function facilitiesOf(row: PremisesRow): Facility[] {
  const counted: readonly (readonly [kind: string, count: number | null | undefined])[] = [
    ['INHYD', some(row.indoorHydrants)],
    ['SPRK', yes(row.sprinklers)],
    ['ALARM', yes(row.fireAlarm)],
    ['SMOKE', some(row.smokeDetectors)],
    ['LIGHT', some(row.emergencyLights)],
    ['SIGN', some(row.exitSigns)],
    ['EXT', some(row.extinguishers) ?? (row.extinguishersExpireOn === null ? undefined : null)],
    ['MICRO', yes(row.microStation)],
  ]
  return counted.flatMap(([kind, count]) =>
    count === undefined ? [] : [{ kind, count, expiresOn: kind === 'EXT' ? row.extinguishersExpireOn : null }],
  )
}

const papersOf = ({ acceptanceNo: no, acceptanceOn: issuedOn }: PremisesRow): Paper[] =>
  no === null && issuedOn === null ? [] : [{ kind: 'ACCEPT', no, issuedOn, expiresOn: null, file: null }]

/** What is said of a kind takes the place of what was known of that kind. */
const overlaid = <T extends { kind: string }>(known: readonly T[], said: readonly T[]): T[] => [
  ...known.filter(({ kind }) => !said.some((one) => one.kind === kind)),
  ...said,
]

/** The facts after the row: of a new record, or over what is known of one. Relations are resolved by the store. */
export function factsAfter(row: PremisesRow, known?: PremisesFacts): PremisesFacts {
  const was = known ?? { ...noFacts, name: row.name }
  const said = Object.fromEntries(plain.map((field) => [field, row[field] ?? was[field]])) as Pick<
    PremisesFacts,
    (typeof plain)[number]
  >
  const moved = row.lng !== null && row.lat !== null
  return {
    ...was,
    ...said,
    // A new position tells community, grid and station anew, unless the row names them too.
    ...(moved && known && row.community === null && row.grid === null
      ? { community: null, grid: null, station: row.station }
      : {}),
    premisesNo: row.premisesNo ?? was.premisesNo,
    name: row.name,
    form: row.form ?? was.form,
    tags: row.tags === null ? was.tags : row.tags.split(',').sort(),
    address: row.address ?? was.address,
    lng: moved ? row.lng : was.lng,
    lat: moved ? row.lat : was.lat,
    fireRating: row.fireRating === null ? was.fireRating : Number(row.fireRating),
    facilities: overlaid(was.facilities, facilitiesOf(row)),
    papers: overlaid(was.papers, papersOf(row)),
    lastInspectedOn: later(row.lastInspectedOn, was.lastInspectedOn),
  }
}

/** The people after the row. Our own files have them masked: that says nothing of anybody. */
export function contactsAfter(row: PremisesRow, known?: Contacts): Contacts {
  const after = (said: string | null, was: string | null | undefined) =>
    (said === null || isMasked(said) ? was : said) ?? null
  return plainContacts(
    Object.fromEntries(contactKeys.map((field) => [field, after(row[field], known?.[field])])) as Contacts,
  )
}

/** What the row decides; who supervises a known record changes by a transfer alone. */
export const decidedAfter = (row: PremisesRow, known: Decided): Decided => ({
  ...known,
  state: row.state ?? known.state,
  // Since when the state before was so tells nothing of the new one.
  stateSince: row.stateSince ?? ((row.state ?? known.state) === known.state ? known.stateSince : null),
  list: row.list ?? known.list,
  officer: row.officer ?? known.officer,
})

/** The record as the ledger and a list of changes hold it: its people masked, nothing where nothing is known. */
export function shownOf(record: Stored, contacts: Contacts): Record<string, unknown> {
  const { nameKey, namePinyin, nameInitials, nameSound, addressKey, addressSound, ...shown } = record
  return Object.fromEntries(
    Object.entries({ ...shown, contacts: maskedContacts(contacts) }).filter(
      ([, value]) => value !== null && value !== undefined,
    ),
  )
}

/** Fields that follow from others or count by themselves: no change of theirs is put before a person. */
const unspoken = new Set([
  'premisesNo',
  'criteria',
  'dueBody',
  'keptCriteria',
  'proposed',
  'expiresOn',
  'dueMonths',
  'openHazards',
])

type Shown = string | number | boolean | string[] | null
const asShown = (value: unknown): Shown => {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  return Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : JSON.stringify(value)
}

/** What differs between two records as they are shown, people by people. */
export function differences(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): { field: string; before: Shown; after: Shown }[] {
  const flat = ({ contacts, ...rest }: Readonly<Record<string, unknown>>) => ({ ...rest, ...(contacts ?? {}) })
  const [old, now] = [flat(before), flat(after)] as [Record<string, unknown>, Record<string, unknown>]
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((field) => !unspoken.has(field))
    .map((field) => ({ field, before: asShown(old[field]), after: asShown(now[field]) }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after))
}
