/** Adding a post to a body. */
import { useQueryClient } from '@tanstack/react-query'
import { Form, Input } from 'antd'
import { api, client } from '../../../../desk/api.ts'
import { useWords } from '../../../../desk/words.ts'
import { messages } from '../../messages.ts'
import { FormModal } from './FormModal.tsx'

export function PostForm({ body, onClose }: { body: string; onClose: () => void }) {
  const words = useWords(messages)
  const queries = useQueryClient()
  const [form] = Form.useForm<{ name: string }>()
  const save = async ({ name }: { name: string }) => {
    await client.organisation.createPost({ body, name })
    await queries.invalidateQueries({ queryKey: api.organisation.key() })
  }
  return (
    <FormModal title={words.body.addPost} form={form} initial={{}} onSave={save} onClose={onClose}>
      <Form.Item
        name="name"
        label={words.body.post}
        rules={[{ required: true, whitespace: true, min: 2, max: 40, message: words.codes.want }]}
      >
        <Input />
      </Form.Item>
    </FormModal>
  )
}
