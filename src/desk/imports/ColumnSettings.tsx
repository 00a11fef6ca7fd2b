/** How a mapped column becomes ours: code words, a factor, a time format, and what to do with what is no good. */
import { Button, Checkbox, Input, Modal, Select, Space } from 'antd'
import { useState } from 'react'
import type { Upload } from '../../kernel/import-contract.ts'
import type { Column } from '../../kernel/layout.ts'
import type { Choice } from '../codes.ts'
import { fill, useLang, useWords } from '../words.ts'
import { useImporting } from './importing.ts'
import { type Draft, headersOf, withSetting } from './mapping.ts'
import { messages } from './messages.ts'

interface Props {
  readonly column: Column
  readonly upload: Upload
  readonly draft: Draft
  readonly onDraft: (draft: Draft) => void
}

/** The usual written forms, by the kind of column that is written so. */
const formats: Readonly<Record<string, readonly string[]>> = {
  instant: ['YYYY-MM-DD HH:mm:ss', 'YYYY/M/D H:mm[:ss]', 'DD/MM/YYYY HH:mm:ss', 'MM/DD/YYYY HH:mm:ss', 'excel'],
  day: ['YYYY-MM-DD', 'YYYY/M/D', 'DD/MM/YYYY', 'MM/DD/YYYY', 'excel'],
}
const coded: ReadonlySet<string> = new Set(['code', 'codes', 'yesno'])
const sums = new Set(['money', 'decimal', 'number', 'integer'])

export function ColumnSettings(props: Props) {
  const { column, draft, onDraft } = props
  const words = useWords(messages).mapping
  const lang = useLang()
  const mapping = draft.columns[column.key]
  if (mapping?.from === undefined) return null
  const name = column[lang]
  const set = (setting: Parameters<typeof withSetting>[2]) => onDraft(withSetting(draft, column.key, setting))
  const written = formats[column.kind]
  const several = headersOf(mapping).length > 1
  return (
    <Space wrap size={6}>
      {several && (
        <Select
          aria-label={fill(words.pickOf, { name })}
          popupMatchSelectWidth={false}
          value={mapping.pick ?? ''}
          onChange={(pick: 'first' | '') => set({ pick })}
          options={[
            { value: '', label: sums.has(column.kind) ? words.join.add : words.join.join },
            { value: 'first', label: words.join.first },
          ]}
        />
      )}
      {coded.has(column.kind) && <ValuesButton {...props} />}
      {sums.has(column.kind) && (
        <Input
          aria-label={`${name} ${words.multiply}`}
          placeholder={words.multiply}
          style={{ width: 110 }}
          value={mapping.multiply ?? ''}
          onChange={({ target }) => set({ multiply: target.value.trim() })}
        />
      )}
      {written && (
        <Select
          aria-label={`${name} ${words.dateFormat}`}
          placeholder={words.dateFormat}
          allowClear
          style={{ width: 200 }}
          value={(Array.isArray(mapping.dateFormat) ? mapping.dateFormat[0] : mapping.dateFormat) ?? null}
          onChange={(dateFormat: string | null) => set({ dateFormat: dateFormat ?? '' })}
          options={written.map((value) => ({ value, label: value }))}
        />
      )}
      {!column.required && (
        <Checkbox
          aria-label={`${name} ${words.blankInvalid}`}
          checked={mapping.invalid === 'blank'}
          onChange={({ target }) => set({ invalid: target.checked ? 'blank' : 'refuse' })}
        >
          {words.blankInvalid}
        </Checkbox>
      )}
    </Space>
  )
}

/** The table of code words: what the file says, and which of our codes that is. */
function ValuesButton({ column, upload, draft, onDraft }: Props) {
  const words = useWords(messages).mapping
  const lang = useLang()
  const [open, setOpen] = useState(false)
  const ours = useOurCodes(column)
  const mapping = draft.columns[column.key]
  const values = mapping?.values ?? {}
  const [typed, setTyped] = useState('')
  const [added, setAdded] = useState<readonly string[]>([])
  const found = mapping ? headersOf(mapping).flatMap((header) => upload.values[header] ?? []) : []
  const foreign = [...new Set([...found.filter((value) => value !== ''), ...Object.keys(values), ...added])].filter(
    (v) => v !== '*',
  )
  const set = (value: string, code: string | null) => {
    const { [value]: _, ...others } = values
    onDraft(withSetting(draft, column.key, { values: code === null ? others : { ...others, [value]: code } }))
  }
  const title = fill(words.valuesOf, { field: column[lang] })
  return (
    <>
      <Button size="small" aria-label={title} onClick={() => setOpen(true)}>
        {words.values} ({Object.keys(values).length}/{foreign.length})
      </Button>
      <Modal open={open} title={title} onOk={() => setOpen(false)} onCancel={() => setOpen(false)} width={560}>
        <div className="values-table">
          {[...foreign, '*'].map((value) => (
            <div key={value} className="values-row">
              <code>{value === '*' ? words.otherwise : value}</code>
              <Select
                showSearch
                allowClear
                optionFilterProp="label"
                aria-label={`${column[lang]} ${value}`}
                style={{ width: 260 }}
                value={values[value] ?? null}
                onChange={(code: string | null) => set(value, code ?? null)}
                options={[...ours]}
              />
            </div>
          ))}
        </div>
        <Space.Compact block>
          <Input
            aria-label={words.addValueHint}
            placeholder={words.addValueHint}
            value={typed}
            maxLength={200}
            onChange={({ target }) => setTyped(target.value)}
          />
          <Button
            disabled={typed.trim() === ''}
            onClick={() => {
              setAdded([...added, typed.trim()])
              setTyped('')
            }}
          >
            {words.addValue}
          </Button>
        </Space.Compact>
      </Modal>
    </>
  )
}

function useOurCodes(column: Column): readonly Choice[] {
  const words = useWords(messages).mapping
  const lang = useLang()
  const choicesOf = useImporting().useChoices()
  if (column.kind === 'yesno')
    return [
      { value: 'yes', label: words.yes },
      { value: 'no', label: words.no },
    ]
  if ('entries' in column && column.entries)
    return column.entries.map((entry) => ({ value: entry.code, label: entry[lang] }))
  return choicesOf(column)
}
