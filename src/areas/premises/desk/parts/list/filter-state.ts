/** The filter of the register in the address: the same one on the list, on the map, in the export and behind every number. */
import { useMemo } from 'react'
import { type SearchValue, useSearchState } from '../../../../../desk/search-params.ts'
import { PageQuery } from '../../../../../kernel/contract.ts'
import { PremisesFilter, Sort } from '../../../finding/contract.ts'

const Search = PremisesFilter.extend({ ...PageQuery.shape, sort: Sort.optional() })
export type FilterKey = keyof PremisesFilter
export type FilterChange = (values: Readonly<Partial<Record<FilterKey, SearchValue>>>) => void

const filterKeys = Object.keys(PremisesFilter.shape) as FilterKey[]

/** Only the filter, without page and sorting. */
const filterOf = <T extends object>(all: T): Pick<T, FilterKey & keyof T> =>
  Object.fromEntries(filterKeys.filter((key) => key in all).map((key) => [key, all[key as keyof T]])) as never

export function usePremisesFilter() {
  const { values, asked, change } = useSearchState(Search)
  return useMemo(
    () => ({
      /** For controls: lists, flags. */
      filter: filterOf(values) as PremisesFilter,
      /** For the API and for links: as the address has it. */
      asked: filterOf(asked),
      /** For the list: with page and sorting. */
      listInput: asked,
      sort: values.sort ?? '-enteredAt',
      set: change as FilterChange,
      clear: () => change(Object.fromEntries(filterKeys.map((key) => [key, undefined]))),
    }),
    [values, asked, change],
  )
}
