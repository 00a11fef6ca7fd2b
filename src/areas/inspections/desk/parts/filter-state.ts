/** The filter of visits in the address. */
import { useMemo } from 'react'
import type { z } from 'zod'
import { type SearchValue, useSearchState } from '../../../../desk/search-params.ts'
import { PageQuery } from '../../../../kernel/contract.ts'
import { VisitFilter } from '../../visits/contract.ts'

const Search = VisitFilter.extend(PageQuery.shape)
const filterKeys = Object.keys(VisitFilter.shape) as (keyof VisitFilter)[]
type FilterChange = (values: Readonly<Partial<Record<keyof VisitFilter, SearchValue>>>) => void

const filterOf = <T extends object>(all: T): Pick<T, keyof VisitFilter & keyof T> =>
  Object.fromEntries(filterKeys.filter((key) => key in all).map((key) => [key, all[key as keyof T]])) as never

export function useVisitFilter() {
  const { values, asked, change } = useSearchState(Search)
  return useMemo(
    () => ({
      filter: filterOf(values) as VisitFilter,
      asked: filterOf(asked),
      listInput: asked as z.input<typeof Search>,
      set: change as FilterChange,
      clear: () => change(Object.fromEntries(filterKeys.map((key) => [key, undefined]))),
    }),
    [values, asked, change],
  )
}
