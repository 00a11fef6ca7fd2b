/** Facilities and papers as rows that one adds, fills in and takes away. */
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, DatePicker, Form, Input, InputNumber, Select } from 'antd'
import dayjs from 'dayjs'
import { type Choice, useCodes } from '../../../../../desk/codes.ts'
import { Panel } from '../../../../../desk/components/Panel.tsx'
import { fill, useWords } from '../../../../../desk/words.ts'
import { messages } from '../../../messages.ts'
import type { Facility, Paper } from '../../../record-contract.ts'
import type { Editing } from './FactField.tsx'
import { useFindingText } from './FactField.tsx'
import { PhotoButtons } from './PhotoButtons.tsx'

interface RowProps<R> {
  readonly row: R
  /** The row's number, for what reads the page aloud. */
  readonly no: number
  readonly choices: readonly Choice[]
  readonly onChange: (change: Partial<R>) => void
  readonly onRemove: () => void
}

const changed = <R,>(rows: readonly R[], at: number, change: Partial<R>): R[] =>
  rows.map((row, i) => (i === at ? { ...row, ...change } : row))
const without = <R,>(rows: readonly R[], at: number): R[] => rows.filter((_, i) => i !== at)

export function FacilityRows({ editing }: { editing: Editing }) {
  const words = useWords(messages)
  const { choices } = useCodes('facility-kind')
  const rows = editing.facts.facilities
  const set = (facilities: Facility[]) => editing.set({ facilities })
  return (
    <Panel title={words.fields.facilities} extra={<Faults field="facilities" editing={editing} />}>
      {rows.map((row, at) => (
        <FacilityRow
          key={at}
          row={row}
          no={at + 1}
          choices={choices()}
          onChange={(change) => set(changed(rows, at, change))}
          onRemove={() => set(without(rows, at))}
        />
      ))}
      <div className="add-rows">
        {choices()
          .filter(({ value }) => !rows.some(({ kind }) => kind === value))
          .map(({ value, label }) => (
            <Button
              key={value}
              size="small"
              icon={<PlusOutlined />}
              onClick={() => set([...rows, { kind: value, count: null, expiresOn: null }])}
            >
              {label}
            </Button>
          ))}
      </div>
    </Panel>
  )
}

function FacilityRow({ row, no, choices, onChange, onRemove }: RowProps<Facility>) {
  const words = useWords(messages)
  return (
    <div className="edit-row">
      <Select
        aria-label={fill(words.form.ofRow, { name: words.page.facility, n: no })}
        value={row.kind}
        options={[...choices]}
        onChange={(kind) => onChange({ kind })}
      />
      <InputNumber
        aria-label={fill(words.form.ofRow, { name: words.page.count, n: no })}
        min={0}
        precision={0}
        controls={false}
        placeholder={words.page.count}
        value={row.count}
        onChange={(count) => onChange({ count })}
      />
      <Day name={words.page.expires} no={no} value={row.expiresOn} onChange={(expiresOn) => onChange({ expiresOn })} />
      <Remove no={no} onRemove={onRemove} />
    </div>
  )
}

export function PaperRows({ editing }: { editing: Editing }) {
  const words = useWords(messages)
  const { choices } = useCodes('paper-kind')
  const rows = editing.facts.papers
  const set = (papers: Paper[]) => editing.set({ papers })
  return (
    <Panel title={words.fields.papers} extra={<Faults field="papers" editing={editing} />}>
      {rows.map((row, at) => (
        <PaperRow
          key={at}
          row={row}
          no={at + 1}
          choices={choices()}
          onChange={(change) => set(changed(rows, at, change))}
          onRemove={() => set(without(rows, at))}
        />
      ))}
      <div className="add-rows">
        {choices().map(({ value, label }) => (
          <Button
            key={value}
            size="small"
            icon={<PlusOutlined />}
            onClick={() => set([...rows, { kind: value, no: null, issuedOn: null, expiresOn: null, file: null }])}
          >
            {label}
          </Button>
        ))}
      </div>
    </Panel>
  )
}

function PaperRow({ row, no, choices, onChange, onRemove }: RowProps<Paper>) {
  const words = useWords(messages)
  return (
    <div className="edit-row edit-row-paper">
      <Select
        aria-label={fill(words.form.ofRow, { name: words.page.paper, n: no })}
        popupMatchSelectWidth={false}
        value={row.kind}
        options={[...choices]}
        onChange={(kind) => onChange({ kind })}
      />
      <Input
        aria-label={fill(words.form.ofRow, { name: words.page.paperNo, n: no })}
        placeholder={words.page.paperNo}
        maxLength={80}
        value={row.no ?? ''}
        onChange={({ target }) => onChange({ no: target.value === '' ? null : target.value })}
      />
      <Day name={words.page.issuedOn} no={no} value={row.issuedOn} onChange={(issuedOn) => onChange({ issuedOn })} />
      <Day name={words.page.expires} no={no} value={row.expiresOn} onChange={(expiresOn) => onChange({ expiresOn })} />
      <PhotoButtons
        scan
        has={row.file}
        onBrought={(files) => onChange({ file: files[0] ?? null })}
        onTakeAway={() => onChange({ file: null })}
      />
      <Remove no={no} onRemove={onRemove} />
    </div>
  )
}

interface DayProps {
  readonly name: string
  readonly no: number
  readonly value: string | null
  readonly onChange: (day: string | null) => void
}

function Day({ name, no, value, onChange }: DayProps) {
  const words = useWords(messages).form
  return (
    <DatePicker
      aria-label={fill(words.ofRow, { name, n: no })}
      placeholder={name}
      value={value ? dayjs(value) : null}
      onChange={(date) => onChange(date ? date.format('YYYY-MM-DD') : null)}
    />
  )
}

function Remove({ no, onRemove }: { no: number; onRemove: () => void }) {
  const words = useWords(messages).form
  return (
    <Button type="text" icon={<DeleteOutlined />} aria-label={fill(words.removeRow, { n: no })} onClick={onRemove} />
  )
}

function Faults({ field, editing }: { field: 'facilities' | 'papers'; editing: Editing }) {
  const findingText = useFindingText()
  const own = editing.findings.filter((finding) => finding.field === field)
  return own.length === 0 ? null : (
    <Form.Item noStyle validateStatus="error">
      <span className="tone-bad">{own.map(({ rule }) => findingText(rule)).join(' ')}</span>
    </Form.Item>
  )
}
