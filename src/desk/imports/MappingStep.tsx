/** The second step: which of our fields comes from which of the file's columns and how, and what the first rows become. */
import { Alert, Button, Input, Select, Space, Table } from 'antd'
import { useState } from 'react'
import type { Preview, Upload } from '../../kernel/import-contract.ts'
import type { Column } from '../../kernel/layout.ts'
import { ErrorBlock } from '../components/ErrorBlock.tsx'
import { listText, numberText } from '../components/numbers.ts'
import { Panel } from '../components/Panel.tsx'
import { useNarrow } from '../narrow.ts'
import { fill, useLang, useWords } from '../words.ts'
import { ColumnSettings } from './ColumnSettings.tsx'
import { useImporting } from './importing.ts'
import { absent, asConstant, type Draft, fromHeaders, headersOf, lacking, leftOver } from './mapping.ts'
import { messages } from './messages.ts'
import { PreviewCell } from './PreviewCell.tsx'
import { Profiles } from './Profiles.tsx'
import { isFaulty, shownOf, usePreview } from './preview.ts'
import { WholeFile } from './WholeFile.tsx'

export interface MappingStepProps {
  readonly upload: Upload
  readonly draft: Draft
  readonly onDraft: (draft: Draft) => void
}

export function MappingStep({ upload, draft, onDraft }: MappingStepProps) {
  const words = useWords(messages)
  const lang = useLang()
  const narrow = useNarrow()
  const { columns } = useImporting()
  const shown = useShown(columns, draft, upload)
  const preview = usePreview(upload, draft)
  const rows = preview.data?.rows ?? []
  const problem = preview.data?.problem
  const [wanting, gone, left] = [
    lacking(columns, draft, lang),
    absent(draft, upload.headers),
    leftOver(draft, upload.headers),
  ]
  const named = (text: string, names: readonly string[]) =>
    fill(text, { n: names.length, names: listText(names, lang) })
  const cells = {
    source: (column: Column) => <Source {...{ column, upload, draft, onDraft }} />,
    settings: (column: Column) => <ColumnSettings {...{ column, upload, draft, onDraft }} />,
    preview: (column: Column) => <PreviewCell column={column} shown={shownOf(column.key, upload, draft, rows)} />,
  }
  return (
    <>
      <p className="quiet">
        {fill(words.upload.found, {
          name: upload.name,
          format: upload.format.toUpperCase(),
          encoding: upload.encoding || '—',
          columns: upload.headers.length,
        })}
      </p>
      <Profiles draft={draft} onDraft={onDraft} />
      <WholeFile draft={draft} onDraft={onDraft} />
      {preview.error && <ErrorBlock error={preview.error} />}
      {problem && <Alert className="error-block" type="error" showIcon title={problem[lang]} />}
      {gone.length > 0 && (
        <Alert className="error-block" type="error" showIcon title={named(words.profile.missing, gone)} />
      )}
      {left.length > 0 && !draft.ignoreOthers && (
        <Alert
          className="error-block"
          type="warning"
          showIcon
          title={named(words.whole.leftOver, left)}
          action={
            <Button size="small" onClick={() => onDraft({ ...draft, ignoreOthers: true })}>
              {words.whole.ignore}
            </Button>
          }
        />
      )}
      {wanting.length > 0 ? (
        <Alert className="error-block" type="warning" showIcon title={named(words.whole.wanting, wanting)} />
      ) : (
        rows.length > 0 && <Verdict rows={rows} />
      )}
      <Panel flush>
        {narrow ? (
          <ul className="mapping-list" aria-label={words.mapping.ours}>
            {shown.columns.map((column) => (
              <li key={column.key}>
                <ColumnName column={column} />
                {cells.source(column)}
                {cells.settings(column)}
                {cells.preview(column)}
              </li>
            ))}
          </ul>
        ) : (
          <Table<Column>
            aria-label={words.steps[1] ?? ''}
            size="small"
            rowKey="key"
            dataSource={[...shown.columns]}
            pagination={false}
            tableLayout="fixed"
            scroll={{ x: 1040 }}
            columns={[
              { title: words.mapping.ours, width: 160, render: (_, column) => <ColumnName column={column} /> },
              { title: words.mapping.theirs, width: 356, render: (_, column) => cells.source(column) },
              { title: words.mapping.how, width: 226, render: (_, column) => cells.settings(column) },
              { title: words.mapping.preview, render: (_, column) => cells.preview(column) },
            ]}
          />
        )}
        {shown.hidden > 0 && (
          <Button type="link" block onClick={shown.showAll}>
            {fill(words.mapping.others, { n: shown.hidden })}
          </Button>
        )}
      </Panel>
    </>
  )
}

/** Of a file whose every column is understood, the fields that it does not have stay out of the way until they are asked for. */
function useShown(columns: readonly Column[], draft: Draft, upload: Upload) {
  const [all, setAll] = useState(!draft.ignoreOthers && leftOver(draft, upload.headers).length > 0)
  // What was taken out of the mapping stays where it was.
  const [first] = useState(() => new Set(Object.keys(draft.columns)))
  const shown = columns.filter(({ key, required }) => all || required || first.has(key) || key in draft.columns)
  return { columns: shown, hidden: columns.length - shown.length, showAll: () => setAll(true) }
}

function ColumnName({ column }: { column: Column }) {
  const words = useWords(messages).mapping
  const lang = useLang()
  return (
    <span>
      {column[lang]}
      {column.required && (
        <span className="required" title={words.required}>
          {' '}
          *
        </span>
      )}
    </span>
  )
}

/** How the first rows fared, in a line. */
function Verdict({ rows }: { rows: Preview['rows'] }) {
  const words = useWords(messages).preview
  const bad = rows.filter(isFaulty).length
  const text = fill(bad === 0 ? words.good : words.bad, { n: numberText(rows.length), bad: numberText(bad) })
  return (
    <p className={bad === 0 ? 'tone-good' : 'tone-bad'} role="status">
      {text}
    </p>
  )
}

function Source({ column, upload, draft, onDraft }: MappingStepProps & { column: Column }) {
  const words = useWords(messages).mapping
  const lang = useLang()
  const mapping = draft.columns[column.key]
  return (
    <Space.Compact className="mapping-source">
      <Select
        mode="multiple"
        aria-label={`${column[lang]} ${words.theirs}`}
        placeholder={words.notMapped}
        value={mapping ? headersOf(mapping) : []}
        onChange={(headers: string[]) => onDraft(fromHeaders(draft, column.key, headers))}
        options={upload.headers.map((header) => ({ value: header, label: header }))}
      />
      <Input
        aria-label={`${column[lang]} ${words.constant}`}
        placeholder={words.constant}
        value={mapping?.constant ?? ''}
        disabled={mapping?.from !== undefined}
        onChange={({ target }) => onDraft(asConstant(draft, column.key, target.value))}
      />
    </Space.Compact>
  )
}
