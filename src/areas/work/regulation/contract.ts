/** The city's Regulation on fire supervision by police stations, kept by edition: what obligations cite. */
import { z } from 'zod'
import { area, ById, Count, Day, Id, Instant, listOf, Reason } from '../../../kernel/contract.ts'

export const Article = z.object({
  no: z.string().regex(/^\d{1,3}$/),
  chapter: z.string().trim().max(60).nullable().describe('title of the chapter that begins with it'),
  text: z.string().trim().min(1).max(4000),
})
export type Article = z.infer<typeof Article>

export const Regulation = z.object({
  id: Id,
  edition: Count,
  title: z.string(),
  trial: z.boolean().describe('（试行）'),
  state: z.enum(['draft', 'issued', 'discarded']),
  from: Day.nullable().describe('first day on which it is in force'),
  until: Day.nullable(),
  articles: z.array(Article),
  changedBy: z.string(),
  changedAt: Instant,
  version: z.int(),
})
export type Regulation = z.infer<typeof Regulation>

const keep = { may: 'work.regulation' }
const read = { may: 'inspections.read' }

export const regulationContract = area.prefix('/work/regulation').router({
  list: area.route({ method: 'GET', path: '/', summary: 'All editions' }).meta(read).output(listOf(Regulation)),
  draft: area
    .route({ method: 'POST', path: '/', summary: 'Begin a new edition from the newest' })
    .meta(keep)
    .output(Regulation),
  revise: area
    .route({ method: 'POST', path: '/{id}', summary: 'Change a draft' })
    .meta(keep)
    .input(
      ById.extend({
        version: z.int(),
        title: z.string().trim().min(2).max(120),
        trial: z.boolean(),
        articles: z.array(Article).min(1).max(200),
      }),
    )
    .output(Regulation),
  issue: area
    .route({ method: 'POST', path: '/{id}/issue', summary: 'Put a draft in force from a day on' })
    .meta(keep)
    .input(ById.extend({ version: z.int(), from: Day, reason: Reason }))
    .output(Regulation),
  discard: area
    .route({ method: 'POST', path: '/{id}/discard', summary: 'Discard a draft' })
    .meta(keep)
    .input(ById.extend({ reason: Reason }))
    .output(Regulation),
})
