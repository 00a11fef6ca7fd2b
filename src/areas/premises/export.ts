/** A record as a row of the canonical import layout. Its people are masked: a file goes further than a screen. */
import { type CodeTable, findCode } from '../../kernel/codes.ts'
import type { Words } from '../../kernel/words.ts'
import { type PremisesRow, premisesLayout } from './import-layout.ts'
import type { Facility, Premises } from './record-contract.ts'

interface Named {
  readonly id: string
  readonly name: string
}
interface Names {
  readonly bodies: readonly Named[]
  readonly communities: readonly Named[]
  readonly grids: readonly Named[]
  readonly officers: readonly Named[]
}
/** Numbers of buildings, estates, companies and committees by id. */
type Wholes = ReadonlyMap<string, string>
interface Tables {
  readonly kinds: CodeTable
  readonly tags: CodeTable
  readonly lists: CodeTable
}
type Cell = string | number | null

const latest = '9999-12-31'

/** The words of a code that the layout itself lists. */
function listed(key: string): (code: string | number | null) => string | null {
  const column = premisesLayout.columns.find((one) => one.key === key)
  const entries: readonly (Words & { code: string })[] = column && 'entries' in column ? column.entries : []
  return (code) => entries.find((entry) => entry.code === String(code))?.zh ?? null
}

const yesNo = (count: number | null | undefined) => (count === undefined ? null : count === 0 ? '否' : '是')

/** A function from a record to its cells, in the order of the layout's columns and in Chinese words. */
export function exportRow(
  { bodies, communities, grids, officers }: Names,
  { kinds, tags, lists }: Tables,
  wholes: Wholes,
) {
  const names = new Map([...bodies, ...communities, ...grids, ...officers].map(({ id, name }) => [id, name]))
  const named = (id: string | null) => (id === null ? null : (names.get(id) ?? null))
  const whole = (id: string | null) => (id === null ? null : (wholes.get(id) ?? null))
  const worded = (table: CodeTable, code: string | null) =>
    code === null ? null : (findCode(table, code, latest)?.zh ?? code)
  const facility = (premises: Premises, kind: string): Facility | undefined =>
    premises.facilities.find((one) => one.kind === kind)
  const count = (kind: string) => (premises: Premises) => facility(premises, kind)?.count ?? null
  const there = (kind: string) => (premises: Premises) => yesNo(facility(premises, kind)?.count)
  const acceptance = ({ papers }: Premises) => papers.find(({ kind }) => kind === 'ACCEPT')
  const [forms, states, ratings] = [listed('form'), listed('state'), listed('fire_rating')]
  const [gases, ebikes] = [listed('gas'), listed('ebike_charging')]

  const inWords: Partial<Record<keyof PremisesRow, (premises: Premises) => Cell>> = {
    form: ({ form }) => forms(form),
    kind: ({ kind }) => worded(kinds, kind),
    tags: (premises) => premises.tags.map((tag) => worded(tags, tag)).join('、') || null,
    station: ({ station }) => named(station),
    community: ({ community }) => named(community),
    grid: ({ grid }) => named(grid),
    building: ({ building }) => whole(building),
    estate: ({ estate }) => whole(estate),
    company: ({ company }) => whole(company),
    committee: ({ committee }) => whole(committee),
    fireRating: ({ fireRating }) => ratings(fireRating),
    gas: ({ gas }) => gases(gas),
    ebikeCharging: ({ ebikeCharging }) => ebikes(ebikeCharging),
    legalPerson: ({ contacts }) => contacts.legalPerson,
    responsibleName: ({ contacts }) => contacts.responsibleName,
    responsiblePhone: ({ contacts }) => contacts.responsiblePhone,
    managerName: ({ contacts }) => contacts.managerName,
    managerPhone: ({ contacts }) => contacts.managerPhone,
    indoorHydrants: count('INHYD'),
    sprinklers: there('SPRK'),
    fireAlarm: there('ALARM'),
    smokeDetectors: count('SMOKE'),
    emergencyLights: count('LIGHT'),
    exitSigns: count('SIGN'),
    extinguishers: count('EXT'),
    extinguishersExpireOn: (premises) => facility(premises, 'EXT')?.expiresOn ?? null,
    microStation: there('MICRO'),
    acceptanceNo: (premises) => acceptance(premises)?.no ?? null,
    acceptanceOn: (premises) => acceptance(premises)?.issuedOn ?? null,
    state: ({ state }) => states(state),
    list: ({ list }) => worded(lists, list),
    supervisor: ({ supervisor }) => named(supervisor),
    officer: ({ officer }) => named(officer),
  }
  return (premises: Premises) =>
    premisesLayout.columns.map(({ field }): Cell => {
      const words = inWords[field]
      if (words) return words(premises)
      const value = field in premises ? premises[field as keyof Premises] : null
      return typeof value === 'string' || typeof value === 'number' ? value : null
    })
}
