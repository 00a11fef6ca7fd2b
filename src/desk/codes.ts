/** Code tables as screens need them: names of codes, choices for a field. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { CodeTable } from '../kernel/codes.ts'
import { api } from './api.ts'
import { today } from './today.ts'
import { useLang } from './words.ts'

export interface Choice {
  readonly value: string
  readonly label: string
}

/**
 * `const { nameOf, choices } = useCodes('place-kind')`. `nameOf(null)` is '—'; an old code keeps its name.
 * `choices(parent)`: the entries in force on `day` (today unless given), of the second level where a parent is given.
 */
export function useCodes(table: string, day: string = today()) {
  const lang = useLang()
  const { data, error } = useQuery(api.organisation.codes.list.queryOptions({ input: { table }, staleTime: 300_000 }))
  return useMemo(() => {
    const entries = data?.items ?? []
    const names = new Map(entries.map((entry) => [entry.code, entry[lang]]))
    const nameOf = (code: string | null | undefined) => (code ? (names.get(code) ?? code) : '—')
    const choices = (parent: string | null = null): Choice[] =>
      entries
        .filter((entry) => entry.parent === parent && entry.from <= day && day < entry.until)
        .map((entry) => ({ value: entry.code, label: entry[lang] }))
    return { entries, nameOf, choices, error }
  }, [data, error, lang, day])
}

/** A table as the rules want it, for trying them while a person types; undefined until it is there. */
export function useTable(key: string): CodeTable | undefined {
  const { entries } = useCodes(key)
  return useMemo(
    () =>
      entries.length === 0
        ? undefined
        : {
            key,
            zh: key,
            en: key,
            entries: entries.map(({ parent, ...entry }) => (parent === null ? entry : { ...entry, parent })),
          },
    [key, entries],
  )
}
