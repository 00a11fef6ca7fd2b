/** The compliance matrix (规定落实): obligation × body × month, met, late or missed, with the records behind each cell. */
import { z } from 'zod'
import { area, Count, Day, Id, Instant, listOf } from '../../../kernel/contract.ts'

const Figures = { met: Count, late: Count, missed: Count, running: Count }

export const Cell = z.object({ obligation: z.string(), body: Id, month: z.string(), ...Figures })
export type Cell = z.infer<typeof Cell>

export const Obligation = z.object({
  key: z.string(),
  zh: z.string(),
  en: z.string(),
  law: z.string(),
  article: z.string().nullable().describe('the article of the city’s Regulation that asks for it'),
})
export type Obligation = z.infer<typeof Obligation>

/** A record behind a cell. */
export const Evidence = z.object({
  kind: z.string(),
  subject: Id,
  duty: z.string(),
  premises: Id.nullable(),
  place: z.string().nullable(),
  officer: Id.nullable(),
  since: Day.nullable(),
  dueOn: Day,
  doneAt: Instant.nullable(),
  outcome: z.enum(['met', 'late', 'missed', 'running']),
})
export type Evidence = z.infer<typeof Evidence>

const read = { may: 'inspections.read' }
const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

export const complianceContract = area.prefix('/work/compliance').router({
  matrix: area
    .route({ method: 'GET', path: '/', summary: 'How the obligations of a year were met, by body and month' })
    .meta(read)
    .input(z.object({ year: z.coerce.number().int().min(2000).max(2100) }))
    .output(z.object({ obligations: z.array(Obligation), cells: z.array(Cell) })),
  behind: area
    .route({ method: 'GET', path: '/behind', summary: 'The records behind a cell, at most 500' })
    .meta(read)
    .input(
      z.object({
        obligation: z.string().max(60),
        body: Id.optional(),
        from: Month,
        until: Month,
        outcome: z.enum(['met', 'late', 'missed', 'running']).optional(),
      }),
    )
    .output(listOf(Evidence)),
})
