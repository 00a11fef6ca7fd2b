/** Work lists (待办): what is to be done, by whom, until when, whichever area it is about. */
import { z } from 'zod'
import { area, Count, Day, Id, Instant, listOf, PageQuery, page, Reason } from '../../kernel/contract.ts'

export const WorkItem = z.object({
  kind: z.string().describe("what it is about: 'hazard'"),
  subject: Id,
  duty: z.string(),
  law: z.string(),
  premises: Id.nullable(),
  place: z.string().nullable().describe('name of the place'),
  body: Id,
  officer: Id.nullable(),
  since: Day,
  by: Instant.describe('the first instant at which it is late'),
  dueOn: Day,
  provisional: z.boolean(),
})
export type WorkItem = z.infer<typeof WorkItem>

/** 全部, 已逾期, 今天到期, 七日内到期. */
export const spans = ['all', 'late', 'today', 'week'] as const
export const Whose = z.object({ officer: Id.optional(), body: Id.optional() })
export type Whose = z.infer<typeof Whose>

/** A place whose inspection is due. */
export const DuePlace = z.object({
  id: Id,
  premisesNo: z.string(),
  name: z.string(),
  address: z.string(),
  kind: z.string().nullable(),
  list: z.string(),
  supervisor: Id,
  officer: Id.nullable(),
  lastInspectedOn: Day.nullable(),
  dueOn: Day,
  openHazards: Count,
})
export type DuePlace = z.infer<typeof DuePlace>

/** One officer's row of a board; without an officer: what nobody answers for. */
export const BoardRow = z.object({
  body: Id,
  officer: Id.nullable(),
  places: Count.describe('places to inspect'),
  overdue: Count.describe('places whose inspection is overdue'),
  dueSoon: Count.describe('places due within 30 days'),
  duties: Count.describe('open duties with a clock'),
  lateDuties: Count,
  dutiesSoon: Count.describe('duties that run out within 7 days'),
})
export type BoardRow = z.infer<typeof BoardRow>

const read = { may: 'inspections.read' }

export const workContract = area
  .prefix('/todo')
  .tag('work')
  .router({
    list: area
      .route({ method: 'GET', path: '/', summary: 'Open duties, the first to run out first' })
      .meta(read)
      .input(Whose.extend({ span: z.enum(spans).default('all'), ...PageQuery.shape }))
      .output(page(WorkItem)),
    counts: area
      .route({ method: 'GET', path: '/counts', summary: 'How much there is to do, and how near' })
      .meta(read)
      .input(Whose)
      .output(z.object({ late: Count, today: Count, week: Count, all: Count, overdue: Count, dueSoon: Count })),
    places: area
      .route({ method: 'GET', path: '/places', summary: 'Places whose inspection is due, the longest overdue first' })
      .meta(read)
      .input(Whose.extend({ from: Day.optional(), until: Day.optional(), ...PageQuery.shape }))
      .output(page(DuePlace)),
    board: area
      .route({ method: 'GET', path: '/board', summary: 'Loads and what is late, by body and officer' })
      .meta(read)
      .input(Whose)
      .output(listOf(BoardRow)),
    urge: area
      .route({ method: 'POST', path: '/urge', summary: 'Urge whoever answers for something that is due (催办)' })
      .meta({ may: 'work.urge' })
      .input(z.object({ kind: z.enum(['hazard']), subject: Id, words: Reason }))
      .output(z.object({ told: z.string().describe('whose account was told, or the body') })),
  })
