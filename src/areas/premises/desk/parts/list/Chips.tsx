/** The questions asked every day, as links with their numbers. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../../../../../desk/api.ts'
import { numberText } from '../../../../../desk/components/numbers.ts'
import { paths } from '../../../../../desk/paths.ts'
import { asSearch } from '../../../../../desk/search-params.ts'
import { useWords } from '../../../../../desk/words.ts'
import type { Facet } from '../../../finding/contract.ts'
import { messages } from '../../../messages.ts'
import { usePremisesFilter } from './filter-state.ts'

const chips = [
  { key: 'all', filter: {} },
  { key: 'small', filter: { list: 'SMALL' }, facet: 'list', value: 'SMALL' },
  { key: 'key', filter: { list: 'KEY' }, facet: 'list', value: 'KEY' },
  { key: 'estate', filter: { form: 'estate' }, facet: 'form', value: 'estate' },
  { key: 'building', filter: { form: 'building' }, facet: 'form', value: 'building' },
  { key: 'company', filter: { form: 'company' }, facet: 'form', value: 'company' },
  { key: 'committee', filter: { form: 'committee' }, facet: 'form', value: 'committee' },
  { key: 'unlocated', filter: { located: 'none' }, facet: 'located', value: 'false' },
  { key: 'proposed', filter: { proposed: 'true' }, facet: 'proposed', value: 'true' },
] as const
const by: Facet[] = ['form', 'list', 'located', 'proposed']

export function Chips() {
  const words = useWords(messages).chips
  const { asked } = usePremisesFilter()
  const { data } = useQuery(api.premises.counts.queryOptions({ input: { by }, staleTime: 60_000 }))
  const present = JSON.stringify(asSearch(asked))
  const countOf = (chip: (typeof chips)[number]) =>
    'facet' in chip
      ? (data?.facets.find((one) => one.by === chip.facet)?.values.find(({ value }) => value === chip.value)?.n ?? 0)
      : data?.total
  return (
    <ul className="chips premises-chips no-print">
      {chips.map((chip) => {
        const n = countOf(chip)
        const isHere = present === JSON.stringify(chip.filter)
        return (
          <li key={chip.key}>
            <Link
              {...paths.premisesList(chip.filter)}
              className={isHere ? 'here' : ''}
              {...(isHere ? { 'aria-current': 'true' as const } : {})}
            >
              {words[chip.key]} {data && <span className="num">{numberText(n)}</span>}
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
