/** The first step: bring a file. */
import { InboxOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { Spin, Upload } from 'antd'
import { useState } from 'react'
import type { Upload as Uploaded } from '../../kernel/import-contract.ts'
import { ErrorBlock } from '../components/ErrorBlock.tsx'
import { bytesText } from '../components/numbers.ts'
import { fill, useLang, useWords } from '../words.ts'
import { useImporting } from './importing.ts'
import { messages } from './messages.ts'

export function FileStep({ onFile }: { onFile: (upload: Uploaded) => void }) {
  const words = useWords(messages).upload
  const lang = useLang()
  const { api, grounds, columns, words: own } = useImporting()
  const [busy, setBusy] = useState<string>()
  const upload = useMutation(api.upload.mutationOptions())
  return (
    <>
      {upload.error && <ErrorBlock error={upload.error} grounds={grounds} />}
      <Upload.Dragger
        accept=".csv,.txt,.tsv,.xlsx,.jsonl,.ndjson,.json"
        multiple={false}
        showUploadList={false}
        disabled={upload.isPending}
        beforeUpload={async (file) => {
          setBusy(fill(words.busy, { name: file.name, size: bytesText(file.size) }))
          await upload.mutateAsync({ file }).then(
            (found) => onFile(found as Uploaded),
            () => undefined,
          )
          return false
        }}
      >
        {upload.isPending ? (
          <Spin size="large" />
        ) : (
          <p className="ant-upload-drag-icon">
            <InboxOutlined />
          </p>
        )}
        <p className="ant-upload-text" aria-live="polite">
          {upload.isPending ? busy : words.drop}
        </p>
        <p className="ant-upload-hint">{words.accepts}</p>
      </Upload.Dragger>
      <p className="quiet">
        {words.noFile}{' '}
        <a
          className="import-blank"
          download={`${own.title}.csv`}
          href={`data:text/csv;charset=utf-8,${encodeURIComponent(blankTable(columns.map((column) => column[lang])))}`}
        >
          {words.blank}
        </a>
      </p>
    </>
  )
}

/** The headers alone, as spreadsheet programs read them. */
const blankTable = (headers: readonly string[]) =>
  `\ufeff${headers.map((header) => (/[",]/.test(header) ? `"${header.replaceAll('"', '""')}"` : header)).join(',')}\r\n`
