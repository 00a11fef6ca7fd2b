/** The ledger as the audit administrator reads it: what may be asked. */
import { z } from 'zod'
import { area, Day, Id, Instant, PageQuery, page } from '../../../kernel/contract.ts'

/** One act as it was recorded. */
export const LedgerEntry = z.object({
  id: Id,
  position: z.int().nullable().describe('place in the sealed chain; null until the sealer has come by'),
  at: Instant,
  actor: z.string(),
  role: z.string(),
  act: z.string(),
  kind: z.string(),
  subject: Id,
  note: z.string().nullable().describe('the reason of an act of administration; null of all else'),
})
export type LedgerEntry = z.infer<typeof LedgerEntry>

export const LedgerQuery = PageQuery.extend({
  act: z.string().max(60).optional(),
  kind: z.string().max(40).optional(),
  subject: Id.optional(),
  actor: z.string().max(40).optional(),
  from: Day.optional(),
  to: Day.optional(),
})

export const auditContract = area
  .prefix('/ledger')
  .tag('ledger')
  .router({
    list: area
      .route({ method: 'GET', path: '/', summary: 'Who did what, newest first; no business content' })
      .meta({ may: 'ledger.read' })
      .input(LedgerQuery)
      .output(page(LedgerEntry)),
    verify: area
      .route({ method: 'POST', path: '/verify', summary: 'Recompute the chain and name the first broken entry' })
      .meta({ may: 'ledger.read' })
      .output(
        z.object({
          checked: z.int(),
          unsealed: z.int(),
          broken: z.object({ position: z.int(), entry: Id.nullable(), fault: z.string() }).nullable(),
        }),
      ),
  })
