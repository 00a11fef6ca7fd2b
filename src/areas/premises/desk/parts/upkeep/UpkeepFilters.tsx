/** The controls of the tasks' filter. */
import { Input, Select } from 'antd'
import { FilterBar } from '../../../../../desk/components/FilterBar.tsx'
import { useMe } from '../../../../../desk/session.ts'
import { useMarks, useWords } from '../../../../../desk/words.ts'
import { useBodies } from '../../../../organisation/desk/parts/places.ts'
import { roles } from '../../../../organisation/roles.ts'
import { upkeepStates } from '../../../upkeep/contract.ts'
import { messages } from '../../../upkeep/messages.ts'
import { useUpkeepFilter } from './upkeep-filter.ts'

export function UpkeepFilters() {
  const words = useWords(messages)
  const { named } = useMarks()
  const { role } = useMe()
  const { choices, nameOf } = useBodies('station')
  const { state, stations, q, set, clear } = useUpkeepFilter()
  const stationName = (id: string) => (id === 'none' ? words.filter.none : nameOf(id))
  const chosen = [
    ...stations.map((id) => ({
      key: id,
      label: named(words.fields.station, stationName(id)),
      onRemove: () => set({ station: stations.filter((other) => other !== id) }),
    })),
    ...(q ? [{ key: 'q', label: named(words.fields.q, q), onRemove: () => set({ q: undefined }) }] : []),
  ]
  return (
    <FilterBar chosen={chosen} onReset={clear}>
      <Input.Search
        key={q}
        defaultValue={q}
        allowClear
        maxLength={60}
        className="upkeep-find"
        aria-label={words.filter.q}
        placeholder={words.filter.q}
        onSearch={(text) => set({ q: text })}
      />
      <Select
        className="filter-narrow"
        aria-label={words.filter.state}
        value={state}
        options={upkeepStates.map((value) => ({ value, label: words.states[value] }))}
        onChange={(value) => set({ state: value === 'open' ? undefined : value })}
      />
      {roles[role].reach === 'district' && (
        <Select<string[]>
          mode="multiple"
          allowClear
          maxTagCount={1}
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          className="filter-station"
          aria-label={words.fields.station}
          placeholder={words.fields.station}
          value={stations}
          options={[{ value: 'none', label: words.filter.none }, ...choices]}
          onChange={(station) => set({ station })}
        />
      )}
    </FilterBar>
  )
}
