/** An import or a trial opened again: how it ended, and what to do next. */
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ImportRun, Upload } from '../../kernel/import-contract.ts'
import { ErrorBlock } from '../components/ErrorBlock.tsx'
import { useWords } from '../words.ts'
import { useImporting } from './importing.ts'
import { messages } from './messages.ts'
import { RunResult, useRun } from './RunResult.tsx'

interface RunPageProps {
  readonly id: string
  /** Takes the file up again: at its mapping, or at its trial, which may be this one. */
  readonly onReopen: (upload: Upload, step: 1 | 2, trial?: string) => void
  readonly onBegin: () => void
}

export function RunPage({ id, onReopen, onBegin }: RunPageProps) {
  const words = useWords(messages).run
  const { api, list, words: own } = useImporting()
  const { data: run } = useRun(id)
  const reopen = useMutation({
    mutationFn: async (step: 1 | 2) => {
      const upload = (await api.reopen.call({ id })) as Upload
      onReopen(upload, step, step === 2 && run?.state === 'done' ? id : undefined)
    },
  })
  const next = run && nextOf(run)
  const mapping = (primary: boolean) => (
    <Button {...(primary ? { type: 'primary' } : {})} loading={reopen.isPending} onClick={() => reopen.mutate(1)}>
      {words.reopen}
    </Button>
  )
  const trial = (text: string) => (
    <Button type="primary" loading={reopen.isPending} onClick={() => reopen.mutate(2)}>
      {text}
    </Button>
  )
  return (
    <>
      <RunResult id={id} />
      {reopen.error && <ErrorBlock error={reopen.error} />}
      <div className="form-foot">
        <Button onClick={onBegin}>{words.again}</Button>
        <div>
          {(next === 'import' || next === 'retry') && mapping(false)}
          {next === 'import' && trial(words.continue)}
          {next === 'retry' && trial(words.retry)}
          {next === 'map' && mapping(true)}
          {next === 'see' && (
            <Link {...list.place}>
              <Button type="primary">{own.toList}</Button>
            </Link>
          )}
        </div>
      </div>
    </>
  )
}

/** What a person does next with a run that has ended. */
function nextOf({ state, dryRun }: ImportRun): 'see' | 'import' | 'map' | 'retry' | undefined {
  if (state === 'done') return dryRun ? 'import' : 'see'
  if (state === 'refused') return 'map'
  return state === 'interrupted' ? 'retry' : undefined
}
