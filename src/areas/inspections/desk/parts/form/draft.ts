/** A visit under way: what is typed, with the id under which it will be submitted. Nothing legal is said for the officer. */
import { dayOf, wallClockOf } from '../../../../../kernel/calendar.ts'
import type { Item } from '../../../checklists/contract.ts'
import type { VisitFault } from '../../../visits/contract.ts'
import type { Answer, Recheck, Visit, VisitFinding, VisitInput } from '../../../visits/record-contract.ts'

/** A finding of which it is not said yet what is done about it. */
export type DraftFinding = Omit<VisitFinding, 'disposal'> & { readonly disposal: VisitFinding['disposal'] | null }
type DraftSignature = Omit<VisitInput['signature'], 'kind'> & {
  readonly kind: VisitInput['signature']['kind'] | null
}
export type Draft = Omit<VisitInput, 'findings' | 'signature'> & {
  readonly findings: DraftFinding[]
  readonly signature: DraftSignature
}

const minutes = (n: number) => n * 60_000
/** What is proposed is seen: a visit that ended just now and took twenty minutes. */
const usual = minutes(20)

export interface Beginning {
  readonly premises: string
  readonly kind: string
  readonly person: string
  readonly now: string
  /** The complaint that it verifies. */
  readonly complaint: string | null
  /** The visit that it corrects: said anew from what that one said, without its findings, which stand. */
  readonly corrected: Visit | null
}

const wholeMinute = (at: number) => new Date(Math.floor(at / minutes(1)) * minutes(1)).toISOString()

const anew = ({ premises, kind, person, now, complaint }: Beginning): Draft => ({
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
  signature: { kind: null, file: null, witness: null, words: null },
  photos: [],
  guidance: null,
  remarks: null,
  reason: complaint === null ? (kind === 'RECHECK' ? 'other' : 'plan') : 'complaint',
  reasonRef: complaint,
  reasonWords: null,
  corrects: null,
  deviceAt: null,
})

export function blankDraft(begin: Beginning): Draft {
  const blank = anew(begin)
  const { corrected } = begin
  if (corrected === null) return blank
  const { kind, inspectors, startedAt, endedAt, startFix, endFix, answers, accompanying, signature } = corrected
  const { photos, guidance, remarks, reason, reasonRef, reasonWords } = corrected
  return {
    ...blank,
    ...{ kind, inspectors, startedAt, endedAt, startFix, endFix, answers, accompanying, signature },
    ...{ photos, guidance, remarks, reason, reasonRef, reasonWords, corrects: corrected.id },
  }
}

/** Under which name a draft is kept: each errand to a place has its own. */
export const draftName = ({ premises, kind, complaint, corrected }: Beginning): string =>
  `visit.${premises}.${corrected?.id ?? complaint ?? kind}`

/** Whether anything was typed. The id is another each time, and the time moves on by itself. */
export function touched(draft: Draft, begin: Draft): boolean {
  const plain = ({ id: _, startedAt: __, endedAt: ___, ...said }: Draft) => JSON.stringify(said)
  const moved = Date.parse(draft.endedAt) - Date.parse(draft.startedAt) !== usual && begin.corrects === null
  return moved || plain(draft) !== plain(begin)
}

/** As the rules and the server want it. What is not said yet is a fault of its own: see `unsaid`. */
export const asVisit = (draft: Draft): VisitInput => ({
  ...draft,
  findings: draft.findings.map((one) => ({ ...one, disposal: one.disposal ?? 'later' })),
  signature: { ...draft.signature, kind: draft.signature.kind ?? 'absent' },
})

/** What the contract wants and the officer has not said yet. */
export function unsaid({ findings, signature }: Draft): VisitFault[] {
  const fault = (at: string, rule: string): VisitFault => ({ at, rule, weight: 'fault' })
  return [
    ...findings.flatMap(({ words, disposal }, i) => [
      ...(words.trim().length < 2 ? [fault(`findings.${i}.words`, 'words-wanted')] : []),
      ...(disposal === null ? [fault(`findings.${i}.disposal`, 'disposal-wanted')] : []),
    ]),
    ...(signature.kind === null ? [fault('signature', 'signature-wanted')] : []),
  ]
}

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
export const blankFinding = (item: Pick<Item, 'code' | 'conduct'> | null): DraftFinding => ({
  id: crypto.randomUUID(),
  item: item?.code ?? null,
  conduct: item?.conduct ?? 'OTHER',
  words: '',
  spot: null,
  photos: [],
  minor: false,
  serious: false,
  disposal: null,
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

/** A phrase taken into words that may be there already. */
export const withPhrase = (words: string, phrase: string): string =>
  words.includes(phrase) ? words : words.trim() === '' ? phrase : `${words.trim()}；${phrase}`

/** An instant as a field of date and time shows it, and back: by the wall clock of Shanghai, whatever the computer's zone. */
export const fieldTime = (instant: string): string => wallClockOf(instant).slice(0, 16).replace(' ', 'T')
export const timeOfField = (text: string): string | undefined =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text) ? new Date(`${text.slice(0, 16)}:00+08:00`).toISOString() : undefined

export const visitedOn = ({ endedAt }: Pick<Draft, 'endedAt'>): string => dayOf(endedAt)
