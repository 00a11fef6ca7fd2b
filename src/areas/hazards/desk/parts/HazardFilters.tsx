/** The controls of the list of hazards. */
import { DatePicker, Input, Select } from 'antd'
import dayjs from 'dayjs'
import { useCodes } from '../../../../desk/codes.ts'
import { FilterBar } from '../../../../desk/components/FilterBar.tsx'
import { ManySelect } from '../../../../desk/components/ManySelect.tsx'
import { useWords } from '../../../../desk/words.ts'
import { StationsSelect } from '../../../organisation/desk/parts/PlaceSelect.tsx'
import { useBodies } from '../../../organisation/desk/parts/places.ts'
import type { HazardFilter } from '../../contract.ts'
import { messages } from '../../messages.ts'
import { hazardStates } from '../../record-contract.ts'
import { useHazardFilter } from './filter-state.ts'

const asDay = (day: string | undefined) => (day ? dayjs(day) : null)

export function HazardFilters() {
  const words = useWords(messages)
  const { filter, sort, set, clear } = useHazardFilter()
  const conducts = useCodes('conduct')
  const chosen = useChosen(filter)
  return (
    <FilterBar
      chosen={chosen.map(({ keys, label }) => ({
        key: keys.join(),
        label,
        onRemove: () => set(Object.fromEntries(keys.map((key) => [key, undefined]))),
      }))}
      onReset={clear}
    >
      <Input.Search
        key={filter.q ?? ''}
        defaultValue={filter.q ?? ''}
        allowClear
        maxLength={60}
        className="filter-find"
        aria-label={words.list.q}
        placeholder={words.list.q}
        onSearch={(q) => set({ q })}
      />
      <ManySelect
        label={words.fields.state}
        value={filter.state}
        options={hazardStates.map((value) => ({ value, label: words.states[value] }))}
        onChange={(state) => set({ state })}
      />
      <ManySelect
        label={words.fields.conduct}
        value={filter.conduct}
        options={conducts.choices()}
        onChange={(conduct) => set({ conduct })}
      />
      <StationsSelect
        className="filter-station"
        aria-label={words.fields.station}
        placeholder={words.fields.station}
        value={filter.station ?? []}
        onChange={(station) => set({ station })}
      />
      <DatePicker.RangePicker
        className="filter-days"
        aria-label={words.list.days}
        placeholder={[words.list.foundFrom, words.list.foundUntil]}
        allowEmpty={[true, true]}
        value={[asDay(filter.foundFrom), asDay(filter.foundUntil)]}
        onChange={(_dates, texts) => set({ foundFrom: texts?.[0], foundUntil: texts?.[1] })}
      />
      <Select
        className="filter-narrow"
        popupMatchSelectWidth={false}
        aria-label={words.list.sort}
        value={sort === 'due' ? 'due' : '-foundAt'}
        options={[
          { value: '-foundAt', label: words.list.newest },
          { value: 'due', label: words.list.dueFirst },
        ]}
        onChange={(value) => set({ sort: value === 'due' ? 'due' : undefined })}
      />
    </FilterBar>
  )
}

/** What is chosen, each with the keys of the filter that it speaks of. */
function useChosen(filter: HazardFilter): { keys: (keyof HazardFilter)[]; label: string }[] {
  const words = useWords(messages)
  const { nameOf: conductName } = useCodes('conduct')
  const { nameOf: bodyName } = useBodies()
  const { q, state, conduct, station, late, serious, foundFrom, foundUntil } = filter
  const named = (name: string, values: readonly string[]) => `${name}${words.colon}${values.join('、')}`
  return [
    ...(q ? [{ keys: ['q' as const], label: named(words.list.q, [q]) }] : []),
    ...(state?.length
      ? [
          {
            keys: ['state' as const],
            label: named(
              words.fields.state,
              state.map((one) => words.states[one]),
            ),
          },
        ]
      : []),
    ...(conduct?.length
      ? [{ keys: ['conduct' as const], label: named(words.fields.conduct, conduct.map(conductName)) }]
      : []),
    ...(station?.length
      ? [{ keys: ['station' as const], label: named(words.fields.station, station.map(bodyName)) }]
      : []),
    ...(late ? [{ keys: ['late' as const], label: words.list.lateOnly }] : []),
    ...(serious ? [{ keys: ['serious' as const], label: words.list.seriousOnly }] : []),
    ...(foundFrom || foundUntil
      ? [
          {
            keys: ['foundFrom' as const, 'foundUntil' as const],
            label: named(words.list.days, [`${foundFrom ?? ''} – ${foundUntil ?? ''}`]),
          },
        ]
      : []),
  ]
}
