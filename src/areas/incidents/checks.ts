/** What can be wrong with an incident as told: the entry form, the API and the import ask here. */
import { dayOf, earliest } from '../../kernel/calendar.ts'
import { type CodeTable, findCode, inForce } from '../../kernel/codes.ts'
import type { IncidentFacts } from './contract.ts'

export interface Finding {
  readonly field: keyof IncidentFacts
  readonly rule: string
  /** A fault is refused; a warning asks a person to look again. */
  readonly weight: 'fault' | 'warning'
}

export interface CheckTables {
  readonly causes: CodeTable
  readonly places: CodeTable
}

/** The columns that only a fire has. */
export const fireFields = [
  'place',
  'cause',
  'subCause',
  'directLossFen',
  'economicLossFen',
  'burnedAreaM2',
  'households',
  'people',
  'deaths',
  'seriousInjuries',
  'minorInjuries',
  'productionAccident',
] as const satisfies readonly (keyof IncidentFacts)[]

const times = ['receivedAt', 'dispatchedAt', 'arrivedAt', 'controlledAt', 'endedAt'] as const

const fault = (field: keyof IncidentFacts, rule: string): Finding => ({ field, rule, weight: 'fault' })
const warning = (field: keyof IncidentFacts, rule: string): Finding => ({ field, rule, weight: 'warning' })

/** Everything that does not fit. `now` is the instant against which "in the future" is judged. */
export function check(facts: IncidentFacts, tables: CheckTables, now: string): Finding[] {
  return [...checkTimes(facts, now), ...checkFireFields(facts), ...checkCodes(facts, tables), ...checkFigures(facts)]
}

function checkTimes(facts: IncidentFacts, now: string): Finding[] {
  const known = times.flatMap((field) => {
    const at = facts[field]
    return at === null ? [] : [{ field, ms: Date.parse(at) }]
  })
  const backwards = known.flatMap(({ field, ms }, i) => {
    const before = known[i - 1]
    return before && ms < before.ms ? [fault(field, 'before-the-one-before')] : []
  })
  const ahead = known.filter(({ ms }) => ms > Date.parse(now)).map(({ field }) => fault(field, 'in-the-future'))
  const days = known.length > 1 ? ((known.at(-1)?.ms ?? 0) - (known[0]?.ms ?? 0)) / 86_400_000 : 0
  const early = Date.parse(facts.receivedAt) < Date.parse(earliest) ? [fault('receivedAt', 'too-early')] : []
  return [...early, ...backwards, ...ahead, ...(days > 3 ? [warning('endedAt', 'lasts-over-three-days')] : [])]
}

function checkFireFields(facts: IncidentFacts): Finding[] {
  if (facts.kind === 'fire') return []
  return fireFields.filter((field) => facts[field] !== null).map((field) => fault(field, 'only-for-fires'))
}

function checkCodes({ receivedAt, place, cause, subCause, kind }: IncidentFacts, tables: CheckTables): Finding[] {
  const day = dayOf(receivedAt)
  const holds = (table: CodeTable, code: string) => {
    const entry = findCode(table, code, day)
    return entry !== undefined && inForce(entry, day)
  }
  const findings: Finding[] = []
  if (place !== null && !holds(tables.places, place)) findings.push(fault('place', 'unknown-code'))
  const major = cause === null ? undefined : findCode(tables.causes, cause, day)
  if (cause !== null && (!holds(tables.causes, cause) || major?.parent)) findings.push(fault('cause', 'unknown-code'))
  if (subCause !== null) {
    const minor = findCode(tables.causes, subCause, day)
    if (!minor?.parent || !holds(tables.causes, subCause)) findings.push(fault('subCause', 'unknown-code'))
    else if (minor.parent !== cause) findings.push(fault('subCause', 'not-of-this-cause'))
  }
  if (kind === 'fire' && place === null) findings.push(warning('place', 'fire-without-place'))
  if (kind === 'fire' && cause === null) findings.push(warning('cause', 'fire-without-cause'))
  return findings
}

function checkFigures(facts: IncidentFacts): Finding[] {
  const findings: Finding[] = []
  if ((facts.lng === null) !== (facts.lat === null)) findings.push(fault('lng', 'half-a-point'))
  const { directLossFen, economicLossFen } = facts
  // XF 185-2014: the direct economic loss contains the direct property loss.
  if (directLossFen !== null && economicLossFen !== null && economicLossFen < directLossFen)
    findings.push(warning('economicLossFen', 'below-property-loss'))
  if (facts.vehicles === 0 && (facts.personnel ?? 0) > 0) findings.push(warning('vehicles', 'people-without-vehicles'))
  if ((facts.personnel ?? 0) > (facts.vehicles ?? 0) * 12 && facts.vehicles !== null && facts.vehicles > 0)
    findings.push(warning('personnel', 'many-people-for-the-vehicles'))
  if ((facts.deaths ?? 0) >= 3) findings.push(warning('deaths', 'larger-fire'))
  if ((facts.directLossFen ?? 0) >= 100_000_000_00) findings.push(warning('directLossFen', 'over-100-million'))
  return findings
}

/** Stations and communities by their ids. */
export interface Register {
  readonly stations: readonly { readonly id: string }[]
  readonly communities: readonly { readonly id: string }[]
}

/** What is said of the place, and is none of the district's. */
export function checkPlaces({ station, community }: IncidentFacts, register: Register): Finding[] {
  const among = (list: Register['stations'], id: string | null) => id === null || list.some((one) => one.id === id)
  return [
    ...(among(register.stations, station) ? [] : [fault('station', 'unknown-code')]),
    ...(among(register.communities, community) ? [] : [fault('community', 'unknown-code')]),
  ]
}

export const faultsIn = (findings: readonly Finding[]): Finding[] => findings.filter(({ weight }) => weight === 'fault')
