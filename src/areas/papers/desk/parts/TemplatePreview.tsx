/** How a form looks with the texts as they are typed, filled in with a sample. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api } from '../../../../desk/api.ts'
import { ErrorBlock } from '../../../../desk/components/ErrorBlock.tsx'
import { Loading } from '../../../../desk/components/Loading.tsx'
import { Panel } from '../../../../desk/components/Panel.tsx'
import { useSettled } from '../../../../desk/settled.ts'
import { useWords } from '../../../../desk/words.ts'
import type { Template } from '../../contract.ts'
import { messages } from '../../messages.ts'
import type { FormKey } from '../../record-contract.ts'

interface PreviewProps {
  readonly form: FormKey
  readonly texts: Template['texts']
  /** Texts with faults are not asked about: the last sound ones stay. */
  readonly sound: boolean
}

export function TemplatePreview({ form, texts, sound }: PreviewProps) {
  const words = useWords(messages)
  const asked = JSON.parse(useSettled(JSON.stringify({ form, texts }))) as Pick<PreviewProps, 'form' | 'texts'>
  const preview = useQuery({
    ...api.papers.preview.queryOptions({ input: asked, placeholderData: keepPreviousData, staleTime: 60_000 }),
    enabled: sound,
  })
  // A frame of no origin; the page's policy lets none of its own scripts run, and checks of accessibility can look in.
  return (
    <div className="template-preview">
      <Panel title={words.templates.preview} flush>
        {preview.error && sound ? (
          <ErrorBlock error={preview.error} grounds={words.grounds} />
        ) : preview.data ? (
          <iframe title={words.templates.preview} sandbox="allow-scripts" srcDoc={preview.data.html} />
        ) : (
          <Loading rows={8} />
        )}
      </Panel>
    </div>
  )
}
