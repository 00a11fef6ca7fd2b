/** What the first rows become by the mapping under way, asked again shortly after each change. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Preview, Upload } from '../../kernel/import-contract.ts'
import { useSettled } from '../settled.ts'
import { useImporting } from './importing.ts'
import { type Draft, headersOf, profileOf } from './mapping.ts'

/** Longer than any column holds: enough to see that a text is too long. */
const cellLength = 2000

export function usePreview({ headers, sample }: Upload, draft: Draft) {
  const { api } = useImporting()
  const profile = profileOf(useSettled(draft))
  const rows = sample.map((cells) => cells.map((cell) => cell.slice(0, cellLength)))
  return useQuery({
    ...api.preview.queryOptions({
      input: { headers, rows, profile },
      placeholderData: keepPreviousData,
      retry: false,
    }),
    // Of the sample the mapping alone changes.
    queryKey: [...api.preview.key(), headers, profile],
    gcTime: 0,
  })
}

export interface Shown {
  /** As it stands in the file. */
  readonly raw: string
  readonly value: Preview['rows'][number]['values'][string]
  readonly faults: Preview['rows'][number]['faults']
}

/** The different values of a column in the first rows, what is at fault first. */
export function shownOf(key: string, { headers, sample }: Upload, { columns }: Draft, rows: Preview['rows']): Shown[] {
  const mapping = columns[key]
  if (!mapping) return []
  const indexes = headersOf(mapping).map((header) => headers.indexOf(header))
  const shown = new Map<string, Shown>()
  for (const [at, { values, faults }] of rows.entries()) {
    const raw = mapping.constant ?? indexes.map((i) => sample[at]?.[i] ?? '').join(' + ')
    const own = faults.filter((fault) => fault.key === key)
    // The same text may be at fault in one row and not in another: what it must suit differs.
    const mark = `${raw}\n${own.map(({ en }) => en).join()}`
    if (!shown.has(mark)) shown.set(mark, { raw, value: values[key] ?? null, faults: own })
  }
  return [...shown.values()].toSorted((a, b) => weightOf(b) - weightOf(a))
}

/** A fault before what counts as empty, that before a value, an empty cell last. */
const weightOf = ({ value, faults }: Shown) =>
  faults.some(({ blank }) => !blank) ? 3 : faults.length > 0 ? 2 : value === null ? 0 : 1

export const isFaulty = ({ faults }: Preview['rows'][number]) => faults.some(({ blank }) => !blank)
