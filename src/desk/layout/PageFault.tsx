/** 500: a page that failed, with what to tell the administrator. */
import { Button } from 'antd'
import { messages } from '../messages.ts'
import { useWords } from '../words.ts'
import { PageNote } from './PageNote.tsx'

export function PageFault({ error }: { error: unknown }) {
  const words = useWords(messages)
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
