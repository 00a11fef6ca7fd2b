/** One finding: what it is, where, how grave, and what is done about it there and then. */
import { Button, Checkbox, DatePicker, Form, Input, Select } from 'antd'
import dayjs from 'dayjs'
import { useCodes } from '../../../../../desk/codes.ts'
import { useWords } from '../../../../../desk/words.ts'
import { addDays, dayOf } from '../../../../../kernel/calendar.ts'
import { messages } from '../../../visits/messages.ts'
import { disposalKinds, type VisitFinding } from '../../../visits/record-contract.ts'
import { PictureField } from './PictureField.tsx'

interface FindingFieldsProps {
  readonly finding: VisitFinding
  readonly visitedOn: string
  readonly onChange: (change: Partial<VisitFinding>) => void
  readonly onRemove: () => void
}

export function FindingFields({ finding, visitedOn, onChange, onRemove }: FindingFieldsProps) {
  const words = useWords(messages)
  const { form: w } = words
  const { entries, choices } = useCodes('conduct')
  const { id, conduct, disposal, minor, serious, term } = finding
  const props = entries.find(({ code }) => code === conduct)?.props
  const elsewhere = Boolean(props?.refer)
  const phrases: Readonly<Record<string, readonly string[]>> = words.phrases
  const days = Number(props?.days ?? 15)
  const open = disposalKinds.filter((kind) => (elsewhere ? kind === 'later' : kind !== 'spot' || minor))
  const dispose = (next: VisitFinding['disposal']) =>
    onChange({ disposal: next, term: next === 'term' ? (term ?? addDays(dayOf(visitedOn), days)) : null })
  return (
    <fieldset className="visit-finding">
      <legend className="quiet">{w.finding}</legend>
      <Form.Item label={w.conduct} htmlFor={`conduct-${id}`}>
        <Select
          id={`conduct-${id}`}
          value={conduct}
          options={choices()}
          popupMatchSelectWidth={false}
          onChange={(next) => onChange({ conduct: next, disposal: 'later', term: null })}
        />
      </Form.Item>
      <Form.Item label={w.words} htmlFor={`words-${id}`} required>
        <Input.TextArea
          id={`words-${id}`}
          autoSize={{ minRows: 1, maxRows: 4 }}
          maxLength={1000}
          value={finding.words}
          onChange={({ target }) => onChange({ words: target.value })}
        />
      </Form.Item>
      <div className="visit-phrases">
        {(phrases[conduct] ?? []).map((phrase) => (
          <Button key={phrase} size="small" onClick={() => onChange({ words: phrase })}>
            {phrase}
          </Button>
        ))}
      </div>
      <div className="visit-pair">
        <Form.Item label={w.spot} htmlFor={`spot-${id}`}>
          <Input
            id={`spot-${id}`}
            maxLength={100}
            value={finding.spot ?? ''}
            onChange={({ target }) => onChange({ spot: target.value || null })}
          />
        </Form.Item>
        <Form.Item label={w.gravity}>
          <Checkbox
            checked={minor}
            disabled={serious}
            onChange={({ target }) =>
              onChange({ minor: target.checked, ...(disposal === 'spot' ? { disposal: 'later' as const } : {}) })
            }
          >
            {w.minor}
          </Checkbox>
          <Checkbox
            checked={serious}
            onChange={({ target }) =>
              onChange({ serious: target.checked, ...(target.checked ? { minor: false } : {}) })
            }
          >
            {w.serious}
          </Checkbox>
        </Form.Item>
        <Form.Item label={w.disposal} htmlFor={`disposal-${id}`} {...(elsewhere ? { extra: w.elsewhere } : {})}>
          <Select
            id={`disposal-${id}`}
            value={disposal}
            options={open.map((value) => ({ value, label: words.disposals[value] }))}
            onChange={dispose}
          />
        </Form.Item>
        {disposal === 'term' && (
          <Form.Item label={w.term} htmlFor={`term-${id}`}>
            <DatePicker
              id={`term-${id}`}
              allowClear={false}
              value={term ? dayjs(term) : null}
              onChange={(_date, text) => text && onChange({ term: String(text) })}
            />
          </Form.Item>
        )}
      </div>
      <PictureField name={w.finding} files={finding.photos} onChange={(photos) => onChange({ photos })} />
      {disposal === 'spot' && (
        <PictureField
          name={w.after}
          files={finding.photosAfter}
          onChange={(photosAfter) => onChange({ photosAfter })}
        />
      )}
      <Button size="small" type="text" onClick={onRemove}>
        {w.removeFinding}
      </Button>
    </fieldset>
  )
}
