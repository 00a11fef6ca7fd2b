/** The filters asked for less often. */
import { Select } from 'antd'
import { useCodes } from '../../../../desk/codes.ts'
import { ManySelect } from '../../../../desk/components/ManySelect.tsx'
import { fill, useWords } from '../../../../desk/words.ts'
import { CommunitiesSelect, StreetsSelect } from '../../../organisation/desk/parts/PlaceSelect.tsx'
import { type IncidentFilter, measureKeys } from '../../contract.ts'
import { messages } from '../../messages.ts'
import type { FilterChange } from './filter-state.ts'

interface One {
  readonly key: 'state' | 'source' | 'response' | 'measure' | 'missing' | 'minorFire' | 'corrected' | 'located'
  readonly label: string
  readonly choices: readonly (readonly [value: string, label: string])[]
}

export function MoreFilters({ filter, set }: { filter: IncidentFilter; set: FilterChange }) {
  const words = useWords(messages)
  const { filter: w, fields } = words
  const causes = useCodes('cause')
  const classes = useCodes('severity')
  const measures = measureKeys.map((key) => [key, fields[key]] as const)
  const ones: One[] = [
    { key: 'source', label: fields.source, choices: Object.entries(words.sources) },
    { key: 'state', label: fields.state, choices: Object.entries(words.states) },
    { key: 'response', label: w.response, choices: Object.entries(w.responses) },
    { key: 'measure', label: w.measure, choices: measures },
    { key: 'missing', label: w.missing, choices: measures },
    {
      key: 'minorFire',
      label: w.minorFire,
      choices: [
        ['true', w.minorOnly],
        ['false', w.minorWithout],
      ],
    },
    {
      key: 'corrected',
      label: w.corrected,
      choices: [
        ['true', w.correctedOnly],
        ['false', w.correctedWithout],
      ],
    },
    { key: 'located', label: w.located, choices: Object.entries(w.locations) },
  ]
  const subCauses = causes.choices().flatMap((major) => {
    const options = causes.choices(major.value)
    return options.length > 0 ? [{ label: major.label, options }] : []
  })
  return (
    <>
      <ManySelect
        label={fields.subCause}
        value={filter.subCause}
        options={subCauses}
        none={w.none}
        onChange={(subCause) => set({ subCause })}
      />
      <ManySelect
        label={fields.statClass}
        value={filter.statClass}
        options={classes.choices()}
        onChange={(statClass) => set({ statClass })}
      />
      <StreetsSelect
        className="filter-narrow"
        aria-label={fields.street}
        placeholder={fields.street}
        value={filter.street ?? []}
        onChange={(street) => set({ street })}
      />
      <CommunitiesSelect
        className="filter-narrow"
        aria-label={fields.community}
        placeholder={fields.community}
        value={filter.community ?? []}
        onChange={(community) => set({ community })}
      />
      <ManySelect
        label={fields.urban}
        value={filter.urban}
        options={Object.entries(words.urban).map(([value, label]) => ({ value, label }))}
        onChange={(urban) => set({ urban })}
      />
      <ManySelect<number>
        label={w.hour}
        value={filter.hour}
        options={Array.from({ length: 24 }, (_, h) => ({ value: h, label: fill(w.hourOf, { h }) }))}
        onChange={(hour) => set({ hour })}
      />
      <ManySelect<number>
        label={w.weekday}
        value={filter.weekday}
        options={w.weekdays.map((label, at) => ({ value: at + 1, label }))}
        onChange={(weekday) => set({ weekday })}
      />
      {ones.map(({ key, label, choices }) => (
        <Select
          key={key}
          allowClear
          className="filter-narrow"
          popupMatchSelectWidth={false}
          aria-label={label}
          placeholder={label}
          value={filter[key] === undefined ? null : String(filter[key])}
          options={choices.map(([value, name]) => ({ value, label: name }))}
          onChange={(value: string | undefined | null) => set({ [key]: value ?? undefined })}
        />
      ))}
    </>
  )
}
