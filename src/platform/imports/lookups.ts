/** Finds codes and registered things by code or name, and what was probably meant where there is none. */
import { type CodeEntry, type CodeTable, inForce } from '../../kernel/codes.ts'
import type { Words } from '../../kernel/words.ts'
import { listed, Refusal, rowWord } from './faults.ts'

/** Something a column may name: an entry of a code table, or a body or place of the register. */
interface LookupEntry extends CodeEntry {
  /** What the row receives: the code, or the id of a record. `parent` is the value of the entry above. */
  readonly value: string
}
/** By the name of the table that a layout's column gives. */
export type Lookups = Readonly<Record<string, readonly LookupEntry[]>>

/** Entries of a code table, each under its other names too: 商店 finds 商店/商场/市场, 010101 finds 短路. */
export const lookupOf = ({ entries }: Pick<CodeTable, 'entries'>): LookupEntry[] =>
  entries.flatMap(({ props, ...entry }) => {
    const own = { ...entry, value: entry.code }
    const aliases = Array.isArray(props?.aliases) ? props.aliases.filter((name) => typeof name === 'string') : []
    return [own, ...aliases.map((alias) => ({ ...own, code: alias, zh: alias, en: '' }))]
  })

/** Things of a register, which the row receives by their id. */
export const lookupOfRegister = (
  things: readonly { readonly id: string; readonly code: string; readonly name: string }[],
): LookupEntry[] => things.map(({ id, code, name }) => ({ code, zh: name, en: '', value: id }))

export interface Finder {
  /** Whether some entry holds for a time only. */
  readonly dated: boolean
  /** The words for a value. */
  wordsOf(value: string): Words
  /** All entries of that code; where there are none, all of that name. */
  find(text: string): readonly LookupEntry[]
  /** The entry, under that parent if one is given, whose name or code is most like the text. */
  nearest(text: string, parent?: string): LookupEntry | undefined
}

const simple = (text: string) => text.normalize('NFKC').trim().toLowerCase()

/** How many letters must change to turn one text into the other, or more than `most`. */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] as number) + 1, (next[j - 1] as number) + 1))
    }
    row = next
  }
  return row[b.length] as number
}

/** Infinite where two names have nothing to do with each other. */
function unlikeness(wanted: string, own: string): number {
  if (own === '') return Infinity
  if (wanted.length > 1 && own.length > 1 && (own.includes(wanted) || wanted.includes(own))) return 0.5
  const most = Math.floor(Math.max(own.length, wanted.length) / 2)
  const changes = distance(wanted, own, most)
  return changes <= most ? changes : Infinity
}

const mostCached = 10_000
/** Suggestions are worked out for so many different texts of a column: a wrong column must not cost minutes. */
const mostSuggestions = 300

export function finderOf(entries: readonly LookupEntry[]): Finder {
  const byCode = new Map<string, LookupEntry[]>()
  const byName = new Map<string, LookupEntry[]>()
  const put = (map: Map<string, LookupEntry[]>, key: string, entry: LookupEntry) => {
    const held = map.get(key)
    if (!held) map.set(key, [entry])
    else if (!held.includes(entry)) held.push(entry)
  }
  for (const entry of entries) {
    put(byCode, simple(entry.code), entry)
    for (const name of [entry.zh, entry.en]) if (name !== '') put(byName, simple(name), entry)
  }
  const cache = new Map<string, readonly LookupEntry[]>()
  const suggestions = new Map<string, LookupEntry | undefined>()

  function look(text: string): readonly LookupEntry[] {
    const key = simple(text)
    return byCode.get(key) ?? byName.get(key) ?? []
  }
  return {
    dated: entries.some(({ from, until }) => from !== undefined || until !== undefined),
    wordsOf: (value) => entries.find((entry) => entry.value === value) ?? { zh: value, en: value },
    find(text) {
      let found = cache.get(text)
      if (!found) {
        found = look(text)
        if (cache.size < mostCached) cache.set(text, found)
      }
      return found
    },
    nearest(text, parent) {
      const key = `${parent ?? ''}\n${text}`
      if (suggestions.has(key)) return suggestions.get(key)
      if (suggestions.size >= mostSuggestions) return undefined
      const wanted = simple(text).slice(0, 60)
      let best: { entry: LookupEntry; score: number } | undefined
      for (const entry of entries) {
        if (parent !== undefined && entry.parent !== parent) continue
        const score = Math.min(...[entry.code, entry.zh, entry.en].map((name) => unlikeness(wanted, simple(name))))
        if (score < (best?.score ?? Infinity)) best = { entry, score }
      }
      suggestions.set(key, best?.entry)
      return best?.entry
    },
  }
}

/** '是否应为“住宅”？', or nothing. */
const suggestion = (entry: LookupEntry | undefined) =>
  entry ? rowWord('nearest', { name: { zh: entry.zh, en: entry.en || entry.zh } }) : ''

interface Meaning {
  /** The words for the table in a refusal. */
  readonly table: Words
  /** The value whose children alone are meant, and the words for it. */
  readonly parent?: { readonly value: string; readonly words: Words }
  /** The day on which the entry must be in force. */
  readonly day?: string
}

/** The value that a text names, or why it names none. */
export function resolveCode(finder: Finder, text: string, { table, parent, day }: Meaning): string | Refusal {
  const all = finder.find(text)
  const [sole] = all
  if (sole && all.length === 1 && !parent && day === undefined) return sole.value
  const under = parent ? all.filter((entry) => entry.parent === parent.value) : all
  const now = day === undefined ? under : under.filter((entry) => inForce(entry, day))
  const values = new Set(now.map(({ value }) => value))
  const [only] = values
  if (only !== undefined && values.size === 1) return only
  if (only !== undefined)
    return new Refusal('ambiguous-name', { value: text, codes: listed(now.map(({ code }) => code)) })
  if (under.length > 0) return new Refusal('not-in-force', { value: text, day })
  const hint = suggestion(finder.nearest(text, parent?.value))
  if (parent && all.length > 0) return new Refusal('wrong-parent', { value: text, parent: parent.words, hint })
  return new Refusal('unknown-code', { value: text, table, hint })
}
