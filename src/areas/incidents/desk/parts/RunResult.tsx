/** A trial or an import: how far it is, what it counted, every bad row. */
import { useQuery } from '@tanstack/react-query'
import { Alert, Progress, Table } from 'antd'
import { api } from '../../../../desk/api.ts'
import { DownloadButton } from '../../../../desk/components/DownloadButton.tsx'
import { ErrorBlock } from '../../../../desk/components/ErrorBlock.tsx'
import { Figure } from '../../../../desk/components/Figure.tsx'
import { numberText } from '../../../../desk/components/numbers.ts'
import { Panel } from '../../../../desk/components/Panel.tsx'
import { fill, useLang, useWords } from '../../../../desk/words.ts'
import type { ImportRun } from '../../imports/contract.ts'
import { messages as area } from '../../messages.ts'
import { messages } from '../messages.ts'

const under = (state: ImportRun['state'] | undefined) => state === 'waiting' || state === 'running'

/** Asks again until the run has ended. */
export const useRun = (id: string | undefined) =>
  useQuery({
    ...api.incidents.imports.get.queryOptions({ input: { id: id ?? '' } }),
    enabled: id !== undefined,
    refetchInterval: ({ state }) => (under(state.data?.state) ? 700 : false),
  })

export function RunResult({ id }: { id: string }) {
  const words = useWords(messages).wizard
  const more = useWords(area).import
  const lang = useLang()
  const run = useRun(id)
  if (run.error) return <ErrorBlock error={run.error} />
  if (!run.data) return <Progress percent={0} />
  const { state, progress, message, faults, faultFile, dryRun } = run.data
  return (
    <div aria-live="polite">
      {under(state) && <Progress percent={Math.round(progress * 100)} status="active" />}
      {message && <Alert type="error" showIcon title={message[lang]} />}
      {state === 'done' && dryRun && (
        <Alert
          type={run.data.rowsBad === 0 ? 'success' : 'warning'}
          showIcon
          title={run.data.rowsBad === 0 ? words.good : fill(more.someBad, { n: numberText(run.data.rowsBad) })}
          description={words.noneWritten}
        />
      )}
      {state === 'done' && !dryRun && <Alert type="success" showIcon title={words.success} />}
      <div className="figures">
        {(
          [
            [words.read, run.data.rowsRead],
            [words.fresh, run.data.rowsNew],
            [words.changed, run.data.rowsChanged],
            [words.same, run.data.rowsSame],
            [words.bad, run.data.rowsBad],
          ] as const
        ).map(([label, value]) => (
          <Figure key={label} label={label} value={numberText(value)} size="small" />
        ))}
      </div>
      {faults.length > 0 && (
        <Panel
          flush
          title={words.faults}
          extra={
            faultFile && (
              <DownloadButton
                path={`/api/incidents/imports/${id}/faults`}
                fileName="faults.csv"
                button={{ size: 'small' }}
              >
                {words.downloadFaults}
              </DownloadButton>
            )
          }
        >
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
        </Panel>
      )}
    </div>
  )
}
