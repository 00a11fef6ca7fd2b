/** Nothing here: what that means, and what one can do about it. */
import type { ReactNode } from 'react'
import { messages } from '../messages.ts'
import { useWords } from '../words.ts'

export interface EmptyBlockProps {
  readonly title?: ReactNode
  readonly more?: ReactNode
  readonly action?: ReactNode
  /** A line only: for the list below a field. */
  readonly small?: boolean
}

export function EmptyBlock({ title, more, action, small = false }: EmptyBlockProps) {
  const words = useWords(messages)
  if (small) return <p className="empty-small">{title ?? words.states.empty}</p>
  return (
    <div className="empty-block">
      <svg
        width="48"
        height="40"
        viewBox="0 0 48 40"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        aria-hidden="true"
      >
        <path d="M5 22 12 6h24l7 16v12H5V22Z" />
        <path d="M5 22h11c0 4 3 6 8 6s8-2 8-6h11" />
      </svg>
      <p className="empty-title">{title ?? words.states.empty}</p>
      {more && <p className="empty-more">{more}</p>}
      {action && <div className="empty-action">{action}</div>}
    </div>
  )
}
