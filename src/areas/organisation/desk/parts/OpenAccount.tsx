/** Opening an account for a person; its role is granted by another administrator. */
import { useQueryClient } from '@tanstack/react-query'
import { Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { api, client } from '../../../../desk/api.ts'
import { ErrorBlock } from '../../../../desk/components/ErrorBlock.tsx'
import { useWords } from '../../../../desk/words.ts'
import { messages } from '../../messages.ts'
import { FirstPasswordShown } from './FirstPasswordShown.tsx'
import { PersonSelect } from './PersonSelect.tsx'

interface Answer {
  readonly username: string
  readonly person: string
}

export function OpenAccount({ onClose }: { onClose: () => void }) {
  const words = useWords(messages)
  const queries = useQueryClient()
  const [form] = Form.useForm<Answer>()
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const [made, setMade] = useState<{ name: string; password: string }>()
  if (made) return <FirstPasswordShown {...made} note={words.accounts.next} onClose={onClose} />
  const open = async (answer: Answer) => {
    setBusy(true)
    setError(undefined)
    try {
      const { account, password } = await client.organisation.accounts.create(answer)
      setMade({ name: account.name, password })
      await queries.invalidateQueries({ queryKey: api.organisation.accounts.list.key() })
    } catch (fault) {
      setError(fault)
    } finally {
      setBusy(false)
    }
  }
  const want = { required: true, message: words.codes.want }
  return (
    <Modal open title={words.accounts.open} confirmLoading={busy} onOk={() => form.submit()} onCancel={onClose}>
      {error !== undefined && <ErrorBlock error={error} grounds={words.grounds} fields={words.fields} />}
      <Form form={form} layout="vertical" onFinish={(answer) => void open(answer)}>
        <Form.Item name="person" label={words.accounts.person} rules={[want]}>
          <PersonSelect withoutAccount />
        </Form.Item>
        <Form.Item
          name="username"
          label={words.accounts.username}
          extra={words.accounts.usernameHint}
          rules={[{ ...want, pattern: /^[a-z][a-z0-9._-]{2,31}$/, message: words.accounts.usernameHint }]}
        >
          <Input autoComplete="off" autoCapitalize="none" spellCheck={false} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
