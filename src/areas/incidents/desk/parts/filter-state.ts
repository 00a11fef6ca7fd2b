/** The filter of incidents in the address: the same one on the list, on the map, in the export and behind every figure. */
import { useMemo } from 'react'
import { z } from 'zod'
import { type SearchValue, useSearchState } from '../../../../desk/search-params.ts'
import { PageQuery } from '../../../../kernel/contract.ts'
import { IncidentFilter, sortKeys } from '../../contract.ts'

/** `figure` is the key of the analysis' figure from which the list was opened. */
const Search = IncidentFilter.extend({
  ...PageQuery.shape,
  sort: z.enum(sortKeys).optional(),
  figure: z.string().max(300).optional(),
})
export type FilterChange = (values: Readonly<Partial<Record<keyof IncidentFilter, SearchValue>>>) => void

const filterKeys = Object.keys(IncidentFilter.shape) as (keyof IncidentFilter)[]

/** Only the filter, without page, sorting and figure. */
const filterOf = <T extends object>(all: T): Pick<T, keyof IncidentFilter & keyof T> =>
  Object.fromEntries(filterKeys.filter((key) => key in all).map((key) => [key, all[key as keyof T]])) as never

export function useIncidentFilter() {
  const { values, asked, change } = useSearchState(Search)
  return useMemo(() => {
    const { figure, ...input } = asked
    return {
      /** For controls: lists, numbers, flags. */
      filter: filterOf(values) as IncidentFilter,
      /** For the API and for links: as the address has it. */
      asked: filterOf(input),
      /** For the list: with page and sorting. */
      listInput: input,
      sort: values.sort ?? '-receivedAt',
      figure,
      // What a person changes is no longer the figure from which the list was opened.
      set: ((next) => change({ ...next, figure: undefined })) as FilterChange,
      clear: () => change({ ...Object.fromEntries(filterKeys.map((key) => [key, undefined])), figure: undefined }),
      leaveFigure: () => change({ figure: undefined }),
    }
  }, [values, asked, change])
}
