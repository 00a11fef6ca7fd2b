/** The controls of the papers' filter. */
import { DatePicker, Input, Select } from 'antd'
import dayjs from 'dayjs'
import { useCodes } from '../../../../desk/codes.ts'
import { type Chosen, FilterBar } from '../../../../desk/components/FilterBar.tsx'
import { useSearchState } from '../../../../desk/search-params.ts'
import { useMe } from '../../../../desk/session.ts'
import { useMarks, useWords } from '../../../../desk/words.ts'
import { useBodies } from '../../../organisation/desk/parts/places.ts'
import { roles } from '../../../organisation/roles.ts'
import { PaperQuery } from '../../contract.ts'
import { messages } from '../../messages.ts'
import { paperStates } from '../../record-contract.ts'

const nothing = {
  q: undefined,
  form: undefined,
  body: undefined,
  state: undefined,
  served: undefined,
  from: undefined,
  until: undefined,
}

export function PaperFilters() {
  const words = useWords(messages)
  const { role } = useMe()
  const forms = useCodes('paper-form')
  const { items } = useBodies()
  const { values, change } = useSearchState(PaperQuery)
  const bodies = items.filter(({ kind }) => kind === 'brigade' || kind === 'station' || kind === 'street')
  return (
    <FilterBar chosen={useChosen()} onReset={() => change(nothing)}>
      <Input.Search
        key={values.q ?? ''}
        defaultValue={values.q ?? ''}
        allowClear
        maxLength={60}
        className="paper-find"
        aria-label={words.fields.q}
        placeholder={words.fields.q}
        onSearch={(q) => change({ q })}
      />
      <Select<string[]>
        mode="multiple"
        allowClear
        maxTagCount={1}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        className="filter-field"
        aria-label={words.fields.form}
        placeholder={words.fields.form}
        value={values.form ?? []}
        options={forms.choices()}
        onChange={(form) => change({ form })}
      />
      {roles[role].reach === 'district' && (
        <Select<string[]>
          mode="multiple"
          allowClear
          maxTagCount={1}
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          className="filter-field"
          aria-label={words.fields.body}
          placeholder={words.fields.body}
          value={values.body ?? []}
          options={bodies.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(body) => change({ body })}
        />
      )}
      <Select
        allowClear
        className="filter-narrow"
        aria-label={words.fields.state}
        placeholder={words.fields.state}
        value={values.state?.[0]}
        options={paperStates.map((value) => ({ value, label: words.states[value] }))}
        onChange={(state) => change({ state })}
      />
      <Select
        allowClear
        className="filter-narrow"
        aria-label={words.fields.served}
        placeholder={words.fields.served}
        value={values.served === undefined ? undefined : String(values.served)}
        options={[
          { value: 'true', label: words.served },
          { value: 'false', label: words.unserved },
        ]}
        onChange={(served) => change({ served })}
      />
      <DatePicker.RangePicker
        className="paper-days"
        aria-label={words.list.days}
        placeholder={[words.fields.from, words.fields.until]}
        allowEmpty={[true, true]}
        value={[values.from ? dayjs(values.from) : null, values.until ? dayjs(values.until) : null]}
        onChange={(_dates, days) => change({ from: days?.[0], until: days?.[1] })}
      />
    </FilterBar>
  )
}

function useChosen(): Chosen[] {
  const words = useWords(messages)
  const { named } = useMarks()
  const forms = useCodes('paper-form')
  const { nameOf } = useBodies()
  const { values, change } = useSearchState(PaperQuery)
  const { q, form = [], body = [], state = [], served, from, until } = values
  const one = (key: string, label: string, off: Parameters<typeof change>[0]): Chosen => ({
    key,
    label,
    onRemove: () => change(off),
  })
  return [
    ...(q ? [one('q', named(words.fields.q, q), { q: undefined })] : []),
    ...form.map((key) => one(key, forms.nameOf(key), { form: form.filter((other) => other !== key) })),
    ...body.map((id) => one(id, nameOf(id), { body: body.filter((other) => other !== id) })),
    ...state.map((key) => one(key, words.states[key], { state: undefined })),
    ...(served === undefined ? [] : [one('served', served ? words.served : words.unserved, { served: undefined })]),
    ...(from ? [one('from', named(words.fields.from, from), { from: undefined })] : []),
    ...(until ? [one('until', named(words.fields.until, until), { until: undefined })] : []),
  ]
}
