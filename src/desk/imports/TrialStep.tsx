/** The third step: read the whole file without writing, see what is bad and what would change, then import it. */
import { useMutation } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import type { Upload } from '../../kernel/import-contract.ts'
import { ErrorBlock } from '../components/ErrorBlock.tsx'
import { numberText } from '../components/numbers.ts'
import { fill, useWords } from '../words.ts'
import { Changes } from './Changes.tsx'
import { approvalOf, countOf, everything } from './chosen.ts'
import { useImporting } from './importing.ts'
import { type Draft, profileOf } from './mapping.ts'
import { messages } from './messages.ts'
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
  const { api, approval, grounds, fields } = useImporting()
  const [skipBad, setSkipBad] = useState(false)
  const [chosen, setChosen] = useState(everything)
  const start = useMutation({
    mutationFn: ({ dryRun }: { dryRun: boolean }) => {
      if (!dryRun && changes && trial) return changes.approve.call({ id: trial, skipBad, ...approvalOf(chosen) })
      return api.start.call({ file: upload.file, profile: profileOf(draft), dryRun, skipBad: skipBad && !dryRun })
    },
    onSuccess: ({ id }, { dryRun }) => {
      if (!dryRun) return onStarted(id)
      setChosen(everything)
      onTrial(id)
    },
  })
  const { data: run } = useRun(trial)
  const { state, rowsBad = 0, rowsChanged = 0, rowsNew = 0 } = run ?? {}
  const tried = state === 'done'
  const under = state === 'waiting' || state === 'running'
  /** The routes for what wants approval, where this trial found such a change. */
  const changes = tried && rowsChanged > 0 ? approval : undefined
  const approved = countOf(chosen, rowsChanged)
  const startText = !changes
    ? words.trial.start
    : approved > 0
      ? fill(words.trial.approve, { n: numberText(approved) })
      : words.trial.newOnly
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
      {changes && trial && <Changes trial={trial} approval={changes} chosen={chosen} onChosen={setChosen} />}
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
            onClick={() => start.mutate({ dryRun: true })}
          >
            {words.trial.run}
          </Button>
          <Button
            {...(tried ? { type: 'primary' } : {})}
            loading={start.isPending}
            disabled={!tried || (rowsBad > 0 && !skipBad) || (changes !== undefined && approved + rowsNew === 0)}
            onClick={() => start.mutate({ dryRun: false })}
          >
            {startText}
          </Button>
        </div>
      </div>
    </>
  )
}
