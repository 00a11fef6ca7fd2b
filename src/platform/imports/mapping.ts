/** Matches the headers of a file with a layout's columns: exactly, by a profile, or as a proposal for a person. */
import type { Column, ColumnMapping, Layout, Profile } from '../../kernel/layout.ts'
import { FileFault, listed } from './faults.ts'
import { distance } from './lookups.ts'

/** A header without case, blanks, brackets and other signs, in which programs differ. */
const simpleHeader = (header: string): string =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** Without the unit in brackets at its end: 过火面积(平方米) → 过火面积. */
const withoutUnit = (header: string) => simpleHeader(header.normalize('NFKC').replace(/[([][^()[\]]*[)\]]\s*$/, ''))

const names = ({ key, zh, en }: Column) => [key, zh, en].map(simpleHeader)

/** The profile of a file in our own layout: each header is a column's key, Chinese or English name. */
export function canonicalProfile(headers: readonly string[], layout: Layout, ignore: Profile['ignore'] = []): Profile {
  const columns: Record<string, ColumnMapping> = {}
  for (const column of layout.columns) {
    const own = names(column)
    const from = headers.find((header) => own.includes(simpleHeader(header)))
    if (from !== undefined) columns[column.key] = { from, invalid: 'refuse' }
  }
  if (Object.keys(columns).length === 0) throw new FileFault('no-known-header', { headers: listed(headers) })
  return { name: layout.zh, columns, ignore, blanks: [], zone: 'Asia/Shanghai', coordinates: 'WGS-84' }
}

export interface Proposal {
  readonly columns: Readonly<Record<string, { readonly from: string; readonly sure: boolean }>>
  /** Headers for which no column was found. */
  readonly left: readonly string[]
  /** Keys of required columns without a header. */
  readonly missing: readonly string[]
}

const wordsOf = (header: string) =>
  new Set(
    header
      .normalize('NFKC')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [],
  )

/** Whether one of two names is most of the other: 死亡 of 死亡人数, est_loss of est_loss_cad. */
function isPart(header: string, name: string): boolean {
  if (/\p{Script=Han}/u.test(name)) {
    const [short, long] = [withoutUnit(header), withoutUnit(name)].sort((a, b) => a.length - b.length) as [
      string,
      string,
    ]
    return short.length > 1 && long.includes(short) && short.length * 2 >= long.length
  }
  const [few, many] = [wordsOf(header), wordsOf(name)].sort((a, b) => a.size - b.size) as [Set<string>, Set<string>]
  return few.size > 0 && few.isSubsetOf(many) && few.size * 2 > many.size
}

/** How well a header suits a column: 4 its own name, 3 an alias, less a likeness, 0 not at all. */
function likeness(header: string, column: Column, aliases: readonly string[]): number {
  const wanted = simpleHeader(header)
  if (wanted === '') return 0
  if (names(column).includes(wanted)) return 4
  if (aliases.map(simpleHeader).includes(wanted) || withoutUnit(column.zh) === wanted) return 3
  const all = [column.key, column.zh, column.en, ...aliases]
  const short = withoutUnit(header)
  if (all.some((name) => withoutUnit(name) === short)) return 2
  if (all.some((name) => isPart(header, name))) return 1.5
  const slip = (name: string) => distance(name, short, 2) <= Math.min(2, Math.floor(name.length / 5))
  return all.map(simpleHeader).some(slip) ? 1 : 0
}

/** Guesses which header is which column. What it is not sure of a person must confirm. */
export function proposeMapping(headers: readonly string[], layout: Layout): Proposal {
  const pairs = layout.columns.flatMap((column) =>
    headers.map((header) => ({ column, header, score: likeness(header, column, layout.aliases?.[column.key] ?? []) })),
  )
  const columns: Record<string, { from: string; sure: boolean }> = {}
  const used = new Set<string>()
  for (const { column, header, score } of pairs.filter((pair) => pair.score > 0).sort((a, b) => b.score - a.score)) {
    if (column.key in columns || used.has(header)) continue
    columns[column.key] = { from: header, sure: score >= 3 }
    used.add(header)
  }
  return {
    columns,
    left: headers.filter((header) => !used.has(header)),
    missing: layout.columns.filter(({ key, required }) => required && !(key in columns)).map(({ key }) => key),
  }
}

export interface Binding {
  readonly column: Column
  readonly mapping: ColumnMapping
  /** As in the file; a constant has none. */
  readonly headers: readonly string[]
  readonly indexes: readonly number[]
}

/**
 * Binds a profile to the headers of a file. Throws a FileFault where the profile names a column that the file or the
 * layout lacks, a required column stays without a source, or a column of the file is neither used nor ignored.
 */
export function bind(layout: Layout, profile: Profile, headers: readonly string[]): Binding[] {
  const name = profile.name
  const strange = Object.keys(profile.columns).filter((key) => !layout.columns.some((column) => column.key === key))
  if (strange.length) throw new FileFault('profile-target', { profile: name, headers: listed(strange) })

  const indexOf = (header: string) => {
    const exact = headers.indexOf(header)
    return exact === -1 ? headers.findIndex((other) => simpleHeader(other) === simpleHeader(header)) : exact
  }
  const lacking: string[] = []
  const bindings: Binding[] = []
  for (const column of layout.columns) {
    const mapping = profile.columns[column.key]
    if (!mapping) continue
    const wanted = mapping.from === undefined ? [] : [mapping.from].flat()
    const indexes = wanted.map(indexOf)
    lacking.push(...wanted.filter((_, i) => indexes[i] === -1))
    bindings.push({ column, mapping, indexes, headers: indexes.map((index) => headers[index] ?? '') })
  }
  if (lacking.length) throw new FileFault('profile-columns', { profile: name, headers: listed(lacking) })

  const missing = layout.columns.filter(({ key, required }) => required && !profile.columns[key])
  if (missing.length)
    throw new FileFault('missing-columns', { headers: listed(missing.map(({ zh, key }) => `${zh}（${key}）`)) })

  if (profile.ignore !== '*') {
    const used = new Set(bindings.flatMap(({ indexes }) => indexes))
    const ignored = new Set(profile.ignore.map(simpleHeader))
    const unknown = headers.filter((header, i) => !used.has(i) && !ignored.has(simpleHeader(header)))
    if (unknown.length) throw new FileFault('unknown-columns', { headers: listed(unknown) })
  }
  return bindings
}
