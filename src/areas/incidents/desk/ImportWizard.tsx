/** Importing: bring a file, say what its columns mean, try it, then import it. A failed step loses nothing. */
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Checkbox, Space, Steps } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { api } from '../../../desk/api.ts'
import { ErrorBlock } from '../../../desk/components/ErrorBlock.tsx'
import { Page } from '../../../desk/components/Page.tsx'
import { paths } from '../../../desk/paths.ts'
import { useSearchState } from '../../../desk/search-params.ts'
import { useLang, useWords } from '../../../desk/words.ts'
import type { Upload } from '../imports/contract.ts'
import { messages } from './messages.ts'
import { FileStep } from './parts/FileStep.tsx'
import { MappingStep } from './parts/MappingStep.tsx'
import { type Draft, draftOf, lacking, profileOf } from './parts/mapping.ts'
import { RunResult, useRun } from './parts/RunResult.tsx'
import { useGrounds } from './parts/words.ts'
import './parts/incidents.css'

const Search = z.object({ run: z.uuid().optional() })

export function ImportWizard() {
  const words = useWords(messages).wizard
  const lang = useLang()
  const { values, change } = useSearchState(Search)
  const [upload, setUpload] = useState<Upload>()
  const [draft, setDraft] = useState<Draft>()
  const [step, setStep] = useState(0)
  const [trial, setTrial] = useState<string>()
  const again = () => {
    setUpload(undefined)
    setDraft(undefined)
    setTrial(undefined)
    setStep(0)
    change({ run: undefined })
  }
  const shown = values.run ? 3 : step
  return (
    <Page
      title={words.title}
      extra={
        <Steps
          size="small"
          current={shown}
          items={[words.file, words.mapping, words.trial, words.done].map((title) => ({ title }))}
        />
      }
    >
      {shown === 0 && (
        <FileStep
          onFile={(found) => {
            setUpload(found)
            setDraft(draftOf(found.proposal))
            setStep(1)
          }}
          onRun={(run) => change({ run })}
        />
      )}
      {shown === 1 && upload && draft && (
        <>
          <MappingStep upload={upload} draft={draft} onDraft={setDraft} />
          <Space className="form-foot">
            <Button onClick={again}>{words.back}</Button>
            <Button type="primary" disabled={lacking(draft, lang).length > 0} onClick={() => setStep(2)}>
              {words.next}
            </Button>
          </Space>
        </>
      )}
      {shown === 2 && upload && draft && (
        <TrialStep
          {...{ upload, draft, trial }}
          onTrial={setTrial}
          onBack={() => setStep(1)}
          onStarted={(run) => change({ run })}
        />
      )}
      {values.run && (
        <>
          <RunResult id={values.run} />
          <Space style={{ marginTop: 12 }}>
            <Button onClick={again}>{words.again}</Button>
            <Link {...paths.incidents()}>
              <Button type="primary">{words.toList}</Button>
            </Link>
          </Space>
        </>
      )}
    </Page>
  )
}

interface TrialProps {
  readonly upload: Upload
  readonly draft: Draft
  readonly trial: string | undefined
  readonly onTrial: (run: string) => void
  readonly onBack: () => void
  readonly onStarted: (run: string) => void
}

function TrialStep({ upload, draft, trial, onTrial, onBack, onStarted }: TrialProps) {
  const words = useWords(messages).wizard
  const grounds = useGrounds()
  const [skipBad, setSkipBad] = useState(false)
  const start = useMutation(api.incidents.imports.start.mutationOptions())
  const run = useRun(trial)
  const { state, rowsBad = 0 } = run.data ?? {}
  const order = { file: upload.file, profile: profileOf(draft) }
  const go = (dryRun: boolean, then: (id: string) => void) =>
    start.mutate({ ...order, dryRun, skipBad: skipBad && !dryRun }, { onSuccess: ({ id }) => then(id) })
  return (
    <>
      {start.error && <ErrorBlock error={start.error} grounds={grounds} />}
      {trial && <RunResult id={trial} />}
      {rowsBad > 0 && (
        <p>
          <Checkbox checked={skipBad} onChange={({ target }) => setSkipBad(target.checked)}>
            {words.skipBad}
          </Checkbox>
        </p>
      )}
      <Space style={{ marginTop: 12 }}>
        <Button onClick={onBack}>{words.back}</Button>
        <Button loading={start.isPending} onClick={() => go(true, onTrial)}>
          {words.runTrial}
        </Button>
        <Button
          type="primary"
          loading={start.isPending}
          disabled={state !== 'done' || (rowsBad > 0 && !skipBad)}
          onClick={() => go(false, onStarted)}
        >
          {words.start}
        </Button>
      </Space>
    </>
  )
}
