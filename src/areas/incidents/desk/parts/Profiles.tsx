/** Saved mappings: use one, save the present one under a name, forget one. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, Popconfirm, Select, Space } from 'antd'
import { useState } from 'react'
import { api } from '../../../../desk/api.ts'
import { ErrorBlock } from '../../../../desk/components/ErrorBlock.tsx'
import { fill, useWords } from '../../../../desk/words.ts'
import type { Profile } from '../../../../kernel/layout.ts'
import { messages as area } from '../../messages.ts'
import { messages } from '../messages.ts'
import { type Draft, draftOf, profileOf } from './mapping.ts'
import { useGrounds } from './words.ts'

export function Profiles({ draft, onDraft }: { draft: Draft; onDraft: (draft: Draft) => void }) {
  const words = useWords(messages).wizard
  const more = useWords(area).import
  const { fields } = useWords(area)
  const grounds = useGrounds()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [applied, setApplied] = useState<string | null>(null)
  const profiles = useQuery(api.incidents.imports.profiles.queryOptions())
  const again = () => queries.invalidateQueries({ queryKey: api.incidents.imports.profiles.key() })
  const save = useMutation(
    api.incidents.imports.saveProfile.mutationOptions({
      onSuccess: async ({ id, name }) => {
        message.success(fill(more.profileSaved, { name }))
        await again()
        setApplied(id)
      },
    }),
  )
  const forget = useMutation(
    api.incidents.imports.deleteProfile.mutationOptions({
      onSuccess: async () => {
        message.success(more.profileDeleted)
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
          aria-label={words.useProfile}
          placeholder={words.useProfile}
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
        {chosen && (
          <Popconfirm
            title={fill(more.profileDeleteAsk, { name: chosen.name })}
            onConfirm={() => forget.mutate({ id: chosen.id })}
          >
            <Button type="text" danger loading={forget.isPending}>
              {fill(more.profileDelete, { name: chosen.name })}
            </Button>
          </Popconfirm>
        )}
        <Input
          aria-label={words.profileName}
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
          {words.saveProfile}
        </Button>
      </Space>
    </>
  )
}
