/** Code tables of inspections as shipped: the kinds of visits, and how often a year a place may be visited. */
import { z } from 'zod'
import type { CodeTable } from '../../kernel/codes.ts'

export const VisitKind = z.object({
  law: z.string(),
  /** How many inspectors it takes at least. */
  inspectors: z.int().min(1).max(10),
  /** Whether it goes by a checklist. */
  checklist: z.boolean(),
  /** Whether it is an inspection as art. 30 wants one: the next is counted from it. */
  counts: z.boolean(),
  /** Whether it counts towards what a place may be visited in a year. */
  capped: z.boolean(),
})
export type VisitKind = z.infer<typeof VisitKind>

const entry = (code: string, zh: string, en: string, props: VisitKind) => ({ code, zh, en, props })

export const visitKinds: CodeTable = {
  key: 'visit-kind',
  zh: '检查类型',
  en: 'Kinds of visits',
  entries: [
    entry('SUP', '监督检查', 'Supervision visit', {
      law: '120-30',
      inspectors: 2,
      checklist: true,
      counts: true,
      capped: true,
    }),
    entry('SPOT', '抽查', 'Spot check', { law: '120-6', inspectors: 2, checklist: true, counts: true, capped: true }),
    entry('GUIDE', '指导服务', 'Guidance visit', {
      law: 'house',
      inspectors: 1,
      checklist: false,
      counts: false,
      capped: false,
    }),
    entry('PATROL', '日常巡查', 'Daily patrol', {
      law: 'house',
      inspectors: 1,
      checklist: false,
      counts: false,
      capped: false,
    }),
    entry('RECHECK', '复查', 'Re-check', {
      law: '120-20',
      inspectors: 2,
      checklist: false,
      counts: false,
      capped: false,
    }),
    entry('VERIFY', '举报投诉核查', 'Verification of a complaint', {
      law: '120-18',
      inspectors: 2,
      checklist: false,
      counts: false,
      capped: false,
    }),
  ],
}

export const VisitCap = z.object({ law: z.string(), perYear: z.int().min(1).max(366) })

/**
 * How often a year a place of a list may be visited without a reason of its own (国办发〔2024〕54号). The numbers are the
 * province's to set; these are what the house begins with.
 */
export const visitCaps: CodeTable = {
  key: 'visit-cap',
  zh: '年度检查频次上限',
  en: 'Visits a year at most',
  entries: [
    ['KEY', '消防安全重点单位', 'Key unit', 4],
    ['LARGE', '较大非重点单位', 'Larger unit, not key', 4],
    ['SMALL', '九小场所', 'Small premises', 4],
    ['RESID', '住宅小区物业和居（村）委会', 'Property companies and committees', 6],
    ['NAMED', '派出所列管的其他单位', 'Others of the station', 4],
    ['GENERAL', '一般单位', 'Other units', 2],
  ].map(([code, zh, en, perYear]) => ({
    code: String(code),
    zh: String(zh),
    en: String(en),
    props: { law: '54', perYear },
  })),
}

export const inspectionCodeTables: readonly CodeTable[] = [visitKinds, visitCaps]
export const inspectionCodeShapes: Readonly<Record<string, z.ZodType>> = {
  [visitKinds.key]: VisitKind,
  [visitCaps.key]: VisitCap,
}
