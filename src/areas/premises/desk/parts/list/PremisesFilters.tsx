/** The controls of the register's filter: what is asked most in one row, the rest behind a button; what is chosen as tags. */
import { Button } from 'antd'
import { useState } from 'react'
import { useCodes } from '../../../../../desk/codes.ts'
import { FilterBar } from '../../../../../desk/components/FilterBar.tsx'
import { ManySelect } from '../../../../../desk/components/ManySelect.tsx'
import { useMarks, useWords } from '../../../../../desk/words.ts'
import { useBodies } from '../../../../organisation/desk/parts/places.ts'
import type { Facet } from '../../../finding/contract.ts'
import { messages } from '../../../messages.ts'
import { formKeys } from '../../../record-contract.ts'
import { useCounted, useFacets } from './facets.ts'
import { usePremisesFilter } from './filter-state.ts'
import { useFilterWords } from './filter-words.ts'
import { KindFilter } from './KindFilter.tsx'
import { MoreFilters } from './MoreFilters.tsx'

const first: readonly Facet[] = ['form', 'kind', 'tag', 'list', 'supervisor', 'station']

export function PremisesFilters() {
  const words = useWords(messages)
  const { named } = useMarks()
  const { filter, set, clear } = usePremisesFilter()
  const [more, setMore] = useState(false)
  const counts = useFacets(first)
  const counted = useCounted()
  const tags = useCodes('premises-tag')
  const lists = useCodes('supervision-list')
  const { choices: stations } = useBodies('station')
  const { choices: bodies } = useBodies()
  const phrases = useFilterWords(filter)
  const { fields } = words
  const chosen = phrases.map(({ keys, name, text }) => ({
    key: keys.join(),
    label: named(name, text),
    onRemove: () => set(Object.fromEntries(keys.map((key) => [key, undefined]))),
  }))
  const forms = formKeys.map((value) => ({ value, label: words.forms[value] }))
  return (
    <FilterBar chosen={chosen} onReset={clear}>
      <ManySelect<string>
        label={fields.form}
        value={filter.form}
        options={counted(forms, counts('form'), filter.form)}
        onChange={(form) => set({ form })}
      />
      <KindFilter counts={counts('kind')} />
      <ManySelect<string>
        label={fields.tags}
        value={filter.tag}
        options={counted(tags.choices(), counts('tag'), filter.tag)}
        onChange={(tag) => set({ tag })}
      />
      <ManySelect<string>
        label={fields.list}
        value={filter.list}
        options={counted(lists.choices(), counts('list'), filter.list)}
        onChange={(list) => set({ list })}
      />
      <ManySelect<string>
        label={fields.supervisor}
        value={filter.supervisor}
        options={counted(bodies, counts('supervisor') ?? new Map(), filter.supervisor)}
        onChange={(supervisor) => set({ supervisor })}
      />
      <ManySelect<string>
        label={fields.station}
        value={filter.station}
        options={counted(stations, counts('station'), filter.station, true)}
        onChange={(station) => set({ station })}
      />
      <Button type="text" aria-expanded={more} onClick={() => setMore(!more)}>
        {more ? words.filter.less : words.filter.more}
      </Button>
      {more && <MoreFilters />}
    </FilterBar>
  )
}
