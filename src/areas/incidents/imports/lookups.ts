/** What the layout's code columns may name: code tables, stations and communities, by code or name. */
import type { CodeTable } from '../../../kernel/codes.ts'

/** An entry by which the reader of a file finds a value. */
interface Named {
  readonly code: string
  readonly zh: string
  readonly en: string
  readonly value: string
  readonly parent?: string
  readonly from?: string
  readonly until?: string
}
interface Register {
  readonly stations: readonly { id: string; code: string; name: string }[]
  readonly communities: readonly { id: string; code: string; name: string }[]
}

/** A code table's entries, each under its other names too: 商店 finds 商店/商场/市场, 010101 finds 短路. */
function entriesOf({ entries }: CodeTable): Named[] {
  return entries.flatMap(({ props, ...entry }) => {
    const own = { ...entry, value: entry.code }
    const aliases = Array.isArray(props?.aliases) ? props.aliases.filter((name) => typeof name === 'string') : []
    return [own, ...aliases.map((alias) => ({ ...own, code: alias, zh: alias, en: '' }))]
  })
}

const registered = (things: Register['stations']): Named[] =>
  things.map(({ id, code, name }) => ({ code, zh: name, en: '', value: id }))

/** By the names of the tables in import-layout.ts. */
export const lookupTables = (places: CodeTable, causes: CodeTable, { stations, communities }: Register) => ({
  place: entriesOf(places),
  cause: entriesOf(causes),
  station: registered(stations),
  community: registered(communities),
})
