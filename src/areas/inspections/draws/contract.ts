/** Draws of objects and inspectors (双随机): what may be asked. */
import { z } from 'zod'
import {
  area,
  ById,
  Count,
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
import { PremisesFilter } from '../../premises/finding/contract.ts'
import { exclusionGrounds } from './exclusions.ts'
import { Digest, Inspector, Recusal, Source, Strata, Take } from './package.ts'

/** 名单已固定, 已公布, 已抽取, 已作废. */
export const drawStates = ['prepared', 'published', 'drawn', 'voided'] as const
export const DrawState = z.enum(drawStates)

export const Draw = z.object({
  id: Id,
  title: z.string(),
  state: DrawState,
  body: Id,
  filter: z.record(z.string(), z.unknown()).describe('which premises, as the register is asked'),
  capMonths: z.int().nullable().describe('nobody is inspected again within so many months; null: no cap'),
  take: Take,
  strata: Strata.nullable(),
  perObject: z.int().describe('how many inspectors an object gets'),
  source: Source,
  inspectors: z.array(Inspector),
  recusals: z.array(Recusal),
  population: Count,
  excluded: Count,
  toDraw: Count.describe('how many are, or will be, drawn'),
  preparedBy: z.string(),
  preparedAt: Instant.describe('when the population was taken from the register'),
  digest: Digest.nullable(),
  publishedBy: z.string().nullable(),
  publishedAt: Instant.nullable(),
  seed: z.string().nullable(),
  evidence: z.string().nullable().describe('where the outcome of the announced event can be seen'),
  drawnBy: z.string().nullable(),
  drawnAt: Instant.nullable(),
  voidReason: z.string().nullable(),
  voidedBy: z.string().nullable(),
  voidedAt: Instant.nullable(),
  version: z.int(),
})
export type Draw = z.infer<typeof Draw>

export const DrawObject = z.object({
  premises: Id,
  premisesNo: z.string(),
  name: z.string(),
  address: z.string(),
  form: z.string(),
  kind: z.string().nullable(),
  list: z.string(),
  station: Id.nullable(),
  state: z.string(),
  lastInspectedOn: Day.nullable(),
  excluded: z.enum(exclusionGrounds).nullable(),
  words: z.string().nullable(),
  rank: z.int().nullable(),
  ticket: z.string().nullable(),
  inspectors: z.array(Id).nullable(),
})
export type DrawObject = z.infer<typeof DrawObject>

export const objectSets = ['drawn', 'eligible', 'excluded'] as const
export const ObjectQuery = ById.extend({
  ...PageQuery.shape,
  which: z.enum(objectSets).default('eligible'),
  q: z.string().trim().max(60).optional().describe('part of name, address or number'),
})
export type ObjectQuery = z.infer<typeof ObjectQuery>

export const DrawQuery = PageQuery.extend({ state: several(DrawState).optional() })
export type DrawQuery = z.infer<typeof DrawQuery>

export const Preparation = z.object({
  title: Line.min(2).max(100),
  filter: PremisesFilter,
  capMonths: z.int().min(1).max(60).nullable(),
  take: Take,
  strata: Strata.nullable(),
  perObject: z.int().min(1).max(5).default(2),
  source: Source,
  inspectors: z
    .array(z.object({ person: Id, away: Line.min(1).max(200).nullable() }))
    .min(1)
    .max(500),
})
export type Preparation = z.infer<typeof Preparation>

const Change = ById.extend({ version: z.int() })
const OnObjects = Change.extend({ premises: z.array(Id).min(1).max(500), reason: Reason })

const read = { may: 'inspections.read' }
const draw = { may: 'inspections.draw' }
const file = z.object({ headers: z.record(z.string(), z.string()), body: z.file() })

export const drawContract = area
  .prefix('/draws')
  .tag('draws')
  .router({
    list: area
      .route({ method: 'GET', path: '/', summary: 'Draws, the newest first; voided ones stay' })
      .meta(read)
      .input(DrawQuery)
      .output(page(Draw)),
    pool: area
      .route({ method: 'GET', path: '/pool', summary: 'Who may be sent: people of the stations and the brigade' })
      .meta(draw)
      .output(listOf(z.object({ id: Id, name: z.string(), post: z.string(), body: Id, bodyName: z.string() }))),
    verifier: area
      .route({
        method: 'GET',
        path: '/verifier',
        summary: 'A page of one file that recomputes a package offline',
        outputStructure: 'detailed',
      })
      .meta(read)
      .output(file),
    prepare: area
      .route({
        method: 'POST',
        path: '/',
        summary: 'Take the population from the register, and say how it will be drawn',
      })
      .meta(draw)
      .input(Preparation)
      .output(Draw),
    get: area.route({ method: 'GET', path: '/{id}', summary: 'A draw' }).meta(read).input(ById).output(Draw),
    objects: area
      .route({ method: 'GET', path: '/{id}/objects', summary: 'Its population: drawn, eligible or excluded' })
      .meta(read)
      .input(ObjectQuery)
      .output(page(DrawObject)),
    exclude: area
      .route({ method: 'POST', path: '/{id}/exclude', summary: 'Take objects out, with the reason' })
      .meta(draw)
      .input(OnObjects)
      .output(Draw),
    admit: area
      .route({
        method: 'POST',
        path: '/{id}/admit',
        summary: 'Draw from objects in spite of the cap, or again, with the reason',
      })
      .meta(draw)
      .input(OnObjects)
      .output(Draw),
    recuse: area
      .route({ method: 'POST', path: '/{id}/recuse', summary: 'An inspector is not to be sent to an object (回避)' })
      .meta(draw)
      .input(Change.extend({ inspector: Id, premises: Id, reason: Reason }))
      .output(Draw),
    publish: area
      .route({ method: 'POST', path: '/{id}/publish', summary: 'Fix everything and publish its digest' })
      .meta(draw)
      .input(Change)
      .output(Draw),
    draw: area
      .route({ method: 'POST', path: '/{id}/draw', summary: 'Enter the seed, after the announced instant, and draw' })
      .meta(draw)
      .input(
        Change.extend({
          seed: Line.min(1).max(200).optional().describe('for an outside event'),
          secrets: z.array(Line.min(1).max(200)).max(20).optional().describe('for commit and reveal, in order'),
          evidence: Line.min(1).max(300).optional(),
        }),
      )
      .output(Draw),
    void: area
      .route({ method: 'POST', path: '/{id}/void', summary: 'Declare it void, with the reason; all of it is kept' })
      .meta(draw)
      .input(Change.extend({ reason: Reason }))
      .output(Draw),
    package: area
      .route({
        method: 'GET',
        path: '/{id}/package',
        summary: 'Everything that a stranger needs to recompute it, as one JSON file',
        outputStructure: 'detailed',
      })
      .meta(read)
      .input(ById)
      .output(file),
    result: area
      .route({
        method: 'GET',
        path: '/{id}/result',
        summary: 'What was drawn, as a table',
        outputStructure: 'detailed',
      })
      .meta(read)
      .input(ById.extend({ format: z.enum(['csv', 'xlsx']) }))
      .output(file),
  })
