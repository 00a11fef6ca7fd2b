/** A paper (文书): which forms there are, and one as it was issued. */
import { z } from 'zod'
import { Count, Day, Id, Instant, Line } from '../../kernel/contract.ts'

export const formKeys = [
  'inspection',
  'orderAtOnce',
  'orderByTerm',
  'recheck',
  'extensionGranted',
  'extensionRefused',
  'referral',
  'seriousReport',
  'complaint',
  'complaintResult',
  'majorOrder',
  'seal',
  'release',
  'serviceReturn',
] as const
export const FormKey = z.enum(formKeys)
export type FormKey = z.infer<typeof FormKey>

/** 已签发, 已作废: a number once given is never given again. */
export const paperStates = ['issued', 'voided'] as const
export const PaperState = z.enum(paperStates)
export type PaperState = z.infer<typeof PaperState>

/** 直接送达, 留置送达, 委托送达, 邮寄送达, 公告送达. */
export const servingModes = ['direct', 'left', 'agent', 'post', 'notice'] as const
export const ServingMode = z.enum(servingModes)
export type ServingMode = z.infer<typeof ServingMode>

/** What a paper is about: a record of any area. */
export const Subject = z.object({ kind: z.string().regex(/^[a-z][A-Za-z]{1,29}$/), id: Id })
export type Subject = z.infer<typeof Subject>

export const Served = z.object({
  on: Day,
  mode: ServingMode,
  recipientName: Line.max(60).nullable().describe('who signed for it'),
  witness: Line.max(60).nullable().describe('who saw that it was refused or left'),
})
export type Served = z.infer<typeof Served>

/** How a body calls itself on paper, and where one may turn against what it decides. */
export const Letterhead = z.object({
  fullName: Line.min(2).max(100).describe('全称'),
  organ: Line.max(20).describe('机关代字'),
  station: Line.max(20).describe('站代字 with its brackets; empty where there is none'),
  reviewBody: Line.min(2).max(100).describe('行政复议机关'),
  court: Line.min(2).max(100).describe('有管辖权的人民法院'),
})
export type Letterhead = z.infer<typeof Letterhead>

export const mostScans = 20

export const Paper = z.object({
  id: Id,
  form: FormKey,
  title: z.string().describe('as the form was called when it was issued'),
  no: z.string(),
  year: z.int(),
  serial: Count,
  body: Id,
  bodyKind: z.string(),
  letterhead: Letterhead.describe('as it was when it was issued'),
  subject: Subject,
  premises: Id.nullable(),
  partyName: z.string().describe('who or what it is about, as it was called then'),
  station: Id.nullable(),
  community: Id.nullable(),
  edition: Count.describe('of the template'),
  issuedAt: Instant,
  issuedOn: Day,
  issuedBy: z.string(),
  state: PaperState,
  served: Served.nullable(),
  scans: z.array(Id),
  voidedAt: Instant.nullable(),
  voidReason: z.string().nullable(),
  version: z.int(),
})
export type Paper = z.infer<typeof Paper>
