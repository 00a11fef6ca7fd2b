/** Duplicates (疑似重复): pairs of records that may be one, and merges with their undoing. */
import { z } from 'zod'
import { area, ById, Count, Id, Instant, listOf, PageQuery, page, Reason, several } from '../../../kernel/contract.ts'
import { Premises, PremisesFacts } from '../record-contract.ts'
import { groundKeys } from './score.ts'

const Ground = z.enum(groundKeys)

/** A record as a list of pairs shows it. */
export const TwinRecord = Premises.pick({
  id: true,
  premisesNo: true,
  form: true,
  kind: true,
  state: true,
  name: true,
  address: true,
  uscc: true,
  community: true,
  station: true,
  supervisor: true,
  enteredAt: true,
})
export type TwinRecord = z.infer<typeof TwinRecord>

const Likely = z.object({
  grounds: z.array(Ground),
  score: z.number().min(0).max(1).describe('how sure'),
  metres: Count.nullable().describe('how far apart, where both are on the map'),
})

export const Twin = Likely.extend({
  id: Id,
  state: z.enum(['open', 'different', 'merged']),
  foundAt: Instant,
  judgedBy: z.string().nullable(),
  judgedAt: Instant.nullable(),
  one: TwinRecord,
  other: TwinRecord,
})
export type Twin = z.infer<typeof Twin>

export const TwinQuery = z.object({
  ...PageQuery.shape,
  ground: several(Ground).optional().describe('pairs for which one of these speaks'),
  station: several(Id).optional().describe('one of the two lies in one of these'),
})
export type TwinQuery = z.infer<typeof TwinQuery>

/** Both records whole, as they may be shown, and what is to be chosen of them. */
export const Comparison = z.object({
  twin: Twin,
  one: Premises,
  other: Premises,
  conflicts: z.array(z.string()).describe("fields in which they contradict each other; of a facility 'facilities.EXT'"),
  refusal: z.string().nullable().describe('why they cannot be merged as they are'),
})
export type Comparison = z.infer<typeof Comparison>

/** What is known of a record under way: enough to look for one that is there already. */
export const LikeFacts = PremisesFacts.pick({
  form: true,
  name: true,
  address: true,
  uscc: true,
  lng: true,
  lat: true,
  community: true,
}).extend({ id: Id.nullable().describe('the record itself, where there is one'), phone: z.string().max(40).nullable() })
export type LikeFacts = z.infer<typeof LikeFacts>

const Side = z.enum(['keep', 'drop'])
export const MergeInput = z.object({
  keep: Id,
  drop: Id,
  keepVersion: z.int(),
  dropVersion: z.int(),
  choices: z.record(z.string().max(60), Side).describe('whose value stands, for each field in conflict'),
  reason: Reason,
})
export type MergeInput = z.infer<typeof MergeInput>

export const MergeRecord = z.object({
  id: Id,
  kept: TwinRecord,
  dropped: TwinRecord,
  moved: Count.describe('records that were parts of the dropped one'),
  reason: z.string(),
  mergedBy: z.string(),
  mergedAt: Instant,
  undoneBy: z.string().nullable(),
  undoneAt: Instant.nullable(),
})
export type MergeRecord = z.infer<typeof MergeRecord>

const read = { may: 'premises.read' }
const merge = { may: 'premises.merge' }

export const twinContract = area.tag('premises').router({
  list: area
    .route({ method: 'GET', path: '/twins', summary: 'Pairs that may be one, the surest first' })
    .meta(read)
    .input(TwinQuery)
    .output(page(Twin)),
  like: area
    .route({ method: 'POST', path: '/twins/like', summary: 'Records like one under way; writes nothing' })
    .meta({ may: 'premises.write', repeatable: true })
    .input(LikeFacts)
    .output(listOf(Likely.extend({ record: TwinRecord }))),
  get: area
    .route({ method: 'GET', path: '/twins/{id}', summary: 'A pair side by side' })
    .meta(read)
    .input(ById)
    .output(Comparison),
  different: area
    .route({ method: 'POST', path: '/twins/{id}/different', summary: 'They are two places (不是同一家)' })
    .meta(merge)
    .input(ById.extend({ reason: Reason }))
    .output(Twin),
  ofPremises: area
    .route({ method: 'GET', path: '/{id}/twins', summary: 'Open pairs of one record' })
    .meta(read)
    .input(ById)
    .output(listOf(Twin)),
  merges: area
    .route({ method: 'GET', path: '/merges', summary: 'Merges, newest first, with those taken back' })
    .meta(read)
    .input(z.object({ ...PageQuery.shape, premises: Id.optional().describe('of which it is one side') }))
    .output(page(MergeRecord)),
  merge: area
    .route({ method: 'POST', path: '/merges', summary: 'Make two records one' })
    .meta(merge)
    .input(MergeInput)
    .output(MergeRecord),
  undo: area
    .route({ method: 'POST', path: '/merges/{id}/undo', summary: 'Take a merge back' })
    .meta(merge)
    .input(ById.extend({ reason: Reason }))
    .output(MergeRecord),
})
