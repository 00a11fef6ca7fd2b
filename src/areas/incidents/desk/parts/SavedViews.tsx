/** Filters that a person saved: apply one, save the present one, delete. */
import { DeleteOutlined, StarOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Form, Input, Popover } from 'antd'
import { useState } from 'react'
import { api, client } from '../../../../desk/api.ts'
import { troubleLine } from '../../../../desk/errors.ts'
import { paths } from '../../../../desk/paths.ts'
import { asSearch } from '../../../../desk/search-params.ts'
import { fill, useLang, useWords } from '../../../../desk/words.ts'
import { messages } from '../../messages.ts'

const list = 'incidents'

export function SavedViews({ filter }: { filter: Readonly<Record<string, unknown>> }) {
  const words = useWords(messages).views
  const [open, setOpen] = useState(false)
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      content={<Views filter={filter} onDone={() => setOpen(false)} />}
    >
      <Button icon={<StarOutlined />} aria-expanded={open}>
        {words.title}
      </Button>
    </Popover>
  )
}

function Views({ filter, onDone }: { filter: Readonly<Record<string, unknown>>; onDone: () => void }) {
  const words = useWords(messages).views
  const lang = useLang()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [form] = Form.useForm<{ name: string }>()
  const views = useQuery(api.organisation.accounts.views.queryOptions({ input: { list } }))
  const query = asSearch(filter)
  const after = async (act: Promise<unknown>, done: string) => {
    try {
      await act
      message.success(done)
      await queries.invalidateQueries({ queryKey: api.organisation.accounts.views.key() })
    } catch (error) {
      message.error(troubleLine(error, lang))
    }
  }
  const items = views.data?.items ?? []
  return (
    <div className="views">
      {items.length === 0 && <p className="quiet">{words.none}</p>}
      <ul className="plain-list">
        {items.map((view) => (
          <li key={view.id}>
            <button
              type="button"
              className="link"
              onClick={() => {
                onDone()
                void navigate(paths.incidents(view.query))
              }}
            >
              {view.name}
            </button>
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined />}
              aria-label={fill(words.delete, { name: view.name })}
              onClick={() => void after(client.organisation.accounts.deleteView({ id: view.id }), words.deleted)}
            />
          </li>
        ))}
      </ul>
      {Object.keys(query).length > 0 && (
        <Form
          form={form}
          layout="inline"
          className="views-save"
          onFinish={({ name }) => {
            form.resetFields()
            void after(client.organisation.accounts.saveView({ list, name, query }), words.saved)
          }}
        >
          <Form.Item name="name" rules={[{ required: true, whitespace: true, max: 60, message: words.want }]}>
            <Input aria-label={words.name} placeholder={words.nameHint} maxLength={60} />
          </Form.Item>
          <Button htmlType="submit">{words.save}</Button>
        </Form>
      )}
    </div>
  )
}
