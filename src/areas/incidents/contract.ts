/** Alarms and fires (接警、火灾): what may be asked of this area. */
import { z } from 'zod'
import {
  area,
  ById,
  Count,
  Day,
  Fen,
  Id,
  Instant,
  Line,
  PageQuery,
  page,
  QueryFlag,
  Reason,
  several,
} from '../../kernel/contract.ts'
import { HistoryEntry } from '../../kernel/history.ts'
import { importContractOf } from '../../kernel/import-contract.ts'
import { severityClasses } from './codes.ts'

export const incidentKindKeys = ['fire', 'rescue', 'service', 'false', 'other'] as const
export const IncidentKind = z.enum(incidentKindKeys)
export const Severity = z.enum(severityClasses)
const Code = z.string().regex(/^[A-Za-z0-9._-]{1,40}$/)
const count = Count.max(1_000_000).nullable()
const money = Fen.max(100_000_000_000_000).nullable()

/** What a person, or a file, says of an incident. Null is unknown, which is not zero. */
export const IncidentFacts = z.object({
  incidentNo: Line.min(1).max(64),
  kind: IncidentKind,
  receivedAt: Instant,
  dispatchedAt: Instant.nullable(),
  arrivedAt: Instant.nullable(),
  controlledAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  station: Id.nullable(),
  community: Id.nullable(),
  address: Line.max(300),
  lng: z.number().min(-180).max(180).nullable(),
  lat: z.number().min(-90).max(90).nullable(),
  urban: z.enum(['urban', 'rural']).nullable(),
  place: Code.nullable(),
  cause: Code.nullable(),
  subCause: Code.nullable(),
  vehicles: count,
  personnel: count,
  rescued: count,
  evacuated: count,
  savedFen: money,
  directLossFen: money,
  economicLossFen: money,
  burnedAreaM2: z.number().min(0).max(100_000_000_000).nullable(),
  households: count,
  people: count,
  deaths: count,
  seriousInjuries: count,
  minorInjuries: count,
  productionAccident: z.boolean().nullable(),
  source: z.enum(['official', 'local']).describe("official: the brigade's figure; local: 本地台账"),
  premisesNo: Line.max(64).nullable(),
})
export type IncidentFacts = z.infer<typeof IncidentFacts>

export const Incident = IncidentFacts.extend({
  id: Id,
  // As they were taken in, whatever is asked of them today.
  incidentNo: z.string(),
  address: z.string(),
  premisesNo: z.string().nullable(),
  state: z.enum(['recorded', 'writtenOff']),
  writtenOffReason: z.string().nullable(),
  street: Id.nullable(),
  receivedOn: Day,
  isFire: z.boolean(),
  minorFire: z.boolean().describe('轻微火灾: no casualties, direct loss under 1,000 元'),
  statClass: Severity.nullable().describe('class by fire statistics, by the rule in force on its day'),
  accidentClass: Severity.nullable().describe('class as a production accident; null where it is none'),
  corrected: z.boolean().describe('changed by hand since it was entered'),
  version: z.int(),
  enteredAt: Instant,
})
export type Incident = z.infer<typeof Incident>

/** The measures that an incident adds to figures. */
export const measureKeys = [
  'vehicles',
  'personnel',
  'rescued',
  'evacuated',
  'savedFen',
  'directLossFen',
  'burnedAreaM2',
  'households',
  'people',
  'deaths',
  'seriousInjuries',
  'minorInjuries',
] as const

const IdOrNone = z.union([Id, z.literal('none')])

/** Which incidents: every number on screen is a link made of these. */
export const IncidentFilter = z.object({
  from: Day.optional(),
  to: Day.optional().describe('last day, inclusive'),
  counted: z.enum(['alarms', 'fires']).optional().describe('fires: what counts as one, written-off ones left out'),
  kind: several(IncidentKind).optional(),
  state: z.enum(['recorded', 'writtenOff']).optional(),
  place: several(z.string().max(40)).optional().describe("'none' stands for unknown, here and below"),
  cause: several(z.string().max(40)).optional(),
  subCause: several(z.string().max(40)).optional(),
  statClass: several(z.string().max(40)).optional(),
  station: several(IdOrNone).optional(),
  community: several(IdOrNone).optional(),
  street: several(IdOrNone).optional(),
  urban: several(z.string().max(10)).optional(),
  source: z.enum(['official', 'local']).optional(),
  hour: several(z.coerce.number().int().min(0).max(23)).optional(),
  weekday: several(z.coerce.number().int().min(1).max(7)).optional().describe('1 is Monday'),
  minorFire: QueryFlag.optional(),
  corrected: QueryFlag.optional(),
  measure: z.enum(measureKeys).optional().describe('only records that add to this figure'),
  missing: z.enum(measureKeys).optional().describe('only records where this figure is not known'),
  response: z.enum(['measured', 'within5', 'over5', 'unmeasured']).optional().describe('by time from order to arrival'),
  located: z.enum(['known', 'none']).optional().describe('by whether it has a point on the map'),
  premisesNo: z.string().trim().min(1).max(64).optional().describe('the place of the register where it was'),
  q: z.string().trim().max(60).optional().describe('part of the number or the address'),
})
export type IncidentFilter = z.infer<typeof IncidentFilter>

