/** The district's names, and what it calls the levels of its tree. */
import { useQueryClient } from '@tanstack/react-query'
import { Form, Input } from 'antd'
import { api, client } from '../../../../desk/api.ts'
import { fill, useWords } from '../../../../desk/words.ts'
import type { District } from '../../contract.ts'
import { messages } from '../../messages.ts'
import { FormModal } from './FormModal.tsx'

export function LevelsForm({ district, onClose }: { district: District; onClose: () => void }) {
  const words = useWords(messages)
  const queries = useQueryClient()
  const [form] = Form.useForm<{ levels: string[] }>()
  const save = async ({ levels }: { levels: string[] }) => {
    await client.organisation.saveDistrict({ name: district.name, city: district.city, levels })
    await queries.invalidateQueries({ queryKey: api.organisation.district.key() })
  }
  return (
    <FormModal
      title={words.areas.levels}
      explain={words.areas.levelsMore}
      form={form}
      initial={{ levels: district.levels }}
      onSave={save}
      onClose={onClose}
    >
      {district.levels.map((level, at) => (
        <Form.Item
          key={level}
          name={['levels', at]}
          label={fill(words.areas.levelNo, { n: at + 1 })}
          rules={[{ required: true, whitespace: true, max: 10, message: words.codes.want }]}
        >
          <Input maxLength={10} />
        </Form.Item>
      ))}
    </FormModal>
  )
}
