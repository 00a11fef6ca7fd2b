/** The controls of the list of visits. */
import { DatePicker, Input, Select } from 'antd'
import dayjs from 'dayjs'
import { useCodes } from '../../../../desk/codes.ts'
import { FilterBar } from '../../../../desk/components/FilterBar.tsx'
import { ManySelect } from '../../../../desk/components/ManySelect.tsx'
import { useWords } from '../../../../desk/words.ts'
import { CommunitiesSelect, StationsSelect } from '../../../organisation/desk/parts/PlaceSelect.tsx'
import { useAreas, useBodies, usePeopleNames } from '../../../organisation/desk/parts/places.ts'
import { supervisorKinds } from '../../../premises/record-contract.ts'
import type { VisitFilter } from '../../visits/contract.ts'
import { messages } from '../../visits/messages.ts'
import { visitMarks, visitReasons } from '../../visits/record-contract.ts'
import { useVisitFilter } from './filter-state.ts'

/** Bodies that make visits. */
const inspecting: ReadonlySet<string> = new Set(supervisorKinds)
const asDay = (day: string | undefined) => (day ? dayjs(day) : null)

export function VisitFilters() {
  const words = useWords(messages)
  const { filter, set, clear } = useVisitFilter()
  const kinds = useCodes('visit-kind')
  const bodies = useBodies()
  const people = usePeopleNames()
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
      <DatePicker.RangePicker
        className="filter-days"
        aria-label={words.fields.visitedOn}
        placeholder={[words.list.from, words.list.until]}
        allowEmpty={[true, true]}
        value={[asDay(filter.from), asDay(filter.until)]}
        onChange={(_dates, texts) => set({ from: texts?.[0], until: texts?.[1] })}
      />
      <ManySelect
        label={words.fields.kind}
        value={filter.kind}
        options={kinds.choices()}
        onChange={(kind) => set({ kind })}
      />
      <ManySelect
        label={words.fields.reason}
        value={filter.reason}
        options={visitReasons.map((value) => ({ value, label: words.reasons[value] }))}
        onChange={(reason) => set({ reason })}
      />
      <ManySelect
        label={words.fields.marks}
        value={filter.mark}
        options={visitMarks.map((value) => ({ value, label: words.marks[value] }))}
        onChange={(mark) => set({ mark })}
      />
      <Select<string>
        allowClear
        className="filter-narrow"
        popupMatchSelectWidth={false}
        aria-label={words.list.anyFinding}
        placeholder={words.list.anyFinding}
        value={filter.found === undefined ? null : String(filter.found)}
        options={[
          { value: 'true', label: words.list.foundOnly },
          { value: 'false', label: words.list.nothingOnly },
        ]}
        onChange={(found) => set({ found })}
      />
      <ManySelect
        label={words.fields.body}
        value={filter.body}
        options={bodies.items
          .filter(({ kind }) => inspecting.has(kind))
          .map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(body) => set({ body })}
      />
      <ManySelect
        label={words.fields.inspectors}
        value={filter.inspector}
        options={people.choices}
        onChange={(inspector) => set({ inspector })}
      />
      <StationsSelect
        className="filter-station"
        aria-label={words.fields.station}
        placeholder={words.fields.station}
        value={filter.station ?? []}
        onChange={(station) => set({ station })}
      />
      <CommunitiesSelect
        className="filter-station"
        aria-label={words.fields.community}
        placeholder={words.fields.community}
        value={filter.community ?? []}
        onChange={(community) => set({ community })}
      />
    </FilterBar>
  )
}

function useChosen(filter: VisitFilter): { keys: (keyof VisitFilter)[]; label: string }[] {
  const words = useWords(messages)
  const { nameOf: kindName } = useCodes('visit-kind')
  const { nameOf: bodyName } = useBodies()
  const { nameOf: communityName } = useAreas(2)
  const { nameOf: personName } = usePeopleNames()
  const { q, from, until, kind, reason, mark, body, inspector, station, community, found, premises } = filter
  const named = (name: string, values: readonly string[]) => `${name}${words.colon}${values.join('、')}`
  const phrases: { keys: (keyof VisitFilter)[]; label: string }[] = []
  const say = (keys: (keyof VisitFilter)[], label: string) => phrases.push({ keys, label })
  if (q) say(['q'], named(words.list.q, [q]))
  if (from || until) say(['from', 'until'], named(words.fields.visitedOn, [`${from ?? ''} – ${until ?? ''}`]))
  if (kind?.length) say(['kind'], named(words.fields.kind, kind.map(kindName)))
  if (reason?.length)
    say(
      ['reason'],
      named(
        words.fields.reason,
        reason.map((one) => words.reasons[one]),
      ),
    )
  if (mark?.length)
    say(
      ['mark'],
      named(
        words.fields.marks,
        mark.map((one) => words.marks[one]),
      ),
    )
  if (body?.length) say(['body'], named(words.fields.body, body.map(bodyName)))
  if (inspector?.length) say(['inspector'], named(words.fields.inspectors, inspector.map(personName)))
  if (community?.length) say(['community'], named(words.fields.community, community.map(communityName)))
  if (station?.length) say(['station'], named(words.fields.station, station.map(bodyName)))
  if (found !== undefined) say(['found'], found ? words.list.foundOnly : words.list.nothingOnly)
  if (premises?.length) say(['premises'], words.list.ofPlace)
  return phrases
}
