/** Checklists (检查项目表): what is looked at by kind of object, each item with its article, kept by version. */
import { z } from 'zod'
import { area, ById, Count, Day, Id, Instant, listOf, Reason } from '../../../kernel/contract.ts'
import { Code, Form } from '../../premises/record-contract.ts'

/** 无需, 拍照, 测量. */
export const evidenceKinds = ['none', 'photo', 'measurement'] as const

export const Item = z.object({
  code: Code.describe('U4, P1, C3; the district’s own begin with D'),
  zh: z.string().trim().min(2).max(200),
  en: z.string().trim().max(300),
  law: z.string().describe('the article that it rests on: 120-31'),
  how: z.string().trim().max(500).describe('how it is looked at'),
  evidence: z.enum(evidenceKinds),
  unit: z.string().trim().max(20).nullable().describe('of what is measured'),
  conduct: Code.nullable().describe('table conduct: what it is called where it does not hold'),
  mandatory: z.boolean(),
  kinds: z.array(Code).max(60).describe('kinds and groups of kinds that it is asked of; none: of all'),
})
export type Item = z.infer<typeof Item>

/** 草稿, 在用（自生效日起）, 作废的草稿. */
export const checklistStates = ['draft', 'issued', 'discarded'] as const

export const Checklist = z.object({
  id: Id,
  key: Code.describe('UNIT, COMPANY, COMMITTEE …'),
  zh: z.string(),
  en: z.string(),
  forms: z.array(Form).describe('the objects that it is for'),
  edition: Count,
  state: z.enum(checklistStates),
  from: Day.nullable().describe('first day on which visits are made by it'),
  until: Day.nullable().describe('first day on which a later edition holds'),
  items: z.array(Item),
  changedBy: z.string(),
  changedAt: Instant,
  version: z.int(),
})
export type Checklist = z.infer<typeof Checklist>

const keep = { may: 'inspections.checklists' }
const read = { may: 'inspections.read' }
const items = z.array(Item).min(1).max(120)

export const checklistContract = area.prefix('/inspections/checklists').router({
  list: area
    .route({ method: 'GET', path: '/', summary: 'All editions of all checklists, drafts for those who keep them' })
    .meta(read)
    .input(z.object({ key: Code.optional() }))
    .output(listOf(Checklist)),
  get: area.route({ method: 'GET', path: '/{id}', summary: 'One edition' }).meta(read).input(ById).output(Checklist),
  forPlace: area
    .route({ method: 'GET', path: '/for', summary: 'The edition and the items that a visit to a place goes by' })
    .meta(read)
    .input(z.object({ premises: Id, on: Day.optional() }))
    .output(z.object({ checklist: Checklist.nullable(), items: z.array(Item) })),
  draft: area
    .route({ method: 'POST', path: '/', summary: 'Begin a new edition from the one in force' })
    .meta(keep)
    .input(z.object({ key: Code }))
    .output(Checklist),
  revise: area
    .route({ method: 'POST', path: '/{id}/items', summary: 'Change the items of a draft' })
    .meta(keep)
    .input(ById.extend({ version: z.int(), items }))
    .output(Checklist),
  issue: area
    .route({ method: 'POST', path: '/{id}/issue', summary: 'Put a draft in force from a day on' })
    .meta(keep)
    .input(ById.extend({ version: z.int(), from: Day, reason: Reason }))
    .output(Checklist),
  discard: area
    .route({ method: 'POST', path: '/{id}/discard', summary: 'Discard a draft' })
    .meta(keep)
    .input(ById.extend({ reason: Reason }))
    .output(Checklist),
})
