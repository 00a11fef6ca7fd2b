/** A trial or an import: how far it is, what it counted, every bad row. */
import { useQuery } from '@tanstack/react-query'
import { Alert, Progress } from 'antd'
import type { ImportRun } from '../../kernel/import-contract.ts'
import { ErrorBlock } from '../components/ErrorBlock.tsx'
import { Figure } from '../components/Figure.tsx'
import { numberText } from '../components/numbers.ts'
import { fill, useLang, useWords } from '../words.ts'
import { BadRows } from './BadRows.tsx'
import { useImporting } from './importing.ts'
import { messages } from './messages.ts'

const under = (state: ImportRun['state'] | undefined) => state === 'waiting' || state === 'running'
/** Reading a file fills the bar up to here; what is left is comparing and writing. */
const readShare = 0.8

/** Asks again until the run has ended. */
export function useRun(id: string | undefined) {
  const { api } = useImporting()
  return useQuery({
    ...api.get.queryOptions({ input: { id: id ?? '' } }),
    enabled: id !== undefined,
    refetchInterval: ({ state }) => (under(state.data?.state) ? 700 : false),
  })
}

export function RunResult({ id }: { id: string }) {
  const words = useWords(messages).run
  const { data: run, error } = useRun(id)
  if (error) return <ErrorBlock error={error} />
  if (!run) return <Progress percent={0} />
  const counts = [
    [words.read, run.rowsRead],
    [words.fresh, run.rowsNew],
    [words.changed, run.rowsChanged],
    [words.same, run.rowsSame],
    [words.bad, run.rowsBad],
    ...(run.rowsKept > 0 ? [[words.kept, run.rowsKept] as const] : []),
  ] as const
  return (
    <div aria-live="polite">
      <p className="file-name">
        <strong>{run.fileName}</strong>
      </p>
      {under(run.state) ? (
        <UnderWay run={run as ImportRun} />
      ) : (
        <>
          <Ended run={run as ImportRun} />
          <div className="figures">
            {counts.map(([label, value]) => (
              <Figure key={label} label={label} value={numberText(value)} size="small" />
            ))}
          </div>
          <BadRows run={run as ImportRun} />
        </>
      )}
    </div>
  )
}

function UnderWay({ run: { state, progress, rowsRead, dryRun } }: { run: ImportRun }) {
  const words = useWords(messages).run
  const n = numberText(rowsRead)
  const phase = progress < readShare ? fill(words.reading, { n }) : fill(words.writing, { n })
  return (
    <>
      <Progress percent={Math.round(progress * 100)} status="active" />
      <p>{state === 'waiting' ? words.waiting : phase}</p>
      {!dryRun && <p className="quiet">{words.leave}</p>}
    </>
  )
}

/** How it ended, in words, with what to do next. */
function Ended({ run }: { run: ImportRun }) {
  const words = useWords(messages).run
  const lang = useLang()
  const { state, dryRun, rowsBad, rowsNew, rowsChanged, rowsKept, message } = run
  const n = numberText(rowsBad)
  if (state !== 'done')
    return (
      <Alert
        className="error-block"
        type={state === 'interrupted' ? 'warning' : 'error'}
        showIcon
        title={message?.[lang] ?? ''}
        description={state === 'interrupted' ? words.nextAgain : words.nextMap}
      />
    )
  if (dryRun)
    return (
      <Alert
        className="error-block"
        type={rowsBad === 0 ? 'success' : 'warning'}
        showIcon
        title={rowsBad === 0 ? words.good : fill(words.someBad, { n })}
        description={words.noneWritten}
      />
    )
  const more = [
    rowsBad > 0 && fill(words.skipped, { n }),
    rowsKept > 0 && fill(words.keptMore, { n: numberText(rowsKept) }),
    rowsNew + rowsChanged + rowsBad + rowsKept === 0 && words.nothingNew,
  ].filter((line) => line !== false)
  return (
    <Alert
      className="error-block"
      type={rowsBad === 0 ? 'success' : 'warning'}
      showIcon
      title={words.success}
      {...(more.length > 0 ? { description: more.join(' ') } : {})}
    />
  )
}
