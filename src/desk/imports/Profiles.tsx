/** Saved mappings: use one, save the present one under a name, forget one. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, Popconfirm, Select, Space } from 'antd'
import { useState } from 'react'
import type { Profile } from '../../kernel/layout.ts'
import { ErrorBlock } from '../components/ErrorBlock.tsx'
import { fill, useWords } from '../words.ts'
import { useImporting } from './importing.ts'
import { type Draft, draftOf, profileOf } from './mapping.ts'
import { messages } from './messages.ts'

export function Profiles({ draft, onDraft }: { draft: Draft; onDraft: (draft: Draft) => void }) {
  const words = useWords(messages).profile
  const { api, fields, grounds } = useImporting()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [applied, setApplied] = useState<string | null>(null)
  const profiles = useQuery(api.profiles.queryOptions())
  const again = () => queries.invalidateQueries({ queryKey: api.profiles.key() })
  const save = useMutation(
    api.saveProfile.mutationOptions({
      onSuccess: async ({ id, name }) => {
        message.success(fill(words.saved, { name }))
        await again()
        setApplied(id)
      },
    }),
  )
  const forget = useMutation(
    api.deleteProfile.mutationOptions({
      onSuccess: async () => {
        message.success(words.deleted)
        setApplied(null)
        await again()
      },
    }),
  )
  const items = profiles.data?.items ?? []
  const chosen = items.find(({ id }) => id === applied)
  const error = save.error ?? forget.error
  return (
    <>
      {error && <ErrorBlock error={error} grounds={grounds} fields={fields} />}
      <Space wrap className="whole-file">
        <Select
          aria-label={words.use}
          placeholder={words.use}
          style={{ width: 220 }}
          value={chosen?.id ?? null}
          onChange={(id: string | null) => {
            const found = items.find((one) => one.id === id)
            if (!found) return
            setApplied(found.id)
            onDraft(draftOf(found.profile as Profile))
          }}
          options={items.map(({ id, name }) => ({ value: id, label: name }))}
        />
        {chosen?.own && (
          <Popconfirm
            title={fill(words.deleteAsk, { name: chosen.name })}
            onConfirm={() => forget.mutate({ id: chosen.id })}
          >
            <Button type="text" danger loading={forget.isPending}>
              {fill(words.delete, { name: chosen.name })}
            </Button>
          </Popconfirm>
        )}
        <Input
          aria-label={words.name}
          value={draft.name}
          maxLength={80}
          style={{ width: 200 }}
          onChange={({ target }) => onDraft({ ...draft, name: target.value })}
        />
        <Button
          loading={save.isPending}
          disabled={draft.name.trim() === ''}
          onClick={() => save.mutate({ profile: profileOf(draft) })}
        >
          {words.save}
        </Button>
      </Space>
    </>
  )
}
