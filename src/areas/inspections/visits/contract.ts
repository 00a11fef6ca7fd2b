/** Visits: what may be asked. */
import { z } from 'zod'
import { area, ById, Count, Day, Id, PageQuery, page, several } from '../../../kernel/contract.ts'
import { Hazard } from '../../hazards/record-contract.ts'
import { Paper } from '../../papers/record-contract.ts'
import { Code } from '../../premises/record-contract.ts'
import { Visit, VisitInput, VisitMark, visitReasons } from './record-contract.ts'

/** A visit in a list, without its answers and findings. */
export const VisitRow = Visit.pick({
  id: true,
  premises: true,
  premisesNo: true,
  premisesName: true,
  address: true,
  kind: true,
  body: true,
  station: true,
  community: true,
  inspectors: true,
  inspectorNames: true,
  startedAt: true,
  endedAt: true,
  visitedOn: true,
  reason: true,
  submittedAt: true,
  submittedBy: true,
  marks: true,
  corrects: true,
  correctedBy: true,
}).extend({ answered: Count, hazards: Count, rechecked: Count })
export type VisitRow = z.infer<typeof VisitRow>

export const VisitFilter = z.object({
  q: z.string().max(100).optional(),
  premises: several(Id).optional(),
  kind: several(Code).optional(),
  body: several(Id).optional(),
  inspector: several(Id).optional(),
  station: several(Id).optional(),
  community: several(Id).optional(),
  reason: several(z.enum(visitReasons)).optional(),
  mark: several(VisitMark).optional(),
  found: z.stringbool().optional().describe('it found hazards'),
  from: Day.optional(),
  until: Day.optional().describe('the last day'),
})
export type VisitFilter = z.infer<typeof VisitFilter>
export const VisitQuery = VisitFilter.extend({
  sort: z.enum(['-startedAt', 'startedAt', '-hazards']).default('-startedAt'),
  ...PageQuery.shape,
})
export type VisitQuery = z.infer<typeof VisitQuery>

/** What does not fit in a visit, by its place in it: 'answers.3.photos'. */
export const VisitFault = z.object({ at: z.string(), rule: z.string(), weight: z.enum(['fault', 'warning']) })
export type VisitFault = z.infer<typeof VisitFault>

const read = { may: 'inspections.read' }
const visit = { may: 'inspections.visit' }

export const visitContract = area.prefix('/inspections/visits').router({
  list: area
    .route({ method: 'GET', path: '/', summary: 'Visits by filter, newest first unless sorted' })
    .meta(read)
    .input(VisitQuery)
    .output(page(VisitRow)),
  counts: area
    .route({ method: 'GET', path: '/counts', summary: 'How many visits a filter finds, places and hazards' })
    .meta(read)
    .input(VisitFilter)
    .output(z.object({ visits: Count, premises: Count, hazards: Count })),
  get: area
    .route({ method: 'GET', path: '/{id}', summary: 'One visit, the hazards that it found and those it saw again' })
    .meta(read)
    .input(ById)
    .output(z.object({ visit: Visit, found: z.array(Hazard), rechecked: z.array(Hazard) })),
  check: area
    .route({ method: 'POST', path: '/check', summary: 'What does not fit in a visit under way; writes nothing' })
    .meta({ ...visit, repeatable: true })
    .input(VisitInput)
    .output(z.object({ faults: z.array(VisitFault) })),
  submit: area
    .route({ method: 'POST', path: '/', summary: 'Submit a visit whole; repeated with the same id it is done once' })
    // Its own id makes it safe to repeat, so no answer is kept beside it.
    .meta({ ...visit, repeatable: true })
    .input(VisitInput)
    .output(z.object({ visit: Visit, found: z.array(Hazard), rechecked: z.array(Hazard) })),
  bringFile: area
    .route({ method: 'POST', path: '/files', summary: 'Bring a photo or a signature' })
    .meta({ ...visit, repeatable: true })
    .input(z.object({ file: z.file() }))
    .output(z.object({ file: Id })),
  file: area
    .route({
      method: 'GET',
      path: '/files/{id}',
      summary: 'A picture of a visit or a hazard',
      outputStructure: 'detailed',
    })
    .meta(read)
    .input(ById)
    .output(z.object({ headers: z.record(z.string(), z.string()), body: z.file() })),
  issueRecord: area
    .route({ method: 'POST', path: '/{id}/record', summary: 'Issue its inspection record (检查记录) as a paper' })
    .meta({ may: 'papers.issue' })
    .input(ById)
    .output(Paper),
  export: area
    .route({
      method: 'GET',
      path: '/export',
      summary: 'All that a filter finds, as a file; logged',
      outputStructure: 'detailed',
    })
    .meta({ may: 'premises.export' })
    .input(VisitFilter.extend({ format: z.enum(['csv', 'xlsx']) }))
    .output(z.object({ headers: z.record(z.string(), z.string()), body: z.file() })),
})
