/** Importing: bring a file, say what its columns mean, try it, then import it. What is under way outlives a reload. */
import { Alert, Button, Steps } from 'antd'
import { useEffect, useState } from 'react'
import { z } from 'zod'
import { Page } from '../../../desk/components/Page.tsx'
import { keepWork, keptWork } from '../../../desk/kept.ts'
import { useNarrow } from '../../../desk/narrow.ts'
import { paths } from '../../../desk/paths.ts'
import { useSearchState } from '../../../desk/search-params.ts'
import { useMe } from '../../../desk/session.ts'
import { fill, useLang, useWords } from '../../../desk/words.ts'
import type { Upload } from '../../../kernel/import-contract.ts'
import { messages } from '../imports/messages.ts'
import { messages as area } from '../messages.ts'
import { FileStep } from './parts/FileStep.tsx'
import { MappingStep } from './parts/MappingStep.tsx'
import { type Draft, draftOf, isReady } from './parts/mapping.ts'
import { PastRuns } from './parts/PastRuns.tsx'
import { RunPage } from './parts/RunPage.tsx'
import { TrialStep } from './parts/TrialStep.tsx'
import './parts/incidents.css'

const Search = z.object({ run: z.uuid().optional() })

/** An import under way: the file, its mapping, and how far one is. */
interface Work {
  readonly upload: Upload
  readonly draft: Draft
  readonly step: 1 | 2
  /** The trial of this mapping; another mapping wants another trial. */
  readonly trial?: string | undefined
}

export function ImportWizard() {
  const words = useWords(messages)
  const { title } = useWords(area)
  const lang = useLang()
  const narrow = useNarrow()
  const { account } = useMe()
  const { values, change } = useSearchState(Search)
  const [kept] = useState(() => keptWork<Work>(account, 'import'))
  const [work, setWork] = useState(kept)
  useEffect(() => keepWork(account, 'import', work), [account, work])
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
    <Page
      title={words.title}
      breadcrumbs={[{ label: title, place: paths.incidents() }]}
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
                  disabled={!isReady(work.draft, work.upload.headers, lang)}
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
              onTrial={(trial) => setWork({ ...work, trial })}
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
  )
}
