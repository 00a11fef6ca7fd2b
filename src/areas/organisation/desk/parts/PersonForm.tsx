/** Adding a person to a post, or moving one to another post of any body. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Form, Input, Select, Switch } from 'antd'
import { api, client } from '../../../../desk/api.ts'
import { useWords } from '../../../../desk/words.ts'
import type { Person } from '../../contract.ts'
import { messages } from '../../messages.ts'
import { FormModal } from './FormModal.tsx'
import { useBodies } from './places.ts'

interface Answer {
  readonly name: string
  readonly body: string
  readonly post: string
  readonly phone?: string | null
  readonly active: boolean
}

export function PersonForm({ person, body, onClose }: { person?: Person; body?: string; onClose: () => void }) {
  const words = useWords(messages)
  const queries = useQueryClient()
  const [form] = Form.useForm<Answer>()
  const save = async ({ name, post, phone, active }: Answer) => {
    if (person) await client.organisation.savePerson({ id: person.id, version: person.version, name, post, active })
    else await client.organisation.createPerson({ name, post, phone: phone || null })
    await queries.invalidateQueries({ queryKey: api.organisation.key() })
  }
  const want = { required: true, message: words.codes.want }
  return (
    <FormModal
      title={person ? words.body.moveTitle : words.body.addPerson}
      form={form}
      initial={person ?? { ...(body ? { body } : {}), active: true }}
      onSave={save}
      onClose={onClose}
    >
      <Form.Item name="name" label={words.body.person} rules={[{ ...want, whitespace: true, min: 2, max: 40 }]}>
        <Input autoComplete="off" />
      </Form.Item>
      <PostFields />
      {!person && (
        <Form.Item
          name="phone"
          label={words.body.phone}
          extra={words.body.phoneHint}
          rules={[{ pattern: /^\d{11}$/, message: words.body.phoneHint }]}
        >
          <Input inputMode="numeric" maxLength={11} autoComplete="off" />
        </Form.Item>
      )}
      <Form.Item name="active" label={words.body.status} valuePropName="checked" hidden={!person}>
        <Switch checkedChildren={words.body.working} unCheckedChildren={words.body.left} />
      </Form.Item>
    </FormModal>
  )
}

/** The body first, then one of its posts. */
function PostFields() {
  const words = useWords(messages)
  const form = Form.useFormInstance<Answer>()
  const body = Form.useWatch('body', form)
  const bodies = useBodies()
  const chosen = useQuery(api.organisation.body.queryOptions({ input: { id: body ?? '' }, enabled: Boolean(body) }))
  const want = { required: true, message: words.codes.want }
  return (
    <>
      <Form.Item name="body" label={words.me.body} rules={[want]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={bodies.choices}
          onChange={() => form.resetFields(['post'])}
        />
      </Form.Item>
      <Form.Item name="post" label={words.body.post} rules={[want]}>
        <Select
          disabled={!body}
          loading={chosen.isFetching}
          options={(chosen.data?.posts ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
    </>
  )
}
