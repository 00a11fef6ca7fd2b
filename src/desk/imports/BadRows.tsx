/** The bad rows of a run: the first of them here, all of them as a file. */
import { Table } from 'antd'
import type { ImportRun } from '../../kernel/import-contract.ts'
import { DownloadButton } from '../components/DownloadButton.tsx'
import { Panel } from '../components/Panel.tsx'
import { useNarrow } from '../narrow.ts'
import { useLang, useWords } from '../words.ts'
import { useImporting } from './importing.ts'
import { messages } from './messages.ts'

export function BadRows({ run: { id, faults, faultFile } }: { run: ImportRun }) {
  const words = useWords(messages).run
  const lang = useLang()
  const narrow = useNarrow()
  const { path } = useImporting()
  if (faults.length === 0) return null
  return (
    <Panel
      flush
      title={words.faults}
      extra={
        faultFile && (
          <DownloadButton path={`${path}/${id}/faults`} fileName="faults.csv" button={{ size: 'small' }}>
            {words.downloadFaults}
          </DownloadButton>
        )
      }
    >
      {narrow ? (
        <ul className="cards" aria-label={words.faults}>
          {faults.map((fault) => (
            <li key={`${fault.line}/${fault.column}/${fault.rule}`}>
              <div>
                <div className="card-line card-quiet">
                  <span>
                    {words.line} {fault.line} · {fault.column}
                  </span>
                  <span>{fault.value}</span>
                </div>
                <div>{fault[lang]}</div>
              </div>
            </li>
          ))}
        </ul>
      ) : (
        <Table
          aria-label={words.faults}
          size="small"
          rowKey={(fault) => `${fault.line}/${fault.column}/${fault.rule}`}
          dataSource={faults}
          pagination={{ pageSize: 20, hideOnSinglePage: true }}
          scroll={{ x: 'max-content' }}
          columns={[
            { title: words.line, dataIndex: 'line', className: 'num' },
            { title: words.column, dataIndex: 'column' },
            { title: words.value, dataIndex: 'value' },
            { title: words.reason, render: (_, fault) => fault[lang] },
          ]}
        />
      )}
    </Panel>
  )
}
