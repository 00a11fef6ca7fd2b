/** Hazards (火灾隐患): what may be asked of this area. */
import { z } from 'zod'
import { area, ById, Count, Day, Id, Instant, PageQuery, page, Reason, several } from '../../kernel/contract.ts'
import { HistoryEntry } from '../../kernel/history.ts'
import { Code } from '../premises/record-contract.ts'
import { issuingContract } from './issuing/contract.ts'
import { Hazard, HazardState, OrderKind, Photos, ServiceMode } from './record-contract.ts'

export const HazardFilter = z.object({
  q: z.string().max(100).optional().describe('part of the name, the address, or the words'),
  state: several(HazardState).optional(),
  premises: several(Id).optional(),
  visit: several(Id).optional(),
  body: several(Id).optional(),
  officer: several(Id).optional(),
  station: several(Id).optional(),
  community: several(Id).optional(),
  conduct: several(Code).optional(),
  order: several(OrderKind).optional(),
  serious: z.stringbool().optional(),
  major: z.stringbool().optional(),
  late: z.stringbool().optional().describe('its next duty has run out'),
  dueUntil: Day.optional().describe('its next duty runs out on this day or before'),
  foundFrom: Day.optional(),
  foundUntil: Day.optional().describe('the last day'),
})
export type HazardFilter = z.infer<typeof HazardFilter>
export const hazardSorts = ['-foundAt', 'foundAt', 'due'] as const
export const HazardQuery = HazardFilter.extend({ sort: z.enum(hazardSorts).default('-foundAt'), ...PageQuery.shape })
export type HazardQuery = z.infer<typeof HazardQuery>

/** A duty of one hazard, done or not: its clock. */
export const Clock = z.object({
  duty: z.string(),
  law: z.string(),
  since: Day,
  by: Instant,
  dueOn: Day,
  provisional: z.boolean(),
  doneAt: Instant.nullable(),
  late: z.boolean(),
})
export type Clock = z.infer<typeof Clock>

const one = ById.extend({ version: z.int().optional() })
const withReason = one.extend({ reason: Reason })
const onDay = one.extend({ on: Day })
const recheck = onDay.extend({ photosAfter: Photos.default([]) })

const act = (path: string, summary: string, may: string) =>
  area.route({ method: 'POST', path: `/{id}/${path}`, summary }).meta({ may })
const order = 'hazards.order'
const approve = 'hazards.approve'
const read = { may: 'hazards.read' }

export const hazardContract = area
  .prefix('/hazards')
  .tag('hazards')
  .router({
    list: area
      .route({ method: 'GET', path: '/', summary: 'Hazards by filter, the newest or the first due first' })
      .meta(read)
      .input(HazardQuery)
      .output(page(Hazard)),
    counts: area
      .route({ method: 'GET', path: '/counts', summary: 'How many a filter finds, by state, and how many are late' })
      .meta(read)
      .input(HazardFilter)
      .output(
        z.object({
          all: Count,
          late: Count,
          serious: Count,
          states: z.array(z.object({ state: HazardState, n: Count })),
        }),
      ),
    get: area
      .route({ method: 'GET', path: '/{id}', summary: 'One hazard with its clocks' })
      .meta(read)
      .input(ById)
      .output(z.object({ hazard: Hazard, clocks: z.array(Clock) })),
    history: area
      .route({ method: 'GET', path: '/{id}/history', summary: 'What was done about it, newest first' })
      .meta(read)
      .input(ById)
      .output(z.object({ items: z.array(HistoryEntry) })),
    papers: issuingContract,
    orderAtOnce: act('order-at-once', 'Order it put right at once (责令立即改正)', order).input(one).output(Hazard),
    orderByTerm: act('order-by-term', 'Order it put right by a day (责令限期改正)', order)
      .input(one.extend({ term: Day }))
      .output(Hazard),
    correctOnSpot: act('correct-on-spot', 'Minor, and put right while the inspectors were there', order)
      .input(one.extend({ photosAfter: Photos.default([]) }))
      .output(Hazard),
    serve: act('serve', 'The notice has been served (送达)', order)
      .input(onDay.extend({ mode: ServiceMode, recipientName: z.string().trim().max(60).nullable() }))
      .output(Hazard),
    askExtension: act('ask-extension', 'The party asks for a longer term (申请延期)', order)
      .input(onDay.extend({ until: Day, reason: Reason }))
      .output(Hazard),
    grantExtension: act('grant-extension', 'Grant it (同意延期)', approve).input(withReason).output(Hazard),
    refuseExtension: act('refuse-extension', 'Refuse it (不同意延期)', approve).input(withReason).output(Hazard),
    applyForRecheck: act('apply-for-recheck', 'The party says that it is put right (申请复查)', order)
      .input(onDay)
      .output(Hazard),
    passRecheck: act('pass-recheck', 'Found put right at the re-check (复查合格)', order).input(recheck).output(Hazard),
    failRecheck: act('fail-recheck', 'Found not put right in time (复查不合格)', order).input(recheck).output(Hazard),
    findUnready: act('find-unready', 'Looked at on application, not ready yet, and the term goes on', order)
      .input(recheck)
      .output(Hazard),
    handOverForPenalty: act('hand-over-for-penalty', 'Hand it over for a penalty (移送处罚)', approve)
      .input(withReason)
      .output(Hazard),
    markSerious: act('mark-serious', 'It seriously threatens public safety (art. 34)', order)
      .input(withReason)
      .output(Hazard),
    reportSerious: act('report-serious', 'Reported to the street and the fire body in writing', order)
      .input(onDay)
      .output(Hazard),
    refer: act('refer', 'Refer it to the body that decides of this conduct (移送)', order)
      .input(withReason.extend({ referredTo: z.string().trim().min(2).max(100) }))
      .output(Hazard),
    takeBack: act('take-back', 'The recipient has returned it: it is decided anew', order)
      .input(withReason)
      .output(Hazard),
    assign: act('assign', 'Make another officer answer for it', approve)
      .input(withReason.extend({ officer: Id }))
      .output(Hazard),
    determineMajor: act('determine-major', 'Determine it a major hazard (重大火灾隐患)', approve)
      .input(withReason.extend({ element: Code.nullable(), experts: z.boolean() }))
      .output(Hazard),
    proposeMajor: act('propose-major', 'Reported to the government with a proposal', approve)
      .input(onDay)
      .output(Hazard),
    serveMajor: act('serve-major', 'The notice on the major hazard has been served', approve)
      .input(onDay)
      .output(Hazard),
    seal: act('seal', 'Seal the dangerous part (临时查封)', approve)
      .input(withReason.extend({ until: Day }))
      .output(Hazard),
    askRelease: act('ask-release', 'The party asks that the seal be lifted', order).input(onDay).output(Hazard),
    release: act('release', 'Lift the seal (解除查封)', approve).input(withReason).output(Hazard),
    void: act('void', 'Entered by mistake: strike it, with the reason kept', approve).input(withReason).output(Hazard),
  })
