/** What does not fit in a visit under way: where each fault is on the page, and when it is time to say so. */
import { ORPCError } from '@orpc/client'
import { z } from 'zod'
import { type VisitGround, visitFaults } from '../../../visits/checks.ts'
import { VisitFault } from '../../../visits/contract.ts'
import { asVisit, type Draft, unsaid } from './draft.ts'

/** Until somebody has tried to submit, what is merely not done yet is no fault. */
const notYet = new Set([
  'item-unanswered',
  'too-few-inspectors',
  'words-wanted',
  'disposal-wanted',
  'signature-wanted',
  'signature-on-paper',
  'witness-wanted',
  'recheck-wanted',
  'says-nothing',
  'photo-after',
  'why-not-applicable',
])

/** What the server found in what was submitted. */
export const refusedFaults = (error: unknown): VisitFault[] =>
  error instanceof ORPCError ? (z.object({ faults: z.array(VisitFault) }).safeParse(error.data).data?.faults ?? []) : []

export interface Faults {
  readonly all: readonly VisitFault[]
  /** Those that are shown now. */
  readonly shown: readonly VisitFault[]
  readonly wrong: number
}

export function faultsOf(draft: Draft, ground: VisitGround | undefined, error: unknown, tried: boolean): Faults {
  const own = ground ? visitFaults(asVisit(draft), ground) : []
  const known = new Set([...own, ...unsaid(draft)].map(({ at, rule }) => `${at} ${rule}`))
  const all = [...own, ...unsaid(draft), ...refusedFaults(error).filter(({ at, rule }) => !known.has(`${at} ${rule}`))]
  return {
    all,
    shown: tried ? all : all.filter(({ rule }) => !notYet.has(rule)),
    wrong: all.filter(({ weight }) => weight === 'fault').length,
  }
}

/** The place of a fault on the page. */
export function anchorOf(at: string, { answers, findings, rechecks }: Draft): string {
  const [part = '', key = ''] = at.split('.')
  const n = Number(key)
  if (part === 'items') return `item-${key}`
  if (part === 'answers') return `item-${answers[n]?.item}`
  if (part === 'findings') return `finding-${findings[n]?.id}`
  if (part === 'rechecks' && key !== '') return `recheck-${rechecks[n]?.hazard}`
  return `visit-${part}`
}

/** The faults of one part of the page, however deep in it. */
export const faultsAt = ({ shown }: Faults, draft: Draft, anchor: string): VisitFault[] =>
  shown.filter(({ at }) => anchorOf(at, draft) === anchor)
