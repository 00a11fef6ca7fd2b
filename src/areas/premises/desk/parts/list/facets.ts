/** How many records each value of a filter would give, and the choices made from that. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api } from '../../../../../desk/api.ts'
import type { Choice } from '../../../../../desk/codes.ts'
import { numberText } from '../../../../../desk/components/numbers.ts'
import { useMarks, useWords } from '../../../../../desk/words.ts'
import type { Facet } from '../../../finding/contract.ts'
import { messages } from '../../../messages.ts'
import { usePremisesFilter } from './filter-state.ts'

/** Every number by which one can narrow: undefined until they have come. */
export function useFacets(by: readonly Facet[]) {
  const { asked } = usePremisesFilter()
  const { data } = useQuery(
    api.premises.counts.queryOptions({ input: { ...asked, by: [...by] }, placeholderData: keepPreviousData }),
  )
  return useMemo(() => {
    const facets = new Map(
      (data?.facets ?? []).map(({ by: facet, values }) => [facet, new Map(values.map(({ value, n }) => [value, n]))]),
    )
    return (facet: Facet): ReadonlyMap<string, number> | undefined => facets.get(facet)
  }, [data])
}

/** Choices with their numbers: 商店（1,204）. What would give nothing is left out, unless it is chosen. */
export function useCounted() {
  const words = useWords(messages).filter
  const { aside } = useMarks()
  return (
    choices: readonly Choice[],
    counts: ReadonlyMap<string, number> | undefined,
    chosen: readonly string[] = [],
    none = false,
  ): Choice[] =>
    [...choices, ...(none ? [{ value: 'none', label: words.none }] : [])].flatMap(({ value, label }) => {
      if (counts === undefined) return [{ value, label }]
      const n = counts.get(value) ?? 0
      return n > 0 || chosen.includes(value) ? [{ value, label: `${label}${aside(numberText(n))}` }] : []
    })
}
