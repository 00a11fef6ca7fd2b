/** Who may be sent, who of them is away, and how many go to each object. */
import { useQuery } from '@tanstack/react-query'
import { Button, Input, InputNumber, Select } from 'antd'
import { api } from '../../../../../../desk/api.ts'
import { Panel } from '../../../../../../desk/components/Panel.tsx'
import { fill, useWords } from '../../../../../../desk/words.ts'
import { messages } from '../../../../draws/messages.ts'
import type { Editing } from './draft.ts'
import { Row } from './Row.tsx'

export function People({ editing }: { editing: Editing }) {
  const words = useWords(messages).form
  const { draft, set, problem } = editing
  const pool = useQuery(api.inspections.draws.pool.queryOptions({ staleTime: 60_000 }))
  const people = pool.data?.items ?? []
  const groups = [...Map.groupBy(people, ({ bodyName }) => bodyName)].map(([label, members]) => ({
    label,
    options: members.map(({ id, name, post }) => ({ value: id, label: `${name} ${post}` })),
  }))
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? id
  const choose = (chosen: readonly string[]) =>
    set({
      people: chosen,
      away: Object.fromEntries(Object.entries(draft.away).filter(([id]) => chosen.includes(id))),
    })
  const away = Object.keys(draft.away)
  return (
    <Panel title={words.people}>
      <Row
        label={words.pool}
        field="draw-people"
        problem={problem('people')}
        hint={draft.people.length > 0 && fill(words.chosen, { n: draft.people.length, away: away.length })}
      >
        <div className="draw-line">
          <Select<string[]>
            id="draw-people"
            className="draw-wide"
            mode="multiple"
            allowClear
            maxTagCount="responsive"
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={words.choosePeople}
            loading={pool.isFetching}
            value={[...draft.people]}
            options={groups}
            onChange={choose}
          />
          <Button onClick={() => choose(people.map(({ id }) => id))}>{words.allOf}</Button>
        </div>
      </Row>
      <Row label={words.away} field="draw-away" problem={problem('away')}>
        <Select<string[]>
          id="draw-away"
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={words.choosePeople}
          value={away}
          options={draft.people.map((id) => ({ value: id, label: nameOf(id) }))}
          onChange={(ids) => set({ away: Object.fromEntries(ids.map((id) => [id, draft.away[id] ?? ''])) })}
        />
        {away.map((id) => (
          <Input
            key={id}
            className="draw-away"
            prefix={<span className="quiet">{nameOf(id)}</span>}
            aria-label={`${nameOf(id)} ${words.awayWhy}`}
            placeholder={words.awayHint}
            maxLength={200}
            value={draft.away[id] ?? ''}
            onChange={({ target }) => set({ away: { ...draft.away, [id]: target.value } })}
          />
        ))}
      </Row>
      <Row label={words.perObject} field="draw-per-object">
        <InputNumber
          id="draw-per-object"
          min={1}
          max={5}
          precision={0}
          suffix={words.persons}
          value={draft.perObject}
          onChange={(n) => set({ perObject: n ?? 2 })}
        />
      </Row>
    </Panel>
  )
}
