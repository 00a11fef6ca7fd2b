/** The filter of hazards in the address. */
import { useMemo } from 'react'
import { z } from 'zod'
import { type SearchValue, useSearchState } from '../../../../desk/search-params.ts'
import { PageQuery } from '../../../../kernel/contract.ts'
import { HazardFilter, hazardSorts } from '../../contract.ts'

const Search = HazardFilter.extend({ ...PageQuery.shape, sort: z.enum(hazardSorts).optional() })
const filterKeys = Object.keys(HazardFilter.shape) as (keyof HazardFilter)[]
export type FilterChange = (values: Readonly<Partial<Record<keyof HazardFilter | 'sort', SearchValue>>>) => void

const filterOf = <T extends object>(all: T): Pick<T, keyof HazardFilter & keyof T> =>
  Object.fromEntries(filterKeys.filter((key) => key in all).map((key) => [key, all[key as keyof T]])) as never

export function useHazardFilter() {
  const { values, asked, change } = useSearchState(Search)
  return useMemo(
    () => ({
      /** For controls: lists, numbers, flags. */
      filter: filterOf(values) as HazardFilter,
      /** For the API and for links: as the address has it. */
      asked: filterOf(asked),
      listInput: { ...asked, sort: values.sort ?? ('-foundAt' as const) },
      sort: values.sort ?? ('-foundAt' as const),
      set: change as FilterChange,
      clear: () => change(Object.fromEntries(filterKeys.map((key) => [key, undefined]))),
    }),
    [values, asked, change],
  )
}
