/** The second step: which of our fields comes from which of the file's columns, and how. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Checkbox, Input, Select, Space, Table } from 'antd'
import { api } from '../../../../desk/api.ts'
import { ErrorBlock } from '../../../../desk/components/ErrorBlock.tsx'
import { Panel } from '../../../../desk/components/Panel.tsx'
import { fill, useLang, useWords } from '../../../../desk/words.ts'
import type { Profile } from '../../../../kernel/layout.ts'
import { incidentLayout } from '../../import-layout.ts'
import type { Upload } from '../../imports/contract.ts'
import { messages } from '../messages.ts'
import { ColumnSettings } from './ColumnSettings.tsx'
import { asConstant, type Draft, draftOf, fromHeaders, headersOf, lacking, profileOf } from './mapping.ts'
import { useGrounds } from './words.ts'

type LayoutColumn = (typeof incidentLayout.columns)[number]

export interface MappingStepProps {
  readonly upload: Upload
  readonly draft: Draft
  readonly onDraft: (draft: Draft) => void
}

export function MappingStep({ upload, draft, onDraft }: MappingStepProps) {
  const words = useWords(messages).wizard
  const lang = useLang()
  const wanting = lacking(draft)
  return (
    <>
      <p className="note">
        {fill(words.found, {
          name: upload.name,
          format: upload.format.toUpperCase(),
          encoding: upload.encoding || '—',
          columns: upload.headers.length,
        })}
      </p>
      <Profiles draft={draft} onDraft={onDraft} />
      {wanting.length > 0 && <Alert type="warning" showIcon title={`${words.required}：${wanting.join('、')}`} />}
      <Panel flush>
        <Table<LayoutColumn>
          aria-label={words.mapping}
          size="small"
          rowKey="key"
          dataSource={[...incidentLayout.columns]}
          pagination={false}
          scroll={{ x: 'max-content' }}
          columns={[
            {
              title: words.ours,
              render: (_, column) => (
                <>
                  {column[lang]}
                  {'required' in column && <span className="required"> *</span>}
                </>
              ),
            },
            { title: words.theirs, render: (_, column) => <Source {...{ column, upload, draft, onDraft }} /> },
            { title: words.sample, render: (_, column) => <Sample column={column} upload={upload} draft={draft} /> },
            { title: words.how, render: (_, column) => <ColumnSettings {...{ column, upload, draft, onDraft }} /> },
          ]}
        />
      </Panel>
      <Checkbox
        checked={draft.ignoreOthers}
        onChange={({ target }) => onDraft({ ...draft, ignoreOthers: target.checked })}
      >
        {words.ignore}
      </Checkbox>
    </>
  )
}

function Source({ column, upload, draft, onDraft }: MappingStepProps & { column: LayoutColumn }) {
  const words = useWords(messages).wizard
  const lang = useLang()
  const mapping = draft.columns[column.key]
  return (
    <Space.Compact>
      <Select
        mode="multiple"
        aria-label={`${column[lang]} ${words.theirs}`}
        placeholder={words.notMapped}
        style={{ width: 220 }}
        value={mapping ? headersOf(mapping) : []}
        onChange={(headers: string[]) => onDraft(fromHeaders(draft, column.key, headers))}
        options={upload.headers.map((header) => ({ value: header, label: header }))}
      />
      <Input
        aria-label={`${column[lang]} ${words.constant}`}
        placeholder={words.constant}
        style={{ width: 110 }}
        value={mapping?.constant ?? ''}
        disabled={mapping?.from !== undefined}
        onChange={({ target }) => onDraft(asConstant(draft, column.key, target.value))}
      />
    </Space.Compact>
  )
}

function Sample({ column, upload, draft }: { column: LayoutColumn; upload: Upload; draft: Draft }) {
  const mapping = draft.columns[column.key]
  if (!mapping) return null
  const at = headersOf(mapping).map((header) => upload.headers.indexOf(header))
  const rows = upload.sample.map((row) => at.map((i) => row[i] ?? '').join(' + ')).filter((text) => text.trim() !== '')
  return <span className="note">{[...new Set(rows)].slice(0, 3).join('；')}</span>
}

/** Saved mappings: use one, or save this one under a name. */
function Profiles({ draft, onDraft }: { draft: Draft; onDraft: (draft: Draft) => void }) {
  const words = useWords(messages).wizard
  const grounds = useGrounds()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const profiles = useQuery(api.incidents.imports.profiles.queryOptions())
  const save = useMutation(
    api.incidents.imports.saveProfile.mutationOptions({
      onSuccess: async ({ name }) => {
        message.success(name)
        await queries.invalidateQueries({ queryKey: api.incidents.imports.profiles.key() })
      },
    }),
  )
  return (
    <>
      {save.error && <ErrorBlock error={save.error} grounds={grounds} />}
      <Space wrap>
        <Select
          aria-label={words.useProfile}
          placeholder={words.useProfile}
          style={{ width: 220 }}
          value={null}
          onChange={(id: string | null) => {
            const found = profiles.data?.items.find((one) => one.id === id)
            if (found) onDraft(draftOf(found.profile as Profile))
          }}
          options={(profiles.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Input
          aria-label={words.profileName}
          value={draft.name}
          maxLength={60}
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
        <Select
          aria-label={words.coordinates}
          value={draft.coordinates}
          onChange={(coordinates) => onDraft({ ...draft, coordinates })}
          options={(['WGS-84', 'GCJ-02', 'BD-09'] as const).map((value) => ({ value, label: value }))}
        />
        <Input
          aria-label={words.zone}
          value={draft.zone}
          style={{ width: 150 }}
          onChange={({ target }) => onDraft({ ...draft, zone: target.value })}
        />
      </Space>
    </>
  )
}