export const sortKeys = [
  'receivedAt',
  '-receivedAt',
  'directLossFen',
  '-directLossFen',
  'incidentNo',
  '-incidentNo',
] as const
export const IncidentQuery = IncidentFilter.extend({
  ...PageQuery.shape,
  sort: z.enum(sortKeys).default('-receivedAt'),
})
export type IncidentQuery = z.infer<typeof IncidentQuery>

export const Totals = z.object({
  count: z.int(),
  fires: z.int(),
  sums: z.record(z.enum(measureKeys), z.number().nullable()),
})
export type Totals = z.infer<typeof Totals>

export const MapPoint = z.object({
  id: Id,
  lng: z.number(),
  lat: z.number(),
  kind: IncidentKind,
  isFire: z.boolean(),
  receivedAt: Instant,
  place: z.string().nullable(),
  statClass: Severity.nullable(),
})
export type MapPoint = z.infer<typeof MapPoint>

const Correction = ById.extend({ version: z.int(), facts: IncidentFacts, reason: Reason })
const read = { may: 'incidents.read' }
const correct = { may: 'incidents.correct' }

export const incidentContract = area
  .prefix('/incidents')
  .tag('incidents')
  .router({
    imports: importContractOf({ may: 'incidents.import' }),
    list: area
      .route({ method: 'GET', path: '/', summary: 'Incidents by filter, newest first unless sorted' })
      .meta(read)
      .input(IncidentQuery)
      .output(page(Incident)),
    totals: area
      .route({ method: 'GET', path: '/totals', summary: 'Count and sums of what a filter finds' })
      .meta(read)
      .input(IncidentFilter)
      .output(Totals),
    map: area
      .route({ method: 'GET', path: '/map', summary: 'Points of what a filter finds, at most 20,000, newest first' })
      .meta(read)
      .input(IncidentFilter)
      .output(
        z.object({ points: z.array(MapPoint), without: z.int().describe('records without a point'), cut: z.boolean() }),
      ),
    get: area.route({ method: 'GET', path: '/{id}', summary: 'One incident' }).meta(read).input(ById).output(Incident),
    history: area
      .route({ method: 'GET', path: '/{id}/history', summary: 'What was done to it, newest first' })
      .meta(read)
      .input(ById)
      .output(z.object({ items: z.array(HistoryEntry) })),
    enter: area
      .route({ method: 'POST', path: '/', summary: 'Enter an incident in the local ledger' })
      .meta({ may: 'incidents.enter' })
      .input(IncidentFacts)
      .output(Incident),
    correct: area
      .route({ method: 'POST', path: '/{id}/correct', summary: 'Correct it, with the version seen and a reason' })
      .meta(correct)
      .input(Correction)
      .output(Incident),
    recordDeath: area
      .route({
        method: 'POST',
        path: '/{id}/record-death',
        summary: 'Add deaths; counted to day 30, the class is recomputed',
      })
      .meta(correct)
      .input(
        ById.extend({
          diedOn: Day,
          deaths: Count.min(1).max(1000),
          fromSerious: z.boolean(),
          reason: Reason,
          version: z.int().optional().describe('the version seen: two who hear of one death must not both add it'),
        }),
      )
      .output(Incident),
    writeOff: area
      .route({ method: 'POST', path: '/{id}/write-off', summary: 'Not a fire after all (核销): stays an alarm' })
      .meta(correct)
      .input(ById.extend({ reason: Reason }))
      .output(Incident),
    restore: area
      .route({ method: 'POST', path: '/{id}/restore', summary: 'Take a write-off back' })
      .meta(correct)
      .input(ById.extend({ reason: Reason }))
      .output(Incident),
    export: area
      .route({
        method: 'GET',
        path: '/export',
        summary: 'All that a filter finds, as a file; logged',
        outputStructure: 'detailed',
      })
      .meta({ may: 'incidents.export' })
      .input(IncidentFilter.extend({ format: z.enum(['csv', 'xlsx']), sort: z.enum(sortKeys).default('-receivedAt') }))
      .output(z.object({ headers: z.record(z.string(), z.string()), body: z.file() })),
  })
