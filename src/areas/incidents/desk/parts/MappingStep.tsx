/** The second step: which of our fields comes from which of the file's columns, and how. */
import { Alert, Checkbox, Input, Select, Space, Table } from 'antd'
import { listText } from '../../../../desk/components/numbers.ts'
import { Panel } from '../../../../desk/components/Panel.tsx'
import { fill, useLang, useWords } from '../../../../desk/words.ts'
import { incidentLayout } from '../../import-layout.ts'
import type { Upload } from '../../imports/contract.ts'
import { messages as area } from '../../messages.ts'
import { messages } from '../messages.ts'
import { ColumnSettings } from './ColumnSettings.tsx'
import { absent, asConstant, type Draft, fromHeaders, headersOf, lacking, leftOver } from './mapping.ts'
import { Profiles } from './Profiles.tsx'

type LayoutColumn = (typeof incidentLayout.columns)[number]

export interface MappingStepProps {
  readonly upload: Upload
  readonly draft: Draft
  readonly onDraft: (draft: Draft) => void
}

export function MappingStep({ upload, draft, onDraft }: MappingStepProps) {
  const words = useWords(messages).wizard
  const lang = useLang()
  const more = useWords(area).import
  const wanting = lacking(draft, lang)
  const [gone, left] = [absent(draft, upload.headers), leftOver(draft, upload.headers)]
  const named = (text: string, names: readonly string[]) =>
    fill(text, { n: names.length, names: listText(names, lang) })
  return (
    <>
      <p className="quiet">
        {fill(words.found, {
          name: upload.name,
          format: upload.format.toUpperCase(),
          encoding: upload.encoding || '—',
          columns: upload.headers.length,
        })}
      </p>
      <Profiles draft={draft} onDraft={onDraft} />
      <WholeFile draft={draft} onDraft={onDraft} />
      {gone.length > 0 && (
        <Alert className="error-block" type="error" showIcon title={named(more.profileMissing, gone)} />
      )}
      {wanting.length > 0 && (
        <Alert className="error-block" type="warning" showIcon title={named(more.requiredMissing, wanting)} />
      )}
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
      {left.length > 0 && !draft.ignoreOthers && <p className="tone-caution">{named(more.leftOver, left)}</p>}
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
  const text = [...new Set(rows)].slice(0, 3).join('；')
  return (
    <span className="cell-sample quiet" title={text}>
      {text}
    </span>
  )
}

/** What holds for every row of the file. */
function WholeFile({ draft, onDraft }: { draft: Draft; onDraft: (draft: Draft) => void }) {
  const words = useWords(messages).wizard
  const more = useWords(area).import
  return (
    <Space wrap className="whole-file">
      <label htmlFor="import-zone">{words.zone}</label>
      <Input
        id="import-zone"
        value={draft.zone}
        style={{ width: 150 }}
        title={more.zoneHint}
        onChange={({ target }) => onDraft({ ...draft, zone: target.value })}
      />
      <label htmlFor="import-coordinates">{words.coordinates}</label>
      <Select
        id="import-coordinates"
        value={draft.coordinates}
        onChange={(coordinates) => onDraft({ ...draft, coordinates })}
        options={(['WGS-84', 'GCJ-02', 'BD-09'] as const).map((value) => ({ value, label: value }))}
      />
      <label htmlFor="import-blanks">{more.blanks}</label>
      <Select
        id="import-blanks"
        mode="tags"
        open={false}
        suffixIcon={null}
        style={{ minWidth: 220 }}
        placeholder={more.blanksHint}
        value={[...draft.blanks]}
        onChange={(blanks: string[]) => onDraft({ ...draft, blanks: blanks.slice(0, 20) })}
      />
    </Space>
  )
}
