/** Records that are not as the ledger last left them: changed, put in or taken out behind its back. */
import { sql } from 'kysely'
import type { Db } from '../../../platform/context.ts'

/** What each act's entry holds of an incident, by the type it has in the table. */
const remembered = {
  text: [
    'incidentNo',
    'kind',
    'state',
    'address',
    'urban',
    'place',
    'cause',
    'subCause',
    'source',
    'writtenOffReason',
    'premisesNo',
    'statClass',
    'accidentClass',
  ],
  timestamptz: ['receivedAt', 'dispatchedAt', 'arrivedAt', 'controlledAt', 'endedAt'],
  uuid: ['station', 'community', 'street'],
  integer: [
    'vehicles',
    'personnel',
    'rescued',
    'evacuated',
    'households',
    'people',
    'deaths',
    'seriousInjuries',
    'minorInjuries',
  ],
  bigint: ['savedFen', 'directLossFen', 'economicLossFen'],
  numeric: ['burnedAreaM2'],
  'double precision': ['lng', 'lat'],
  boolean: ['productionAccident', 'minorFire'],
} as const

const fields = Object.entries(remembered).flatMap(([type, names]) => names.map((name) => ({ name, type })))
const asRemembered = sql.raw(fields.map(({ name, type }) => `"${name}" ${type}`).join(', '))
const inLedger = sql.raw(fields.map(({ name }) => `m."${name}"`).join(', '))
// A reference is spelt as the table spells it, a raw name stays as it is.
const inTable = sql.join(fields.map(({ name }) => sql.ref(`i.${name}`)))

export interface Drift {
  /** How many records are not as the ledger left them. */
  readonly differ: number
  /** The first of them by number. */
  readonly first: { readonly id: string; readonly incidentNo: string; readonly fault: DriftFault } | null
}
export type DriftFault = 'record-changed' | 'record-unknown' | 'record-missing'

/** Holds every incident of the district against its newest entry in the ledger. A million take some ten seconds. */
export async function findDrift(db: Db, district: string): Promise<Drift> {
  const { rows } = await sql<{ id: string; incidentNo: string; fault: DriftFault; differ: number }>`
    select coalesce(i.id, l.subject) as id, coalesce(i.incident_no, m."incidentNo") as incident_no,
      case when l.subject is null then 'record-unknown' when i.id is null then 'record-missing'
        else 'record-changed' end as fault, count(*) over () as differ
    from (select * from incidents.incident i where i.district = ${district}) i
    full join (
      select distinct on (subject) subject, after from platform.ledger_entry
      where district = ${district} and kind = 'incident' and after is not null
      order by subject, seq desc) l on l.subject = i.id
    left join lateral jsonb_to_record(l.after) as m(${asRemembered}) on true
    where (${inTable}) is distinct from (${inLedger})
    order by incident_no limit 1`.execute(db)
  const [first] = rows
  if (!first) return { differ: 0, first: null }
  const { differ, ...one } = first
  return { differ, first: one }
}
