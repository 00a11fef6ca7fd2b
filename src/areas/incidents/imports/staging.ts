/** From a row as it was read to the row as it is staged: a rule. */
import { dayOf } from '../../../kernel/calendar.ts'
import type { IncidentFacts } from '../contract.ts'
import type { IncidentRow } from '../import-layout.ts'
import { type Classify, classed, type Gazetteer, located } from '../record.ts'

/** A staged row has the columns of the table incidents.incident. */
export interface StagedRow {
  line: number
  incident_no: string
  kind: string
  state: string
  received_at: string
  dispatched_at: string | null
  arrived_at: string | null
  controlled_at: string | null
  ended_at: string | null
  station: string | null
  community: string | null
  street: string | null
  address: string
  lng: number | null
  lat: number | null
  urban: string | null
  place: string | null
  cause: string | null
  sub_cause: string | null
  vehicles: number | null
  personnel: number | null
  rescued: number | null
  evacuated: number | null
  saved_fen: number | null
  direct_loss_fen: number | null
  economic_loss_fen: number | null
  burned_area_m2: number | null
  households: number | null
  people: number | null
  deaths: number | null
  serious_injuries: number | null
  minor_injuries: number | null
  production_accident: boolean | null
  source: string
  written_off_reason: string | null
  premises_no: string | null
  minor_fire: boolean
  stat_class: string | null
  accident_class: string | null
  import_digest: string
  /** The incident as the ledger remembers it: the field names of the contract, nothing where nothing is known. */
  record: string
}

/** What a row says as facts of an incident. Who imports official figures need not say so in each row. */
export function factsOf(row: IncidentRow): IncidentFacts {
  const { writtenOff, writtenOffReason, ...facts } = row
  return { ...facts, address: row.address ?? '', source: row.source ?? 'official' }
}

export interface StagingRules {
  readonly gazetteer: Gazetteer
  readonly classify: Classify
}

export function stagedOf(line: number, row: IncidentRow, digest: string, rules: StagingRules): StagedRow {
  const off = row.writtenOff === true
  const facts = located(factsOf(row), rules.gazetteer)
  const incident = {
    ...facts,
    ...classed(facts, dayOf(facts.receivedAt), rules.classify),
    state: off ? ('writtenOff' as const) : ('recorded' as const),
    writtenOffReason: off ? (row.writtenOffReason ?? '') : null,
  }
  return {
    line,
    incident_no: incident.incidentNo,
    kind: incident.kind,
    state: incident.state,
    received_at: incident.receivedAt,
    dispatched_at: incident.dispatchedAt,
    arrived_at: incident.arrivedAt,
    controlled_at: incident.controlledAt,
    ended_at: incident.endedAt,
    station: incident.station,
    community: incident.community,
    street: incident.street,
    address: incident.address,
    lng: incident.lng,
    lat: incident.lat,
    urban: incident.urban,
    place: incident.place,
    cause: incident.cause,
    sub_cause: incident.subCause,
    vehicles: incident.vehicles,
    personnel: incident.personnel,
    rescued: incident.rescued,
    evacuated: incident.evacuated,
    saved_fen: incident.savedFen,
    direct_loss_fen: incident.directLossFen,
    economic_loss_fen: incident.economicLossFen,
    burned_area_m2: incident.burnedAreaM2,
    households: incident.households,
    people: incident.people,
    deaths: incident.deaths,
    serious_injuries: incident.seriousInjuries,
    minor_injuries: incident.minorInjuries,
    production_accident: incident.productionAccident,
    source: incident.source,
    written_off_reason: incident.writtenOffReason,
    premises_no: incident.premisesNo,
    minor_fire: incident.minorFire,
    stat_class: incident.statClass,
    accident_class: incident.accidentClass,
    import_digest: digest,
    record: knownAsJson(incident),
  }
}

/** As JSON, without what is unknown. By hand, at half the time of a copy that JSON.stringify reads: it is done a row. */
function knownAsJson(record: object): string {
  let json = ''
  for (const [field, value] of Object.entries(record)) {
    if (value === null) continue
    json += `${json === '' ? '{' : ','}"${field}":${typeof value === 'string' ? JSON.stringify(value) : value}`
  }
  return `${json}}`
}
