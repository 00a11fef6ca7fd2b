/** A person's saved filters of the list: apply one, save the present one, forget one. */
import { DeleteOutlined, StarOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Input, Popover, Space } from 'antd'
import { useState } from 'react'
import { api } from '../../../../desk/api.ts'
import { EmptyBlock } from '../../../../desk/components/EmptyBlock.tsx'
import { ErrorBlock } from '../../../../desk/components/ErrorBlock.tsx'
import { paths } from '../../../../desk/paths.ts'
import { useWords } from '../../../../desk/words.ts'
import { messages } from '../../messages.ts'

const list = 'incidents'

export function SavedViews({ query }: { query: Readonly<Record<string, unknown>> }) {
  const words = useWords(messages).list
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [name, setName] = useState('')
  const views = useQuery(api.organisation.accounts.views.queryOptions({ input: { list } }))
  const renew = () => queries.invalidateQueries({ queryKey: api.organisation.accounts.views.key() })
  const save = useMutation(
    api.organisation.accounts.saveView.mutationOptions({
      onSuccess: async () => {
        setName('')
        await renew()
      },
    }),
  )
  const remove = useMutation(api.organisation.accounts.deleteView.mutationOptions({ onSuccess: renew }))
  const items = views.data?.items ?? []
  const content = (
    <div style={{ width: 260 }}>
      {save.error && <ErrorBlock error={save.error} />}
      {items.length === 0 && <EmptyBlock title={words.views} />}
      <ul className="plain-list">
        {items.map((view) => (
          <li key={view.id}>
            <Button type="link" size="small" onClick={() => void navigate(paths.incidents(view.query))}>
              {view.name}
            </Button>
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined />}
              aria-label={`${words.remove} ${view.name}`}
              onClick={() => remove.mutate({ id: view.id })}
            />
          </li>
        ))}
      </ul>
      <Space.Compact block>
        <Input
          aria-label={words.viewName}
          placeholder={words.viewName}
          value={name}
          maxLength={60}
          onChange={({ target }) => setName(target.value)}
        />
        <Button
          disabled={name.trim() === ''}
          loading={save.isPending}
          onClick={() => save.mutate({ list, name, query: asQuery(query) })}
        >
          {words.saveView}
        </Button>
      </Space.Compact>
    </div>
  )
  return (
    <Popover trigger="click" placement="bottomRight" content={content}>
      <Button icon={<StarOutlined />}>{words.views}</Button>
    </Popover>
  )
}

/** The filter without its page: texts, and lists of texts. */
const asQuery = (query: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(query)
      .filter(([key, value]) => value !== undefined && key !== 'after')
      .map(([key, value]) => [key, Array.isArray(value) ? value.map(String) : String(value)]),
  )
