/** A visit under way: what is typed, with the id under which it will be submitted, kept over a reload. */
import { keepWork, keptWork } from '../../../../../desk/kept.ts'
import type { Item } from '../../../checklists/contract.ts'
import type { Answer, Recheck, VisitFinding, VisitInput } from '../../../visits/record-contract.ts'

export type Draft = VisitInput

const minutes = (n: number) => n * 60_000
/** What is proposed is seen: a visit that ended just now and took twenty minutes. */
const usual = minutes(20)

export interface Beginning {
  readonly premises: string
  readonly kind: string
  readonly corrects: string | null
  readonly person: string
  readonly now: string
}

const wholeMinute = (at: number) => new Date(Math.floor(at / minutes(1)) * minutes(1)).toISOString()

export const blankDraft = ({ premises, kind, corrects, person, now }: Beginning): Draft => ({
  id: crypto.randomUUID(),
  premises,
  kind,
  inspectors: [person],
  startedAt: wholeMinute(Date.parse(now) - usual),
  endedAt: wholeMinute(Date.parse(now)),
  startFix: null,
  endFix: null,
  checklist: null,
  answers: [],
  findings: [],
  rechecks: [],
  accompanying: null,
  signature: { kind: 'signed', file: null, witness: null, words: null },
  photos: [],
  guidance: null,
  remarks: null,
  reason: 'plan',
  reasonRef: null,
  reasonWords: null,
  corrects,
  deviceAt: null,
})

const name = (premises: string) => `visit.${premises}`
export const keptDraft = (owner: string, premises: string) => keptWork<Draft>(owner, name(premises))
export const keepDraft = (owner: string, premises: string, draft: Draft | undefined): void =>
  keepWork(owner, name(premises), draft)

/** How a draft is changed: by a part of it, or from what it was. */
export type Change = (change: Partial<Draft> | ((was: Draft) => Partial<Draft>)) => void

const blankAnswer = (item: string): Answer => ({
  item,
  answer: 'yes',
  words: null,
  measured: null,
  photos: [],
  at: null,
})

/** The answers with one of them changed, or given. */
export const answered = (answers: readonly Answer[], item: string, change: Partial<Answer>): Answer[] => {
  const known = answers.find((one) => one.item === item)
  const after = { ...(known ?? blankAnswer(item)), ...change }
  return known ? answers.map((one) => (one.item === item ? after : one)) : [...answers, after]
}

/** A finding as an item that does not hold suggests it. */
export const blankFinding = (item: Pick<Item, 'code' | 'conduct'> | null): VisitFinding => ({
  id: crypto.randomUUID(),
  item: item?.code ?? null,
  conduct: item?.conduct ?? 'OTHER',
  words: '',
  spot: null,
  photos: [],
  minor: false,
  serious: false,
  disposal: 'later',
  term: null,
  photosAfter: [],
})

export const changedIn = <T extends { id: string }>(list: readonly T[], id: string, change: Partial<T>): T[] =>
  list.map((one) => (one.id === id ? { ...one, ...change } : one))

/** The re-checks with one of them changed, given, or taken away. */
export const rechecked = (list: readonly Recheck[], hazard: string, change: Partial<Recheck> | null): Recheck[] => {
  const others = list.filter((one) => one.hazard !== hazard)
  if (change === null) return others
  const known = list.find((one) => one.hazard === hazard) ?? { hazard, corrected: true, words: null, photos: [] }
  return [...others, { ...known, ...change }]
}
