/** The filters of the list and of the map, kept in the address. */
import { DatePicker, Input, Select, Switch } from 'antd'
import dayjs from 'dayjs'
import { useCodes } from '../../../../desk/codes.ts'
import { type Chosen, FilterBar } from '../../../../desk/components/FilterBar.tsx'
import type { SearchState, SearchValue } from '../../../../desk/search-params.ts'
import { today } from '../../../../desk/today.ts'
import { useWords } from '../../../../desk/words.ts'
import { periodOf, previousPeriod } from '../../../../kernel/periods.ts'
import { IncidentFilter, incidentKindKeys } from '../../contract.ts'
import { messages } from '../../messages.ts'
import { usePlaces, useValueWords } from './words.ts'

export type FilterState = SearchState<typeof IncidentFilter>
const fields = Object.keys(IncidentFilter.shape)

/** What stands in the address of the filter's fields, each to be taken away by itself. */
function useChosen({ values, change }: FilterState): Chosen[] {
  const words = useWords(messages)
  const valueWords = useValueWords()
  const labels: Readonly<Record<string, string>> = {
    ...words.fields,
    from: words.list.from,
    to: words.list.to,
    counted: words.list.firesOnly,
    hour: words.list.hour,
    weekday: words.list.weekday,
    response: words.list.response,
    measure: words.list.measure,
    missing: words.list.missing,
    q: words.list.search,
    corrected: words.list.corrected,
  }
  const wordOf = (field: string, value: unknown) => {
    if (value === 'none') return words.list.unknown
    if (field === 'measure' || field === 'missing') return words.fields[value as keyof typeof words.fields]
    if (field === 'response') return words.list[value as 'measured' | 'within5' | 'over5' | 'unmeasured']
    return valueWords(field, value)
  }
  const chosen: Chosen[] = []
  for (const [field, value] of Object.entries(values)) {
    if (value === undefined || (field === 'counted' && value === 'alarms')) continue
    const texts = (Array.isArray(value) ? value : [value]).map((one) => wordOf(field, one)).join('、')
    const label = field === 'counted' ? words.list.firesOnly : `${labels[field] ?? field}：${texts}`
    chosen.push({ key: field, label, onRemove: () => change({ [field]: undefined }) })
  }
  return chosen
}

export function Filters({ state, extra }: { state: FilterState; extra?: React.ReactNode }) {
  const { values, change } = state
  const words = useWords(messages)
  const places = usePlaces()
  const placeKinds = useCodes('place-kind')
  const causes = useCodes('cause')
  const severity = useCodes('severity')
  const unknown = { value: 'none', label: words.list.unknown }
  const several = (
    field: 'place' | 'cause' | 'statClass' | 'station' | 'community' | 'kind',
    options: { value: string; label: string }[],
    width = 150,
  ) => (
    <Select
      mode="multiple"
      allowClear
      maxTagCount={1}
      aria-label={words.fields[field]}
      placeholder={words.fields[field]}
      style={{ minWidth: width }}
      value={(values[field] as string[] | undefined) ?? []}
      optionFilterProp="label"
      onChange={(chosen: string[]) => change({ [field]: chosen })}
      options={options}
    />
  )
  const quarter = periodOf('quarter', today())
  const quick = [periodOf('month', today()), quarter, previousPeriod(quarter), periodOf('year', today())]
  const days = (from: string | undefined, to: string | undefined): Record<string, SearchValue> => ({ from, to })
  return (
    <FilterBar
      chosen={useChosen(state)}
      onReset={() => change(Object.fromEntries([...fields, 'figure'].map((field) => [field, undefined])))}
      extra={extra}
    >
      <DatePicker.RangePicker
        aria-label={words.list.period}
        value={[values.from ? dayjs(values.from) : null, values.to ? dayjs(values.to) : null]}
        allowEmpty={[true, true]}
        presets={quick.map(({ key, from, to }) => ({ label: key, value: [dayjs(from), dayjs(to)] }))}
        onChange={(range) => change(days(range?.[0]?.format('YYYY-MM-DD'), range?.[1]?.format('YYYY-MM-DD')))}
      />
      {several(
        'kind',
        incidentKindKeys.map((value) => ({ value, label: words.kinds[value] })),
        130,
      )}
      {several('place', [...placeKinds.choices(), unknown])}
      {several('cause', [...causes.choices(), unknown])}
      {several('statClass', severity.choices(), 120)}
      {several('station', [...places.stations, unknown])}
      {several('community', [...places.communities, unknown])}
      <span className="filter-switch">
        <Switch
          size="small"
          aria-label={words.list.firesOnly}
          checked={values.counted === 'fires'}
          onChange={(on) => change({ counted: on ? 'fires' : undefined })}
        />{' '}
        {words.list.firesOnly}
      </span>
      <Input.Search
        aria-label={words.list.search}
        placeholder={words.list.search}
        allowClear
        style={{ width: 190 }}
        defaultValue={values.q ?? ''}
        key={values.q ?? ''}
        onSearch={(q) => change({ q: q.trim() || undefined })}
      />
    </FilterBar>
  )
}
