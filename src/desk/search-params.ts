/** A page's state in its address: filters, tab, sorting, page. Addresses read like any other: ?kind=fire&kind=rescue. */
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import type { z } from 'zod'

export type SearchText = Readonly<Record<string, string | readonly string[]>>
export type SearchValue = string | number | boolean | readonly (string | number)[] | null | undefined

export function parseSearch(text: string): Record<string, string | string[]> {
  const found: Record<string, string | string[]> = {}
  for (const key of new Set(new URLSearchParams(text).keys())) {
    const values = new URLSearchParams(text).getAll(key)
    found[key] = values.length > 1 ? values : (values[0] ?? '')
  }
  return found
}

export function stringifySearch(search: Readonly<Record<string, unknown>>): string {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(search))
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== null && one !== '') params.append(key, String(one))
  const text = params.toString()
  return text ? `?${text}` : ''
}

/** Values as they stand in an address; what is empty is left out. */
export function asSearch(values: Readonly<Record<string, unknown>>): Record<string, string | string[]> {
  const text: Record<string, string | string[]> = {}
  for (const [key, value] of Object.entries(values)) {
    if (Array.isArray(value)) {
      if (value.length > 0) text[key] = value.length > 1 ? value.map(String) : String(value[0])
    } else if (value !== undefined && value !== null && value !== '') text[key] = String(value)
  }
  return text
}

/** What of an address a schema accepts. A value that it refuses is dropped: an old link still opens its page. */
export function acceptSearch<S extends z.ZodObject>(
  schema: S,
  raw: SearchText,
): { values: z.output<S>; asked: z.input<S> } {
  const asked = Object.fromEntries(Object.entries(raw).filter(([key]) => key in schema.shape))
  for (let tries = 0; tries < 2; tries++) {
    const parsed = schema.safeParse(asked)
    if (parsed.success) return { values: parsed.data, asked: asked as z.input<S> }
    for (const { path } of parsed.error.issues) delete asked[String(path[0])]
  }
  return { values: schema.parse({}), asked: {} as z.input<S> }
}

export interface SearchState<S extends z.ZodObject> {
  /** As the schema gives them: lists, numbers, defaults. For the page's controls. */
  readonly values: z.output<S>
  /** As the address has them, checked: for the input of an API call or a link. */
  readonly asked: z.input<S>
  /** Changes the address. What becomes empty leaves it; any change but of the page goes back to the first page. */
  readonly change: (values: Readonly<Record<string, SearchValue>>, how?: { replace?: boolean }) => void
  readonly clear: () => void
}

/** The part of the address's search that a schema describes. A contract's filter serves as it is. */
export function useSearchState<S extends z.ZodObject>(schema: S): SearchState<S> {
  const raw = useSearch({ strict: false }) as SearchText
  const navigate = useNavigate()
  const accepted = useMemo(() => acceptSearch(schema, raw), [schema, raw])
  const change = useCallback(
    (values: Readonly<Record<string, SearchValue>>, { replace = false } = {}) => {
      const first = 'after' in values ? {} : { after: undefined }
      void navigate({ to: '.', search: (was: object) => asSearch({ ...was, ...first, ...values }), replace })
    },
    [navigate],
  )
  const clear = useCallback(() => void navigate({ to: '.', search: {} }), [navigate])
  return { ...accepted, change, clear }
}

/** The `$id` of the present page's address. */
export function useId(): string {
  const { id } = useParams({ strict: false }) as { id?: string }
  if (!id) throw new Error('this page has no id')
  return id
}
