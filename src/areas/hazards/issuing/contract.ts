/** Papers about hazards: what may be asked. */
import { z } from 'zod'
import { area, Day, Id, Line } from '../../../kernel/contract.ts'
import { Paper, Served } from '../../papers/record-contract.ts'
import { hazardForms } from '../papers.ts'
import { Hazard } from '../record-contract.ts'

const words = z.string().trim().max(1000).optional()

/** What the record does not say. What is left out is filled from it, or struck. */
export const PaperDetails = z.object({
  inspectors: z.array(Line.min(1).max(60)).max(10).optional(),
  to: z.array(Line.min(2).max(100)).max(5).optional().describe('the recipients of a referral or report, in full'),
  danger: words,
  proposal: words,
  measures: words,
  parts: words.describe('what is sealed'),
  reason: words,
  decision: words,
  termBefore: Day.optional().describe('the term before an extension'),
  materials: z.array(Line.min(1).max(200)).max(30).optional(),
  contactPhone: Line.max(40).optional(),
})
export type PaperDetails = z.infer<typeof PaperDetails>

export const issuingContract = {
  issue: area
    .route({ method: 'POST', path: '/issue-paper', summary: 'Issue a paper about hazards of one place' })
    .meta({ may: 'papers.issue' })
    .input(
      z.object({ form: z.enum(hazardForms), hazards: z.array(Id).min(1).max(200), details: PaperDetails.default({}) }),
    )
    .output(Paper),
  serve: area
    .route({
      method: 'POST',
      path: '/serve-paper',
      summary: 'A paper about hazards has been served: so is the order of each of them',
    })
    .meta({ may: 'hazards.order' })
    .input(Served.extend({ paper: Id }))
    .output(z.object({ paper: Paper, hazards: z.array(Hazard) })),
}
