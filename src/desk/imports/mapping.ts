/** A mapping as the wizard edits it: one entry a column of ours, turned into a profile when it is used. */
import type { Column, ColumnMapping, Profile } from '../../kernel/layout.ts'
import type { Lang } from '../../kernel/words.ts'

export type Mapping = Readonly<Record<string, ColumnMapping>>
export interface Draft {
  readonly name: string
  readonly columns: Mapping
  readonly ignoreOthers: boolean
  readonly zone: string
  readonly coordinates: Profile['coordinates']
  readonly blanks: readonly string[]
  readonly read: Profile['read']
}

export const draftOf = (profile: Profile): Draft => ({
  name: profile.name,
  columns: profile.columns,
  ignoreOthers: profile.ignore === '*',
  zone: profile.zone,
  coordinates: profile.coordinates,
  blanks: profile.blanks,
  read: profile.read,
})

export function profileOf({ name, columns, ignoreOthers, zone, coordinates, blanks, read }: Draft): Profile {
  return {
    name,
    columns: { ...columns },
    ignore: ignoreOthers ? '*' : [],
    zone,
    coordinates,
    blanks: [...blanks],
    ...(read === undefined ? {} : { read }),
  }
}

/** The headers a column is taken from. */
export const headersOf = ({ from }: ColumnMapping): string[] =>
  from === undefined ? [] : Array.isArray(from) ? from : [from]

/** Taken from these headers; from none it is not imported. */
export function fromHeaders(draft: Draft, key: string, headers: readonly string[]): Draft {
  const { [key]: was, ...others } = draft.columns
  if (headers.length === 0) return { ...draft, columns: others }
  const { constant: _, pick, ...kept } = was ?? { invalid: 'refuse' as const, pick: undefined }
  const from = headers.length === 1 ? (headers[0] ?? '') : [...headers]
  return { ...draft, columns: { ...others, [key]: { ...kept, from, ...(pick && headers.length > 1 ? { pick } : {}) } } }
}

/** The same in every row; an empty constant takes the column out. */
export function asConstant(draft: Draft, key: string, constant: string): Draft {
  const { [key]: was, ...others } = draft.columns
  if (constant === '') return { ...draft, columns: others }
  return { ...draft, columns: { ...others, [key]: { constant, invalid: was?.invalid ?? 'refuse' } } }
}

/** Changes a setting of a mapped column; an empty one is taken away. */
export function withSetting(
  draft: Draft,
  key: string,
  setting: Partial<Pick<ColumnMapping, 'values' | 'multiply' | 'dateFormat' | 'invalid'>> & {
    readonly pick?: 'first' | ''
  },
): Draft {
  const was = draft.columns[key]
  if (!was) return draft
  const merged = Object.entries({ ...was, ...setting }).filter(([, value]) => value !== '' && value !== undefined)
  return { ...draft, columns: { ...draft.columns, [key]: Object.fromEntries(merged) as ColumnMapping } }
}

/** Required columns of ours that nothing is mapped to. */
export const lacking = (ours: readonly Column[], { columns }: Draft, lang: Lang): string[] =>
  ours.filter(({ key, required }) => required && !(key in columns)).map((column) => column[lang])

/** Headers of the file that nothing is taken from. */
export const leftOver = ({ columns }: Draft, headers: readonly string[]): string[] => {
  const taken = new Set(Object.values(columns).flatMap(headersOf))
  return headers.filter((header) => !taken.has(header))
}

/** Headers that the mapping takes something from and the file does not have. */
export const absent = ({ columns }: Draft, headers: readonly string[]): string[] =>
  [...new Set(Object.values(columns).flatMap(headersOf))].filter((header) => !headers.includes(header))

/** Whether a trial can be asked for: what is known to be refused as a whole is not even tried. */
export const isReady = (ours: readonly Column[], draft: Draft, headers: readonly string[], lang: Lang): boolean =>
  lacking(ours, draft, lang).length === 0 &&
  absent(draft, headers).length === 0 &&
  (draft.ignoreOthers || leftOver(draft, headers).length === 0)
