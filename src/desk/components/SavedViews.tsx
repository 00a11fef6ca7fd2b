/** Filters that a person saved: apply one, save the present one, delete. */
import { DeleteOutlined, StarOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Form, Input, Popover } from 'antd'
import { useState } from 'react'
import { api, client } from '../api.ts'
import { troubleLine } from '../errors.ts'
import { messages } from '../messages.ts'
import type { Place } from '../paths.ts'
import { asSearch, type SearchValue } from '../search-params.ts'
import { fill, useLang, useWords } from '../words.ts'

interface SavedViewsProps {
  /** The list's name: its views are kept under it. */
  readonly list: string
  /** What is chosen now, as the address has it. */
  readonly filter: Readonly<Record<string, unknown>>
  readonly placeOf: (query: Readonly<Record<string, SearchValue>>) => Place
  /** An example of a name. */
  readonly hint: string
}

export function SavedViews(props: SavedViewsProps) {
  const words = useWords(messages).views
  const [open, setOpen] = useState(false)
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      content={<Views {...props} onDone={() => setOpen(false)} />}
    >
      <Button icon={<StarOutlined />} aria-expanded={open}>
        {words.title}
      </Button>
    </Popover>
  )
}

function Views({ list, filter, placeOf, hint, onDone }: SavedViewsProps & { onDone: () => void }) {
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
                void navigate(placeOf(view.query))
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
            <Input aria-label={words.name} placeholder={hint} maxLength={60} />
          </Form.Item>
          <Button htmlType="submit">{words.save}</Button>
        </Form>
      )}
    </div>
  )
}
