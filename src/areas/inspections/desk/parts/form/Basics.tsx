/** Kind, time, people and cause of a visit. */
import { Form, Input, Select } from 'antd'
import { useCodes } from '../../../../../desk/codes.ts'
import { Offers } from '../../../../../desk/components/Offers.tsx'
import { fill, useWords } from '../../../../../desk/words.ts'
import type { VisitKind } from '../../../codes.ts'
import { messages } from '../../../visits/messages.ts'
import { visitReasons } from '../../../visits/record-contract.ts'
import { useColleagues } from './colleagues.ts'
import { type Change, type Draft, fieldTime, timeOfField } from './draft.ts'
import { useHelp } from './FaultLines.tsx'
import { type Faults, faultsAt } from './faults.ts'

interface BasicsProps {
  readonly draft: Draft
  readonly change: Change
  readonly faults: Faults
  readonly kind: VisitKind | undefined
  /** The yearly cap of the place is reached. */
  readonly beyond: boolean
}

export function Basics({ draft, change, faults, kind, beyond }: BasicsProps) {
  const words = useWords(messages)
  const { form: w } = words
  const kinds = useCodes('visit-kind')
  const help = useHelp()
  const at = (anchor: string) => help(faultsAt(faults, draft, anchor))
  const time = (key: 'startedAt' | 'endedAt') => (
    <Form.Item label={words.fields[key]} htmlFor={`visit-${key}`} {...at(`visit-${key}`)}>
      <Input
        id={`visit-${key}`}
        type="datetime-local"
        value={fieldTime(draft[key])}
        onChange={({ target }) => {
          const instant = timeOfField(target.value)
          if (instant) change({ [key]: instant })
        }}
      />
    </Form.Item>
  )
  return (
    <>
      <div className="visit-pair">
        <Form.Item label={words.fields.kind} htmlFor="visit-checklist" {...at('visit-checklist')}>
          <Select
            id="visit-checklist"
            value={draft.kind}
            options={kinds.choices()}
            onChange={(next) => change({ kind: next })}
          />
        </Form.Item>
        <Form.Item label={words.fields.reason} htmlFor="visit-reason">
          <Select
            id="visit-reason"
            value={draft.reason}
            options={visitReasons.map((value) => ({ value, label: words.reasons[value] }))}
            onChange={(reason) => change({ reason })}
          />
        </Form.Item>
        {time('startedAt')}
        {time('endedAt')}
      </div>
      <People draft={draft} change={change} help={at('visit-inspectors')} least={kind?.inspectors ?? 1} />
      {(beyond || draft.reasonWords !== null) && (
        <Form.Item
          label={words.fields.reasonWords}
          htmlFor="visit-reasonWords"
          extra={w.beyondCap}
          {...at('visit-reasonWords')}
        >
          <Input
            id="visit-reasonWords"
            maxLength={200}
            value={draft.reasonWords ?? ''}
            onChange={({ target }) => change({ reasonWords: target.value || null })}
          />
        </Form.Item>
      )}
    </>
  )
}

interface PeopleProps extends Pick<BasicsProps, 'draft' | 'change'> {
  readonly help: object
  readonly least: number
}

function People({ draft, change, help, least }: PeopleProps) {
  const words = useWords(messages)
  const { form: w } = words
  const { choices, usual } = useColleagues()
  const { inspectors } = draft
  const offered = usual.filter(({ value }) => !inspectors.includes(value))
  return (
    <Form.Item
      label={words.fields.inspectors}
      htmlFor="visit-inspectors"
      extra={inspectors.length < least ? fill(w.least, { n: least }) : undefined}
      {...help}
    >
      <Select
        id="visit-inspectors"
        mode="multiple"
        value={inspectors}
        options={choices}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(next) => change({ inspectors: next })}
      />
      {offered.length > 0 && (
        <Offers
          label={w.usual}
          texts={offered.map(({ label }) => label)}
          onTake={(name) =>
            change((was) => ({
              inspectors: [...was.inspectors, ...offered.flatMap(({ value, label }) => (label === name ? value : []))],
            }))
          }
        />
      )}
    </Form.Item>
  )
}
