/** Kind, time, people and cause of a visit. */
import { useQuery } from '@tanstack/react-query'
import { DatePicker, Form, Input, Select } from 'antd'
import dayjs from 'dayjs'
import { api } from '../../../../../desk/api.ts'
import { useCodes } from '../../../../../desk/codes.ts'
import { useMe } from '../../../../../desk/session.ts'
import { useWords } from '../../../../../desk/words.ts'
import { messages } from '../../../visits/messages.ts'
import { visitReasons } from '../../../visits/record-contract.ts'
import type { Change, Draft } from './draft.ts'

interface BasicsProps {
  readonly draft: Draft
  readonly change: Change
  readonly helpOf: (at: string) => { help?: string; validateStatus?: 'error' | 'warning' }
}

export function Basics({ draft, change, helpOf }: BasicsProps) {
  const words = useWords(messages)
  const { body } = useMe()
  const kinds = useCodes('visit-kind')
  const people = useQuery(api.organisation.people.queryOptions({ input: { body: body.id, limit: 200 } }))
  const colleagues = (people.data?.items ?? []).filter(({ active }) => active)
  const time = (key: 'startedAt' | 'endedAt') => (
    <Form.Item label={words.fields[key]} htmlFor={`visit-${key}`} {...helpOf(key)}>
      <DatePicker
        id={`visit-${key}`}
        allowClear={false}
        showTime={{ format: 'HH:mm' }}
        format="YYYY-MM-DD HH:mm"
        value={dayjs(draft[key])}
        onChange={(at) => at && change({ [key]: at.toISOString() })}
      />
    </Form.Item>
  )
  return (
    <div className="visit-pair">
      <Form.Item label={words.fields.kind} htmlFor="visit-kind">
        <Select id="visit-kind" value={draft.kind} options={kinds.choices()} onChange={(kind) => change({ kind })} />
      </Form.Item>
      {time('startedAt')}
      {time('endedAt')}
      <Form.Item label={words.fields.inspectors} htmlFor="visit-inspectors" {...helpOf('inspectors')}>
        <Select
          id="visit-inspectors"
          mode="multiple"
          value={draft.inspectors}
          options={colleagues.map(({ id, name, postName }) => ({ value: id, label: `${name} ${postName}` }))}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={(inspectors) => change({ inspectors })}
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
      <Form.Item label={words.fields.reasonWords} htmlFor="visit-reason-words" {...helpOf('reasonWords')}>
        <Input
          id="visit-reason-words"
          maxLength={200}
          value={draft.reasonWords ?? ''}
          onChange={({ target }) => change({ reasonWords: target.value || null })}
        />
      </Form.Item>
    </div>
  )
}
