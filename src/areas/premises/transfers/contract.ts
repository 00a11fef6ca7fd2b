/** Handing a record over from one supervising body to another (监管移交): what may be asked. */
import { z } from 'zod'
import { area, ById, Count, Id, Instant, PageQuery, page, Reason, several } from '../../../kernel/contract.ts'
import { PremisesFilter } from '../finding/contract.ts'
import { Form } from '../record-contract.ts'

/** 待接收, 已接收, 已退回, 已撤回. */
export const transferStates = ['offered', 'accepted', 'returned', 'withdrawn'] as const
export const TransferState = z.enum(transferStates)

export const Transfer = z.object({
  id: Id,
  premises: Id,
  premisesNo: z.string(),
  name: z.string(),
  address: z.string(),
  form: Form,
  kind: z.string().nullable(),
  inReach: z.boolean().describe('the record itself may be opened'),
  fromBody: Id,
  toBody: Id,
  state: TransferState,
  criteria: z.array(z.string()).describe('criteria of 重点单位 that it met when it was offered; table key-unit-rule'),
  reason: z.string(),
  offeredBy: z.string(),
  offeredAt: Instant,
  answer: z.string().nullable().describe('why it was returned or withdrawn'),
  answeredBy: z.string().nullable(),
  answeredAt: Instant.nullable(),
  openDays: Count.describe('days from the offer to the answer, or to today where there is none'),
  version: z.int(),
})
export type Transfer = z.infer<typeof Transfer>

export const TransferFilter = z.object({
  premises: several(Id).optional(),
  state: several(TransferState).optional(),
  direction: z.enum(['in', 'out']).optional().describe("offered to, or by, the actor's own body"),
  body: several(Id).optional().describe('one of its two sides'),
})
export type TransferFilter = z.infer<typeof TransferFilter>
export const TransferQuery = TransferFilter.extend(PageQuery.shape)
export type TransferQuery = z.infer<typeof TransferQuery>

/** A batch is done in one piece, so it must not hold too many records at once. */
export const mostAtOnce = 500
/** Null: to the body that the rule names for each record. */
const To = Id.nullable()
const Many = z.object({
  ids: z.array(Id).min(1).max(mostAtOnce).optional(),
  filter: PremisesFilter.optional().describe('asked only where no ids are given'),
  to: To,
  reason: Reason,
})
export type Many = z.infer<typeof Many>

const read = { may: 'premises.read' }
const transfer = { may: 'premises.transfer' }

export const transferContract = area
  .prefix('/transfers')
  .tag('transfers')
  .router({
    list: area
      .route({ method: 'GET', path: '/', summary: 'Transfers by filter, the last offered first' })
      .meta(read)
      .input(TransferQuery)
      .output(page(Transfer)),
    counts: area
      .route({ method: 'GET', path: '/counts', summary: 'How many wait for the own body, were sent by it, are open' })
      .meta(read)
      .output(z.object({ in: Count, out: Count, open: Count })),
    offer: area
      .route({ method: 'POST', path: '/', summary: 'Offer a record to another body' })
      .meta(transfer)
      .input(z.object({ premises: Id, to: To, reason: Reason }))
      .output(Transfer),
    offerMany: area
      .route({ method: 'POST', path: '/many', summary: 'Offer many records; those that cannot be are named' })
      .meta(transfer)
      .input(Many)
      .output(
        z.object({
          offered: Count,
          refused: z.array(z.object({ premises: Id, premisesNo: z.string(), name: z.string(), rule: z.string() })),
        }),
      ),
    accept: area
      .route({ method: 'POST', path: '/{id}/accept', summary: 'Take the record over' })
      .meta(transfer)
      .input(ById)
      .output(Transfer),
    return: area
      .route({ method: 'POST', path: '/{id}/return', summary: 'Return it, with the reason' })
      .meta(transfer)
      .input(ById.extend({ reason: Reason }))
      .output(Transfer),
    withdraw: area
      .route({ method: 'POST', path: '/{id}/withdraw', summary: 'Take the offer back' })
      .meta(transfer)
      .input(ById.extend({ reason: Reason.optional() }))
      .output(Transfer),
  })
