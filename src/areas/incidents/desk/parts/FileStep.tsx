/** The first step: bring a file. */
import { InboxOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { Spin, Upload } from 'antd'
import { useState } from 'react'
import { api } from '../../../../desk/api.ts'
import { ErrorBlock } from '../../../../desk/components/ErrorBlock.tsx'
import { bytesText } from '../../../../desk/components/numbers.ts'
import { fill, useWords } from '../../../../desk/words.ts'
import type { Upload as Uploaded } from '../../../../kernel/import-contract.ts'
import { messages } from '../../imports/messages.ts'
import { messages as area } from '../../messages.ts'

export function FileStep({ onFile }: { onFile: (upload: Uploaded) => void }) {
  const words = useWords(messages).upload
  const { grounds } = useWords(area)
  const [busy, setBusy] = useState<string>()
  const upload = useMutation(api.incidents.imports.upload.mutationOptions())
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
        <p className="ant-upload-drag-icon">{upload.isPending ? <Spin size="large" /> : <InboxOutlined />}</p>
        <p className="ant-upload-text" aria-live="polite">
          {upload.isPending ? busy : words.drop}
        </p>
        <p className="ant-upload-hint">{words.accepts}</p>
      </Upload.Dragger>
    </>
  )
}
