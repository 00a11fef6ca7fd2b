/** The controls of the filter: what is asked most in one row, the rest behind a button; what is chosen as tags. */
import { Button, DatePicker, Input, Select } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useCodes } from '../../../../desk/codes.ts'
import { FilterBar } from '../../../../desk/components/FilterBar.tsx'
import { ManySelect } from '../../../../desk/components/ManySelect.tsx'
import { today } from '../../../../desk/today.ts'
import { useWords } from '../../../../desk/words.ts'
import { StationsSelect } from '../../../organisation/desk/parts/PlaceSelect.tsx'
import { IncidentKind } from '../../contract.ts'
import { messages } from '../../messages.ts'
import { useIncidentFilter } from './filter-state.ts'
import { useFilterWords } from './filter-words.ts'
import { MoreFilters } from './MoreFilters.tsx'
import { presetDays, presetKeys, presetOf } from './periods.ts'
import './incidents.css'

export function IncidentFilters() {
  const words = useWords(messages)
  const { filter, set, clear } = useIncidentFilter()
  const [more, setMore] = useState(false)
  const phrases = useFilterWords()(filter)
  const kinds = useCodes('incident-kind')
  const places = useCodes('place-kind')
  const causes = useCodes('cause')
  const { filter: w, fields } = words
  const chosen = phrases.map(({ keys, name, text }) => ({
    key: keys.join(),
    label: `${name}${words.colon}${text}`,
    onRemove: () => set(Object.fromEntries(keys.map((key) => [key, undefined]))),
  }))
  return (
    <FilterBar chosen={chosen} onReset={clear}>
      <Input.Search
        key={filter.q ?? ''}
        defaultValue={filter.q ?? ''}
        allowClear
        maxLength={60}
        className="filter-find"
        aria-label={w.q}
        placeholder={w.q}
        onSearch={(q) => set({ q })}
      />
      <PeriodFilter />
      <Select
        className="filter-narrow"
        popupMatchSelectWidth={false}
        aria-label={w.counted}
        value={filter.counted ?? 'alarms'}
        options={[
          { value: 'alarms', label: w.alarms },
          { value: 'fires', label: w.firesOnly },
        ]}
        onChange={(counted) => set({ counted: counted === 'fires' ? counted : undefined })}
      />
      {filter.counted !== 'fires' && (
        <ManySelect
          label={fields.kind}
          value={filter.kind}
          options={IncidentKind.options.map((value) => ({ value, label: kinds.nameOf(value) }))}
          onChange={(kind) => set({ kind })}
        />
      )}
      <ManySelect
        label={fields.place}
        value={filter.place}
        options={places.choices()}
        none={w.none}
        onChange={(place) => set({ place })}
      />
      <ManySelect
        label={fields.cause}
        value={filter.cause}
        options={causes.choices()}
        none={w.none}
        onChange={(cause) => set({ cause })}
      />
      <StationsSelect
        className="filter-station"
        aria-label={fields.station}
        placeholder={fields.station}
        value={(filter.station ?? []).filter((id) => id !== 'none')}
        onChange={(station) => set({ station })}
      />
      <Button type="text" aria-expanded={more} onClick={() => setMore(!more)}>
        {more ? w.less : w.more}
      </Button>
      {more && <MoreFilters filter={filter} set={set} />}
    </FilterBar>
  )
}

function PeriodFilter() {
  const words = useWords(messages).filter
  const { filter, set } = useIncidentFilter()
  const day = today()
  const days = [filter.from ? dayjs(filter.from) : null, filter.to ? dayjs(filter.to) : null] as const
  return (
    <>
      <Select
        allowClear
        className="filter-narrow"
        aria-label={words.period}
        placeholder={words.anyPeriod}
        value={presetOf(filter.from, filter.to, day)}
        options={presetKeys.map((value) => ({ value, label: words[value] }))}
        onChange={(preset) => set(preset ? presetDays(preset, day) : { from: undefined, to: undefined })}
      />
      <DatePicker.RangePicker
        className="filter-days"
        aria-label={words.days}
        placeholder={[words.from, words.to]}
        allowEmpty={[true, true]}
        value={[days[0], days[1]]}
        onChange={(_dates, texts) => set({ from: texts?.[0], to: texts?.[1] })}
      />
    </>
  )
}
