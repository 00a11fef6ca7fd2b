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
  const facts = located(factsOf(row), rules.gazetteer)
  const { minorFire, statClass, accidentClass } = classed(facts, dayOf(facts.receivedAt), rules.classify)
  const off = row.writtenOff === true
  return {
    line,
    incident_no: facts.incidentNo,
    kind: facts.kind,
    state: off ? 'writtenOff' : 'recorded',
    received_at: facts.receivedAt,
    dispatched_at: facts.dispatchedAt,
    arrived_at: facts.arrivedAt,
    controlled_at: facts.controlledAt,
    ended_at: facts.endedAt,
    station: facts.station,
    community: facts.community,
    street: facts.street,
    address: facts.address,
    lng: facts.lng,
    lat: facts.lat,
    urban: facts.urban,
    place: facts.place,
    cause: facts.cause,
    sub_cause: facts.subCause,
    vehicles: facts.vehicles,
    personnel: facts.personnel,
    rescued: facts.rescued,
    evacuated: facts.evacuated,
    saved_fen: facts.savedFen,
    direct_loss_fen: facts.directLossFen,
    economic_loss_fen: facts.economicLossFen,
    burned_area_m2: facts.burnedAreaM2,
    households: facts.households,
    people: facts.people,
    deaths: facts.deaths,
    serious_injuries: facts.seriousInjuries,
    minor_injuries: facts.minorInjuries,
    production_accident: facts.productionAccident,
    source: facts.source,
    written_off_reason: off ? (row.writtenOffReason ?? '') : null,
    premises_no: facts.premisesNo,
    minor_fire: minorFire,
    stat_class: statClass,
    accident_class: accidentClass,
    import_digest: digest,
  }
}
