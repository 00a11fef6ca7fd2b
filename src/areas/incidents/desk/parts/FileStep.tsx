/** The first step: bring a file; see what was brought before. */
import { InboxOutlined } from '@ant-design/icons'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Table, Tag, Upload } from 'antd'
import { api } from '../../../../desk/api.ts'
import { Asked } from '../../../../desk/components/Asked.tsx'
import { ErrorBlock } from '../../../../desk/components/ErrorBlock.tsx'
import { Panel } from '../../../../desk/components/Panel.tsx'
import { TimeText } from '../../../../desk/components/TimeText.tsx'
import { paths } from '../../../../desk/paths.ts'
import { useWords } from '../../../../desk/words.ts'
import type { Upload as Uploaded } from '../../imports/contract.ts'
import { messages } from '../messages.ts'
import { useGrounds } from './words.ts'

const stateColour = { waiting: 'default', running: 'blue', done: 'green', refused: 'red', interrupted: 'gold' } as const

export function FileStep({ onFile, onRun }: { onFile: (upload: Uploaded) => void; onRun: (id: string) => void }) {
  const words = useWords(messages).wizard
  const grounds = useGrounds()
  const upload = useMutation(api.incidents.imports.upload.mutationOptions())
  const runs = useQuery(api.incidents.imports.list.queryOptions({ input: { limit: 20 } }))
  return (
    <>
      {upload.error && <ErrorBlock error={upload.error} grounds={grounds} />}
      <Upload.Dragger
        accept=".csv,.txt,.tsv,.xlsx,.jsonl,.ndjson,.json"
        multiple={false}
        showUploadList={false}
        disabled={upload.isPending}
        beforeUpload={async (file) => {
          await upload.mutateAsync({ file }).then(
            (found) => onFile(found as Uploaded),
            () => undefined,
          )
          return false
        }}
      >
        <p className="ant-upload-drag-icon">
          <InboxOutlined />
        </p>
        <p className="ant-upload-text">{upload.isPending ? words.progress : words.drop}</p>
        <p className="ant-upload-hint">{words.accepts}</p>
      </Upload.Dragger>
      <Panel title={words.runs} flush className="past-runs">
        <Asked query={runs}>
          {({ items }) => (
            <Table
              aria-label={words.runs}
              size="small"
              rowKey="id"
              dataSource={items}
              pagination={false}
              scroll={{ x: 'max-content' }}
              onRow={({ id }) => ({ className: 'row-link', onClick: () => onRun(id) })}
              columns={[
                {
                  title: words.file,
                  render: (_, { id, fileName }) => <Link {...paths.incidentImport({ run: id })}>{fileName}</Link>,
                },
                {
                  title: '',
                  render: (_, { state, dryRun }) => (
                    <>
                      <Tag color={stateColour[state]}>{words.states[state]}</Tag>
                      {dryRun && <Tag>{words.dry}</Tag>}
                    </>
                  ),
                },
                { title: words.fresh, dataIndex: 'rowsNew', align: 'right', className: 'num' },
                { title: words.changed, dataIndex: 'rowsChanged', align: 'right', className: 'num' },
                { title: words.bad, dataIndex: 'rowsBad', align: 'right', className: 'num' },
                {
                  title: '',
                  render: (_, { by, askedAt }) => (
                    <>
                      {by} <TimeText at={askedAt} />
                    </>
                  ),
                },
              ]}
            />
          )}
        </Asked>
      </Panel>
    </>
  )
}
