/** From what a person or a file says to what is stored: what follows by rule is worked out here, at every save. */
import { fold } from '../../kernel/fold.ts'
import type { Ground, GroundFinder } from '../organisation/territory.ts'
import {
  type Contacts,
  contactKeys,
  type Premises,
  type PremisesFacts,
  type SupervisorKind,
  useFields,
} from './record-contract.ts'
import { type SupervisionRules, settleSupervision } from './supervision/rules.ts'
import { plainUscc } from './uscc.ts'

/** What is written of a record, its people left out: they change by an act of their own. */
export interface Stored extends PremisesFacts {
  readonly premisesNo: string
  readonly state: Premises['state']
  readonly stateSince: string | null
  readonly mergedInto: string | null
  readonly street: string | null
  readonly supervisor: string
  readonly list: string
  readonly officer: string | null
  readonly criteria: string[]
  readonly dueBody: SupervisorKind
  readonly keptCriteria: string[] | null
  readonly proposed: boolean
  readonly expiresOn: string | null
  readonly dueMonths: number
  readonly openHazards: number
  readonly nameKey: string
  readonly namePinyin: string
  readonly nameInitials: string
  readonly nameSound: string
  readonly addressKey: string
  readonly addressSound: string
}

/** What is shown of all that is written, its people included. */
export const shownFields = [
  'premisesNo',
  'form',
  'state',
  'stateSince',
  'kind',
  'tags',
  'name',
  'uscc',
  'operatorIdTail',
  'address',
  'lng',
  'lat',
  'street',
  'community',
  'grid',
  'station',
  'building',
  'estate',
  'company',
  'committee',
  ...contactKeys,
  'supervisor',
  'list',
  'officer',
  'fireRating',
  ...useFields,
  'facilities',
  'papers',
  'photos',
  'criteria',
  'dueBody',
  'keptCriteria',
  'proposed',
  'expiresOn',
  'dueMonths',
  'lastInspectedOn',
  'openHazards',
] as const satisfies readonly (keyof Stored | keyof Contacts)[]

/** What does not follow from the facts: it is decided, and stays until it is decided otherwise. */
export type Decided = Pick<
  Stored,
  'state' | 'stateSince' | 'mergedInto' | 'supervisor' | 'list' | 'officer' | 'keptCriteria' | 'openHazards'
>

/** What records are settled by. */
export interface Settling {
  readonly ground: GroundFinder
  readonly rules: SupervisionRules
  readonly kindOf: (body: string) => SupervisorKind | undefined
  readonly soundOf: (folded: string) => { pinyin: string; initials: string; sound: string }
  /** What every address of the district may begin with, and nobody looks for. */
  readonly prefixes: readonly string[]
}

/** 海岚市青澜区望潮路12号 and 望潮路12号 are one address. */
export function addressKeyOf(address: string, prefixes: readonly string[]): string {
  let key = fold(address)
  for (const prefix of prefixes)
    if (key.startsWith(prefix) && key.length > prefix.length) key = key.slice(prefix.length)
  return key
}

type Said = Pick<PremisesFacts, 'lng' | 'lat' | 'community' | 'grid' | 'station'>

/** Where it lies, by what is known: what was said stays, a point tells the rest, then the grid, then the community. */
export function located(said: Said, ground: GroundFinder): Ground {
  const { lng, lat } = said
  const byPoint = lng !== null && lat !== null ? ground.ofPoint(lng, lat) : undefined
  const byGrid = said.grid === null ? undefined : ground.ofGrid(said.grid)
  const community = said.community ?? byGrid?.community ?? byPoint?.community ?? null
  const byCommunity = community === null ? undefined : ground.ofCommunity(community)
  // A point within another community than the one said tells nothing more than where it is.
  const agreed = byPoint?.community === community ? byPoint : undefined
  const grid = said.grid ?? agreed?.grid ?? null
  const station = said.station ?? agreed?.station ?? byCommunity?.station ?? byPoint?.station ?? null
  return {
    community,
    grid,
    station,
    street: byCommunity?.street ?? byPoint?.street ?? null,
    urban: byCommunity?.urban ?? byPoint?.urban ?? null,
    officer: ground.officerOf(station, community, grid),
  }
}

const earliest = (days: readonly (string | null)[]) =>
  days.reduce((first, day) => (day !== null && (first === null || day < first) ? day : first), null)

/** A record with all that follows from it. An officer is kept where one was named, else who answers for the ground. */
export function settled(
  facts: PremisesFacts & { premisesNo: string },
  decided: Decided,
  { ground, rules, kindOf, soundOf, prefixes }: Settling,
): Stored {
  const supervisorKind = kindOf(decided.supervisor)
  // The station that supervises is the record's station, wherever the border is drawn.
  const station = supervisorKind === 'station' ? decided.supervisor : facts.station
  const { urban: _, officer, ...where } = located({ ...facts, station }, ground)
  const uscc = facts.uscc === null ? null : plainUscc(facts.uscc) || null
  // Who was named goes on only where they work.
  const named = decided.officer !== null && ground.stationOf(decided.officer) === where.station ? decided.officer : null
  const due = rules.dueOf(facts)
  const live = decided.state === 'open' || decided.state === 'paused'
  const standing = {
    supervisorKind: supervisorKind ?? due.body,
    list: decided.list,
    keptCriteria: decided.keptCriteria,
  }
  const supervision = settleSupervision(due, standing, live, rules.bodyOf)
  const nameKey = fold(facts.name)
  const addressKey = addressKeyOf(facts.address, prefixes)
  const { pinyin, initials, sound } = soundOf(nameKey)
  return {
    ...facts,
    ...decided,
    ...where,
    uscc,
    tags: [...new Set(facts.tags)].sort(),
    operatorIdTail: facts.operatorIdTail?.toUpperCase() ?? null,
    officer: named ?? officer,
    criteria: due.criteria,
    dueBody: due.body,
    ...supervision,
    dueMonths: rules.monthsOf(supervision.list),
    expiresOn: earliest([...facts.facilities, ...facts.papers].map(({ expiresOn }) => expiresOn)),
    nameKey,
    namePinyin: pinyin,
    nameInitials: initials,
    nameSound: sound,
    addressKey,
    addressSound: soundOf(addressKey).sound,
  }
}
