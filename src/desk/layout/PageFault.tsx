/** 500: a page that failed, with what to tell the administrator. 503: one that could not be fetched. */
import { Button } from 'antd'
import { LineBroken, reloadOnceBack } from '../line.ts'
import { messages } from '../messages.ts'
import { useWords } from '../words.ts'
import { PageNote } from './PageNote.tsx'

export function PageFault({ error }: { error: unknown }) {
  const words = useWords(messages)
  if (error instanceof LineBroken)
    return (
      <PageNote
        code="503"
        title={() => words.errors.offline}
        more={() => words.errors.offlineMore}
        action={<Button onClick={() => void reloadOnceBack()}>{words.states.retry}</Button>}
      />
    )
  return (
    <PageNote
      code="500"
      title={() => words.pages.fault}
      more={() => words.pages.faultMore}
      detail={error instanceof Error ? error.message : String(error)}
      action={<Button onClick={() => globalThis.location.reload()}>{words.pages.reload}</Button>}
    />
  )
}
