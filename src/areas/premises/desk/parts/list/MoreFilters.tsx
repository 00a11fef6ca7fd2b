/** The filters of the register asked for less often. */
import { DatePicker, Select } from 'antd'
import dayjs from 'dayjs'
import { ManySelect } from '../../../../../desk/components/ManySelect.tsx'
import { today } from '../../../../../desk/today.ts'
import { useWords } from '../../../../../desk/words.ts'
import { addDays } from '../../../../../kernel/calendar.ts'
import { useAreas, usePeopleNames } from '../../../../organisation/desk/parts/places.ts'
import type { Facet } from '../../../finding/contract.ts'
import { messages } from '../../../messages.ts'
import { stateKeys } from '../../../record-contract.ts'
import { useCounted, useFacets } from './facets.ts'
import { usePremisesFilter } from './filter-state.ts'

const facets: readonly Facet[] = ['state', 'street', 'community', 'officer', 'located', 'proposed', 'hazardous']
const expiries = [0, 30, 90] as const

export function MoreFilters() {
  const words = useWords(messages)
  const { fields, filter: w } = words
  const { filter, set } = usePremisesFilter()
  const counts = useFacets(facets)
  const counted = useCounted()
  const { choices: streets } = useAreas(1)
  const { choices: communities } = useAreas(2)
  const { nameOf: officerName } = usePeopleNames()
  const officers = [...(counts('officer')?.keys() ?? [])]
    .filter((id) => id !== 'none')
    .map((value) => ({ value, label: officerName(value) }))
  const states = stateKeys.map((value) => ({ value, label: words.states[value] }))
  const yesNo = [
    { value: 'true', label: w.yes },
    { value: 'false', label: w.no },
  ]
  const places = (['known', 'none'] as const).map((value) => ({ value, label: w.locations[value] }))
  // For whether there is a point, the counts say true and false.
  const pointCounts = counts('located')
  const byPoint =
    pointCounts &&
    new Map([
      ['known', pointCounts.get('true') ?? 0],
      ['none', pointCounts.get('false') ?? 0],
    ])
  const flags = [
    { key: 'located', label: w.located, options: counted(places, byPoint) },
    { key: 'proposed', label: w.proposed, options: counted(yesNo, counts('proposed')) },
    { key: 'hazardous', label: w.hazardous, options: counted(yesNo, counts('hazardous')) },
    { key: 'neverInspected', label: w.neverInspected, options: yesNo },
  ] as const
  const day = today()
  return (
    <>
      <ManySelect<string>
        label={fields.street}
        value={filter.street}
        options={counted(streets, counts('street'), filter.street, true)}
        onChange={(street) => set({ street })}
      />
      <ManySelect<string>
        label={fields.community}
        value={filter.community}
        options={counted(communities, counts('community'), filter.community, true)}
        onChange={(community) => set({ community })}
      />
      <ManySelect<string>
        label={fields.officer}
        value={filter.officer}
        options={counted(officers, counts('officer'), filter.officer, true)}
        onChange={(officer) => set({ officer })}
      />
      <ManySelect<string>
        label={fields.state}
        value={filter.state}
        options={counted(states, counts('state'), filter.state)}
        onChange={(state) => set({ state })}
      />
      {flags.map(({ key, label, options }) => (
        <Select
          key={key}
          allowClear
          className="filter-narrow"
          popupMatchSelectWidth={false}
          aria-label={label}
          placeholder={label}
          value={filter[key] === undefined ? null : String(filter[key])}
          options={[...options]}
          onChange={(value: string | undefined | null) => set({ [key]: value ?? undefined })}
        />
      ))}
      <DatePicker.RangePicker
        className="filter-days"
        aria-label={fields.lastInspectedOn}
        placeholder={[w.inspectedFrom, w.inspectedTo]}
        allowEmpty={[true, true]}
        value={[
          filter.inspectedFrom ? dayjs(filter.inspectedFrom) : null,
          filter.inspectedTo ? dayjs(filter.inspectedTo) : null,
        ]}
        onChange={(_dates, texts) => set({ inspectedFrom: texts?.[0], inspectedTo: texts?.[1] })}
      />
      <DatePicker
        className="filter-station"
        aria-label={w.expiresBy}
        placeholder={w.expiresBy}
        presets={expiries.map((n) => ({ label: w.expiries[n], value: dayjs(addDays(day, n)) }))}
        value={filter.expiresBy ? dayjs(filter.expiresBy) : null}
        onChange={(date) => set({ expiresBy: date ? date.format('YYYY-MM-DD') : undefined })}
      />
    </>
  )
}
