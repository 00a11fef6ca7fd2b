/** How many are drawn: a number or a share, of the whole or of each stratum. */
import { Button, InputNumber, Segmented, Select } from 'antd'
import { Panel } from '../../../../../../desk/components/Panel.tsx'
import { useWords } from '../../../../../../desk/words.ts'
import { messages } from '../../../../draws/messages.ts'
import type { StrataKey } from '../../../../draws/package.ts'
import type { DrawDraft, Editing, TakeDraft } from './draft.ts'
import { useFilterNames, useRange } from './Range.tsx'
import { Row } from './Row.tsx'

export function HowMany({ editing }: { editing: Editing }) {
  const words = useWords(messages).form
  const { draft, set, problem } = editing
  const strata = { none: words.noStrata, station: words.byStation, list: words.byList, kind: words.byKind }
  return (
    <Panel title={words.take}>
      <Row label={words.takeHow} field="draw-take" problem={problem('take')}>
        <TakeField id="draw-take" take={draft.take} onChange={(take) => set({ take })} />
      </Row>
      <Row label={words.strata} hint={words.strataHint}>
        <Segmented<keyof typeof strata>
          aria-label={words.strata}
          value={draft.by ?? 'none'}
          options={(['none', 'station', 'list', 'kind'] as const).map((value) => ({ value, label: strata[value] }))}
          onChange={(by) => set({ by: by === 'none' ? null : by, takes: [] })}
        />
      </Row>
      {draft.by !== null && <Specials by={draft.by} editing={editing} />}
    </Panel>
  )
}

interface TakeFieldProps {
  readonly id: string
  readonly take: TakeDraft
  readonly onChange: (take: TakeDraft) => void
}

function TakeField({ id, take: { by, n }, onChange }: TakeFieldProps) {
  const words = useWords(messages).form
  return (
    <div className="draw-line">
      <Segmented<TakeDraft['by']>
        aria-label={words.takeHow}
        value={by}
        options={[
          { value: 'share', label: words.byShare },
          { value: 'count', label: words.byCount },
        ]}
        onChange={(chosen) => onChange({ by: chosen, n: null })}
      />
      <InputNumber
        id={id}
        aria-label={words.takeHow}
        min={by === 'share' ? 0.1 : 1}
        max={by === 'share' ? 100 : 100_000}
        precision={by === 'share' ? 1 : 0}
        suffix={by === 'share' ? words.percent : words.pieces}
        value={n}
        onChange={(value) => onChange({ by, n: value })}
      />
    </div>
  )
}

/** Strata whose number is their own. */
function Specials({ by, editing }: { by: StrataKey; editing: Editing }) {
  const words = useWords(messages).form
  const { draft, set, problem } = editing
  const { data } = useRange(editing)
  const nameOf = useFilterNames()[by]
  const values = data?.facets.find((facet) => facet.by === by)?.values ?? []
  const change = (key: number, next: Partial<DrawDraft['takes'][number]>) =>
    set({ takes: draft.takes.map((one) => (one.key === key ? { ...one, ...next } : one)) })
  const add = () =>
    set({
      takes: [
        ...draft.takes,
        { key: (draft.takes.at(-1)?.key ?? 0) + 1, value: null, take: { by: 'count' as const, n: null } },
      ],
    })
  return (
    <Row label={words.special} problem={problem('takes')}>
      {draft.takes.map(({ key, value, take }) => (
        <div key={key} className="draw-line">
          <Select<string>
            className="draw-wide"
            aria-label={words.stratum}
            placeholder={words.stratum}
            showSearch={{ optionFilterProp: 'label' }}
            value={value}
            options={values
              .filter((one) => one.value === value || !draft.takes.some((other) => other.value === one.value))
              .map((one) => ({ value: one.value, label: nameOf(one.value) }))}
            onChange={(chosen) => change(key, { value: chosen })}
          />
          <TakeField id={`draw-take-${key}`} take={take} onChange={(next) => change(key, { take: next })} />
          <Button type="link" onClick={() => set({ takes: draft.takes.filter((one) => one.key !== key) })}>
            {words.removeStratum}
          </Button>
        </div>
      ))}
      <Button onClick={add} disabled={draft.takes.length >= values.length}>
        {words.addStratum}
      </Button>
    </Row>
  )
}
