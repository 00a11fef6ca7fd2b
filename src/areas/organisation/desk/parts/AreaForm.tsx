/** Changing an area: its name, the station that polices it, who answers for it. */
import { useQueryClient } from '@tanstack/react-query'
import { Form, Input, Radio, Select } from 'antd'
import { api, client } from '../../../../desk/api.ts'
import { useWords } from '../../../../desk/words.ts'
import type { AreaNode } from '../../contract.ts'
import { messages } from '../../messages.ts'
import { FormModal } from './FormModal.tsx'
import { PersonSelect } from './PersonSelect.tsx'
import { StationSelect } from './PlaceSelect.tsx'
import { useBodies } from './places.ts'

type Answer = Pick<AreaNode, 'name' | 'station' | 'urban'> & { body?: string | null; person?: string | null }

export function AreaForm({ node, onClose }: { node: AreaNode; onClose: () => void }) {
  const words = useWords(messages)
  const queries = useQueryClient()
  const [form] = Form.useForm<Answer>()
  const bodies = useBodies()
  const save = async ({ body = null, person = null, ...answer }: Answer) => {
    await client.organisation.saveArea({ id: node.id, ...answer, body, person })
    await queries.invalidateQueries({ queryKey: api.organisation.key() })
  }
  return (
    <FormModal title={words.areas.edit} form={form} initial={node} onSave={save} onClose={onClose}>
      <Form.Item
        name="name"
        label={words.bodies.name}
        rules={[{ required: true, whitespace: true, max: 60, message: words.codes.want }]}
      >
        <Input />
      </Form.Item>
      <Form.Item name="station" label={words.areas.station}>
        <StationSelect placeholder={words.areas.none} />
      </Form.Item>
      <Form.Item name="body" label={words.areas.body}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={words.areas.none}
          options={bodies.choices}
        />
      </Form.Item>
      <Form.Item name="person" label={words.areas.person}>
        <PersonSelect />
      </Form.Item>
      <Form.Item name="urban" label={words.areas.urban}>
        <Radio.Group
          options={(['urban', 'rural'] as const).map((value) => ({ value, label: words.areas.urbanKinds[value] }))}
        />
      </Form.Item>
    </FormModal>
  )
}
