/** What the business register leaves to do in the register of premises (市场主体更新): what may be asked. */
import { z } from 'zod'
import {
  area,
  ById,
  Day,
  Id,
  Instant,
  Line,
  listOf,
  PageQuery,
  page,
  Reason,
  several,
} from '../../../kernel/contract.ts'
import { importContractOf } from '../../../kernel/import-contract.ts'
import { Contacts, PremisesFacts, State } from '../record-contract.ts'
import { comparedFields } from './comparing/compare.ts'
import { guessKeys } from './comparing/guess.ts'
import { statusKeys } from './register/codes.ts'

/** 新增, 变更, 消失. */
export const upkeepKinds = ['new', 'changed', 'gone'] as const
export const UpkeepKind = z.enum(upkeepKinds)
export type UpkeepKind = z.infer<typeof UpkeepKind>

/** 待办, 已办, 不予处理. */
export const upkeepStates = ['open', 'done', 'dismissed'] as const
const UpkeepState = z.enum(upkeepStates)

export const ComparedField = z.enum(comparedFields)

const Record = z.object({ id: Id, premisesNo: z.string(), name: z.string(), state: State, version: z.int() })

export const UpkeepTask = z.object({
  id: Id,
  kind: UpkeepKind,
  uscc: z.string(),
  state: UpkeepState,
  settledHow: z
    .enum(['register', 'link', 'adopt', 'close', 'dismiss', 'lapse'])
    .nullable()
    .describe('lapse: newer data no longer say so'),
  note: z.string().nullable(),
  settledBy: z.string().nullable(),
  settledAt: Instant.nullable(),
  asOf: Day.describe('the day of the file that says so'),
  says: z.object({
    name: z.string(),
    address: z.string(),
    legalPerson: z.string().nullable().describe('masked'),
    status: z.enum(statusKeys).nullable().describe('null: the business register does not know the code'),
    openedOn: Day.nullable(),
    endedOn: Day.nullable(),
    scope: z.string().nullable(),
    missingSince: Day.nullable().describe('the day of the complete file that left it out'),
  }),
  record: Record.nullable(),
  alike: Record.nullable().describe('a record of that name without a code: perhaps the same'),
  station: Id.nullable(),
  community: Id.nullable(),
  locatedBy: z.enum(guessKeys).nullable().describe('what tells where something new lies'),
  differences: z
    .array(z.object({ field: ComparedField, ours: z.string().nullable(), theirs: z.string() }))
    .describe('of a change, as the record is now; people masked'),
  version: z.int(),
})
export type UpkeepTask = z.infer<typeof UpkeepTask>

const UpkeepFilter = z.object({
  state: UpkeepState.default('open'),
  station: several(z.union([Id, z.literal('none')])).optional(),
  q: Line.max(60).optional(),
})
export const UpkeepQuery = UpkeepFilter.extend({ kind: UpkeepKind, ...PageQuery.shape })
export type UpkeepQuery = z.infer<typeof UpkeepQuery>
export type UpkeepFilter = z.infer<typeof UpkeepFilter>

const Several = z.object({ ids: z.array(Id).min(1).max(200), reason: Reason })
const read = { may: 'premises.read' }
const write = { may: 'premises.write' }
const Done = z.object({ done: z.int() })

export const upkeepContract = area
  .prefix('/upkeep')
  .tag('premises')
  .router({
    list: area
      .route({ method: 'GET', path: '/', summary: 'What is to do, one kind at a time, newest first' })
      .meta(read)
      .input(UpkeepQuery)
      .output(page(UpkeepTask)),
    counts: area
      .route({ method: 'GET', path: '/counts', summary: 'How many of each kind a filter finds' })
      .meta(read)
      .input(UpkeepFilter)
      .output(z.object({ new: z.int(), changed: z.int(), gone: z.int() })),
    files: area
      .route({ method: 'GET', path: '/files', summary: 'The files of the business register, newest first' })
      .meta(read)
      .output(
        listOf(
          z.object({
            id: Id,
            name: z.string(),
            asOf: Day,
            complete: z.boolean(),
            businesses: z.int(),
            broughtBy: z.string(),
            broughtAt: Instant,
          }),
        ),
      ),
    register: area
      .route({ method: 'POST', path: '/{id}/register', summary: 'Enter a record for something new' })
      .meta(write)
      .input(ById.extend({ facts: PremisesFacts, contacts: Contacts }))
      .output(UpkeepTask),
    link: area
      .route({ method: 'POST', path: '/{id}/link', summary: 'It is a record that had no code: give it this one' })
      .meta(write)
      .input(ById.extend({ premises: Id, reason: Reason }))
      .output(UpkeepTask),
    adopt: area
      .route({ method: 'POST', path: '/{id}/adopt', summary: 'Take what changed over into the record' })
      .meta(write)
      .input(ById.extend({ fields: z.array(ComparedField).min(1).max(comparedFields.length), reason: Reason }))
      .output(UpkeepTask),
    close: area
      .route({ method: 'POST', path: '/close', summary: 'Deregister the records of what is gone' })
      .meta(write)
      .input(Several.extend({ since: Day.describe('where the business register names no day') }))
      .output(Done),
    dismiss: area
      .route({
        method: 'POST',
        path: '/dismiss',
        summary: 'Nothing is to do, for a reason; the same is not asked again',
      })
      .meta(write)
      .input(Several)
      .output(Done),
    restore: area
      .route({ method: 'POST', path: '/{id}/restore', summary: 'Something is to do after all' })
      .meta(write)
      .input(ById.extend({ reason: Reason }))
      .output(UpkeepTask),
    // Of the whole district, and of another department: not a station's to bring.
    imports: importContractOf({ may: 'premises.renew' }),
  })
