/** An entry of a code table: a new one, a change, or new content from a day on. */
import { useQueryClient } from '@tanstack/react-query'
import { DatePicker, Form, Input, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { api, client } from '../../../../desk/api.ts'
import { today } from '../../../../desk/today.ts'
import { useLang, useWords } from '../../../../desk/words.ts'
import type { Code } from '../../codes/contract.ts'
import { messages } from '../../messages.ts'
import { always, forever } from './code-days.ts'
import { FormModal } from './FormModal.tsx'

interface Answer {
  readonly code: string
  readonly zh: string
  readonly en: string
  readonly parent?: string | null
  readonly from?: Dayjs | null
  readonly until?: Dayjs | null
  readonly props: string
}

interface CodeFormProps {
  readonly table: string
  readonly entries: readonly Code[]
  readonly code?: Code
  readonly onClose: () => void
}

const format = 'YYYY-MM-DD'
const dayFor = (day: string) => (day === always || day === forever ? null : dayjs(day))

function readObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text.trim() || '{}')
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject ? { ...value } : undefined
  } catch {
    return undefined
  }
}

export function CodeForm({ table, entries, code, onClose }: CodeFormProps) {
  const words = useWords(messages)
  const lang = useLang()
  const queries = useQueryClient()
  const [form] = Form.useForm<Answer>()
  const save = async ({ parent = null, from, until, props, ...answer }: Answer) => {
    await client.organisation.codes.save({
      table,
      ...answer,
      parent: parent ?? null,
      // An entry is known by its code and first day: a change keeps the day.
      from: code ? code.from : (from?.format(format) ?? always),
      until: until?.format(format) ?? forever,
      props: readObject(props) ?? {},
    })
    await queries.invalidateQueries({ queryKey: api.organisation.codes.key() })
  }
  const initial = code
    ? { ...code, from: dayFor(code.from), until: dayFor(code.until), props: JSON.stringify(code.props) }
    : { from: dayjs(today()), props: '{}' }
  const want = { required: true, message: words.codes.want }
  const parents = entries.filter((entry) => entry.parent === null && entry.code !== code?.code)
  return (
    <FormModal
      title={code ? words.codes.edit : words.codes.add}
      form={form}
      initial={initial}
      onSave={save}
      onClose={onClose}
      saved={words.codes.saved}
    >
      <Form.Item
        name="code"
        label={words.codes.code}
        rules={[{ ...want, pattern: /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/, message: words.codes.codeHint }]}
      >
        <Input disabled={code !== undefined} />
      </Form.Item>
      <Form.Item name="zh" label={words.codes.zh} rules={[{ ...want, whitespace: true, max: 60 }]}>
        <Input />
      </Form.Item>
      <Form.Item name="en" label={words.codes.en} rules={[{ ...want, whitespace: true, max: 80 }]}>
        <Input />
      </Form.Item>
      <Form.Item name="parent" label={words.codes.parent}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={words.bodies.noParent}
          options={parents.map((entry) => ({ value: entry.code, label: entry[lang] }))}
        />
      </Form.Item>
      <Form.Item name="from" label={words.codes.from}>
        <DatePicker disabled={code !== undefined} placeholder={words.codes.always} />
      </Form.Item>
      <Form.Item name="until" label={words.codes.until}>
        <DatePicker placeholder={words.codes.forever} />
      </Form.Item>
      <Form.Item
        name="props"
        label={words.codes.props}
        extra={words.codes.propsHint}
        rules={[
          {
            validator: async (_rule, text: string) => {
              if (!readObject(text ?? '')) throw new Error(words.codes.propsBad)
            },
          },
        ]}
      >
        <Input.TextArea rows={2} spellCheck={false} />
      </Form.Item>
    </FormModal>
  )
}
