/** The filter of the tasks in the address, with the kind that is open. */
import { useMemo } from 'react'
import { type SearchValue, useSearchState } from '../../../../../desk/search-params.ts'
import { UpkeepQuery } from '../../../upkeep/contract.ts'

const Search = UpkeepQuery.extend({ kind: UpkeepQuery.shape.kind.default('new') })

export function useUpkeepFilter() {
  const { values, asked, change } = useSearchState(Search)
  return useMemo(() => {
    const { kind, after, limit, ...filter } = asked
    return {
      kind: values.kind,
      state: values.state,
      stations: values.station ?? [],
      q: values.q ?? '',
      /** As the address has it: for the counts. */
      filter,
      /** For the list: with its page. */
      listInput: { ...asked, kind: values.kind },
      set: (next: Readonly<Partial<Record<'state' | 'station' | 'q', SearchValue>>>) => change(next),
      setKind: (next: string) => change({ kind: next === 'new' ? undefined : next }),
      clear: () => change({ state: undefined, station: undefined, q: undefined }),
    }
  }, [values, asked, change])
}
