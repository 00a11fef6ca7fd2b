/** The frame of a page: where it stands, what it is, what can be done. Sets the window's title. */
import { type ReactNode, useEffect } from 'react'
import { messages } from '../messages.ts'
import { useWords } from '../words.ts'
import { type Crumb, Crumbs } from './Crumbs.tsx'

export interface PageProps {
  readonly title: string
  /** Beside the title: a state, a number. */
  readonly tag?: ReactNode
  /** One line below the title. */
  readonly subtitle?: ReactNode
  /** The pages above this one. */
  readonly breadcrumbs?: readonly Crumb[]
  /** Buttons on the right. */
  readonly actions?: ReactNode
  /** Below the title, above the content: tabs, a filter bar. */
  readonly extra?: ReactNode
  readonly children: ReactNode
}

export function Page({ title, tag, subtitle, breadcrumbs, actions, extra, children }: PageProps) {
  const words = useWords(messages)
  useEffect(() => {
    document.title = `${title} · ${words.app}`
  }, [title, words])
  return (
    <div className="page">
      <header className="page-head">
        {breadcrumbs && <Crumbs crumbs={breadcrumbs} here={title} />}
        <div className="page-title">
          <div>
            <h1>
              {title}
              {tag && <span className="page-tag">{tag}</span>}
            </h1>
            {subtitle && <p className="page-subtitle">{subtitle}</p>}
          </div>
          {actions && <div className="page-actions no-print">{actions}</div>}
        </div>
        {extra}
      </header>
      {children}
    </div>
  )
}
