/** Adding or changing a body. Its area stays as it is: it is drawn on the body's page. */
import { useQueryClient } from '@tanstack/react-query'
import { Form, Input, Select, Switch } from 'antd'
import { useState } from 'react'
import { api, client } from '../../../../desk/api.ts'
import { useWords } from '../../../../desk/words.ts'
import { type Body, bodyKinds } from '../../contract.ts'
import { messages } from '../../messages.ts'
import { FormModal } from './FormModal.tsx'
import { choicesOf, useBodies } from './places.ts'

type Answer = Pick<Body, 'kind' | 'name' | 'code' | 'active'> & { parent?: string | null }

interface BodyFormProps {
  /** The body to be changed; without one, a body is added. */
  readonly body?: Body
  readonly onAdded?: (id: string) => void
  readonly onClose: () => void
}

export function BodyForm({ body: now, onAdded, onClose }: BodyFormProps) {
  // A body that somebody changes meanwhile must not lend its new version to what was seen before.
  const [body] = useState(now)
  const words = useWords(messages)
  const queries = useQueryClient()
  const [form] = Form.useForm<Answer>()
  const bodies = useBodies()
  const save = async ({ parent = null, active, ...answer }: Answer) => {
    const asked = { ...answer, parent }
    if (body) {
      const { id, version, polygon } = body
      await client.organisation.saveBody({ id, version, polygon, active, ...asked })
    } else onAdded?.((await client.organisation.createBody({ ...asked, polygon: null })).id)
    await queries.invalidateQueries({ queryKey: api.organisation.key() })
  }
  const want = { required: true, message: words.codes.want }
  return (
    <FormModal
      title={body ? words.bodies.edit : words.bodies.add}
      form={form}
      initial={body ?? { kind: 'station', active: true }}
      onSave={save}
      onClose={onClose}
    >
      <Form.Item name="kind" label={words.bodies.kind} rules={[want]}>
        <Select options={bodyKinds.map((value) => ({ value, label: words.kinds[value] }))} />
      </Form.Item>
      <Form.Item
        name="name"
        label={words.bodies.name}
        extra={words.bodies.nameHint}
        rules={[{ ...want, min: 2, max: 60 }]}
      >
        <Input />
      </Form.Item>
      <Form.Item
        name="code"
        label={words.bodies.code}
        rules={[{ ...want, pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,19}$/, message: words.bodies.codeHint }]}
        extra={words.bodies.codeHint}
      >
        <Input />
      </Form.Item>
      <Form.Item name="parent" label={words.bodies.parent}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={words.bodies.noParent}
          options={choicesOf(bodies.items, body?.parent).filter(({ value }) => value !== body?.id)}
        />
      </Form.Item>
      <Form.Item name="active" label={words.bodies.active} valuePropName="checked" hidden={!body}>
        <Switch checkedChildren={words.bodies.activeYes} unCheckedChildren={words.bodies.inactive} />
      </Form.Item>
    </FormModal>
  )
}
