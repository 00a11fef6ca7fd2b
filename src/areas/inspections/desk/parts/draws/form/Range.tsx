/** Which premises: chips with their numbers, as the register counts them now. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Input, InputNumber } from 'antd'
import { api } from '../../../../../../desk/api.ts'
import { useCodes } from '../../../../../../desk/codes.ts'
import { ManySelect } from '../../../../../../desk/components/ManySelect.tsx'
import { numberText } from '../../../../../../desk/components/numbers.ts'
import { Panel } from '../../../../../../desk/components/Panel.tsx'
import { fill, useMarks, useWords } from '../../../../../../desk/words.ts'
import { useBodies } from '../../../../../organisation/desk/parts/places.ts'
import { messages as premisesMessages } from '../../../../../premises/messages.ts'
import { messages } from '../../../../draws/messages.ts'
import { chipKeys, type Editing, type FilterKey, filterKeys, filterOf } from './draft.ts'
import { Row } from './Row.tsx'

/** How many the filter finds, and what each other choice would give. */
export const useRange = (editing: Pick<Editing, 'draft'>) =>
  useQuery(
    api.premises.counts.queryOptions({
      input: { ...JSON.parse(JSON.stringify(filterOf(editing.draft))), by: [...filterKeys] },
      placeholderData: keepPreviousData,
    }),
  )

/** The words of a filter's values. */
export function useFilterNames(): Record<FilterKey, (value: string) => string> {
  const { forms, filter } = useWords(premisesMessages)
  const lists = useCodes('supervision-list')
  const kinds = useCodes('premises-kind')
  const { nameOf } = useBodies('station')
  const named = (of: (value: string) => string) => (value: string) => (value === 'none' ? filter.none : of(value))
  return {
    form: (value) => forms[value as keyof typeof forms] ?? value,
    list: lists.nameOf,
    kind: named(kinds.nameOf),
    station: named(nameOf),
  }
}

export function Range({ editing }: { editing: Editing }) {
  const words = useWords(messages).form
  const { draft, set, problem } = editing
  const counts = useRange(editing)
  const nameOf = useFilterNames()
  const { aside } = useMarks()
  const valuesOf = (key: FilterKey) => counts.data?.facets.find(({ by }) => by === key)?.values ?? []
  const choose = (key: FilterKey, values: readonly string[]) => set({ filter: { ...draft.filter, [key]: values } })
  const toggle = (key: FilterKey, value: string) => {
    const chosen = draft.filter[key]
    choose(key, chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value])
  }
  return (
    <Panel title={words.range}>
      <Row label={words.name} field="draw-title" problem={problem('title')}>
        <Input
          id="draw-title"
          maxLength={100}
          placeholder={words.nameHint}
          value={draft.title}
          onChange={({ target }) => set({ title: target.value })}
        />
      </Row>
      {chipKeys.map((key) => (
        <fieldset key={key} className="draw-chips">
          <legend>{words[key]}</legend>
          {valuesOf(key).map(({ value, n }) => (
            <button
              key={value}
              type="button"
              aria-pressed={draft.filter[key].includes(value)}
              onClick={() => toggle(key, value)}
            >
              {nameOf[key](value)} <span className="num">{numberText(n)}</span>
            </button>
          ))}
        </fieldset>
      ))}
      <div className="draw-line">
        <ManySelect
          label={words.kind}
          value={[...draft.filter.kind]}
          options={valuesOf('kind').map(({ value, n }) => ({
            value,
            label: `${nameOf.kind(value)}${aside(numberText(n))}`,
          }))}
          onChange={(values) => choose('kind', values)}
        />
        <strong aria-live="polite">
          {counts.data &&
            fill(counts.data.atLeast ? words.foundAtLeast : words.found, { n: numberText(counts.data.total) })}
        </strong>
      </div>
      <Row label={words.cap} field="draw-cap" hint={words.capHint}>
        <InputNumber
          id="draw-cap"
          min={1}
          max={60}
          precision={0}
          suffix={words.months}
          value={draft.capMonths}
          onChange={(capMonths) => set({ capMonths })}
        />
      </Row>
    </Panel>
  )
}
