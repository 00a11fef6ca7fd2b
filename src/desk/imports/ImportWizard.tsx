/** Importing: bring a file, say what its columns mean, try it, then import it. What is under way outlives a reload. */
import { Alert, Button, Steps } from 'antd'
import { useEffect, useState } from 'react'
import { z } from 'zod'
import type { Upload } from '../../kernel/import-contract.ts'
import { Page } from '../components/Page.tsx'
import { keepWork, keptWork } from '../kept.ts'
import { useNarrow } from '../narrow.ts'
import { useSearchState } from '../search-params.ts'
import { useMe } from '../session.ts'
import { fill, useLang, useWords } from '../words.ts'
import { FileStep } from './FileStep.tsx'
import { type Importing, ImportingContext } from './importing.ts'
import { MappingStep } from './MappingStep.tsx'
import { type Draft, draftOf, isReady } from './mapping.ts'
import { messages } from './messages.ts'
import { PastRuns } from './PastRuns.tsx'
import { RunPage } from './RunPage.tsx'
import { TrialStep } from './TrialStep.tsx'
import '../styles/imports.css'

const Search = z.object({ run: z.uuid().optional() })

/** An import under way: the file, its mapping, and how far one is. */
interface Work {
  readonly upload: Upload
  readonly draft: Draft
  readonly step: 1 | 2
  /** The trial of this mapping; another mapping wants another trial. */
  readonly trial?: string | undefined
}

export function ImportWizard({ importing }: { importing: Importing }) {
  const words = useWords(messages)
  const lang = useLang()
  const narrow = useNarrow()
  const { account } = useMe()
  const { kind, columns, list } = importing
  const name = `${kind}-import`
  const { values, change } = useSearchState(Search)
  const [kept] = useState(() => keptWork<Work>(account, name))
  const [work, setWork] = useState(kept)
  useEffect(() => keepWork(account, name, work), [account, name, work])
  const { run } = values
  const reopen = (upload: Upload, step: Work['step'], trial?: string) => {
    setWork({ upload, draft: draftOf(upload.proposal), step, trial })
    change({ run: undefined })
  }
  const begin = () => {
    setWork(undefined)
    change({ run: undefined })
  }
  const shown = run ? 3 : (work?.step ?? 0)
  return (
    <ImportingContext value={{ ...importing, grounds: { ...words.grounds, ...importing.grounds } }}>
      <Page
        title={importing.words.title}
        breadcrumbs={[list]}
        extra={
          <Steps
            size="small"
            type={narrow ? 'inline' : 'default'}
            responsive={false}
            current={shown}
            items={words.steps.map((step) => ({ title: step }))}
          />
        }
      >
        {run && <RunPage key={run} id={run} onReopen={reopen} onBegin={begin} />}
        {!run && !work && (
          <>
            <FileStep onFile={(upload) => setWork({ upload, draft: draftOf(upload.proposal), step: 1 })} />
            <PastRuns onOpen={(id) => change({ run: id })} />
          </>
        )}
        {!run && work && (
          <>
            {work === kept && (
              <Alert
                className="error-block"
                type="info"
                showIcon
                title={fill(words.kept, { name: work.upload.name })}
                action={
                  <Button size="small" onClick={begin}>
                    {words.drop}
                  </Button>
                }
              />
            )}
            {work.step === 1 ? (
              <>
                <MappingStep
                  upload={work.upload}
                  draft={work.draft}
                  onDraft={(draft) => setWork({ ...work, draft, trial: undefined })}
                />
                <div className="form-foot">
                  <Button onClick={begin}>{words.drop}</Button>
                  <Button
                    type="primary"
                    disabled={!isReady(columns, work.draft, work.upload.headers, lang)}
                    onClick={() => setWork({ ...work, step: 2 })}
                  >
                    {words.next}
                  </Button>
                </div>
              </>
            ) : (
              <TrialStep
                upload={work.upload}
                draft={work.draft}
                trial={work.trial}
                onTrial={(trial) => {
                  setWork({ ...work, trial })
                  // The list of what another trial would change is read from its first page.
                  change({})
                }}
                onBack={() => setWork({ ...work, step: 1 })}
                onStarted={(id) => {
                  setWork(undefined)
                  change({ run: id })
                }}
              />
            )}
          </>
        )}
      </Page>
    </ImportingContext>
  )
}
