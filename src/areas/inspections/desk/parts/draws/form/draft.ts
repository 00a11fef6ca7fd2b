/** A draw as it is being prepared: what was typed, what is missing, and what is sent. */

import type { PremisesFilter } from '../../../../../premises/finding/contract.ts'
import type { Preparation } from '../../../../draws/contract.ts'
import type { Source, StrataKey, Take } from '../../../../draws/package.ts'

export const chipKeys = ['form', 'list', 'station'] as const
export const filterKeys = [...chipKeys, 'kind'] as const
export type FilterKey = (typeof filterKeys)[number]

export interface TakeDraft {
  readonly by: 'count' | 'share'
  readonly n: number | null
}
interface Special {
  readonly key: number
  readonly value: string | null
  readonly take: TakeDraft
}
export interface Commit {
  readonly key: number
  readonly name: string
  readonly commitment: string
}

export interface DrawDraft {
  readonly title: string
  readonly filter: Readonly<Record<FilterKey, readonly string[]>>
  readonly capMonths: number | null
  readonly take: TakeDraft
  readonly by: StrataKey | null
  readonly takes: readonly Special[]
  readonly perObject: number
  readonly people: readonly string[]
  readonly away: Readonly<Record<string, string>>
  readonly kind: Source['kind']
  readonly words: string
  readonly at: string | null
  readonly commits: readonly Commit[]
}

export const emptyDraft: DrawDraft = {
  title: '',
  filter: { form: ['unit'], list: [], station: [], kind: [] },
  capMonths: 12,
  take: { by: 'share', n: 5 },
  by: null,
  takes: [],
  perObject: 2,
  people: [],
  away: {},
  kind: 'event',
  words: '',
  at: null,
  commits: [
    { key: 1, name: '', commitment: '' },
    { key: 2, name: '', commitment: '' },
  ],
}

export const filterOf = ({ filter }: DrawDraft): PremisesFilter =>
  Object.fromEntries(filterKeys.flatMap((key) => (filter[key].length > 0 ? [[key, filter[key]]] : [])))

/** A share is typed in per cent, with one decimal. */
const takeOf = ({ by, n }: TakeDraft): Take =>
  by === 'count' ? { count: Math.round(n ?? 0) } : { perMille: Math.round((n ?? 0) * 10) }

const isDigest = (text: string) => /^[0-9a-f]{64}$/.test(text.trim().toLowerCase())

/** Which fields are missing or wrong, by the key of their words. */
export function wantsOf(
  draft: DrawDraft,
  now: string,
): ReadonlyMap<string, 'want' | 'wantPeople' | 'wantCommits' | 'wantDigest' | 'wantAhead'> {
  const wants = new Map<string, 'want' | 'wantPeople' | 'wantCommits' | 'wantDigest' | 'wantAhead'>()
  if (draft.title.trim().length < 2) wants.set('title', 'want')
  if (!draft.take.n) wants.set('take', 'want')
  if (draft.takes.some(({ value, take }) => value === null || !take.n)) wants.set('takes', 'want')
  if (draft.people.length === 0) wants.set('people', 'wantPeople')
  if (Object.values(draft.away).some((words) => words.trim() === '')) wants.set('away', 'want')
  if (draft.at === null) wants.set('at', 'want')
  else if (draft.at <= now) wants.set('at', 'wantAhead')
  if (draft.kind === 'event' && draft.words.trim().length < 4) wants.set('words', 'want')
  if (draft.kind === 'commit') {
    if (draft.commits.length < 2 || draft.commits.some(({ name }) => name.trim() === ''))
      wants.set('commits', 'wantCommits')
    else if (draft.commits.some(({ commitment }) => !isDigest(commitment))) wants.set('commits', 'wantDigest')
  }
  return wants
}

/** What is sent, of a draft that lacks nothing. */
export function preparationOf(draft: DrawDraft): Preparation {
  const at = draft.at ?? ''
  const source: Source =
    draft.kind === 'event'
      ? { kind: 'event', words: draft.words, at }
      : {
          kind: 'commit',
          at,
          by: draft.commits.map(({ name, commitment }) => ({ name, commitment: commitment.trim().toLowerCase() })),
        }
  return {
    title: draft.title,
    filter: filterOf(draft),
    capMonths: draft.capMonths,
    take: takeOf(draft.take),
    strata:
      draft.by === null
        ? null
        : { by: draft.by, takes: draft.takes.map(({ value, take }) => ({ value: value ?? '', take: takeOf(take) })) },
    perObject: draft.perObject,
    source,
    inspectors: draft.people.map((person) => ({ person, away: draft.away[person] ?? null })),
  }
}

/** What every part of the form is given. */
export interface Editing {
  readonly draft: DrawDraft
  readonly set: (change: Partial<DrawDraft>) => void
  /** Words below a field, once the person has tried to send it. */
  readonly problem: (field: string) => string | undefined
}
