/** Changing one's password: the present one, the new one twice, and what the new one meets so far. */
import { CheckCircleFilled, MinusCircleOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input } from 'antd'
import { api } from '../../../../desk/api.ts'
import { ErrorBlock } from '../../../../desk/components/ErrorBlock.tsx'
import { useMe } from '../../../../desk/session.ts'
import { useWords } from '../../../../desk/words.ts'
import { messages } from '../../messages.ts'
import { hintKeys, hintsOf } from './password-hints.ts'

interface Answer {
  readonly current: string
  readonly next: string
  readonly again: string
}

export function PasswordForm({ onDone }: { onDone?: () => void }) {
  const words = useWords(messages)
  const { username } = useMe()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [form] = Form.useForm<Answer>()
  const change = useMutation(
    api.organisation.accounts.changePassword.mutationOptions({
      onSuccess: async () => {
        message.success(words.password.saved)
        form.resetFields()
        await queries.invalidateQueries({ queryKey: api.organisation.accounts.key() })
        onDone?.()
      },
    }),
  )
  const want = { required: true, message: words.password.want }
  return (
    <Form
      form={form}
      layout="vertical"
      className="password-form"
      requiredMark={false}
      onFinish={({ current, next }) => change.mutate({ current, next })}
    >
      {/* A password keeper looks for the name beside the password. */}
      <input type="text" autoComplete="username" value={username} readOnly hidden />
      {change.error && <ErrorBlock error={change.error} grounds={words.grounds} />}
      <Form.Item name="current" label={words.password.current} rules={[want]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item name="next" label={words.password.next} rules={[want]} extra={<Hints username={username} />}>
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="again"
        label={words.password.again}
        dependencies={['next']}
        rules={[
          want,
          ({ getFieldValue }) => ({
            validator: async (_rule, again: string) => {
              if (again && again !== getFieldValue('next')) throw new Error(words.password.differ)
            },
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={change.isPending}>
        {words.password.save}
      </Button>
    </Form>
  )
}

function Hints({ username }: { username: string }) {
  const words = useWords(messages)
  const next: string = Form.useWatch('next') ?? ''
  const met = hintsOf(next, username)
  return (
    <ul className="password-hints">
      {hintKeys.map((key) => (
        <li key={key} className={met[key] ? 'tone-good' : ''}>
          {met[key] ? <CheckCircleFilled /> : <MinusCircleOutlined />} {words.password.rules[key]}
          <span className="visually-hidden">{met[key] ? words.password.met : words.password.unmet}</span>
        </li>
      ))}
      <li>
        <MinusCircleOutlined /> {words.password.rules.past}
      </li>
    </ul>
  )
}
