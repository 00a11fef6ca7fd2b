/** Adding an area or changing one: where it hangs in the tree, what it is called, who answers for it. Its border is drawn. */
import { useQueryClient } from '@tanstack/react-query'
import { Form, Input, Select, Switch } from 'antd'
import { api, client } from '../../../../desk/api.ts'
import { fill, useWords } from '../../../../desk/words.ts'
import { type Area, type AreaNode, urbanKinds } from '../../areas/contract.ts'
import { messages } from '../../messages.ts'
import { useAreaAsSeen } from './area-as-seen.ts'
import { FormModal } from './FormModal.tsx'
import { PersonSelect } from './PersonSelect.tsx'
import { StationSelect } from './PlaceSelect.tsx'
import { choicesOf, useAreas, useBodies } from './places.ts'

/** A cleared choice is undefined to antd and null to us. */
type Cleared = 'parent' | 'station' | 'body' | 'person' | 'urban'
type Answer = Pick<Area, 'level' | 'code' | 'name' | 'active'> & { [K in Cleared]?: Area[K] }

interface AreaFormProps {
  readonly levels: readonly string[]
  /** The area to be changed; without one, an area is added. */
  readonly node?: AreaNode
  /** Of a new one. */
  readonly level?: number
  readonly parent?: string | null
  readonly onAdded?: (id: string) => void
  readonly onClose: () => void
}

export function AreaForm({ levels, node, level = 1, parent = null, onAdded, onClose }: AreaFormProps) {
  const words = useWords(messages)
  const queries = useQueryClient()
  const [form] = Form.useForm<Answer>()
  const bodies = useBodies()
  const seen = useAreaAsSeen(node?.id)
  const save = async ({ parent: above, station, body, person, urban, level: chosen, ...answer }: Answer) => {
    const facts = {
      ...answer,
      parent: above ?? null,
      station: station ?? null,
      body: body ?? null,
      person: person ?? null,
      urban: urban ?? null,
    }
    if (seen) await client.organisation.saveArea({ ...seen, ...facts })
    else onAdded?.((await client.organisation.createArea({ ...facts, level: chosen, polygon: null })).id)
    await queries.invalidateQueries({ queryKey: api.organisation.key() })
  }
  if (node && !seen) return null
  const want = { required: true, message: words.codes.want }
  return (
    <FormModal
      title={node ? fill(words.areas.editOf, { name: node.name }) : words.areas.add}
      form={form}
      initial={seen ?? { level, parent, active: true }}
      onSave={save}
      onClose={onClose}
    >
      <Form.Item name="level" label={words.areas.level} rules={[want]} hidden={node !== undefined}>
        <Select
          options={levels.map((label, at) => ({ value: at + 1, label }))}
          onChange={() => form.setFieldValue('parent', undefined)}
        />
      </Form.Item>
      <ParentField {...(node ? { node } : {})} />
      <Form.Item name="name" label={words.bodies.name} rules={[{ ...want, whitespace: true, max: 60 }]}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="code"
        label={words.areas.code}
        extra={words.areas.codeHint}
        rules={[{ required: true, pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,29}$/, message: words.areas.codeHint }]}
      >
        <Input autoComplete="off" spellCheck={false} />
      </Form.Item>
      <Form.Item name="station" label={words.areas.station}>
        <StationSelect placeholder={words.areas.none} />
      </Form.Item>
      <Form.Item name="body" label={words.areas.body}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={words.areas.none}
          options={choicesOf(bodies.items, node?.body)}
        />
      </Form.Item>
      <Form.Item name="person" label={words.areas.person}>
        <PersonSelect />
      </Form.Item>
      <Form.Item name="urban" label={words.areas.urban}>
        <Select
          allowClear
          placeholder={words.areas.none}
          options={urbanKinds.map((value) => ({ value, label: words.areas.urbanKinds[value] }))}
        />
      </Form.Item>
      <Form.Item
        name="active"
        label={words.bodies.active}
        extra={words.areas.closeHint}
        valuePropName="checked"
        hidden={!node}
      >
        <Switch checkedChildren={words.bodies.activeYes} unCheckedChildren={words.bodies.inactive} />
      </Form.Item>
    </FormModal>
  )
}

/** The areas one level above; the highest level has none. */
function ParentField({ node }: { node?: AreaNode }) {
  const words = useWords(messages)
  const form = Form.useFormInstance<Answer>()
  const level = Form.useWatch('level', { form, preserve: true })
  const above = useAreas((level ?? 1) - 1)
  if (!level || level === 1) return null
  return (
    <Form.Item name="parent" label={words.areas.parent} rules={[{ required: true, message: words.codes.want }]}>
      <Select showSearch={{ optionFilterProp: 'label' }} options={choicesOf(above.items, node?.parent)} />
    </Form.Item>
  )
}
