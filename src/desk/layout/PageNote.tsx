/** A page that only says something: missing, forbidden, failed. */
import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { messages } from '../messages.ts'
import { useWords, type Widened } from '../words.ts'

type ShellWords = Widened<typeof messages.zh>
interface PageNoteProps {
  readonly code: string
  readonly title: (words: ShellWords) => string
  readonly more: (words: ShellWords) => string
  readonly detail?: string
  readonly action?: ReactNode
}

export function PageNote({ code, title, more, detail, action }: PageNoteProps) {
  const words = useWords(messages)
  const heading = title(words)
  useEffect(() => {
    document.title = `${heading} · ${words.app}`
  }, [heading, words])
  return (
    <div className="page-note">
      <p className="page-note-code num" aria-hidden="true">
        {code}
      </p>
      <h1>{heading}</h1>
      <p>{more(words)}</p>
      {detail && <pre>{detail}</pre>}
      <p className="page-note-actions">
        <Link to="/">{words.states.home}</Link>
        {action}
      </p>
    </div>
  )
}
