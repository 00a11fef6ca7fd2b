/** The records that an issued analysis counted, by the filters of the list of incidents. */
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Incident, IncidentFilter, IncidentQuery } from '../../incidents/contract.ts'
import { cursorText, parseCursor } from '../../incidents/cursor.ts'
import { goalSeconds } from '../figures/response.ts'

/** A filter's name and the column it asks about; 'none' among the values stands for unknown. */
const coded = {
  place: 'place',
  cause: 'cause',
  subCause: 'sub_cause',
  statClass: 'stat_class',
  station: 'station',
  community: 'community',
  street: 'street',
  urban: 'urban',
} as const
const measures: Readonly<Record<NonNullable<IncidentFilter['measure']>, string>> = {
  vehicles: 'vehicles',
  personnel: 'personnel',
  rescued: 'rescued',
  evacuated: 'evacuated',
  savedFen: 'saved_fen',
  directLossFen: 'direct_loss_fen',
  burnedAreaM2: 'burned_area_m2',
  households: 'households',
  people: 'people',
  deaths: 'deaths',
  seriousInjuries: 'serious_injuries',
  minorInjuries: 'minor_injuries',
}
const seconds = sql`extract(epoch from arrived_at - dispatched_at)`
const responses = {
  measured: sql`${seconds} >= 0`,
  unmeasured: sql`(${seconds} >= 0) is not true`,
  within5: sql`(${seconds} >= 0 and ${seconds} <= ${sql.lit(goalSeconds)})`,
  over5: sql`${seconds} > ${sql.lit(goalSeconds)}`,
} as const

function conditions(f: IncidentFilter): RawBuilder<unknown>[] {
  const all: RawBuilder<unknown>[] = []
  for (const [name, column] of Object.entries(coded)) {
    const values = f[name as keyof typeof coded]
    if (values?.length) all.push(sql`coalesce(${sql.ref(column)}::text, 'none') = any(${values})`)
  }
  if (f.from) all.push(sql`received_on >= ${f.from}`)
  if (f.to) all.push(sql`received_on <= ${f.to}`)
  if (f.counted === 'fires') all.push(sql`is_fire`)
  if (f.kind?.length) all.push(sql`kind = any(${f.kind})`)
  if (f.state) all.push(sql`state = ${f.state}`)
  if (f.source) all.push(sql`source = ${f.source}`)
  if (f.hour?.length) all.push(sql`received_hour = any(${f.hour}::int[])`)
  if (f.weekday?.length) all.push(sql`received_weekday = any(${f.weekday}::int[])`)
  if (f.minorFire !== undefined) all.push(sql`minor_fire = ${f.minorFire}`)
  if (f.corrected !== undefined) all.push(sql`corrected = ${f.corrected}`)
  if (f.measure) all.push(sql`${sql.ref(measures[f.measure])} <> 0`)
  if (f.missing) all.push(sql`${sql.ref(measures[f.missing])} is null`)
  if (f.response) all.push(responses[f.response])
  if (f.q) {
    const part = `%${f.q.replace(/[\\%_]/g, '\\$&')}%`
    all.push(sql`(incident_no like ${part} or address like ${part})`)
  }
  return all
}

/** What a list is sorted by; unknown losses come last from above. The id makes every order total. */
const sorts = {
  receivedAt: { by: sql`received_at`, cast: sql`timestamptz`, of: (row: Incident) => row.receivedAt },
  directLossFen: {
    by: sql`coalesce(direct_loss_fen, -1)`,
    cast: sql`bigint`,
    of: (row: Incident) => row.directLossFen ?? -1,
  },
  incidentNo: { by: sql`incident_no`, cast: sql`text`, of: (row: Incident) => row.incidentNo },
} as const

/** A page of the frozen records, inside the actor's reach. */
export async function list({ tx, district, actor }: Context, { id, ...query }: IncidentQuery & { id: string }) {
  const { after, limit, sort, ...filter } = query
  const { reach } = actor
  const own = reach.district
    ? []
    : [sql`(station = any(${reach.stations}::uuid[]) or community = any(${reach.communities}::uuid[]))`]
  const down = sort.startsWith('-')
  const { by, cast, of } = sorts[sort.replace('-', '') as keyof typeof sorts]
  const cursor = after ? parseCursor(after) : undefined
  const beyond = cursor ? [sql`(${by}, id) ${down ? sql`<` : sql`>`} (${cursor[0]}::${cast}, ${cursor[1]}::uuid)`] : []
  const where = sql.join([sql`true`, ...own, ...conditions(filter), ...beyond], sql` and `)
  const direction = down ? sql`desc` : sql`asc`
  const { rows } = await sql<Incident>`
    select id, incident_no, kind, state, received_at, dispatched_at, arrived_at, controlled_at, ended_at, received_on,
      station, community, street, address, lng, lat, urban, place, cause, sub_cause, vehicles, personnel, rescued,
      evacuated, saved_fen, direct_loss_fen, economic_loss_fen, burned_area_m2, households, people, deaths,
      serious_injuries, minor_injuries, production_accident, source, premises_no, written_off_reason, is_fire,
      minor_fire, stat_class, accident_class, corrected, version, entered_at
    from analysis.frozen_incident
    where district = ${district} and analysis = ${id} and ${where}
    order by ${by} ${direction}, id ${direction} limit ${limit + 1}`.execute(tx)
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? cursorText([of(last), last.id]) : null }
}
