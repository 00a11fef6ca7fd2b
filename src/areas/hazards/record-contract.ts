/** A fire hazard (火灾隐患), as it is found and as it is shown. */
import { z } from 'zod'
import { Day, Id, Instant, Line } from '../../kernel/contract.ts'
import { Code, SupervisorKind } from '../premises/record-contract.ts'

/** 已发现, 已责令改正, 逾期未改正, 已移送, 已消除, 已撤销. */
export const hazardStates = ['found', 'ordered', 'uncorrected', 'referred', 'closed', 'voided'] as const
export const HazardState = z.enum(hazardStates)
export type HazardState = z.infer<typeof HazardState>

/** 当场改正（口头责令）, 责令立即改正, 责令限期改正. */
export const orderKinds = ['spot', 'atOnce', 'term'] as const
export const OrderKind = z.enum(orderKinds)

/** 直接送达, 留置送达, 委托送达, 邮寄送达, 公告送达. */
export const serviceModes = ['direct', 'left', 'agent', 'post', 'notice'] as const
export const ServiceMode = z.enum(serviceModes)

/** Who decides where the station and the brigade may not: 住建部门 for acceptance, 消防救援机构 for the opening check. */
export const recipients = ['housing', 'brigade', 'street', 'other'] as const
export const Recipient = z.enum(recipients)
export type Recipient = z.infer<typeof Recipient>

export const mostPhotos = 20
export const Photos = z.array(Id).max(mostPhotos)
export const Words = z.string().trim().max(1000)

/** What an inspector says of a hazard when it is found. */
export const Finding = z.object({
  id: Id.describe('made by the client, so that a repeated submission makes no second hazard'),
  item: Code.nullable().describe('the item of the checklist that showed it'),
  conduct: Code.describe('table conduct: the conduct of art. 33, or another that the law names'),
  words: Words.min(2),
  spot: Line.max(200).nullable().describe('where on the premises'),
  photos: Photos,
  minor: z.boolean(),
  serious: z.boolean().describe('seriously threatens public safety (art. 34)'),
})
export type Finding = z.infer<typeof Finding>

/** What must happen next, by when and by which article; who it is up to is the hazard's officer and body. */
export const NextDuty = z.object({
  duty: z.string(),
  law: z.string(),
  by: Instant.describe('the first instant at which it is late'),
  dueOn: Day.describe('the last day on which it is in time'),
  provisional: z.boolean().describe('it reaches into a year whose days off are not announced yet'),
})
export type NextDuty = z.infer<typeof NextDuty>

export const Hazard = Finding.extend({
  premises: Id,
  premisesNo: z.string(),
  premisesName: z.string().describe('as it was called when it was found'),
  address: z.string(),
  visit: Id.nullable().describe('the visit that found it'),
  foundAt: Instant,
  inspectedOn: Day,
  body: Id.describe('the body that found it and answers for it'),
  bodyKind: SupervisorKind,
  station: Id.nullable(),
  community: Id.nullable(),
  officer: Id.nullable(),
  words: z.string(),
  spot: z.string().nullable(),
  state: HazardState,
  order: OrderKind.nullable(),
  orderedAt: Instant.nullable(),
  term: Day.nullable().describe('day by which it must be put right'),
  termEnds: Day.nullable().describe('its last day: where that is a day off, the next working day'),
  servedOn: Day.nullable(),
  serviceMode: ServiceMode.nullable(),
  recipientName: z.string().nullable().describe('who signed for the notice, or why nobody did'),
  extensionAskedOn: Day.nullable(),
  extensionUntil: Day.nullable(),
  extensionReason: z.string().nullable(),
  extensionDecidedOn: Day.nullable(),
  extensionGranted: z.boolean().nullable(),
  appliedOn: Day.nullable().describe('day on which the party said that it is put right'),
  recheckedOn: Day.nullable(),
  recheckVisit: Id.nullable(),
  uncorrectedOn: Day.nullable().describe('day on which it was first found not put right in time'),
  photosAfter: z.array(Id),
  seriousOn: Day.nullable().describe('day since which it is known to be serious'),
  reportedOn: Day.nullable().describe('day on which the serious hazard was reported to the street and the fire body'),
  referTo: Recipient.nullable().describe('who decides of this conduct, where the finder may not'),
  referredOn: Day.nullable(),
  referredTo: z.string().nullable().describe('the body that it was referred to'),
  penaltyOn: Day.nullable().describe('day on which it was handed over for a penalty, not having been put right'),
  major: z.string().nullable().describe('table major-hazard: the element of GB 35181 by which it is 重大火灾隐患'),
  majorOn: Day.nullable(),
  majorExperts: z.boolean(),
  majorProposedOn: Day.nullable(),
  majorServedOn: Day.nullable(),
  sealedOn: Day.nullable(),
  sealUntil: Day.nullable(),
  releaseAskedOn: Day.nullable(),
  releasedOn: Day.nullable(),
  closedOn: Day.nullable(),
  voidReason: z.string().nullable(),
  next: NextDuty.nullable(),
  version: z.int(),
})
export type Hazard = z.infer<typeof Hazard>
