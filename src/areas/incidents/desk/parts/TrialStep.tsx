/** The third step: read the whole file without writing, see what is bad, then import it. */
import { useMutation } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { api } from '../../../../desk/api.ts'
import { ErrorBlock } from '../../../../desk/components/ErrorBlock.tsx'
import { useWords } from '../../../../desk/words.ts'
import type { Upload } from '../../../../kernel/import-contract.ts'
import { messages } from '../../imports/messages.ts'
import { messages as area } from '../../messages.ts'
import { type Draft, profileOf } from './mapping.ts'
import { RunResult, useRun } from './RunResult.tsx'

interface TrialStepProps {
  readonly upload: Upload
  readonly draft: Draft
  readonly trial: string | undefined
  readonly onTrial: (run: string) => void
  readonly onBack: () => void
  readonly onStarted: (run: string) => void
}

export function TrialStep({ upload, draft, trial, onTrial, onBack, onStarted }: TrialStepProps) {
  const words = useWords(messages)
  const { grounds, fields } = useWords(area)
  const [skipBad, setSkipBad] = useState(false)
  const start = useMutation(api.incidents.imports.start.mutationOptions())
  const { data: run } = useRun(trial)
  const { state, rowsBad = 0 } = run ?? {}
  const tried = state === 'done'
  const under = state === 'waiting' || state === 'running'
  const go = (dryRun: boolean, then: (id: string) => void) =>
    start.mutate(
      { file: upload.file, profile: profileOf(draft), dryRun, skipBad: skipBad && !dryRun },
      { onSuccess: ({ id }) => then(id) },
    )
  return (
    <>
      {start.error && <ErrorBlock error={start.error} grounds={grounds} fields={fields} />}
      <p className="quiet">{words.trial.explain}</p>
      {trial ? (
        <RunResult id={trial} />
      ) : (
        <p className="file-name">
          <strong>{upload.name}</strong>
        </p>
      )}
      <div className="form-foot">
        <Button onClick={onBack}>{words.back}</Button>
        <div>
          {tried && rowsBad > 0 && (
            <Checkbox checked={skipBad} onChange={({ target }) => setSkipBad(target.checked)}>
              {words.trial.skipBad}
            </Checkbox>
          )}
          <Button
            {...(tried ? {} : { type: 'primary' })}
            loading={start.isPending || under}
            onClick={() => go(true, onTrial)}
          >
            {words.trial.run}
          </Button>
          <Button
            {...(tried ? { type: 'primary' } : {})}
            loading={start.isPending}
            disabled={!tried || (rowsBad > 0 && !skipBad)}
            onClick={() => go(false, onStarted)}
          >
            {words.trial.start}
          </Button>
        </div>
      </div>
    </>
  )
}
